events-title = Events
events-find = Find an event
events-empty = Events you plan stand here. Start from a template: a name and a date are enough.
events-none-found = No event fits “{ $search }”.
new-event = New event
event-title = Title
event-title-missing = Enter a title
event-starts = Starts
event-starts-missing = Enter when it starts
event-template = Template
event-create = Create event
event-created = { $title } is created as a draft
venue = Venue
city = City
capacity = Capacity
sold = Sold
revenue = Revenue
revenue-hint = after refunds
no-capacity = no limit set
of-capacity = of { $capacity } places · { $percent }

preview-title = What will be created
preview-empty = Choose a template and type a date: doors, end, tiers and check-in lists appear here before anything is made.
preview-doors = Doors { $when }
preview-ends = { $start } to { $end }
preview-zone = Times of { $zone }
preview-tiers =
    { $count ->
        [0] No tiers
        [one] { $count } tier
       *[other] { $count } tiers
    }
preview-lists = Check-in: { $names }
preview-no-price = price to be set
preview-draft = It starts as a draft. Nothing is on sale before you publish.
tier-unlimited = no limit
tier-places = { $count } places

event-sides = Sides of the event
event-actions = More for this event
event-publish = Put on sale
event-publish-not-ready = Put on sale…
event-published = { $title } is on sale
event-postpone = Postpone
event-complete = Close as over
event-cancel = Cancel the event…
event-cancel-title = Cancel { $title }?
event-cancel-text =
    { $sold ->
        [0] Nothing is sold. The event goes off sale and stays in the list as cancelled. This cannot be undone.
        [one] { $sold } ticket is sold. It stays in the books and is refused at the door; refunds are made order by order. This cannot be undone.
       *[other] { $sold } tickets are sold. They stay in the books and are refused at the door; refunds are made order by order. This cannot be undone.
    }
event-cancel-keep = Keep the event
event-cancel-confirm = Cancel { $title }
sell-tickets = Sell tickets

tab-overview = Overview
tab-tiers = Tiers
tab-orders = Orders
tab-door = Door
tier-sales = Sales by tier
readiness-title = Before it goes on sale
readiness-ready = Everything needed is there.
readiness-open =
    { $count ->
        [one] { $count } thing is missing.
       *[other] { $count } things are missing.
    }
readiness-done =
    { $count ->
        [one] { $count } thing is done
       *[other] { $count } things are done
    }
item-done = : done
item-open = : missing
item-advised = : advised
mend-tiers = Go to tiers
mend-details = Edit details
health-title = Health
health-good = Counters, orders and scans agree.

tiers-empty = A tier is what a guest can buy: a name, a price, a number of places. Add the first one to sell tickets.
tiers-hint = The order here is the order of the till’s keys 1 to 9.
tier-add = Add a tier
tier-edit = Tier { $name }
tier-create = Add tier
tier-save = Save tier
tier-created = Tier { $name } is added
tier-changed = Tier { $name } is changed
tier-name-missing = Enter a name for the tier
tier-price-missing = Enter a price; 0 is free of charge
tier-badge = Badge
price-hint = What the guest pays for one ticket.
price-in = Price ({ $currency })
tax-rate = Tax rate, %
tax-rate-hint = On ticket and receipt, like 7 or 19.
places = Places
places-hint = Empty: no limit but the event’s capacity.
order-most = Most in one order
order-most-hint = Empty: no limit.
sales-start = Sales start
sales-end = Sales end
sales-when-hint = Like “1 dec 10:00”.
sales-window = Sales
window-always = any time
window-from = from { $from }
window-until = until { $until }
window-both = { $from } – { $until }
tier-admission = Lets a guest in
tier-admission-hint = Off for extras such as parking or a cloakroom token: they use no place of the capacity.
left = Left

orders-count =
    { $count ->
        [0] No orders
        [one] { $shown } order
       *[other] { $shown } orders
    }
orders-none-found = No order fits “{ $search }”.
total-in = Total ({ $currency })

