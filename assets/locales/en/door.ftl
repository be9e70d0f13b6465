door-no-event = There is no event to let guests into. Put one on sale in Plan.
door-go-plan = Go to Plan
door-no-list = This event has no check-in list. Add one in Plan, under Door.
door-list = List
door-gate = Gate
door-any-gate = Any gate
door-entry = Entry
door-exit = Exit
door-switch-to-exit = switch to exit
door-switch-to-entry = switch to entry
door-check-only = Look only
door-inside = of { $expected } inside
door-admitted =
    { $count ->
        [one] { $count } guest came
       *[other] { $count } guests came
    }
door-pace = { $count } in the last minute
door-recent = Last scans
door-recent-empty = Nothing scanned yet.
door-annulled = undone
door-order = Order { $code }
door-group = Order of { $size } · { $inside } in
door-admit-group =
    { $count ->
        [one] Admit the other one
       *[other] Admit the other { $count }
    }
door-admit-counted =
    { $count ->
        [one] One counted: let in
       *[other] { $count } counted: let in
    }
door-group-refused = Not in: { $name } – { $reason }
door-entered-late = Let in meanwhile: { $tier }, order { $order }
door-parked = Questions waiting: { $count }
door-question-of = Question { $at } of { $count }
door-override = Let in anyway…
door-let-in = Let in
door-clear = Clear
door-look-up = Look up a name
door-nothing-to-undo = Nothing to undo: the last entry is more than a minute ago.
door-undone =
    { $count ->
        [one] The last entry is undone
       *[other] The last { $count } entries are undone
    }
door-code = Code: { $code }
scanner-layout-fixed = Your scanner types in another keyboard layout – fixed automatically

input-ready = Ready – scan, or type a name
input-paused = Paused – click here or press a key
input-typing = Typing a name
input-no-list = No list for this event
input-exit = guests are leaving
input-check-only = looking only, nothing is counted

lookup-label = Name, e-mail, phone or order number
lookup-results = Guests found
lookup-hint = Type two letters or more.
lookup-none = Nobody fits “{ $text }”. Try fewer letters or the order number.
lookup-unnamed = No name
lookup-inside = Inside
lookup-outside = Not in yet
lookup-keys = Enter looks, Enter again lets in. Esc closes.

override-title = Let in against the verdict?
override-text = It is recorded with your name and the reason.
override-keep = Do not let in
override-confirm = Let in

verdict-spoken = { $word }. { $why }
verdict-attention = Attention: look at this ticket
verdict-failed = NOT READ
verdict-forced = GO · OVERRIDE
verdict-count = { $count }
verdict-group = GO × { $count }
verdict-group-none = NOBODY
verdict-admit = GO
verdict-exit = OUT
verdict-same = SAME TICKET
verdict-already-used = ALREADY IN
verdict-not-yet-valid = TOO EARLY
verdict-unpaid = NOT PAID
verdict-unapproved = NOT APPROVED
verdict-incomplete = QUESTION
verdict-ambiguous = WHICH ONE?
verdict-rule-refused = NOT NOW
verdict-unknown = UNKNOWN
verdict-bad-signature = NOT GENUINE
verdict-wrong-event = WRONG EVENT
verdict-wrong-tier = WRONG DOOR
verdict-wrong-gate = WRONG GATE
verdict-refunded = REFUNDED
verdict-void = VOID
verdict-cancelled = CANCELLED
verdict-transferred = PASSED ON
verdict-revoked = REPLACED
verdict-expired = TOO LATE
verdict-blocked = BLOCKED

verdict-why-admit = { $tier }
verdict-why-recount = The number has changed, nobody was let in: { $count } may enter now
verdict-why-group = { $count } × { $tier }
verdict-why-same =
    { $seconds ->
        [0] Counted once, just now
        [one] Counted once, { $seconds } second ago
       *[other] Counted once, { $seconds } seconds ago
    }
verdict-why-already-used = In since { $clock } ({ $ago })
verdict-why-attempt = attempt { $count }
verdict-why-not-yet-valid = Valid from { $clock }, { $ago }
verdict-why-expired = Was valid until { $clock }, { $ago }
verdict-why-wrong-event = For { $event }, { $when }
verdict-why-tier = This is a { $tier } ticket
verdict-why-unpaid = The order of this ticket is not paid
verdict-why-unapproved = The order of this ticket waits for approval
verdict-why-refunded = This ticket was paid back
verdict-why-void = This ticket was voided
verdict-why-cancelled = The order of this ticket was cancelled or has expired
verdict-why-transferred = The new holder has the valid code
verdict-why-revoked = A new code has taken this one’s place
verdict-why-blocked = This ticket is blocked
verdict-why-said = { $text }
verdict-why-unknown = No ticket has this code
verdict-why-bad-signature = The signature does not fit: the code was changed or made elsewhere
verdict-why-rule-refused = A rule of this list says no
verdict-why-ambiguous = More than one ticket has this code
verdict-why-incomplete = Something must be answered first

verdict-todo-admit = Welcome the guest
verdict-todo-exit = Goodbye
verdict-todo-check-only = Would be let in. Nothing was counted
verdict-todo-forced = Welcome the guest. Your name and the reason are recorded
verdict-todo-count =
    { $count ->
        [one] Is one guest standing here? A or Enter lets them in
       *[other] Count aloud to { $count }. A or Enter lets them all in
    }
