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
door-group = { $inside } of { $size } inside
door-admit-group =
    { $count ->
        [one] Admit the other one
       *[other] Admit the other { $count }
    }
door-override = Let in anyway…
door-let-in = Let in
door-clear = Clear
door-look-up = Look up a name
door-nothing-to-undo = Nothing to undo: the last entry is more than a minute ago.
door-undone = The last entry is undone
door-code = Code: { $code }
scanner-layout-fixed = Your scanner types in another keyboard layout – fixed automatically

input-ready = Ready – scan, or type a name
input-paused = Paused – click here or press a key
input-typing = Typing a name
input-no-list = No list for this event
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
verdict-forced = LET IN
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
