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
comp = Free
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
last-open = Open to refund or void
comp-title = Give free of charge
comp-hint = For example “guest list of the band”.
comp-give = Give the tickets
