till-no-event = Nothing is on sale. Put an event on sale in Plan, then sell its tickets here.
till-go-plan = Go to Plan
till-not-today = NOT TODAY
till-over = OVER
till-training = PRACTICE
till-tiers = Tiers
till-no-tiers = This event has no tiers yet. Add them in Plan.
tile-left = { $left } left
tile-low = only { $left } left
tile-unlimited = available
tile-sold-out = sold out
tile-not-yet = from { $when }
tile-ended = sales ended
tile-in-basket = in the basket:
basket = Basket
basket-empty = Press 1 to 9, or a tile.
basket-clear = Clear
one-less = One { $tier } less
one-more = One { $tier } more
buyer-add = Name or e-mail
buyer-name = Name
buyer-email = E-mail
buyer-hint = to leave the field; Enter at the basket takes the cash.
pay = Pay
change = Change
cash-exact = Exact
cash-given = Cash given
card = Card
entry-money = Given
entry-number = Given, or how many
entry-quantity = How many
shortage-sold-out = { $tier } is sold out.
shortage-not-yet = { $tier } is not on sale yet.
shortage-ended = Sales of { $tier } have ended.
shortage-inactive = { $tier } is off sale.
shortage-only-left =
    { $left ->
        [0] No { $tier } is left.
        [one] Only { $left } { $tier } is left.
       *[other] Only { $left } { $tier } are left.
    }
shortage-order-max = At most { $most } { $tier } in one sale.
shortage-line-max = At most { $most } of one tier in one sale.
too-little = { $missing } are missing.
confirm-large = A large sale of { $total }: press the same key again.
nothing-to-pay = Choose a tier first.
unknown-code = No order or ticket has this code.
card-waiting = Card terminal
card-text = Charge this amount on the terminal. When it says “approved”, press Enter.
card-reference = Last digits (optional)
card-approved = Approved
card-not-approved = Not approved, back
last-sale = Last sale
last-saving = Saving the sale…
last-sold = Sold · { $code }
last-failed = Not sold
last-basket-back = Nothing was charged here. The basket is back.
last-basket-again = The basket is back. Press the same key again: it is sold once, even if the first press arrived.
last-tickets =
    { $count ->
        [one] { $count } ticket
       *[other] { $count } tickets
    }
comp-hint = For example “guest list of the band”.
comp-give = Give the tickets
last-open = Refund, void
comp-title = Or free of charge: why?
take-back = Take back
till = Till
till-name-first = Till 1
till-name-practice = Practice
drawer = Drawer
drawer-is-open = open
drawer-is-closed = closed
drawer-is-counting = being counted
drawer-closed = The drawer is closed
drawer-open = Open the drawer
drawer-float = Float
drawer-float-hint = What lies in the drawer to begin with.
drawer-first-hint = The first till is set up with this step.
drawer-counting-title = The drawer is being counted
drawer-counting-text = Nothing is sold meanwhile. What is in the basket stays.
notice-drawer-closed = Open the drawer first: Enter.
notice-drawer-counting = The drawer is being counted. Finish the count, or put it off.
split = Split
split-left = Still to pay
back = Back
voucher-or-free = Voucher, free
voucher = Voucher
voucher-code = Voucher code
voucher-code-hint = Typed or scanned; it lowers the price, or pays.
voucher-apply = Use the code
voucher-missing = Type a code first
voucher-drop = Leave out voucher { $code }
basket-discount = Discount
cash-rounded = In cash { $amount }
keypad = Numbers
keypad-delete = Delete the last digit
park = Park
parked-count = Parked: { $count }
parked-now = The sale is parked. Shift+H fetches it back.
parked-title = Parked sales
parked-none = No sale is parked.
confirm-take-back = Press Z again: { $code } is taken back and { $amount } returned to the guest.
take-back-reason = Taken back before printing
taken-back = { $code } taken back, { $amount } returned
paper-is-out = Its tickets are printed: refund it with R.
nothing-sold = Nothing was sold here yet.
card-part-gone = Take this part back on the card terminal too.
last-taken-back = Taken back · { $code }
order-actions = What to do
order-details = Lines and payments
order-print = Print tickets
order-print-again = Print again
order-open-text = This order is not paid yet.
order-pay-cash = Take { $amount } in cash
order-pay-card = Card
order-paid = { $code } paid: { $amount }
refund-why = Why?
refund-worth = Worth
refund-kept = Kept as a fee
refund-by = Back: { $method }
refund-now = Give { $amount } back
refund-inside = is inside. Ask a manager first.
refund-inside-since = is inside since { $when } ({ $gate }). Ask a manager first.
refund-inside-door = door
print-why = Print
print-reason-first = First print
print-reason-printer = Printer trouble: same code
print-reason-lost = Lost: new code, the old one ends
print-now =
    { $count ->
        [one] Print { $count } ticket
       *[other] Print { $count } tickets
    }