verdict-todo-count-none = Scan the others one by one to see why
verdict-todo-group-refused =
    { $count ->
        [one] One ticket was refused
       *[other] { $count } tickets were refused
    }
verdict-todo-question = Press the number of the answer
verdict-todo-question-typed = Press Enter and type the answer
verdict-todo-question-again = That answer will not do. Ask again
verdict-todo-same = One gesture, one entry: all is well
verdict-todo-already-used = Compare the name. Ask who came first
verdict-todo-not-yet-valid = Ask the guest to come back then
verdict-todo-unpaid = Send to the box office to pay
verdict-todo-unapproved = Ask the organizer for approval
verdict-todo-incomplete = Ask the guest, or send to the box office
verdict-todo-ambiguous = Look the guest up by name
verdict-todo-rule-refused = Ask your supervisor
verdict-todo-unknown = Scan again, then look up by name
verdict-todo-bad-signature = Do not let in. Call your supervisor
verdict-todo-wrong-event = Show the way to the right event
verdict-todo-wrong-tier = Show the way to the right door
verdict-todo-wrong-gate = Show the way to the right gate
verdict-todo-refunded = If disputed: box office
verdict-todo-void = If disputed: box office
verdict-todo-cancelled = Send to the box office
verdict-todo-transferred = Ask for the new ticket
verdict-todo-revoked = Ask for the ticket that replaced it
verdict-todo-expired = Send to the box office
verdict-todo-blocked = Call your supervisor
question-title = The guest’s answer
question-answer = Type the answer…
question-take = Go on
question-yes = Yes
question-no = No
question-no-entry = No: stays outside
question-leave-open = Leave open
question-missing = This question needs an answer
question-hint-number = A number, such as 17 or 2.5
question-hint-date = Year, month, day: 2026-06-13
question-hint-time = Hours and minutes: 18:30
question-hint-date-time = 2026-06-13 18:30

summary-open = End of door
summary-title = The night at “{ $list }”
summary-came = came
summary-came-of = of { $expected }
summary-inside = inside now
summary-exits = left
summary-refusals = refusals
summary-forced = let in against the verdict
summary-annulled = taken back
summary-first = first entry
summary-last = last entry
summary-peak = in the busiest minute
summary-peak-at = at { $clock }
summary-arrivals = Arrivals
summary-arrivals-table =
    { $minutes ->
        [one] Entries per minute
       *[other] Entries per { $minutes } minutes
    }
summary-from =
    { $minutes ->
        [one] Minute from
       *[other] { $minutes } minutes from
    }
summary-entries = Entries
summary-nobody = Nobody has come in yet.
summary-refused = Not let in, by reason
summary-refused-none = Nobody was refused.
summary-reason = Reason
summary-scans = Scans
summary-tickets = Tickets
summary-conflicts = To look into

conflicts-none = Nothing contradicts itself: every ticket came in once and by right.
conflicts-not-yours = Only people who may see orders see this list. Ask a supervisor to open it.
conflict-entered-twice =
    { $count ->
        [one] 1 ticket came in twice
       *[other] { $count } tickets came in twice
    }
conflict-entered-twice-todo = Two doors let the same ticket in while they could not see each other, or somebody was let in against the verdict. Compare times and places: one of the guests may hold a copy.
conflict-ended-before-entry =
    { $count ->
        [one] 1 ticket came in after it had ended
       *[other] { $count } tickets came in after they had ended
    }
conflict-ended-before-entry-todo = It was paid back, voided or passed on before. The door did not know yet. Ask the box office whether the money went back, and who holds the ticket now.
conflict-ended-inside =
    { $count ->
        [one] 1 ticket ended while its guest was inside
       *[other] { $count } tickets ended while their guests were inside
    }
conflict-ended-inside-todo = It was paid back, voided or passed on after the guest came in. Check with the box office that this was meant.
conflict-two-generations =
    { $count ->
        [one] 1 ticket came in, and so did the one it replaced
       *[other] { $count } tickets came in, and so did the ones they replaced
    }
conflict-two-generations-todo = The old and the new code were both used: probably two people on one place. Talk to the holder of the order.
conflict-entered-unpaid =
    { $count ->
        [one] 1 ticket came in without being paid
       *[other] { $count } tickets came in without being paid
    }
conflict-entered-unpaid-todo = Ask for the money at the box office, or send the buyer a reminder.
conflict-entry = came in at { $clock }
conflict-entries = came in { $count } times, first at { $first }, last at { $last }

export-what = Take along
export-scans = Last 500 scans
export-tickets = Tickets of the event
export-conflicts = To look into
export-as-xlsx = Save for Excel
export-as-csv = Save as CSV
export-done = The table is saved
column-scanned-at = Scanned
column-direction = Direction
column-verdict = Verdict
column-is-admitted = Let in
column-is-forced = Override
column-is-annulled = Taken back
column-code = Code
column-tier-name = Tier
column-holder-name = Holder
column-holder-email = E-mail
column-order-code = Order
column-order-status = State of the order
column-gate = Gate
column-device = Device
column-operator = By
column-serial = No.
column-status = State
column-kind = What
column-list-name = List
column-first-at = First in
column-last-at = Last in
column-entries = Entries
column-places = Where

shortcut-door-parked = Back to a question that waits
shortcut-door-summary = End of door: sum the night up
synonyms-door-summary = report statistics arrivals export conflicts