lists-title = Check-in lists
lists-empty = A check-in list says which tickets a door lets in. Without one the door stays closed.
list-add = Add a list
list-create = Add list
list-name-hint = As the door staff call it, for example “Main entrance”.
list-name-missing = Enter a name for the list
list-tiers = Which tiers does it let in?
list-tiers-missing = Choose at least one tier
list-all-tiers = All tiers
list-entries = How often?
list-one-entry = Once
list-one-entry-text = Each ticket enters one time.
list-reentry = Again after exit
list-reentry-text = A guest who was scanned out may come back.
list-many-entries = Any number
list-many-entries-text = For passes that come and go.
gates-title = Gates
gates-empty = Gates are optional: they tell where a guest came in.
gate-add = Add a gate
gate-create = Add gate
gate-name-hint = For example “Gate A” or “Courtyard”.
gate-name-missing = Enter a name for the gate

event-details = Details of the event
event-edit = Edit details…
event-save = Save details
event-changed = { $title } is changed
event-doors = Doors
event-ends = Ends
category = Category
description = Description
terms = Terms
terms-hint = Printed on every ticket, such as the age limit.

# One line for each item of the readiness list, by its code.
ready-status = { $done ->
    [yes] The event can be put on sale
   *[no] An event that is over or cancelled cannot be put on sale
}
ready-status-fix = Plan a new event instead.
ready-times-in-future = { $done ->
    [yes] The date is still to come
   *[no] The date has passed
}
ready-times-in-future-fix = Move the event to a date that is still to come.
ready-venue = { $done ->
    [yes] The venue is set
   *[no] No venue is set
}
ready-venue-fix = Set the venue: tickets print it.
ready-tiers = { $done ->
    [yes] There is something to sell
   *[no] There is nothing to sell
}
ready-tiers-fix = Add at least one tier with a price.
ready-tiers-on-sale = { $done ->
    [yes] A tier can be sold now or later
   *[no] No tier can be sold any more
}
ready-tiers-on-sale-fix = Let the sales of at least one tier end in the future.
ready-signing-key = { $done ->
    [yes] Tickets can be signed
   *[no] Tickets cannot be signed
}
ready-signing-key-fix = Make a signing key for this event, or bring this device’s key store back.
ready-capacity = { $done ->
    [yes] The number of guests is limited
   *[no] Nothing limits the number of guests
}
ready-capacity-fix = Set the event’s capacity, or places for every tier.
ready-capacity-within-venue = { $done ->
    [yes] The venue is large enough
   *[no] More guests than the venue holds
}
ready-capacity-within-venue-fix = Lower the capacity, or choose a larger venue.
ready-doors = { $done ->
    [yes] It says when the doors open
   *[no] Nobody knows when the doors open
}
ready-doors-fix = Set the doors: tickets print them.
ready-description = { $done ->
    [yes] It says what guests can expect
   *[no] There is no description
}
ready-description-fix = Add a description.
ready-category = { $done ->
    [yes] It has a category
   *[no] It has no category
}
ready-category-fix = Choose a category.
ready-terms = { $done ->
    [yes] Tickets print its terms
   *[no] Tickets print no terms
}
ready-terms-fix = Add terms, such as the age limit.

# Event templates, by their key.
template-club-night = Club night
template-club-night-text = Late doors, waves of prices, the same door until the early morning.
template-comedy-night = Comedy night
template-comedy-night-text = A seated show with an interval and a cheap front row for the brave.
template-concert = Concert
template-concert-text = One headline evening, standing or seated, with a few better places.
template-conference = Conference
template-conference-text = Talks over two days, badges, and people who come and go.
template-exhibition = Exhibition or fair
template-exhibition-text = A day of visitors at a steady pace, no seats, no rush.
template-festival-day = Festival day
template-festival-day-text = An open-air day with several gates and a backstage list.
template-film-screening = Film screening
template-film-screening-text = One film, one room, with time for a talk afterwards.
template-gala-dinner = Gala dinner
template-gala-dinner-text = A seated dinner in aid of a cause, sold by place and by table.
template-sports-match = Sports match
template-sports-match-text = Home and away ends with their own gates.
template-theatre-run = Theatre run
template-theatre-run-text = One evening of a run: copy it for every further date.
template-workshop = Workshop or course
template-workshop-text = A small group, named participants, materials included.
