# Who is at the controls: the lock, supervisors, and the people of the house.
shortcut-switch-user = Switch user
synonyms-switch-user = sign in cashier change person log out
shortcut-lock = Lock
synonyms-lock = away pause pin sign out
user-menu = { $name }, { $role }
user-now = { $name } is at the controls now
user-same = { $name } is at the controls already

lock-title = Locked
lock-text = Everything stays as it is. Scan your badge, or choose your name and type your PIN.
lock-not-a-badge = That was no staff badge. Nothing was scanned in.
lock-needs-pin = Nobody here has a PIN yet
lock-needs-pin-fix = Give at least one person a PIN under Settings, People: then this window can be locked.
switch-title = Who is there?
staff = Staff
sign-in = Sign in
pin = PIN
pin-of = PIN of { $name }
pin-ok = OK
pin-pad = Digits
pin-back = Delete the last digit
pin-or-badge = Or scan a staff badge, at any time.
pin-none = { $name } has neither PIN nor badge on this device. Somebody who runs the house can give one.
pin-none-but-badge = { $name } has no PIN on this device: scan the badge.
pin-wrong = That is not the PIN.
pin-wrong-left =
    { $count ->
        [0] That is not the PIN. Wait a moment before the next try.
        [one] That is not the PIN. One more try before there is a wait.
       *[other] That is not the PIN. { $count } more tries before there is a wait.
    }
pin-wait =
    { $seconds ->
        [one] Too many wrong PINs. Try again in { $seconds } second, or let somebody else sign in.
       *[other] Too many wrong PINs. Try again in { $seconds } seconds, or let somebody else sign in.
    }
pin-wait-over = The wait is over: try again.
pin-nobody = Choose your name first.
pin-arrows = Arrow keys choose another name.
failure-pin-malformed = A PIN has 4 to 12 digits.
failure-pin-malformed-fix = Choose 4 to 12 digits.
failure-pin-too-easy = This PIN is among the first that anybody tries.
failure-pin-too-easy-fix = Choose digits that neither repeat nor count up or down.
failure-email-taken = Somebody here has this e-mail address already.
failure-email-taken-fix = Use another address, or leave it empty.
failure-locked = Nobody is signed in.
failure-locked-fix = Sign in with a badge or a PIN.
failure-owner-locked-out = The owner could not sign in any more.
failure-owner-locked-out-fix = Give the owner a PIN or a badge first: once anybody has one, this device asks everybody who they are.
pin-missing = This person has no PIN on this device. Scan a badge instead.
badge-unknown = Nobody here has this badge. Use a PIN, or have a new badge printed.

approval-title = A supervisor has to approve this
approval-text = To { $what }, { $name } needs somebody who may. Scan that person’s badge or type their PIN: { $name } stays signed in, and the record keeps both names.
approve = Approve
may-open = open the app
may-view-events = see events
may-plan-events = change events
may-publish-events = put events on sale or call them off
may-view-orders = see orders
may-sell = sell
may-comp = give tickets away
may-refund = refund or void
may-scan = scan at the door
may-override-verdict = let in against the verdict
may-view-finance = see money
may-import = import data
may-maintain-workspace = look after the file
may-manage-organization = change people and roles

settings-people = People
people = People
people-text = Everybody who plans, sells or scans here. What they do keeps their name, also after they leave.
people-add = Add somebody
people-change = Change
people-change-name = Change { $name }
people-no-email = No e-mail
people-cannot-sign-in = No PIN, no badge
has-pin = PIN
has-badge = Badge
person-name-missing = Enter a name
person-create = Add
person-save = Save
person-added = { $name } is added
person-changed = { $name } is changed
person-remove = Remove…
person-remove-title = Remove { $name }?
person-remove-text = Their PIN and badge stop working at once. Their sales, scans and approvals keep their name.
person-remove-confirm = Remove { $name }
person-keep = Keep
person-removed = { $name } is removed
role = Role
role-owner = Owner
role-owner-text = May do everything. There is exactly one owner.
role-admin = Administrator
role-admin-text = May do everything, also people and roles.
role-manager = Manager
role-manager-text = Plans events, sells, refunds, sees money, approves at the till. Not people and roles.
role-member = Staff
role-member-text = Sells and scans. Refunds and gifts need a supervisor’s approval.
role-viewer = Viewer
role-viewer-text = Sees events and orders, changes nothing.

pin-give = Give a PIN
pin-replace = Replace the PIN
pin-new-hint = Four to twelve digits. It works on this device only.
pin-save = Set PIN
pin-remove = Take the PIN away
pin-empty = Enter the digits of the PIN
pin-set = { $name } can sign in by PIN
pin-removed = { $name } has no PIN any more
badge = Badge
badge-text = One scan signs in, also over somebody else’s session. The badge is printed here and works on this device.
badge-has-text = A badge is in use. If it is lost, make a new one: the old one stops working at once.
badge-make = Make a badge
badge-renew = Make a new badge
badge-drop = Take the badge away
badge-dropped = { $name } has no badge any more
badge-once = Print it now: the code is shown this one time.
badge-print = Print the badge
badge-of = Badge of { $name }
badge-code = Code of the badge
badge-keep = Staff badge. Keep it like a key.

event-roles = At one event
event-roles-text = Somebody can do more at a single event than in the house: sell at it, scan at it, or see its money.
event-roles-none = Nobody has a role of their own at this event.
event-role-person = Person
event-role-person-missing = Choose a person
event-role-grant = Give the role
event-role-revoke = Take { $role } away from { $name }
event-role-manager = Runs the event
event-role-box-office = Box office: sells, gives away, refunds
event-role-scanner = Door: scans
event-role-finance = Sees its money
event-role-viewer = Looks on

settings-lock = Lock
lock-after = Lock after
lock-after-never = Never by itself
lock-after-minutes =
    { $minutes ->
        [one] { $minutes } minute without use
       *[other] { $minutes } minutes without use
    }
lock-now = Lock now