choose-reason = Choose a reason with 1 to 4 first.
choose-ticket = Choose at least one ticket first.
count-title = Count the drawer · { $till }
count-text = Count what is there; Tab goes from notes to coins. What should be there is shown afterwards.
count-notes = Notes
count-coins = Coins
count-sum = Counted
count-next-float = Float for the next opening
count-done = Done
count-close = Close the drawer
count-go-on = Go on counting
count-put-off = Sell on, count later
count-short = { $amount } are missing.
count-over = { $amount } too much.
count-exact = exactly right
count-reason = Why? Or count again.
count-reason-hint = For example “wrong change”. It stands on the report.
amount = Amount
amount-missing = Enter an amount
pay-in-title = Put cash in
pay-in-hint = For example “change from the bank”.
pay-in-do = Put in
pay-in-done = { $amount } put in
pay-out-title = Take cash out
pay-out-hint = For example “taxi for the band”.
pay-out-do = Take out
pay-out-done = { $amount } taken out
no-sale-title = Open the drawer without a sale
no-sale-hint = For example “changed a note”.
no-sale-do = Open
no-sale-done = Opening noted
report = Report
report-x = X report: the drawer as it stands
report-z = Z report { $number }
report-of = { $till } · Z { $number }
report-print = Print the report
report-opened = opened { $when }, { $who }
report-closed = closed { $when }, { $who }
report-receipts = receipts { $from }–{ $to }
report-turnover = Turnover
report-cash = Cash
report-float = Float
report-cash-sales = Sales
report-cash-refunds = Refunds
report-paid-in = Put in
report-paid-out = Taken out
report-expected = Should be there
report-counted = Counted
report-is-short = Short: { $reason }
report-is-over = Over: { $reason }
report-short = { $amount } short
report-over = { $amount } over
report-next-float = Stays for next time
report-tenders = Tenders
report-sales =
    { $count ->
        [one] { $count } sale
       *[other] { $count } sales
    }
report-tiers = Tiers and fees
report-taxes = Tax
report-tax = { $rate } % on { $net }
report-cashiers = Cashiers
report-counts = Counted events
report-notes = One by one
report-allowed-by = allowed by { $who }
report-sealed = Sealed:
reports-none = No drawer was closed yet.
entry-float = Float
entry-sale = Sale
entry-comp = Free
entry-refund = Refund
entry-void = Void
entry-reprint = Reprint
entry-no-sale = Opened without a sale
entry-paid-in = Put in
entry-paid-out = Taken out
entry-cash-count = Count
entry-lift = Taken to the safe
key-card-print = Print the card
shortcut-till-split = Split the payment
synonyms-till-split = several tenders part cash part card
synonyms-till-search = will-call pick up collect guest list find
shortcut-till-park = Park the sale
shortcut-till-parked = Parked sales
synonyms-till-park = hold wait later recall
shortcut-till-pay-in = Put cash in
shortcut-till-pay-out = Take cash out
shortcut-till-no-sale = Open the drawer without a sale
synonyms-till-cash = drawer cash float petty paid
shortcut-till-x-report = X report: look in between
shortcut-till-close = Count and close the drawer
synonyms-till-close = z report end of day cash up count
shortcut-till-reports = Past Z reports
shortcut-till-key-card = Key card to print
failure-drawer-closed = The drawer is closed.
failure-drawer-closed-fix = Open it with its float first.
failure-drawer-being-counted = The drawer is being counted.
failure-drawer-being-counted-fix = Finish the count, or put it off to sell on.
failure-drawer-not-enough-cash = There is not that much cash in the drawer.
failure-drawer-not-enough-cash-fix = Put cash in first, or use another tender.
failure-amount-not-positive = The amount must be more than nothing.
failure-amount-not-positive-fix = Enter an amount.
failure-drawer-open-already = This drawer is open already.
failure-drawer-open-already-fix = Go on with it, or close it.
order-void = Void without money
order-void-text = The tickets are worthless at once, their places free again. The money stays in the drawer.
order-void-now =
    { $count ->
        [one] Void { $count } ticket
       *[other] Void { $count } tickets
    }
order-voided =
    { $count ->
        [one] { $count } ticket is void
       *[other] { $count } tickets are void
    }
