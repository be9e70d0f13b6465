// Generated from the command registry by `cargo run -p xtask -- types`. Do not edit.

/**
 * Takes a ticket over.
 */
export type AcceptTransfer = { 
/**
 * What the sender passed on, however it is typed.
 */
token: string, 
/**
 * Who takes it; the recipient that the sender named when absent.
 */
name?: string, 
/**
 * The e-mail address of whoever takes it.
 */
email?: string, };

/**
 * A ticket that was taken over.
 */
export type AcceptedTransfer = { 
/**
 * The transfer as it stands now.
 */
transfer: TransferRow, 
/**
 * The new ticket.
 */
ticket: TicketRow, };

/**
 * When a document counts as printed.
 */
export type Acknowledgement = "answered" | "written";

/**
 * Somebody to take in, with a PIN where one is wanted at once.
 */
export type AddPerson = { 
/**
 * The PIN on this device.
 */
pin?: string, 
/**
 * The person's name; ignored for someone who is known by the address.
 */
name: string, 
/**
 * Absent or blank: none.
 */
email?: string, 
/**
 * Any role but owner.
 */
role: OrganizationRole, };

/**
 * Takes an admission back.
 */
export type AnnulScan = { 
/**
 * The admitted scan.
 */
scan_id: ScanId, 
/**
 * Why.
 */
reason?: string, };

/**
 * An admission that was taken back.
 */
export type AnnulledScan = { 
/**
 * Which.
 */
scan_id: ScanId, };

/**
 * What an answer looks like.
 */
export type AnswerKind = "text" | "number" | "yes_no" | "choice" | "choices" | "date" | "time" | "date_time" | "other";

/**
 * One option of a choice.
 */
export type AnswerOption = { 
/**
 * Short, stable mark of the option.
 */
identifier: string, 
/**
 * What people read.
 */
label: string, 
/**
 * The option's number where the question came from, accepted as an answer too.
 */
source_number: number | null, };

/**
 * What is running, and on which file.
 */
export type AppInfo = { 
/**
 * The app's version.
 */
version: string, 
/**
 * The open workspace; absent before first run.
 */
workspace: WorkspaceInfo | null, 
/**
 * Where private keys are kept.
 */
keychain: Keeper, };

/**
 * A question that the guest must be asked.
 */
export type AskedQuestion = { 
/**
 * Which.
 */
id: QuestionId, 
/**
 * Its short mark; answers may be sent under it.
 */
identifier: string, 
/**
 * The words.
 */
question: string, 
/**
 * What an answer looks like.
 */
answer_kind: AnswerKind, 
/**
 * An empty answer will not do.
 */
is_required: boolean, 
/**
 * What can be chosen.
 */
options: Array<AnswerOption>, };

/**
 * Where to write the copy.
 */
export type BackupRequest = { 
/**
 * The new file.
 */
to: string, };

/**
 * Stops a ticket.
 */
export type BlockTicket = { 
/**
 * The ticket: its id or its code.
 */
ticket: string, 
/**
 * Why.
 */
reason: string, };

/**
 * An event to call off.
 */
export type CancelEvent = { 
/**
 * Id or slug.
 */
event: EventRef, 
/**
 * Why; guests may read it.
 */
reason: string, };

/**
 * Calls an unpaid order off.
 */
export type CancelOrder = { 
/**
 * The order: its id or its code.
 */
order: string, 
/**
 * Why.
 */
reason: string, };

/**
 * Calls a transfer off.
 */
export type CancelTransfer = { 
/**
 * The transfer's id.
 */
transfer: TransferId, };

/**
 * Cash that was moved.
 */
export type CashMoved = { 
/**
 * The session of the drawer.
 */
session_id: SessionId, 
/**
 * What went into the drawer; negative when it was taken out.
 */
amount: Money, };

/**
 * Where cash that is paid in comes from, and where cash that is paid out goes.
 */
export type CashPurpose = "safe" | "petty";

/**
 * A category as forms offer it.
 */
export type CategoryChoice = { 
/**
 * The taxonomy code.
 */
code: string, 
/**
 * As shown, in English.
 */
name: string, 
/**
 * The category it belongs to; absent on the upper level.
 */
parent_code: string | null, };

/**
 * What to change about somebody; absent fields stay.
 */
export type ChangePerson = { 
/**
 * Who.
 */
user: UserId, 
/**
 * The new name.
 */
name?: string, 
/**
 * The new address; blank takes it away.
 */
email?: string, 
/**
 * The new role.
 */
role?: OrganizationRole, };

/**
 * One check.
 */
export type CheckAnswer = { 
/**
 * What was checked.
 */
name: string, 
/**
 * Whether nothing was found.
 */
is_ok: boolean, 
/**
 * How many findings there are.
 */
finding_count: number, 
/**
 * The first of them.
 */
findings: Array<FindingAnswer>, };

/**
 * Asks whether a voucher would be taken, and what a basket would cost with it.
 */
export type CheckVoucher = { 
/**
 * The voucher's code.
 */
voucher: string, 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * What would be sold.
 */
lines: Array<LineRequest>, 
/**
 * How it would be paid, as far as fees depend on it; several ways when it is split. Cash when absent.
 */
payment_methods?: Array<PaymentMethod>, 
/**
 * The buyer's e-mail address, for vouchers that count by customer.
 */
buyer_email?: string, 
/**
 * Why the buyer pays no tax.
 */
tax_exemption?: string, 
/**
 * The hold whose places would be sold: its id.
 */
hold?: string, };

/**
 * What a voucher would do to a basket.
 */
export type CheckedVoucher = { 
/**
 * The voucher and what is left of it.
 */
voucher: VoucherRow, 
/**
 * What the basket would cost with it; absent for an empty basket.
 */
preview: OrderPreview | null, };

/**
 *Names one check-in list.
 */
export type CheckinListId = string;

/**
 * A time of day, written `18:30` or `18:30:00`.
 */
export type ClockTime = string;

/**
 * Closes a drawer.
 */
export type CloseSession = { 
/**
 * The till, by code or id; the only one when absent.
 */
till?: string, 
/**
 * What was counted, note by note and coin by coin.
 */
counts: Array<DenominationCount>, 
/**
 * Why it is over or short; needed when it is.
 */
reason?: string, 
/**
 * What the next session should begin with, in minor units; this one's float when absent.
 */
next_float_minor?: number, };

/**
 * A closed session with its report.
 */
export type ClosedSession = { 
/**
 * The session.
 */
session: TillSession, 
/**
 * Its Z report.
 */
report: DrawerReport, };

/**
 * The table of a roll printer's own letters.
 */
export type CodePage = "cp437" | "cp858" | "wpc1252" | "drawn";

/**
 * How two numbers compare.
 */
export type Comparison = "below" | "at_most" | "above" | "at_least" | "equal" | "different";

/**
 * Sells tickets.
 */
export type CompleteOrder = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * What is sold.
 */
lines: Array<LineRequest>, 
/**
 * How it is paid; exact cash when absent. Not looked at when there are `payments`.
 */
payment?: Tender, 
/**
 * How it is paid by several tenders together; all or nothing. Cash pays the rest that the others leave.
 */
payments?: Array<TenderPart>, 
/**
 * Why the buyer pays no tax: it is taken out of the price, after discounts.
 */
tax_exemption?: string, 
/**
 * The buyer's name.
 */
buyer_name?: string, 
/**
 * The buyer's e-mail address.
 */
buyer_email?: string, 
/**
 * The buyer's phone number.
 */
buyer_phone?: string, 
/**
 * The hold whose places are sold: its id.
 */
hold?: string, 
/**
 * The language of the papers; English when absent.
 */
locale?: string, };

/**
 * What was sold.
 */
export type CompletedOrder = { 
/**
 * The order with everything about it.
 */
order: OrderDetail, 
/**
 * What goes back across the counter.
 */
change: Money, 
/**
 * The receipt's number.
 */
receipt_number: number, 
/**
 * The tickets, as in the order.
 */
tickets: Array<TicketRow>, };

/**
 * How something contradicts itself.
 */
export type ConflictKind = "entered_twice" | "ended_before_entry" | "ended_inside" | "two_generations" | "entered_unpaid";

/**
 * A copy that was made and checked.
 */
export type CopyMade = { 
/**
 * Where it is.
 */
path: string, 
/**
 * Its size.
 */
bytes: number, };

/**
 * A tier that a list admits.
 */
export type CoveredTier = { 
/**
 * Which.
 */
id: TierId, 
/**
 * Its name.
 */
name: string, };

/**
 * Makes a check-in list.
 */
export type CreateCheckinList = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * Its name, unique in the event.
 */
name: string, 
/**
 * The tiers it admits: ids, names or numbers. Every tier when absent.
 */
tiers?: Array<string>, 
/**
 * A ticket may enter any number of times; no when absent.
 */
allows_multiple_entries?: boolean, 
/**
 * A ticket may enter again after it was scanned out; yes when absent.
 */
allows_reentry_after_exit?: boolean, 
/**
 * Unpaid tickets may enter when the operator says so; no when absent.
 */
includes_pending?: boolean, 
/**
 * The code of a main ticket stands for its add-on; no when absent.
 */
matches_addons?: boolean, 
/**
 * Further conditions on an entry.
 */
rules?: Rule, 
/**
 * When everybody inside counts as gone: local in the event's zone, or with an offset.
 */
exit_all_at?: string, };

/**
 * A draft with the tiers it sells.
 */
export type CreateEventWithTiers = { 
/**
 * Its tiers, in place of the template's.
 */
tiers?: Array<TierDraft>, 
/**
 * As printed on tickets.
 */
title: string, 
/**
 * Local time of the event's zone (`2026-06-13T20:00`), or a moment with an offset.
 */
starts_at: string, 
/**
 * As `starts_at`; the template's duration, else three hours, when absent.
 */
ends_at?: string, 
/**
 * As `starts_at`; the template's, else none, when absent.
 */
doors_at?: string, 
/**
 * Made from the title when absent.
 */
slug?: string, 
/**
 * Key of an event template.
 */
template?: string, 
/**
 * Several lines.
 */
description?: string, 
/**
 * A code of the event taxonomy.
 */
category_code?: string, 
/**
 * IANA name.
 */
time_zone?: string, 
/**
 * ISO 4217.
 */
currency?: string, 
/**
 * A venue that is there.
 */
venue_id?: VenueId, 
/**
 * A venue to add; ignored when `venue_id` is given.
 */
venue?: VenueDraft, 
/**
 * Most guests; the venue's, else the template's, when absent.
 */
capacity?: number, 
/**
 * Public when absent.
 */
visibility?: Visibility, 
/**
 * Printed on tickets.
 */
terms?: string, 
/**
 * True when absent.
 */
prices_include_tax?: boolean, 
/**
 * How tax is rounded over an order; by line when absent.
 */
tax_rounding?: TaxRounding, 
/**
 * Most places given away; no limit but the tiers' when absent.
 */
comp_quantity_max?: number, 
/**
 * Whether its sales are practice; false when absent.
 */
is_training?: boolean, };

/**
 * Plans a fee.
 */
export type CreateFeeRule = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * Why it is charged; `service` when absent.
 */
kind?: FeeKind, 
/**
 * What papers call it.
 */
name?: string, 
/**
 * The amount in minor units, tax included. Either this or `percent`.
 */
amount_minor?: number, 
/**
 * The share of what the tickets cost, like `2.5`.
 */
percent?: string, 
/**
 * What it is charged for; `order` when absent.
 */
per?: FeeUnit, 
/**
 * Its tax rate in percent; absent or empty: split over the rates of the order's tickets.
 */
tax_rate?: string, 
/**
 * Only when some of the order is paid this way.
 */
method?: PaymentMethod, 
/**
 * Only for orders made here.
 */
channel?: OrderChannel, };

/**
 * Makes a gate.
 */
export type CreateGate = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its short mark; made from the name when absent.
 */
code?: string, };

/**
 * Plans a group discount.
 */
export type CreateGroupDiscount = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * What papers call it.
 */
name?: string, 
/**
 * From so many tickets on. Either this or `min_value_minor`.
 */
min_quantity?: number, 
/**
 * From so much money on, in minor units.
 */
min_value_minor?: number, 
/**
 * What it does; `percent` when absent.
 */
benefit?: DiscountBenefit, 
/**
 * The share, like `10`.
 */
percent?: string, 
/**
 * The amount or the price in minor units.
 */
amount_minor?: number, 
/**
 * Only so many of the cheapest in each full group: 1 of 3 is "three for two". 0 takes this away.
 */
cheapest_quantity?: number, 
/**
 * Whether tickets that a voucher made cheaper are left out; true when absent.
 */
skips_vouchers?: boolean, 
/**
 * The tiers whose tickets count: ids, names or numbers; all when absent.
 */
tiers?: Array<string>, 
/**
 * From when it applies: local time of the event's zone, or a moment with an offset.
 */
available_from?: string, 
/**
 * Until when it applies.
 */
available_until?: string, };

/**
 * Sets places aside.
 */
export type CreateHold = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * What is set aside.
 */
lines: Array<LineRequest>, 
/**
 * For how many minutes; 15 when absent.
 */
minutes?: number, 
/**
 * For whom, or why.
 */
note?: string, };

/**
 * What to print, and where. One of `order`, `event`, `tickets` names it.
 */
export type CreatePrintJob = { 
/**
 * The tickets or the receipt of this order: its code or id.
 */
order?: string, 
/**
 * All valid tickets of this event: its slug or id.
 */
event?: EventRef, 
/**
 * These tickets: codes or ids.
 */
tickets?: Array<string>, 
/**
 * `ticket` when absent; `receipt` needs an order.
 */
document?: DocumentKind, 
/**
 * The receipt's number, when the order has several; the sale's when absent.
 */
receipt_number?: number, 
/**
 * The printer: its name or id; the one set up for the document when absent.
 */
printer?: string, 
/**
 * Why it is printed again. Without it, what was printed before or waits to be is left out. `lost` takes the old
 * codes back and prints new ones, which needs the permission to refund.
 */
reason?: PrintReason, 
/**
 * The language; English when absent.
 */
locale?: string, 
/**
 * The till at which it is printed again; its report then names the reprint.
 */
till?: string, };

/**
 * Makes a quota.
 */
export type CreateQuota = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * Its name, unique in the event.
 */
name: string, 
/**
 * Its places; unlimited when absent.
 */
size?: number, 
/**
 * The tiers that draw on it: ids, names or numbers.
 */
tiers?: Array<string>, };

/**
 * Puts one tier on sale.
 */
export type CreateTier = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * Its name, unique among the event's living tiers.
 */
name: string, 
/**
 * Its price as people type it, in the event's currency.
 */
price?: string, 
/**
 * Its price in minor units; wins over `price`.
 */
price_minor?: number, 
/**
 * What a badge or a door shows.
 */
badge_label?: string, 
/**
 * What is included.
 */
description?: string, 
/**
 * Places of its own; unlimited when absent.
 */
quantity?: number, 
/**
 * Most in one order; 20 when absent.
 */
order_quantity_max?: number, 
/**
 * When sales start: on the event's clocks, or a moment with its offset.
 */
sales_start_at?: string, 
/**
 * When sales end.
 */
sales_end_at?: string, 
/**
 * Tax in percent; none when absent.
 */
tax_rate?: string, 
/**
 * Whether it sells at all; it does when absent.
 */
is_active?: boolean, 
/**
 * Whether it admits a person; it does when absent.
 */
is_admission?: boolean, 
/**
 * Whether the door stops for it.
 */
needs_attention?: boolean, 
/**
 * What the door is told.
 */
door_note?: string, 
/**
 * From when its tickets open the door.
 */
valid_from?: string, 
/**
 * Until when its tickets open the door.
 */
valid_until?: string, 
/**
 * Most of its places that are given away; no limit when absent.
 */
comp_quantity_max?: number, 
/**
 * Whether it is sold only with a voucher that shows it.
 */
is_hidden?: boolean, 
/**
 * Quotas that it draws on, by name.
 */
quotas?: Array<string>, };

/**
 * Makes a till.
 */
export type CreateTill = { 
/**
 * What it is called; “Till” and its code when absent.
 */
name?: string, 
/**
 * Its short code; the next free letter when absent.
 */
code?: string, 
/**
 * The currency in its drawer; the organization's when absent.
 */
currency?: Currency, 
/**
 * Whether it is for practice.
 */
is_training?: boolean, };

/**
 * Plans a voucher.
 */
export type CreateVoucher = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * What is typed at the till; one that is free when absent.
 */
code?: string, 
/**
 * What it does; `none` when absent.
 */
kind?: VoucherKind, 
/**
 * A share like `10` for `percent`, an amount like `5.00` for the others.
 */
value?: string, 
/**
 * The amount in minor units, instead of `value`.
 */
amount_minor?: number, 
/**
 * Most that it takes off over all its usages, like `100.00`; no limit when absent.
 */
budget?: string, 
/**
 * The budget in minor units, instead of `budget`.
 */
budget_minor?: number, 
/**
 * Most usages; one when absent.
 */
max_usages?: number, 
/**
 * Least usages in its first order; one when absent.
 */
min_usages?: number, 
/**
 * Most usages by one customer, who is known by the e-mail address; 0 takes the limit away.
 */
max_usages_per_customer?: number, 
/**
 * From when it is valid: local time of the event's zone, or a moment with an offset.
 */
valid_from?: string, 
/**
 * Until when it is valid.
 */
valid_until?: string, 
/**
 * The tiers it is for: ids, names or numbers; all when absent.
 */
tiers?: Array<string>, 
/**
 * The name of the quota whose tiers it is for.
 */
quota?: string, 
/**
 * Whether it keeps places until it is used; it must be for one tier then.
 */
block_quota?: boolean, 
/**
 * Whether it sells although nothing is left.
 */
allow_ignore_quota?: boolean, 
/**
 * Whether it shows hidden tiers.
 */
show_hidden?: boolean, 
/**
 * For whom, or why.
 */
note?: string, };

/**
 * A new workspace and what it needs to know.
 */
export type CreateWorkspace = { 
/**
 * The file; in the app's own folder when absent.
 */
path?: string, 
/**
 * Whether everything in this workspace is invented.
 */
is_demo?: boolean, 
/**
 * As printed on tickets and receipts.
 */
organization_name: string, 
/**
 * What kind of organization it is.
 */
type?: OrganizationType, 
/**
 * The first owner.
 */
owner_name: string, 
/**
 * Absent or blank: none.
 */
owner_email?: string, 
/**
 * ISO 3166-1, two letters.
 */
country_code: string, 
/**
 * ISO 4217, three letters.
 */
currency: string, 
/**
 * IANA name.
 */
time_zone: string, };

/**
 * What somebody shows: a badge, or a PIN with the person it belongs to.
 */
export type Credentials = { 
/**
 * Whose PIN it is.
 */
user?: UserId, 
/**
 * The digits.
 */
pin?: string, 
/**
 * What the badge's code says.
 */
badge?: string, };

/**
 * A currency: three capital letters that ISO 4217 knows, or `XCR`.
 */
export type Currency = string;

/**
 * A currency as forms offer it.
 */
export type CurrencyChoice = { 
/**
 * Three letters of ISO 4217.
 */
code: string, 
/**
 * As shown, in English.
 */
name: string, 
/**
 * Decimal places.
 */
exponent: number, };

/**
 * Who is at the controls, and whose workspace this is.
 */
export type CurrentSession = { 
/**
 * Who; nobody while it is locked.
 */
user: User | null, 
/**
 * In which role.
 */
role: OrganizationRole | null, 
/**
 * What the role may do.
 */
permissions: Array<Permission>, 
/**
 * Whose workspace this is.
 */
organization: Organization, 
/**
 * Whether somebody has to sign in before anything else.
 */
is_locked: boolean, 
/**
 * Whether this device asks who is there: somebody has a PIN or a badge.
 */
asks_for_credentials: boolean, };

/**
 * A note or a coin that a drawer may hold.
 */
export type Denomination = { 
/**
 * What one is worth, in minor units.
 */
minor: number, 
/**
 * Whether it is a note; else it is a coin.
 */
is_note: boolean, };

/**
 * How many pieces of one worth were counted.
 */
export type DenominationCount = { 
/**
 * What one is worth, in minor units.
 */
denomination_minor: number, 
/**
 * How many there are.
 */
count: number, };

/**
 * One thing that differs.
 */
export type Difference = { 
/**
 * What differs, naming it.
 */
message: string, };

/**
 * Which way the guest goes.
 */
export type Direction = "entry" | "exit";

/**
 * What a group discount makes of a price.
 */
export type DiscountBenefit = "percent" | "amount" | "set_price";

/**
 * Where to look.
 */
export type DiscoverPrinters = { 
/**
 * Another computer's print server, as `HOST:PORT`; this computer's when absent.
 */
server?: string, };

/**
 * A document, ready to be saved or printed.
 */
export type Document = { 
/**
 * A name for the file, safe on every system.
 */
file_name: string, 
/**
 * `application/pdf`.
 */
media_type: string, 
/**
 * The bytes, in base64.
 */
base64: string, 
/**
 * How many pages it has.
 */
pages: number, };

/**
 * What is printed.
 */
export type DocumentKind = "ticket" | "receipt" | "report" | "label";

/**
 * One ticket that contradicts itself.
 */
export type DoorConflict = { 
/**
 * How.
 */
kind: ConflictKind, 
/**
 * The ticket.
 */
ticket_id: TicketId, 
/**
 * Its code.
 */
code: string, 
/**
 * Who holds it; the buyer when nobody is named.
 */
holder_name: string, 
/**
 * The code of its order.
 */
order_code: string, 
/**
 * The list on which it entered.
 */
list_id: CheckinListId, 
/**
 * The list's name.
 */
list_name: string, 
/**
 * When it entered for the first time on the list.
 */
first_at: string, 
/**
 * When it entered last.
 */
last_at: string, 
/**
 * How often it entered.
 */
entries: number, 
/**
 * Where it entered, each gate or device once.
 */
places: string, };

/**
 * Asks what contradicts itself at an event.
 */
export type DoorConflictsRequest = { 
/**
 * The event: its id or its slug.
 */
event: string, };

/**
 * How many are in.
 */
export type DoorCounters = { 
/**
 * Tickets with at least one entry on the list.
 */
admitted: number, 
/**
 * Tickets whose latest pass on the list is an entry.
 */
inside: number, 
/**
 * Tickets that the list may admit.
 */
expected: number, 
/**
 * Entries scanned within the last minute.
 */
entries_last_minute: number, 
/**
 * The same by tier.
 */
per_tier: Array<TierCount>, 
/**
 * Most guests of the event, if it has a limit.
 */
capacity: number | null, };

/**
 * Asks how many are in.
 */
export type DoorCountersRequest = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * The check-in list: its id or its name.
 */
list: string, };

/**
 * Asks for the last scans of a list.
 */
export type DoorRecentRequest = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * The check-in list: its id or its name.
 */
list: string, 
/**
 * How many; 20 when absent, 500 at most.
 */
first?: number, };

/**
 * Asks for guests of an event and how they stand on a list.
 */
export type DoorSearchRequest = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * The check-in list: its id or its name.
 */
list: string, 
/**
 * Two letters of a name, an address, the end of a phone number, an order or a code.
 */
text: string, };

/**
 * A night at one list.
 */
export type DoorSummary = { 
/**
 * How many are in, as the counters say.
 */
counters: DoorCounters, 
/**
 * Refusals by their reason, the most frequent first.
 */
refused: Array<VerdictCount>, 
/**
 * Verdicts that were overruled.
 */
forced: number, 
/**
 * Scans that were taken back.
 */
annulled: number, 
/**
 * Guests who left.
 */
exits: number, 
/**
 * The first entry.
 */
first_entry_at: string | null, 
/**
 * The last entry.
 */
last_entry_at: string | null, 
/**
 * The busiest minute.
 */
peak: MinuteCount | null, 
/**
 * Every minute in which somebody entered: the curve of arrivals.
 */
arrivals: Array<MinuteCount>, };

/**
 * The cash of a session: `float + sales + refunds + paid_in + paid_out = expected`.
 */
export type DrawerCash = { 
/**
 * What was put in to begin with.
 */
float: Money, 
/**
 * Taken for orders, less change.
 */
sales: Money, 
/**
 * Given back; negative or nothing.
 */
refunds: Money, 
/**
 * Put in between.
 */
paid_in: Money, 
/**
 * Taken out between; negative or nothing.
 */
paid_out: Money, 
/**
 * What should be there.
 */
expected: Money, 
/**
 * What was counted; only in a Z.
 */
counted: Money | null, 
/**
 * Counted less expected; only in a Z.
 */
over_short: Money | null, 
/**
 * Why they differ; empty when they do not.
 */
over_short_reason: string, 
/**
 * The pieces that were counted.
 */
counts: Array<DenominationCount>, 
/**
 * What the next session should begin with; only in a Z.
 */
next_float: Money | null, };

/**
 * What one person took and gave.
 */
export type DrawerCashier = { 
/**
 * Who.
 */
user_id: UserId | null, 
/**
 * By name; empty when unknown.
 */
name: string, 
/**
 * How many orders.
 */
sale_count: number, 
/**
 * What was paid for them.
 */
sales: Money, 
/**
 * How many refunds.
 */
refund_count: number, 
/**
 * What they come to; negative or nothing.
 */
refunds: Money, 
/**
 * Sales and refunds together.
 */
total: Money, };

/**
 * How often one kind of thing happened.
 */
export type DrawerCount = { 
/**
 * What.
 */
kind: EntryKind, 
/**
 * How often: sales and gifts by order, everything else one by one.
 */
count: number, 
/**
 * How many tickets it was about.
 */
ticket_count: number, 
/**
 * The effect on the tenders.
 */
amount: Money, 
/**
 * What gifts and withdrawn tickets would have cost.
 */
worth: Money, };

/**
 * One thing that a report names by itself.
 */
export type DrawerNote = { 
/**
 * What.
 */
kind: EntryKind, 
/**
 * When.
 */
at: string, 
/**
 * On which tender; absent where none was touched.
 */
method: PaymentMethod | null, 
/**
 * The effect on the tender.
 */
amount: Money, 
/**
 * What a gift or a withdrawn ticket would have cost.
 */
worth: Money, 
/**
 * How many tickets it was about.
 */
ticket_count: number, 
/**
 * The order's code.
 */
order_code: string | null, 
/**
 * Why.
 */
reason: string, 
/**
 * Who did it; empty when unknown.
 */
operator_name: string, 
/**
 * Who allowed it over the clerk's session; empty when nobody had to.
 */
authorised_by_name: string, };

/**
 * A report of a drawer's session.
 */
export type DrawerReport = { 
/**
 * X or Z.
 */
kind: ReportKind, 
/**
 * The number of a Z, without gaps for each till; an X has none.
 */
number: number | null, 
/**
 * The till.
 */
till_id: TillId, 
/**
 * The till's code.
 */
till_code: string, 
/**
 * The till's name.
 */
till_name: string, 
/**
 * Whether all of it was practice.
 */
is_training: boolean, 
/**
 * The session.
 */
session_id: SessionId, 
/**
 * What everything is counted in.
 */
currency: Currency, 
/**
 * When the drawer was opened.
 */
opened_at: string, 
/**
 * Who opened it; empty when unknown.
 */
opened_by_name: string, 
/**
 * When it was closed; an X is of an open drawer.
 */
closed_at: string | null, 
/**
 * Who closed it; empty when unknown or open.
 */
closed_by_name: string, 
/**
 * When the report was made.
 */
made_at: string, 
/**
 * How many orders took or gave tickets.
 */
order_count: number, 
/**
 * The lowest receipt number of the session.
 */
receipt_first: number | null, 
/**
 * The highest receipt number of the session.
 */
receipt_last: number | null, 
/**
 * Payments less what went back, over all tenders.
 */
turnover: Money, 
/**
 * The turnover less what tickets and fees come to: what coins rounded, and what was paid earlier for an order that
 * was paid here.
 */
rounding: Money, 
/**
 * The cash in the drawer.
 */
cash: DrawerCash, 
/**
 * By tender.
 */
tenders: Array<DrawerTender>, 
/**
 * By tier, and by kind of fee.
 */
tiers: Array<DrawerTier>, 
/**
 * By tax rate.
 */
taxes: Array<DrawerTax>, 
/**
 * By cashier.
 */
cashiers: Array<DrawerCashier>, 
/**
 * How often each thing happened.
 */
counts: Array<DrawerCount>, 
/**
 * Refunds, voids, gifts, reprints, openings without a sale, cash in and out, one by one.
 */
notes: Array<DrawerNote>, 
/**
 * Places that were still set aside for parked sales: carried over, never in the way.
 */
open_holds: number, 
/**
 * Print jobs that were not finished: carried over, never in the way.
 */
open_print_jobs: number, 
/**
 * The hash of the Z before this one, in hexadecimal; zeros for a till's first.
 */
previous_hash: string | null, 
/**
 * The hash that seals this Z.
 */
hash: string | null, };

/**
 * A till and its drawer.
 */
export type DrawerState = { 
/**
 * The till.
 */
till: Till, 
/**
 * The session that is not closed; absent when the drawer is.
 */
session: TillSession | null, 
/**
 * What the next session should begin with: what the last close laid down.
 */
suggested_float: Money, 
/**
 * What should be in the drawer. Absent when it is closed, and for whoever may not know before counting.
 */
expected: Money | null, 
/**
 * The notes and coins of its currency, the largest first.
 */
denominations: Array<Denomination>, };

/**
 * Tax of one rate.
 */
export type DrawerTax = { 
/**
 * The rate in percent.
 */
rate: string, 
/**
 * Without tax.
 */
net: Money, 
/**
 * The tax.
 */
tax: Money, 
/**
 * With tax.
 */
gross: Money, };

/**
 * What one tender took and gave.
 */
export type DrawerTender = { 
/**
 * The tender.
 */
method: PaymentMethod, 
/**
 * How many payments.
 */
sale_count: number, 
/**
 * What they come to.
 */
sales: Money, 
/**
 * How many refunds.
 */
refund_count: number, 
/**
 * What they come to; negative or nothing.
 */
refunds: Money, 
/**
 * Sales and refunds together.
 */
total: Money, };

/**
 * What was sold and taken back of one tier, or of one fee.
 */
export type DrawerTier = { 
/**
 * The tier; absent for fees.
 */
tier_id: TierId | null, 
/**
 * The tier's or the fee's name, as it was then.
 */
label: string, 
/**
 * How many were sold or given away.
 */
sold_count: number, 
/**
 * What they come to, tax included.
 */
sold: Money, 
/**
 * How many were taken back.
 */
returned_count: number, 
/**
 * What they come to; negative or nothing.
 */
returned: Money, 
/**
 * Both together.
 */
total: Money, };

/**
 * An address with one `@`, something before it and a host with a dot behind it. The host is in lower case.
 */
export type EmailAddress = string;

/**
 *Names one thing that happened at a till.
 */
export type EntryId = string;

/**
 * What happened at a till.
 */
export type EntryKind = "float" | "sale" | "comp" | "refund" | "void" | "reprint" | "no_sale" | "paid_in" | "paid_out" | "cash_count" | "lift";

/**
 * One thing that happened at a till.
 */
export type EntryRow = { 
/**
 * Which.
 */
id: EntryId, 
/**
 * The till's code.
 */
till_code: string, 
/**
 * The session.
 */
session_id: SessionId, 
/**
 * What happened.
 */
kind: EntryKind, 
/**
 * On which tender; absent where none was touched.
 */
method: PaymentMethod | null, 
/**
 * The effect on the tender.
 */
amount: Money, 
/**
 * What a gift or a withdrawn ticket would have cost.
 */
worth: Money, 
/**
 * How many tickets it was about.
 */
ticket_count: number, 
/**
 * The order's code; absent where there was none.
 */
order_code: string | null, 
/**
 * The receipt's number.
 */
receipt_number: number | null, 
/**
 * Who did it.
 */
operator_user_id: UserId | null, 
/**
 * Who did it, by name; empty when unknown.
 */
operator_name: string, 
/**
 * Who allowed it over the clerk's session, by name; empty when nobody had to.
 */
authorised_by_name: string, 
/**
 * Why; empty where nobody was asked.
 */
reason: string, 
/**
 * When.
 */
at: string, };

/**
 * Everything about an event.
 */
export type EventDetail = { 
/**
 * Several lines; may be empty.
 */
description: string, 
/**
 * A code of the event taxonomy.
 */
category_code: string | null, 
/**
 * Who may find it.
 */
visibility: Visibility, 
/**
 * Where.
 */
venue: Venue | null, 
/**
 * Printed on tickets; may be empty.
 */
terms: string, 
/**
 * Whether prices are what the buyer pays.
 */
prices_include_tax: boolean, 
/**
 * How tax is rounded over an order.
 */
tax_rounding: TaxRounding, 
/**
 * Most places given away.
 */
comp_quantity_max: number | null, 
/**
 * Whether its sales are practice.
 */
is_training: boolean, 
/**
 * Why it was cancelled; empty otherwise.
 */
cancel_reason: string, 
/**
 * Counts changes; an update may name the version it saw.
 */
version: number, 
/**
 * Which.
 */
id: EventId, 
/**
 * As printed on tickets.
 */
title: string, 
/**
 * The name in addresses and on command lines.
 */
slug: string, 
/**
 * Where it stands.
 */
status: EventStatus, 
/**
 * What its tiers are priced in.
 */
currency: Currency, 
/**
 * The zone its times are shown in.
 */
time_zone: Zone, 
/**
 * When the doors open, UTC.
 */
doors_at: string | null, 
/**
 * When it starts, UTC.
 */
starts_at: string, 
/**
 * When it ends, UTC.
 */
ends_at: string, 
/**
 * Where, if it is known.
 */
venue_name: string | null, 
/**
 * Most guests.
 */
capacity: number | null, 
/**
 * Tickets that are issued and still stand.
 */
sold: number, 
/**
 * Paid less refunded.
 */
revenue: Money, };

/**
 * Whether an event is well.
 */
export type EventHealth = { 
/**
 * Whether nothing is wrong.
 */
is_healthy: boolean, 
/**
 * What is wrong; empty when nothing is.
 */
findings: Array<HealthFinding>, };

/**
 *Names one event.
 */
export type EventId = string;

/**
 * Whether an event can go on sale, and what is missing.
 */
export type EventReadiness = { 
/**
 * Whether every required item is done.
 */
is_ready: boolean, 
/**
 * Required items first.
 */
items: Array<ReadinessItem>, };

/**
 * An event's id or slug, as a person or a screen gives it.
 */
export type EventRef = string;

/**
 * A person's role at one event, on top of the role in the organization.
 */
export type EventRole = "manager" | "box_office" | "scanner" | "finance" | "viewer";

/**
 * A role to give or to take away.
 */
export type EventRoleChange = { 
/**
 * Id or slug.
 */
event: EventRef, 
/**
 * A member of the organization.
 */
user: UserId, 
/**
 * Which role.
 */
role: EventRole, };

/**
 *Names one person's role at one event.
 */
export type EventRoleId = string;

/**
 * A person's role at one event.
 */
export type EventRoleRow = { 
/**
 * Which grant.
 */
id: EventRoleId, 
/**
 * Who.
 */
user: User, 
/**
 * In which role.
 */
role: EventRole, };

/**
 * Where an event stands.
 */
export type EventStatus = "draft" | "published" | "postponed" | "completed" | "cancelled";

/**
 * An event in a list.
 */
export type EventSummary = { 
/**
 * Which.
 */
id: EventId, 
/**
 * As printed on tickets.
 */
title: string, 
/**
 * The name in addresses and on command lines.
 */
slug: string, 
/**
 * Where it stands.
 */
status: EventStatus, 
/**
 * What its tiers are priced in.
 */
currency: Currency, 
/**
 * The zone its times are shown in.
 */
time_zone: Zone, 
/**
 * When the doors open, UTC.
 */
doors_at: string | null, 
/**
 * When it starts, UTC.
 */
starts_at: string, 
/**
 * When it ends, UTC.
 */
ends_at: string, 
/**
 * Where, if it is known.
 */
venue_name: string | null, 
/**
 * Most guests.
 */
capacity: number | null, 
/**
 * Tickets that are issued and still stand.
 */
sold: number, 
/**
 * Paid less refunded.
 */
revenue: Money, };

/**
 * A template with its prices in one currency.
 */
export type EventTemplate = { 
/**
 * Stable word: `club-night`.
 */
key: string, 
/**
 * English name.
 */
name: string, 
/**
 * One sentence that tells when to choose it.
 */
summary: string, 
/**
 * Code of the event taxonomy.
 */
category_code: string, 
/**
 * From start to end, in minutes.
 */
duration_minutes: number, 
/**
 * From doors to start, in minutes; 0 when both are one.
 */
doors_before_minutes: number, 
/**
 * Places to start from.
 */
capacity: number, 
/**
 * What is sold.
 */
tiers: Array<TemplateTier>, 
/**
 * Where tickets are scanned.
 */
lists: Array<TemplateList>, 
/**
 * Advice for the planner.
 */
notes: Array<string>, };

/**
 * One column of the file.
 */
export type ExportColumn = { 
/**
 * The field of a row, with dots into objects, such as `gross.minor`; an amount is named as a whole.
 */
path: string, 
/**
 * What stands above it; the path when absent.
 */
title?: string, };

/**
 * As which kind of file.
 */
export type ExportFormat = "csv" | "xlsx";

/**
 * Asks for a table as a file.
 */
export type ExportTable = { 
/**
 * The command that reads the table, such as `order.list`.
 */
query: string, 
/**
 * Its input: the same filters as on the screen.
 */
input?: Record<string, unknown>, 
/**
 * What the file is called, without its ending; the command's name when absent.
 */
name?: string, 
/**
 * As which kind of file.
 */
format: ExportFormat, 
/**
 * Which columns, in this order; all when absent.
 */
columns?: Array<ExportColumn>, 
/**
 * The sign before decimals in text: `.` or `,`. With `,` the sign between values is `;`.
 */
decimal?: string, 
/**
 * The zone by whose clocks moments are written; UTC when absent.
 */
time_zone?: string, };

/**
 * An order of the event that could not be refunded.
 */
export type FailedRefund = { 
/**
 * Its code.
 */
order_code: string, 
/**
 * Why.
 */
message: string, 
/**
 * The way out.
 */
fix: string, };

/**
 * The kinds of fault a person can act on differently.
 */
export type FaultKind = "disk_full" | "corrupt" | "read_only" | "in_use" | "not_a_workspace" | "newer_file" | "missing" | "inconsistent" | "io" | "bug";

/**
 * Why an order costs more than its tickets.
 */
export type FeeKind = "payment" | "shipping" | "service" | "cancellation" | "insurance" | "late" | "other";

/**
 * How much a fee is.
 */
export type FeeMeasure = "amount" | "percent";

/**
 *Names one fee that an event charges.
 */
export type FeeRuleId = string;

/**
 * A fee as people see it.
 */
export type FeeRuleRow = { 
/**
 * Its id.
 */
id: FeeRuleId, 
/**
 * Its event.
 */
event_id: EventId, 
/**
 * Why it is charged.
 */
kind: FeeKind, 
/**
 * What papers call it.
 */
name: string, 
/**
 * How it is measured.
 */
charge: FeeMeasure, 
/**
 * The amount, tax included; nothing when it is a share.
 */
amount: Money, 
/**
 * The share in percent; `0` when it is an amount.
 */
percent: string, 
/**
 * What it is charged for.
 */
per: FeeUnit, 
/**
 * Its tax rate in percent; absent when it is split over the rates of the order's tickets.
 */
tax_rate: string | null, 
/**
 * Only when some of the order is paid this way.
 */
method: PaymentMethod | null, 
/**
 * Only for orders made here.
 */
channel: OrderChannel | null, 
/**
 * Whether it is charged.
 */
is_active: boolean, 
/**
 * Counts its changes.
 */
version: number, };

/**
 * What a fee is charged for.
 */
export type FeeUnit = "order" | "ticket";

/**
 * One thing that is wrong.
 */
export type FindingAnswer = { 
/**
 * What is wrong, naming table and row.
 */
message: string, };

/**
 * When a ticket was first used on a list.
 */
export type FirstUse = { 
/**
 * When.
 */
at: string, 
/**
 * At which gate.
 */
gate: string | null, 
/**
 * By which device.
 */
device: string, 
/**
 * Who held the scanner.
 */
operator: string | null, };

/**
 * What could be a printer.
 */
export type Found = { 
/**
 * The system's queues.
 */
queues: Array<FoundQueue>, 
/**
 * Devices at a cable.
 */
devices: Array<string>, 
/**
 * Why the system's queues are not known; absent when they are.
 */
problem: string | null, };

/**
 * A guest who was found.
 */
export type FoundGuest = { 
/**
 * The holder is inside, by the latest pass on the list.
 */
is_inside: boolean, 
/**
 * How often the ticket entered on the list.
 */
entries: number, 
/**
 * Its id.
 */
id: TicketId, 
/**
 * The code that is read aloud and typed; another system's code for an imported ticket.
 */
code: string, 
/**
 * Whether the code is another system's.
 */
is_foreign_code: boolean, 
/**
 * Its number in the event.
 */
serial: number, 
/**
 * Where it stands.
 */
status: TicketStatus, 
/**
 * Its tier.
 */
tier_id: TierId, 
/**
 * Its tier's name.
 */
tier_name: string, 
/**
 * What a badge or a door shows: the tier's label, or its name.
 */
badge_label: string, 
/**
 * Its tier's number in the event.
 */
tier_number: number, 
/**
 * Its order.
 */
order_id: OrderId, 
/**
 * Its order's code.
 */
order_code: string, 
/**
 * Where its order stands.
 */
order_status: OrderStatus, 
/**
 * Its event.
 */
event_id: EventId, 
/**
 * Whose it is; empty when unknown.
 */
holder_name: string, 
/**
 * The holder's e-mail address; empty when unknown.
 */
holder_email: string, 
/**
 * The holder's company; empty when unknown.
 */
holder_company: string, 
/**
 * What was paid for it.
 */
gross: Money, 
/**
 * The tax inside `gross`.
 */
tax: Money, 
/**
 * The rate of `tax` in percent.
 */
tax_rate: string, 
/**
 * Whether it was stopped by hand.
 */
is_blocked: boolean, 
/**
 * Why it was stopped; empty when it was not.
 */
block_reason: string, 
/**
 * Why it was ended; empty when it was not.
 */
status_reason: string, 
/**
 * From when it opens the door: its own time, or its tier's.
 */
valid_from: string | null, 
/**
 * Until when it opens the door: its own time, or its tier's.
 */
valid_until: string | null, 
/**
 * The text of its QR code. Present where tickets are shown or printed; signing takes time that a sale does not
 * spend.
 */
payload: string | null, };

/**
 * A queue of the system.
 */
export type FoundQueue = { 
/**
 * Its name: the address of a printer of kind `system`.
 */
name: string, 
/**
 * What people call it.
 */
description: string, 
/**
 * Whether it takes jobs.
 */
is_ready: boolean, 
/**
 * Why not.
 */
reason: string, };

/**
 *Names one gate.
 */
export type GateId = string;

/**
 * A gate as people see it.
 */
export type GateRow = { 
/**
 * Which.
 */
id: GateId, 
/**
 * Its name.
 */
name: string, 
/**
 * Its short mark, unique in the event.
 */
code: string, 
/**
 * Counts its changes.
 */
version: number, };

/**
 *Names one group discount of an event.
 */
export type GroupDiscountId = string;

/**
 * A group discount as people see it.
 */
export type GroupDiscountRow = { 
/**
 * Its id.
 */
id: GroupDiscountId, 
/**
 * Its event.
 */
event_id: EventId, 
/**
 * What papers call it.
 */
name: string, 
/**
 * From so many tickets on; 0 when it counts money.
 */
min_quantity: number, 
/**
 * From so much money on; nothing when it counts tickets.
 */
min_value: Money, 
/**
 * What it does.
 */
benefit: DiscountBenefit, 
/**
 * The share in percent; `0` otherwise.
 */
percent: string, 
/**
 * The amount or the price; nothing otherwise.
 */
amount: Money, 
/**
 * Only so many of the cheapest in each full group; every ticket when absent.
 */
cheapest_quantity: number | null, 
/**
 * Whether tickets that a voucher made cheaper are left out.
 */
skips_vouchers: boolean, 
/**
 * The tiers whose tickets count; all when empty.
 */
tiers: Array<TierId>, 
/**
 * From when it applies.
 */
available_from: string | null, 
/**
 * Until when it applies.
 */
available_until: string | null, 
/**
 * Whether it applies.
 */
is_active: boolean, 
/**
 * Counts its changes.
 */
version: number, };

/**
 * Who of an order was admitted, and who was not and why. Who was inside already is in neither list.
 */
export type GroupOutcome = { 
/**
 * Admitted now.
 */
admitted: Array<ScanOutcome>, 
/**
 * Not admitted.
 */
refused: Array<ScanOutcome>, };

/**
 *Names one import of guests.
 */
export type GuestImportId = string;

/**
 * An import in a list.
 */
export type GuestImportRow = { 
/**
 * Its id.
 */
id: GuestImportId, 
/**
 * Its event.
 */
event_id: EventId, 
/**
 * The event's title.
 */
event_title: string, 
/**
 * As what its rows were taken.
 */
as: TakenAs, 
/**
 * Where it stands.
 */
status: GuestImportStatus, 
/**
 * The file's name.
 */
file_name: string, 
/**
 * How many rows the file has.
 */
row_count: number, 
/**
 * How many were left out.
 */
skipped: number, 
/**
 * How many orders were made.
 */
orders: number, 
/**
 * How many of their tickets are valid.
 */
tickets: number, 
/**
 * When it began.
 */
created_at: string, 
/**
 * Who began it; empty when nobody was signed in.
 */
created_by: string, 
/**
 * When it was taken back.
 */
undone_at: string | null, 
/**
 * Why.
 */
undo_reason: string, };

/**
 * Where an import stands.
 */
export type GuestImportStatus = "running" | "done" | "undone";

/**
 * Which column means what: titles as in the file. A name may be put together from several: `Vorname + Nachname`.
 */
export type GuestMapping = { 
/**
 * The guest's name.
 */
name?: string, 
/**
 * The e-mail address.
 */
email?: string, 
/**
 * The phone number.
 */
phone?: string, 
/**
 * The tier: its name, its number or its id.
 */
tier?: string, 
/**
 * How many tickets; one when absent or empty.
 */
quantity?: string, 
/**
 * The company.
 */
company?: string, 
/**
 * A note, kept with the payment.
 */
note?: string, 
/**
 * What one ticket cost elsewhere; the tier's price when absent or empty.
 */
price?: string, };

/**
 * What a file would become.
 */
export type GuestPreview = { 
/**
 * The titles in the file's first row.
 */
columns: Array<string>, 
/**
 * Which column means what.
 */
mapping: GuestMapping, 
/**
 * How many rows were judged.
 */
row_count: number, 
/**
 * How many can be taken.
 */
ready: number, 
/**
 * How many of those are worth a look.
 */
warnings: number, 
/**
 * How many cannot be taken.
 */
errors: number, 
/**
 * How many tickets the rows that can be taken come to.
 */
tickets: number, 
/**
 * What is to be said about rows: the first two hundred.
 */
problems: Array<RowProblem>, 
/**
 * The first rows as they would be taken.
 */
sample: Array<GuestSample>, };

/**
 * A row as it would be taken.
 */
export type GuestSample = { 
/**
 * Its line in the file.
 */
line: number, 
/**
 * The guest's name.
 */
name: string, 
/**
 * The e-mail address.
 */
email: string, 
/**
 * The phone number.
 */
phone: string, 
/**
 * The company.
 */
company: string, 
/**
 * The note.
 */
note: string, 
/**
 * The tier's name.
 */
tier_name: string, 
/**
 * How many tickets.
 */
quantity: number, 
/**
 * What one costs.
 */
price: Money, };

/**
 * Which file, and how it is to be taken.
 */
export type GuestSource = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * The file itself.
 */
base64?: string, 
/**
 * Where the file is, instead.
 */
path?: string, 
/**
 * What the file is called; from its path when absent.
 */
file_name?: string, 
/**
 * Which column means what; guessed from the titles when absent.
 */
mapping?: GuestMapping, 
/**
 * The tier of rows that name none: its id, its name or its number.
 */
default_tier?: string, 
/**
 * As what the rows are taken.
 */
as: TakenAs, };

/**
 * What an import came to.
 */
export type GuestsImported = { 
/**
 * The import.
 */
import_id: GuestImportId, 
/**
 * How many orders it made.
 */
orders: number, 
/**
 * How many tickets.
 */
tickets: number, 
/**
 * How many rows were left out.
 */
skipped: number, 
/**
 * The rows that were left out, each with its line and what is wrong, as comma-separated text.
 */
error_rows_csv_base64?: string, };

/**
 * What taking an import back came to.
 */
export type GuestsUndone = { 
/**
 * The import.
 */
import_id: GuestImportId, 
/**
 * How many orders ended.
 */
orders: number, 
/**
 * How many tickets ended.
 */
tickets: number, 
/**
 * Orders that stay, because their guests are inside.
 */
kept: Array<KeptOrder>, };

/**
 * One thing that is wrong.
 */
export type HealthFinding = { 
/**
 * Stable, snake_case.
 */
code: string, 
/**
 * What is wrong, in English.
 */
message: string, 
/**
 * What to do, in English.
 */
fix: string, 
/**
 * How many there are.
 */
count: number, };

/**
 * One change of a record.
 */
export type HistoryEntry = { 
/**
 * Its number in the log of all changes.
 */
lseq: number, 
/**
 * The command that made it.
 */
command: string, 
/**
 * Who acted; absent for set-up and jobs.
 */
actor_name: string | null, 
/**
 * When.
 */
at: string, 
/**
 * The changed columns before; absent for a new record.
 */
before: JsonValue | null, 
/**
 * The changed columns after; absent for a removed record.
 */
after: JsonValue | null, };

/**
 * Whose history is asked for.
 */
export type HistoryRequest = { 
/**
 * The record's id.
 */
entity_id: string, };

/**
 * A hold as people see it.
 */
export type Hold = { 
/**
 * Its id.
 */
id: HoldId, 
/**
 * Its event.
 */
event_id: EventId, 
/**
 * Where it stands.
 */
status: HoldStatus, 
/**
 * When its places are free again.
 */
expires_at: string, 
/**
 * For whom, or why.
 */
note: string, 
/**
 * What is set aside.
 */
lines: Array<HoldLine>, 
/**
 * Counts its changes.
 */
version: number, };

/**
 *Names places that are set aside.
 */
export type HoldId = string;

/**
 * Places of one tier that are set aside.
 */
export type HoldLine = { 
/**
 * The tier.
 */
tier_id: TierId, 
/**
 * How many.
 */
quantity: number, };

/**
 * Where a hold stands.
 */
export type HoldStatus = "active" | "released" | "expired" | "converted";

/**
 * How many records of a kind an import met.
 */
export type ImportCount = { 
/**
 * `orders`, `tickets`, `scans` and so on.
 */
kind: string, 
/**
 * Written now.
 */
new: number, 
/**
 * Here already, with the same content.
 */
unchanged: number, 
/**
 * Here already, brought up to date now.
 */
changed: number, };

/**
 * Takes the guests of a file.
 */
export type ImportGuests = { 
/**
 * Whether the rows that can be taken are taken when others cannot; otherwise one wrong row refuses the file.
 */
accepts_partial?: boolean, 
/**
 * Names the import: the same key goes on where it stopped, and takes no row twice.
 */
idempotency_key: string, 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * The file itself.
 */
base64?: string, 
/**
 * Where the file is, instead.
 */
path?: string, 
/**
 * What the file is called; from its path when absent.
 */
file_name?: string, 
/**
 * Which column means what; guessed from the titles when absent.
 */
mapping?: GuestMapping, 
/**
 * The tier of rows that name none: its id, its name or its number.
 */
default_tier?: string, 
/**
 * As what the rows are taken.
 */
as: TakenAs, };

/**
 * What an import did. A second import of the same export counts everything as unchanged.
 */
export type ImportReport = { 
/**
 * The event that the export is of.
 */
event: ImportedEvent, 
/**
 * How many records of each kind were new, the same as before, or brought up to date.
 */
counts: Array<ImportCount>, 
/**
 * Orders of the export by their status here.
 */
orders_by_status: Record<string, number>, 
/**
 * Sum of the totals of the paid orders.
 */
paid_total: Money, 
/**
 * What a person should know about what was imported.
 */
warnings: Array<string>, 
/**
 * What was left out, and why.
 */
not_imported: Array<NotImported>, };

/**
 * Where the export is.
 */
export type ImportRequest = { 
/**
 * Its folder, or a file in it.
 */
path: string, };

/**
 * The event an export was imported into.
 */
export type ImportedEvent = { 
/**
 * Id, as text.
 */
id: string, 
/**
 * Short name, for commands.
 */
slug: string, 
/**
 * Title.
 */
title: string, 
/**
 * Currency of everything.
 */
currency: Currency, };

/**
 * What a new workspace needs to know.
 */
export type InitWorkspace = { 
/**
 * Whether everything in this workspace is invented.
 */
is_demo?: boolean, 
/**
 * As printed on tickets and receipts.
 */
organization_name: string, 
/**
 * What kind of organization it is.
 */
type?: OrganizationType, 
/**
 * The first owner.
 */
owner_name: string, 
/**
 * Absent or blank: none.
 */
owner_email?: string, 
/**
 * ISO 3166-1, two letters.
 */
country_code: string, 
/**
 * ISO 4217, three letters.
 */
currency: string, 
/**
 * IANA name.
 */
time_zone: string, };

/**
 * Where a sheet stands.
 */
export type ItemStatus = "queued" | "sending" | "printed" | "failed" | "unknown";

/**
 * Where a job stands.
 */
export type JobStatus = "queued" | "printing" | "paused" | "done" | "cancelled";

export type JsonValue = number | string | boolean | Array<JsonValue> | { [key in string]: JsonValue } | null;

/**
 * Which keeper of keys is in use.
 */
export type Keeper = "os" | "file";

/**
 * An order that stays although its import was taken back, because its guest is inside.
 */
export type KeptOrder = { 
/**
 * The line of the file.
 */
line: number, 
/**
 * Its code.
 */
order: string, 
/**
 * The guest's name.
 */
name: string, };

/**
 * So many of a tier.
 */
export type LineRequest = { 
/**
 * The tier: its id, its name or its number.
 */
tier: string, 
/**
 * How many; at least one.
 */
quantity: number, 
/**
 * The code of a voucher that is redeemed for each of them.
 */
voucher?: string, };

/**
 * Asks for an event's check-in lists.
 */
export type ListCheckinLists = { 
/**
 * The event: its id or its slug.
 */
event: string, };

/**
 * Asks for entries.
 */
export type ListEntries = { 
/**
 * Only this till's, by code or id; all when absent.
 */
till?: string, 
/**
 * Only this session's: its id.
 */
session?: string, 
/**
 * Which page.
 */
page?: PageRequest, };

/**
 * Which events are wanted.
 */
export type ListEvents = { 
/**
 * Words that title, slug, venue or city contain, without regard to case or accents.
 */
search?: string, 
/**
 * Only events that stand there.
 */
status?: EventStatus, 
/**
 * Only events that end at this moment or later.
 */
ends_after?: string, 
/**
 * Which page.
 */
page?: PageRequest, };

/**
 * Asks for the fees of an event.
 */
export type ListFeeRules = { 
/**
 * The event: its id or its slug.
 */
event: string, };

/**
 * Asks for an event's gates.
 */
export type ListGates = { 
/**
 * The event: its id or its slug.
 */
event: string, };

/**
 * Asks for the group discounts of an event.
 */
export type ListGroupDiscounts = { 
/**
 * The event: its id or its slug.
 */
event: string, };

/**
 * Asks for past imports, newest first.
 */
export type ListGuestImports = { 
/**
 * Only into this event: its id or its slug.
 */
event?: string, };

/**
 * Asks for orders, newest first.
 */
export type ListOrders = { 
/**
 * Only of this event: its id or its slug.
 */
event?: string, 
/**
 * Only what this finds: a code or its number, two letters of a name, an e-mail address, the
 * end of a phone number, a ticket code.
 */
search?: string, 
/**
 * Only where this stands.
 */
status?: OrderStatus, 
/**
 * Which page.
 */
page?: PageRequest, };

/**
 * Asks for the queue.
 */
export type ListPrintJobs = { 
/**
 * Whether jobs that are through are left out.
 */
is_open?: boolean, };

/**
 * Asks for all printers.
 */
export type ListPrinters = Record<symbol, never>;

/**
 * Asks for an event's quotas.
 */
export type ListQuotas = { 
/**
 * The event: its id or its slug.
 */
event: string, };

/**
 * Asks for Z reports.
 */
export type ListReports = { 
/**
 * Only this till's, by code or id; all when absent.
 */
till?: string, 
/**
 * Which page.
 */
page?: PageRequest, };

/**
 * A check-in list as people see it.
 */
export type ListRow = { 
/**
 * Which.
 */
id: CheckinListId, 
/**
 * Its event.
 */
event_id: EventId, 
/**
 * Its name, unique in the event.
 */
name: string, 
/**
 * It admits every tier of the event.
 */
covers_all_tiers: boolean, 
/**
 * Otherwise these.
 */
tiers: Array<CoveredTier>, 
/**
 * A ticket may enter any number of times.
 */
allows_multiple_entries: boolean, 
/**
 * A ticket may enter again after it was scanned out.
 */
allows_reentry_after_exit: boolean, 
/**
 * Unpaid tickets may enter when the operator says so.
 */
includes_pending: boolean, 
/**
 * The code of a main ticket stands for its add-on.
 */
matches_addons: boolean, 
/**
 * Further conditions on an entry.
 */
rules: Rule | null, 
/**
 * When everybody inside counts as gone.
 */
exit_all_at: string | null, 
/**
 * Counts its changes.
 */
version: number, };

/**
 * Asks for sessions.
 */
export type ListSessions = { 
/**
 * Only this till's, by code or id; all when absent.
 */
till?: string, 
/**
 * Which page.
 */
page?: PageRequest, };

/**
 * Asks for tickets of an event, by serial number.
 */
export type ListTickets = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * Only what this finds: a code, two letters of a name, an e-mail address, the end of a phone number, an order.
 */
search?: string, 
/**
 * Only where this stands.
 */
status?: TicketStatus, 
/**
 * Which page.
 */
page?: PageRequest, };

/**
 * Asks for an event's tiers.
 */
export type ListTiers = { 
/**
 * The event: its id or its slug.
 */
event: string, };

/**
 * Asks for the transfers of an event.
 */
export type ListTransfers = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * Only those that stand like this.
 */
status?: TransferStatus, };

/**
 * Asks for the vouchers of an event.
 */
export type ListVouchers = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * Text that stands in the code or the note.
 */
search?: string, };

/**
 * A badge just made. Its code is shown once: the file keeps its hash alone.
 */
export type MadeBadge = { 
/**
 * What the badge's QR code says.
 */
code: string, };

/**
 * A number about the scan or about the ticket's earlier entries on the same list.
 */
export type Measure = "weekday" | "entries_number" | "entries_today" | "entries_days" | { "entries_since": Moment } | { "entries_before": Moment } | { "entries_days_since": Moment } | { "entries_days_before": Moment } | "minutes_since_last_entry" | "minutes_since_first_entry";

/**
 * Entries in one minute.
 */
export type MinuteCount = { 
/**
 * When the minute began.
 */
at: string, 
/**
 * How many entered in it.
 */
entries: number, };

/**
 * A moment a rule compares with.
 */
export type Moment = { "at": string } | { "clock_time": ClockTime } | "event_start" | "event_end" | "admission";

/**
 * An amount in minor units of its currency: `Money { minor: 1250, EUR }` is 12.50 EUR.
 */
export type Money = { 
/**
 * Minor units; negative amounts are owed the other way.
 */
minor: number, 
/**
 * The currency of `minor`.
 */
currency: Currency, };

/**
 * Puts cash in or takes it out.
 */
export type MoveCash = { 
/**
 * The till, by code or id; the only one when absent.
 */
till?: string, 
/**
 * How much, in minor units; more than nothing.
 */
amount_minor: number, 
/**
 * Why.
 */
reason: string, 
/**
 * Where it comes from or goes: the safe for what is put in, small things for what is taken out, when absent.
 */
purpose?: CashPurpose, };

/**
 * A code with its name.
 */
export type NamedCode = { 
/**
 * As stored.
 */
code: string, 
/**
 * As shown, in English.
 */
name: string, };

/**
 * Opens the drawer without a sale.
 */
export type NoSale = { 
/**
 * The till, by code or id; the only one when absent.
 */
till?: string, 
/**
 * Why.
 */
reason: string, };

/**
 * Something that the export has and the workspace has no place for.
 */
export type NotImported = { 
/**
 * `vouchers`, `seats` and so on.
 */
what: string, 
/**
 * How many.
 */
count: number, 
/**
 * Why.
 */
reason: string, };

/**
 * The input of a command that needs nothing.
 */
export type Nothing = Record<symbol, never>;

/**
 * Names one event.
 */
export type OfEvent = { 
/**
 * Its id or its slug.
 */
event: EventRef, };

/**
 * One person.
 */
export type OfPerson = { 
/**
 * Who.
 */
user: UserId, };

/**
 * Names a print job.
 */
export type OfPrintJob = { 
/**
 * Its id.
 */
job: string, };

/**
 * Names a printer.
 */
export type OfPrinter = { 
/**
 * Its id or its name.
 */
printer: string, };

/**
 * Names a till.
 */
export type OfTill = { 
/**
 * The till, by code or id; the only one when absent.
 */
till?: string, };

/**
 * Whose drawer to open.
 */
export type OpenDrawer = { 
/**
 * The printer that the drawer is plugged into: its name or id; the first with a drawer when absent.
 */
printer?: string, };

/**
 * Which workspace to open.
 */
export type OpenRequest = { 
/**
 * Its file.
 */
path: string, };

/**
 * Opens a drawer.
 */
export type OpenSession = { 
/**
 * The till, by code or id; the only one when absent. Where there is no till yet, the first is made.
 */
till?: string, 
/**
 * What is put in, in minor units; what the last close laid down when absent.
 */
float_minor?: number, };

/**
 * Where an order was made.
 */
export type OrderChannel = "till" | "import" | "online";

/**
 * An order with everything about it.
 */
export type OrderDetail = { 
/**
 * Where it was made.
 */
channel: OrderChannel, 
/**
 * The buyer's phone number; empty when unknown.
 */
buyer_phone: string, 
/**
 * The language of its papers.
 */
locale: string, 
/**
 * The tax inside its total.
 */
tax: Money, 
/**
 * Cash paid more than the total, because coins could not pay it; negative when less.
 */
rounding: Money, 
/**
 * Why the buyer paid no tax; empty for everybody else.
 */
tax_exemption: string, 
/**
 * Whether somebody must approve it first.
 */
is_approval_pending: boolean, 
/**
 * Whether its tickets open the door before it is paid.
 */
is_valid_while_pending: boolean, 
/**
 * Until when it must be paid.
 */
expires_at: string | null, 
/**
 * When it was paid.
 */
paid_at: string | null, 
/**
 * Why it was cancelled or refunded; empty when it was not.
 */
status_reason: string, 
/**
 * Its lines.
 */
items: Array<OrderItem>, 
/**
 * Its fees.
 */
fees: Array<OrderFee>, 
/**
 * What was paid.
 */
payments: Array<OrderPayment>, 
/**
 * What went back.
 */
refunds: Array<OrderRefund>, 
/**
 * Its tickets, those that ended too.
 */
tickets: Array<TicketRow>, 
/**
 * Its numbered papers.
 */
receipts: Array<OrderReceipt>, 
/**
 * Counts its changes.
 */
version: number, 
/**
 * Its id.
 */
id: OrderId, 
/**
 * Its code, such as `A-000123`.
 */
code: string, 
/**
 * Its event.
 */
event_id: EventId, 
/**
 * Where it stands.
 */
status: OrderStatus, 
/**
 * What it cost.
 */
total: Money, 
/**
 * What went back.
 */
refunded: Money, 
/**
 * The buyer's name; empty when unknown.
 */
buyer_name: string, 
/**
 * The buyer's e-mail address; empty when unknown.
 */
buyer_email: string, 
/**
 * When it was made.
 */
ordered_at: string, 
/**
 * How many of its tickets are valid.
 */
ticket_count: number, };

/**
 * A fee of an order.
 */
export type OrderFee = { 
/**
 * Why.
 */
kind: FeeKind, 
/**
 * Its name.
 */
name: string, 
/**
 * How much.
 */
gross: Money, 
/**
 * Tax in percent.
 */
tax_rate: string, 
/**
 * The tax inside `gross`.
 */
tax: Money, 
/**
 * Whether it was given back.
 */
is_cancelled: boolean, };

/**
 *Names one order: what a payment pays for.
 */
export type OrderId = string;

/**
 * A line of an order, at the price that was charged.
 */
export type OrderItem = { 
/**
 * The tier.
 */
tier_id: TierId, 
/**
 * The tier's name.
 */
tier_name: string, 
/**
 * How many.
 */
quantity: number, 
/**
 * What one cost before discounts.
 */
unit_price: Money, 
/**
 * What vouchers and group discounts took off all of them.
 */
discount: Money, 
/**
 * What all cost.
 */
gross: Money, 
/**
 * Tax in percent.
 */
tax_rate: string, 
/**
 * The tax inside `gross`.
 */
tax: Money, };

/**
 * A payment of an order.
 */
export type OrderPayment = { 
/**
 * Its tender.
 */
method: PaymentMethod, 
/**
 * Where it stands.
 */
status: PaymentStatus, 
/**
 * How much.
 */
amount: Money, 
/**
 * What was handed over, for cash.
 */
tendered: Money | null, 
/**
 * What went back across the counter, for cash.
 */
change: Money | null, 
/**
 * The terminal's or the bank's reference, or the reason of a gift.
 */
reference: string, 
/**
 * When the money arrived.
 */
confirmed_at: string | null, };

/**
 * What a basket would cost.
 */
export type OrderPreview = { 
/**
 * Its lines, with what vouchers and group discounts take off.
 */
items: Array<OrderItem>, 
/**
 * Its fees.
 */
fees: Array<OrderFee>, 
/**
 * What vouchers and group discounts take off in all.
 */
discount: Money, 
/**
 * What the customer owes.
 */
total: Money, 
/**
 * The tax inside that.
 */
tax: Money, 
/**
 * What the customer pays when all of it is paid in cash.
 */
cash_total: Money, 
/**
 * Why it could not be sold now; nothing when it could.
 */
problem: Refusal | null, };

/**
 * A numbered paper of an order.
 */
export type OrderReceipt = { 
/**
 * Its number, without gaps.
 */
number: number, 
/**
 * What it shows.
 */
kind: ReceiptKind, 
/**
 * Its total; negative for money that went back.
 */
total: Money, 
/**
 * When it was written.
 */
created_at: string, };

/**
 * A refund of an order.
 */
export type OrderRefund = { 
/**
 * Its tender.
 */
method: PaymentMethod, 
/**
 * Where it stands.
 */
status: RefundStatus, 
/**
 * How much.
 */
amount: Money, 
/**
 * Why.
 */
reason: string, 
/**
 * When it was made.
 */
created_at: string, };

/**
 * Where an order stands.
 */
export type OrderStatus = "pending" | "paid" | "partially_refunded" | "refunded" | "cancelled" | "expired";

/**
 * An order in a list.
 */
export type OrderSummary = { 
/**
 * Its id.
 */
id: OrderId, 
/**
 * Its code, such as `A-000123`.
 */
code: string, 
/**
 * Its event.
 */
event_id: EventId, 
/**
 * Where it stands.
 */
status: OrderStatus, 
/**
 * What it cost.
 */
total: Money, 
/**
 * What went back.
 */
refunded: Money, 
/**
 * The buyer's name; empty when unknown.
 */
buyer_name: string, 
/**
 * The buyer's e-mail address; empty when unknown.
 */
buyer_email: string, 
/**
 * When it was made.
 */
ordered_at: string, 
/**
 * How many of its tickets are valid.
 */
ticket_count: number, };

/**
 * The organization as stored.
 */
export type Organization = { 
/**
 * Which.
 */
id: OrganizationId, 
/**
 * As printed on tickets and receipts.
 */
name: string, 
/**
 * The name in addresses: lower-case letters, digits, hyphens.
 */
handle: string, 
/**
 * What kind of organization it is.
 */
type: OrganizationType, 
/**
 * ISO 3166-1, two letters.
 */
country_code: string, 
/**
 * What new events are priced in.
 */
currency: Currency, 
/**
 * Where new events take place.
 */
time_zone: Zone, 
/**
 * Whether everything in this workspace is invented.
 */
is_demo: boolean, 
/**
 * Counts changes.
 */
version: number, };

/**
 *Names one organization.
 */
export type OrganizationId = string;

/**
 * A person's role in the organization.
 */
export type OrganizationRole = "owner" | "admin" | "manager" | "member" | "viewer";

/**
 * What an organization is (domain.md, 2.3).
 */
export type OrganizationType = "event_organizer" | "venue" | "agency" | "corporate" | "collective" | "other";

/**
 * One page of rows and where the next begins.
 */
export type Page<T> = { 
/**
 * The rows, in the query's order.
 */
rows: Array<T>, 
/**
 * How many rows the whole query has.
 */
total: number, 
/**
 * Cursor for the next page; absent on the last.
 */
next?: string, };

/**
 * Which page is wanted.
 */
export type PageRequest = { 
/**
 * The cursor of the previous page's last row; absent for the first page.
 */
after?: string, 
/**
 * Rows wanted, at most [`PAGE_ROWS_MAX`]; 100 when absent.
 */
first?: number, };

/**
 * What a printer prints on.
 */
export type Paper = "58" | "80" | "label" | "a4";

/**
 * Why a job stands still, for a person.
 */
export type Pause = { 
/**
 * `by_hand`, `interrupted`, or the printer's trouble: `paper_out`, `printer_unreachable` …
 */
code: string, 
/**
 * What happened.
 */
message: string, 
/**
 * What to do now.
 */
fix: string, };

/**
 * Pays an order.
 */
export type PayOrder = { 
/**
 * The order: its id or its code.
 */
order: string, 
/**
 * How it is paid; exact cash when absent. Not looked at when there are `payments`.
 */
payment?: Tender, 
/**
 * How it is paid by several tenders together; all or nothing.
 */
payments?: Array<TenderPart>, };

/**
 * By which tender something was paid.
 */
export type PaymentMethod = "cash" | "card" | "transfer" | "voucher" | "wallet" | "comp" | "other";

/**
 * Where a payment stands.
 */
export type PaymentStatus = "created" | "confirmed" | "reversed" | "cancelled";

/**
 * The closed list of permissions.
 */
export type Permission = "open" | "view_events" | "plan_events" | "publish_events" | "view_orders" | "sell" | "comp" | "refund" | "scan" | "override_verdict" | "view_finance" | "import" | "maintain_workspace" | "manage_organization";

/**
 * Where the holder is, by the latest scan on the list.
 */
export type Presence = "inside" | "outside";

/**
 * Asks what a basket would cost.
 */
export type PreviewOrder = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * What would be sold.
 */
lines: Array<LineRequest>, 
/**
 * How it would be paid, as far as fees depend on it; several ways when it is split. Cash when absent.
 */
payment_methods?: Array<PaymentMethod>, 
/**
 * The buyer's e-mail address, for vouchers that count by customer.
 */
buyer_email?: string, 
/**
 * Why the buyer pays no tax.
 */
tax_exemption?: string, 
/**
 * The hold whose places would be sold: its id.
 */
hold?: string, };

/**
 * Which report, and on which paper.
 */
export type PrintDrawerReport = { 
/**
 * The till, by code or id; the only one when absent.
 */
till?: string, 
/**
 * An X of the open drawer, or a Z.
 */
kind: ReportKind, 
/**
 * The number of the Z; the latest when absent.
 */
number?: number, 
/**
 * The paper.
 */
layout: "a4" | "roll80", 
/**
 * The language; English when absent.
 */
locale?: string, 
/**
 * Whether it was printed before, which the paper then says.
 */
is_reprint?: boolean, };

/**
 *Names one sheet of a print job.
 */
export type PrintItemId = string;

/**
 * A sheet as people see it.
 */
export type PrintItemRow = { 
/**
 * Which.
 */
id: PrintItemId, 
/**
 * Its place in the job, from 1.
 */
position: number, 
/**
 * What people call it.
 */
label: string, 
/**
 * The ticket on it.
 */
ticket_id: TicketId | null, 
/**
 * The order of the receipt on it.
 */
order_id: OrderId | null, 
/**
 * The number of the receipt on it.
 */
receipt_number: number | null, 
/**
 * Where it stands.
 */
status: ItemStatus, 
/**
 * Which print of its ticket or receipt it is, from 1; 0 before it is sent.
 */
copy: number, 
/**
 * What went wrong; empty when nothing did.
 */
message: string, 
/**
 * When it was sent.
 */
sent_at: string | null, 
/**
 * When it was known what became of it.
 */
settled_at: string | null, };

/**
 * A job that was queued. `print_job.step` prints it.
 */
export type PrintJobCreated = { 
/**
 * The job.
 */
job: PrintJobRow, 
/**
 * How many tickets were left out, because they were printed before or wait to be.
 */
skipped: number, };

/**
 * A job with its sheets.
 */
export type PrintJobDetail = { 
/**
 * The job.
 */
job: PrintJobRow, 
/**
 * Its sheets, at most 500; ask for more `after` the last place.
 */
items: Array<PrintItemRow>, };

/**
 *Names one job of the print queue.
 */
export type PrintJobId = string;

/**
 * A job as people see it: “213 of 500”.
 */
export type PrintJobRow = { 
/**
 * Which.
 */
id: PrintJobId, 
/**
 * Its printer.
 */
printer_id: PrinterId, 
/**
 * Its printer's name.
 */
printer_name: string, 
/**
 * What is printed.
 */
document: DocumentKind, 
/**
 * What people call it.
 */
title: string, 
/**
 * Why it is printed.
 */
reason: PrintReason, 
/**
 * The language of its sheets.
 */
locale: string, 
/**
 * Where it stands.
 */
status: JobStatus, 
/**
 * Why it stands still.
 */
pause: Pause | null, 
/**
 * How many sheets it has.
 */
item_count: number, 
/**
 * How many came out.
 */
printed: number, 
/**
 * How many certainly did not.
 */
failed: number, 
/**
 * Of how many nobody knows.
 */
unknown: number, 
/**
 * How many wait or are on their way.
 */
waiting: number, 
/**
 * The place of the sheet that is printed next; absent when none is left.
 */
next_position: number | null, 
/**
 * The sheets that nobody knows of, at most ten: each is answered by `print_job.resolve`.
 */
unknown_items: Array<PrintItemRow>, 
/**
 * When it was asked for.
 */
created_at: string, 
/**
 * When something last happened to it.
 */
updated_at: string, };

/**
 * Why something is printed.
 */
export type PrintReason = "first" | "printer" | "lost";

/**
 * Which receipt, and on which paper.
 */
export type PrintReceipt = { 
/**
 * The order: its code or id.
 */
order: string, 
/**
 * The receipt's number, when the order has several; the sale's when absent.
 */
number?: number, 
/**
 * The paper.
 */
layout: "a4" | "roll80", 
/**
 * The language; English when absent.
 */
locale?: string, };

/**
 * What to print, and on which paper.
 */
export type PrintTickets = { 
/**
 * The tickets of this order: its code or id.
 */
order?: string, 
/**
 * All tickets of this event: its slug or id.
 */
event?: EventRef, 
/**
 * These tickets: codes or ids.
 */
tickets?: Array<string>, 
/**
 * The paper.
 */
layout: "a4" | "a4-4up" | "roll80", 
/**
 * The language; English when absent.
 */
locale?: string, 
/**
 * Whether these were printed before, which the paper then says.
 */
is_reprint?: boolean, };

/**
 * A printer as people see it.
 */
export type Printer = { 
/**
 * Which.
 */
id: PrinterId, 
/**
 * What people call it.
 */
name: string, 
/**
 * How it is reached.
 */
kind: PrinterKind, 
/**
 * Where: `host:port`, a device's path, `PATH@BAUD`, a queue's name, a folder.
 */
address: string, 
/**
 * Its paper.
 */
paper: Paper, 
/**
 * Width of its labels.
 */
label_width_mm: number | null, 
/**
 * Height of its labels.
 */
label_height_mm: number | null, 
/**
 * The table of its letters; of no meaning but for rolls.
 */
code_page: CodePage, 
/**
 * Who draws QR codes; of no meaning but for rolls.
 */
qr: QrMethod, 
/**
 * When a document counts as printed; of no meaning but for rolls and labels.
 */
acknowledgement: Acknowledgement, 
/**
 * Whether it cuts.
 */
has_cutter: boolean, 
/**
 * The pin of the drawer's plug, 2 or 5; absent when no drawer is plugged in.
 */
drawer_pin: number | null, 
/**
 * The documents it prints unless another printer is named.
 */
default_for: Array<DocumentKind>, 
/**
 * Counts changes.
 */
version: number, };

/**
 * A printer to add. What is left out is what is usual for its kind.
 */
export type PrinterDraft = { 
/**
 * What people call it.
 */
name: string, 
/**
 * How it is reached.
 */
kind: PrinterKind, 
/**
 * Where: `host:port`, a device's path, `PATH@BAUD`, a queue's name, a folder.
 */
address: string, 
/**
 * Its paper.
 */
paper?: Paper, 
/**
 * Width of its labels; 80.
 */
label_width_mm?: number, 
/**
 * Height of its labels; 50.
 */
label_height_mm?: number, 
/**
 * The table of its letters; `cp437`.
 */
code_page?: CodePage, 
/**
 * Who draws QR codes; the printer.
 */
qr?: QrMethod, 
/**
 * When a document counts as printed; when it answers, but for cables.
 */
acknowledgement?: Acknowledgement, 
/**
 * Whether it cuts; rolls do.
 */
has_cutter?: boolean, 
/**
 * The pin of the drawer's plug; 2 on rolls, 0 for no drawer.
 */
drawer_pin?: number, 
/**
 * The documents it prints unless another printer is named; the first printer prints everything it can.
 */
default_for?: Array<DocumentKind>, };

/**
 *Names one printer.
 */
export type PrinterId = string;

/**
 * How a printer is reached and what it speaks.
 */
export type PrinterKind = "system" | "file" | "escpos_tcp" | "escpos_device" | "zpl_tcp" | "zpl_device";

/**
 * Who draws QR codes.
 */
export type QrMethod = "printer" | "picture";

/**
 *Names one question asked at the door.
 */
export type QuestionId = string;

/**
 *Names one shared pool of places.
 */
export type QuotaId = string;

/**
 * A quota as people see it.
 */
export type QuotaRow = { 
/**
 * Its id.
 */
id: QuotaId, 
/**
 * Its event.
 */
event_id: EventId, 
/**
 * Its name.
 */
name: string, 
/**
 * Its places; unlimited when absent.
 */
size: number | null, 
/**
 * Places sold or set aside, over its tiers.
 */
used: number, 
/**
 * Places left; unlimited when absent.
 */
available: number | null, 
/**
 * The tiers that draw on it.
 */
tiers: Array<TierId>, 
/**
 * Its version, to change it from.
 */
version: number, };

/**
 * What happens when a ticket that was admitted comes to the same list again.
 */
export type ReEntry = "never" | "after_exit" | "always";

/**
 * Takes an order up again.
 */
export type ReactivateOrder = { 
/**
 * The order: its id or its code.
 */
order: string, 
/**
 * How it is paid; it stays unpaid when absent.
 */
payment?: Tender, };

/**
 * One thing to see to.
 */
export type ReadinessItem = { 
/**
 * Stable, snake_case.
 */
code: string, 
/**
 * Whether it is seen to.
 */
is_done: boolean, 
/**
 * Whether the event cannot go on sale without it.
 */
is_required: boolean, 
/**
 * What holds, in English.
 */
message: string, 
/**
 * What to do, in English; empty when it is done.
 */
fix: string, };

/**
 * What a receipt shows.
 */
export type ReceiptKind = "sale" | "refund";

/**
 * One of the last scans.
 */
export type RecentScan = { 
/**
 * Its entry in the log.
 */
scan_id: ScanId, 
/**
 * The verdict.
 */
verdict: Verdict, 
/**
 * The guest passed.
 */
is_admitted: boolean, 
/**
 * A force was needed.
 */
is_forced: boolean, 
/**
 * It was taken back.
 */
is_annulled: boolean, 
/**
 * Which way.
 */
direction: Direction, 
/**
 * What was scanned.
 */
code: string, 
/**
 * The ticket, if the code led to one.
 */
ticket_id: TicketId | null, 
/**
 * Its tier.
 */
tier_name: string | null, 
/**
 * Who holds it.
 */
holder_name: string | null, 
/**
 * The code of its order.
 */
order_code: string | null, 
/**
 * At which gate.
 */
gate: string | null, 
/**
 * By which device.
 */
device: string, 
/**
 * Who held the scanner.
 */
operator: string | null, 
/**
 * When.
 */
scanned_at: string, };

/**
 * What was compared.
 */
export type ReconcileReport = { 
/**
 * Whether nothing differs.
 */
is_consistent: boolean, 
/**
 * Tickets that are out.
 */
tickets_issued: number, 
/**
 * Money that came in less money that went back, by tender.
 */
tenders: Array<TenderTotal>, 
/**
 * The sum of all ledger entries in each currency: nothing.
 */
ledger_balance: Array<Money>, 
/**
 * Everything that differs.
 */
differences: Array<Difference>, };

/**
 * What to reconcile.
 */
export type ReconcileRequest = { 
/**
 * Only this event: its id or its slug; all when absent.
 */
event?: EventRef, };

/**
 * Everything that forms offer.
 */
export type ReferenceLists = { 
/**
 * ISO 3166-1.
 */
countries: Array<NamedCode>, 
/**
 * ISO 4217.
 */
currencies: Array<CurrencyChoice>, 
/**
 * IANA names.
 */
time_zones: Array<string>, 
/**
 * The event taxonomy.
 */
categories: Array<CategoryChoice>, 
/**
 * ISO 639-1.
 */
languages: Array<NamedCode>, };

/**
 * Gives the money of a cancelled event back.
 */
export type RefundAll = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * Why; on every order.
 */
reason: string, 
/**
 * Whether only to say what it would come to.
 */
dry_run?: boolean, 
/**
 * Most orders in this run; 1,000 when absent. A dry run looks at all of them.
 */
orders_max?: number, 
/**
 * A share of what the order cost, like `10`.
 */
keep_percent?: string, 
/**
 * So much once.
 */
keep_fixed_minor?: number, 
/**
 * So much for each ticket, but never more than it cost.
 */
keep_per_ticket_minor?: number, 
/**
 * Never more than this in all.
 */
keep_at_most_minor?: number, 
/**
 * Fees of these kinds.
 */
keep_fees?: Array<FeeKind>, };

/**
 * What a run did, or would do.
 */
export type RefundAllOutcome = { 
/**
 * Whether nothing was changed.
 */
is_dry_run: boolean, 
/**
 * Orders that money went back for, or of which all was kept.
 */
orders: number, 
/**
 * Unpaid orders that were called off.
 */
cancelled: number, 
/**
 * Tickets that ended.
 */
tickets: number, 
/**
 * What went back.
 */
refunded: Money, 
/**
 * What was kept.
 */
kept: Money, 
/**
 * What went back by each tender.
 */
by_method: Array<RefundPart>, 
/**
 * Orders that could not be refunded, and why; they stay as they were.
 */
failed: Array<FailedRefund>, 
/**
 * Orders that are still to be done.
 */
remaining: number, };

/**
 * The money that went back.
 */
export type RefundMade = { 
/**
 * How much.
 */
amount: Money, 
/**
 * By which tender; the first when there are several.
 */
method: PaymentMethod, 
/**
 * How much by each tender.
 */
parts: Array<RefundPart>, 
/**
 * What was kept as a fee.
 */
kept: Money, 
/**
 * The receipt's number.
 */
receipt_number: number, };

/**
 * Gives money back.
 */
export type RefundOrder = { 
/**
 * The order: its id or its code.
 */
order: string, 
/**
 * The tickets, by code or id; all that are left, and the order's fees, when absent.
 */
tickets?: Array<string>, 
/**
 * What goes back, in minor units; what they cost when absent. The rest is kept as a fee.
 */
amount_minor?: number, 
/**
 * Whether the event's refund policy says what is kept, instead of `amount_minor`.
 */
by_policy?: boolean, 
/**
 * Why.
 */
reason: string, 
/**
 * By which tender it goes back; the ones it was paid by when absent.
 */
method?: PaymentMethod, };

/**
 * What a refund left.
 */
export type RefundOutcome = { 
/**
 * The order as it stands now.
 */
order: OrderDetail, 
/**
 * The money.
 */
refund: RefundMade, 
/**
 * The tickets that were refunded.
 */
tickets: Array<TicketRow>, };

/**
 * What went back by one tender.
 */
export type RefundPart = { 
/**
 * The tender.
 */
method: PaymentMethod, 
/**
 * How much.
 */
amount: Money, };

/**
 * The policy of an event.
 */
export type RefundPolicy = { 
/**
 * The event.
 */
event_id: EventId, 
/**
 * Its steps, the longest time first. Before the last one nothing goes back; without steps everything does.
 */
steps: Array<RefundPolicyStep>, };

/**
 * One step of a policy.
 */
export type RefundPolicyStep = { 
/**
 * At least so many hours before the event starts.
 */
hours_before: number, 
/**
 * A share of what the order cost, like `10`.
 */
keep_percent?: string, 
/**
 * So much once.
 */
keep_fixed_minor?: number, 
/**
 * So much for each ticket, but never more than it cost.
 */
keep_per_ticket_minor?: number, 
/**
 * Never more than this in all.
 */
keep_at_most_minor?: number, 
/**
 * Fees of these kinds.
 */
keep_fees?: Array<FeeKind>, };

/**
 * What a refund would come to.
 */
export type RefundPreview = { 
/**
 * What the tickets and fees cost.
 */
worth: Money, 
/**
 * What would be kept as a fee.
 */
kept: Money, 
/**
 * What would go back.
 */
amount: Money, 
/**
 * How much by each tender.
 */
parts: Array<RefundPart>, };

/**
 * Where a refund stands.
 */
export type RefundStatus = "created" | "in_transit" | "done" | "failed" | "cancelled";

/**
 * A refused request: nothing changed, and the person is told why and what to do.
 */
export type Refusal = { 
/**
 * Stable code, snake_case.
 */
code: string, 
/**
 * What happened, in English.
 */
message: string, 
/**
 * What to do now, in English.
 */
fix: string, 
/**
 * The input field at fault.
 */
field?: string, 
/**
 * Values of the message, for translated renderings.
 */
params?: { [key in string]: string }, };

/**
 * Replaces a ticket.
 */
export type ReissueTicket = { 
/**
 * The ticket: its id or its code.
 */
ticket: string, 
/**
 * Why.
 */
reason: string, };

/**
 * Gives places back.
 */
export type ReleaseHold = { 
/**
 * The hold's id.
 */
hold: string, };

/**
 * A member to take out.
 */
export type RemoveMember = { 
/**
 * Who; anyone but the owner.
 */
user: UserId, };

/**
 *Names one numbered report of a till.
 */
export type ReportId = string;

/**
 * Which report it is.
 */
export type ReportKind = "x" | "z";

/**
 * A Z report in a list.
 */
export type ReportRow = { 
/**
 * Which.
 */
id: ReportId, 
/**
 * The till's code.
 */
till_code: string, 
/**
 * Its number.
 */
number: number, 
/**
 * The session it is about.
 */
session_id: SessionId, 
/**
 * When the drawer was opened.
 */
opened_at: string, 
/**
 * When it was closed.
 */
closed_at: string, 
/**
 * Who closed it; empty when unknown.
 */
closed_by_name: string, 
/**
 * Payments less what went back.
 */
turnover: Money, 
/**
 * What should have been in the drawer.
 */
expected: Money, 
/**
 * What was counted.
 */
counted: Money, 
/**
 * Counted less expected.
 */
over_short: Money, };

/**
 * Answers for a sheet of which nobody knows whether it came out.
 */
export type ResolveItem = { 
/**
 * The sheet's id.
 */
item: string, 
/**
 * What is true of it.
 */
answer: Seen, };

/**
 * A backup and where to put its copy.
 */
export type RestoreRequest = { 
/**
 * The backup.
 */
from: string, 
/**
 * The new workspace file.
 */
to: string, };

/**
 * Something about a row that a person should know.
 */
export type RowProblem = { 
/**
 * Its line in the file.
 */
line: number, 
/**
 * The title of the column; empty when the file has none for it.
 */
column: string, 
/**
 * What stands there, shortened.
 */
value: string, 
/**
 * What is wrong; stable, snake_case.
 */
code: string, 
/**
 * What is wrong, in English.
 */
message: string, 
/**
 * What to do, in English.
 */
fix: string, 
/**
 * Whether the row cannot be taken; otherwise it is only worth a look.
 */
is_error: boolean, };

/**
 * A condition on an entry, or a combination of conditions.
 */
export type Rule = { "all": Array<Rule> } | { "any": Array<Rule> } | { "constant": boolean } | { "tier_in": Array<TierId> } | { "gate_in": Array<GateId> } | { "compare": { 
/**
 * What is counted or measured.
 */
measure: Measure, 
/**
 * How it must compare.
 */
is: Comparison, 
/**
 * The threshold.
 */
value: number, } } | { "presence": Presence } | { "before": TimeLimit } | { "after": TimeLimit };

/**
 * Admits what is left of an order.
 */
export type ScanGroup = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * The check-in list: its id or its name.
 */
list: string, 
/**
 * Where: the gate's id, code or name.
 */
gate?: string, 
/**
 * A ticket of the order, such as the one that was just scanned.
 */
ticket: TicketId, 
/**
 * How many people the operator has counted; when it is another number than may enter, nobody does.
 */
expected?: number, 
/**
 * The scanning device's name.
 */
device?: string, };

/**
 *Names one entry of the scan log.
 */
export type ScanId = string;

/**
 * What the door is told about a scan.
 */
export type ScanOutcome = { 
/**
 * The admitted scan's entry in the log, by which it can be annulled; absent when nobody was admitted or the
 * scan was only simulated.
 */
scan_id: ScanId | null, 
/**
 * The verdict.
 */
verdict: Verdict, 
/**
 * The guest may pass.
 */
is_admitted: boolean, 
/**
 * A force was needed.
 */
is_forced: boolean, 
/**
 * This very scan was in the log already and was counted once.
 */
is_repeated: boolean, 
/**
 * Which way.
 */
direction: Direction, 
/**
 * Why, in one sentence.
 */
reason_text: string, 
/**
 * The ticket, if the code led to one.
 */
ticket: ScannedTicket | null, 
/**
 * When the ticket was first used on this list.
 */
first_use: FirstUse | null, 
/**
 * How often the ticket was held under a scanner on this list, this scan included.
 */
attempts: number, 
/**
 * The door stops for this kind of ticket.
 */
needs_attention: boolean, 
/**
 * What the door is told about this kind of ticket.
 */
door_note: string, 
/**
 * Questions to ask before the guest may enter.
 */
questions: Array<AskedQuestion>, 
/**
 * Start of the ticket's validity.
 */
valid_from: string | null, 
/**
 * End of the ticket's validity.
 */
valid_until: string | null, 
/**
 * When the guest stood at the door.
 */
scanned_at: string, };

/**
 * Asks whether a code may pass.
 */
export type ScanRequest = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * The check-in list: its id or its name.
 */
list: string, 
/**
 * The gate: its id, code or name.
 */
gate?: string, 
/**
 * What was scanned or typed.
 */
code: string, 
/**
 * Which way; entry when absent.
 */
direction?: Direction, 
/**
 * The scanning app's own mark of this scan: the same scan sent twice is one record.
 */
nonce?: string, 
/**
 * When the guest stood at the door, if not now: local in the event's zone, or with an offset.
 */
scanned_at?: string, 
/**
 * Admit against the verdict where that is possible. Needs a reason.
 */
force?: boolean, 
/**
 * Why the verdict was overruled.
 */
override_reason?: string, 
/**
 * Let an unpaid ticket enter if the list includes pending orders.
 */
ignore_unpaid?: boolean, 
/**
 * The guest's answers, by the question's id or identifier.
 */
answers?: { [key in string]: string }, 
/**
 * The scanner cannot ask questions, so none are required.
 */
asks_nothing?: boolean, 
/**
 * Judge only: nothing is written.
 */
simulate?: boolean, 
/**
 * The scanning device's name.
 */
device?: string, };

/**
 * The ticket that a code led to.
 */
export type ScannedTicket = { 
/**
 * Which.
 */
id: TicketId, 
/**
 * Its code.
 */
code: string, 
/**
 * Its tier.
 */
tier_id: TierId, 
/**
 * Its tier's name.
 */
tier_name: string, 
/**
 * What a badge or a door shows for the tier.
 */
badge_label: string, 
/**
 * Who holds it; the buyer when nobody is named.
 */
holder_name: string, 
/**
 * The code of its order.
 */
order_code: string, 
/**
 * Its number in the event.
 */
serial: number, 
/**
 * Its event.
 */
event_id: EventId, 
/**
 * The event's title.
 */
event_title: string, 
/**
 * When the event starts.
 */
event_starts_at: string, 
/**
 * Tickets of the order that still stand.
 */
order_size: number, 
/**
 * How many of them are inside on this list, this scan included.
 */
order_inside: number, };

/**
 * What a person saw.
 */
export type Seen = "printed" | "repeat";

/**
 *Names one session of a till's drawer.
 */
export type SessionId = string;

/**
 * Where a drawer's session stands.
 */
export type SessionStatus = "open" | "counting" | "closed";

/**
 * A PIN to set, or none to take it away.
 */
export type SetPin = { 
/**
 * Whose.
 */
user: UserId, 
/**
 * The digits; none takes the PIN away.
 */
pin: string | null, };

/**
 * Sets the policy of an event.
 */
export type SetRefundPolicy = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * Its steps, in any order; none takes the policy away, and then everything goes back.
 */
steps: Array<RefundPolicyStep>, };

/**
 * Asks for one order.
 */
export type ShowOrder = { 
/**
 * The order: its id or its code.
 */
order: string, };

/**
 * Asks for one job.
 */
export type ShowPrintJob = { 
/**
 * Its id.
 */
job: string, 
/**
 * Only sheets after this place.
 */
after?: number, };

/**
 * Asks for the policy of an event.
 */
export type ShowRefundPolicy = { 
/**
 * The event: its id or its slug.
 */
event: string, };

/**
 * Asks for one Z report.
 */
export type ShowReport = { 
/**
 * The till, by code or id; the only one when absent.
 */
till?: string, 
/**
 * Its number; the latest when absent.
 */
number?: number, };

/**
 * Asks for one ticket.
 */
export type ShowTicket = { 
/**
 * The ticket: its id, its code in any spelling, its QR text, or another system's code.
 */
ticket: string, };

/**
 * Asks for one voucher.
 */
export type ShowVoucher = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * The voucher: its id or its code.
 */
voucher: string, };

/**
 * One member of the organization.
 */
export type StaffMember = { 
/**
 * Who.
 */
id: UserId, 
/**
 * The person's name.
 */
name: string, 
/**
 * The person's address.
 */
email: string | null, 
/**
 * In which role.
 */
role: OrganizationRole, 
/**
 * Whether a PIN is set on this device.
 */
has_pin: boolean, 
/**
 * Whether a badge works on this device.
 */
has_badge: boolean, 
/**
 * The membership's version, to change the role from.
 */
version: number, 
/**
 * The person's version, to change name or address from.
 */
user_version: number, };

/**
 * Sends a ticket on its way.
 */
export type StartTransfer = { 
/**
 * The ticket: its id or its code.
 */
ticket: string, 
/**
 * To whom.
 */
recipient_name?: string, 
/**
 * The recipient's e-mail address.
 */
recipient_email?: string, 
/**
 * For how many hours the token is taken; 72 when absent.
 */
hours?: number, };

/**
 * A transfer that has just started.
 */
export type StartedTransfer = { 
/**
 * The transfer.
 */
transfer: TransferRow, 
/**
 * What the recipient brings. It is shown now and never again.
 */
token: string, };

/**
 * Closes holds whose time is up.
 */
export type Sweep = Record<symbol, never>;

/**
 * What a sweep closed.
 */
export type SweepOutcome = { 
/**
 * How many holds ran out.
 */
expired: number, };

/**
 * How many unpaid orders ran out and gave their places back.
 */
export type SweptOrders = { 
/**
 * Orders that expired now.
 */
expired: number, };

/**
 * What a sweep ended.
 */
export type SweptTransfers = { 
/**
 * Transfers whose time was up.
 */
expired: number, };

/**
 * What the rows of a file are.
 */
export type TakenAs = "guest_list" | "attendees";

/**
 * How tax is rounded over an order.
 */
export type TaxRounding = "line" | "sum_by_net" | "sum_by_net_keep_gross";

/**
 * A check-in list of a template.
 */
export type TemplateList = { 
/**
 * What the door reads.
 */
name: string, 
/**
 * Names of the tiers it admits; empty admits all.
 */
tiers: Array<string>, 
/**
 * What a second scan does.
 */
re_entry: ReEntry, 
/**
 * Minutes before the start from which it admits.
 */
opens_minutes_before_start: number, 
/**
 * Minutes after the start until which it admits.
 */
closes_minutes_after_start: number, };

/**
 * A tier of a template.
 */
export type TemplateTier = { 
/**
 * What the buyer reads.
 */
name: string, 
/**
 * Short word on ticket and door screen, at most eight characters.
 */
badge_label: string, 
/**
 * Suggested price in minor units; absent when the template names none in this currency.
 */
price_minor: number | null, 
/**
 * Part of the capacity in per cent; the tiers of a template make up 100.
 */
share_percent: number, 
/**
 * Places of this tier when the capacity is the template's.
 */
quantity: number, 
/**
 * Most tickets in one order.
 */
order_quantity_max: number, 
/**
 * Days before the start on which sales open.
 */
sales_open_days_before: number, 
/**
 * Minutes after the start at which sales close; negative closes before the start.
 */
sales_close_minutes_after_start: number, 
/**
 * What the tier includes.
 */
perks: Array<string>, };

/**
 * What the customer hands over.
 */
export type Tender = { "method": "cash", 
/**
 * What was handed over, in minor units; absent when it is the exact amount.
 */
tendered_minor?: number, } | { "method": "card", 
/**
 * What the terminal printed for it; never the card's number.
 */
reference: string, } | { "method": "transfer", 
/**
 * What the bank statement says of it.
 */
reference: string, } | { "method": "voucher", 
/**
 * Its code.
 */
voucher: string, } | { "method": "comp", 
/**
 * To whom and why.
 */
reason: string, };

/**
 * One of several tenders that pay together.
 */
export type TenderPart = { 
/**
 * How much is paid by it, in minor units. Only cash may leave it away: it pays the rest.
 */
amount_minor?: number, } & ({ "method": "cash", 
/**
 * What was handed over, in minor units; absent when it is the exact amount.
 */
tendered_minor?: number, } | { "method": "card", 
/**
 * What the terminal printed for it; never the card's number.
 */
reference: string, } | { "method": "transfer", 
/**
 * What the bank statement says of it.
 */
reference: string, } | { "method": "voucher", 
/**
 * Its code.
 */
voucher: string, } | { "method": "comp", 
/**
 * To whom and why.
 */
reason: string, });

/**
 * Money by tender.
 */
export type TenderTotal = { 
/**
 * How it was paid.
 */
method: PaymentMethod, 
/**
 * Received less returned.
 */
amount: Money, };

/**
 * A ticket with the ones it came from and became.
 */
export type TicketDetail = { 
/**
 * The tickets before and after it under other codes, itself among them, oldest first.
 */
chain: Array<TicketLink>, 
/**
 * Its id.
 */
id: TicketId, 
/**
 * The code that is read aloud and typed; another system's code for an imported ticket.
 */
code: string, 
/**
 * Whether the code is another system's.
 */
is_foreign_code: boolean, 
/**
 * Its number in the event.
 */
serial: number, 
/**
 * Where it stands.
 */
status: TicketStatus, 
/**
 * Its tier.
 */
tier_id: TierId, 
/**
 * Its tier's name.
 */
tier_name: string, 
/**
 * What a badge or a door shows: the tier's label, or its name.
 */
badge_label: string, 
/**
 * Its tier's number in the event.
 */
tier_number: number, 
/**
 * Its order.
 */
order_id: OrderId, 
/**
 * Its order's code.
 */
order_code: string, 
/**
 * Where its order stands.
 */
order_status: OrderStatus, 
/**
 * Its event.
 */
event_id: EventId, 
/**
 * Whose it is; empty when unknown.
 */
holder_name: string, 
/**
 * The holder's e-mail address; empty when unknown.
 */
holder_email: string, 
/**
 * The holder's company; empty when unknown.
 */
holder_company: string, 
/**
 * What was paid for it.
 */
gross: Money, 
/**
 * The tax inside `gross`.
 */
tax: Money, 
/**
 * The rate of `tax` in percent.
 */
tax_rate: string, 
/**
 * Whether it was stopped by hand.
 */
is_blocked: boolean, 
/**
 * Why it was stopped; empty when it was not.
 */
block_reason: string, 
/**
 * Why it was ended; empty when it was not.
 */
status_reason: string, 
/**
 * From when it opens the door: its own time, or its tier's.
 */
valid_from: string | null, 
/**
 * Until when it opens the door: its own time, or its tier's.
 */
valid_until: string | null, 
/**
 * The text of its QR code. Present where tickets are shown or printed; signing takes time that a sale does not
 * spend.
 */
payload: string | null, };

/**
 *Names one ticket.
 */
export type TicketId = string;

/**
 * One code in a ticket's life.
 */
export type TicketLink = { 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * Its code.
 */
code: string, 
/**
 * Where it stands.
 */
status: TicketStatus, 
/**
 * Its number in the event.
 */
serial: number, };

/**
 * A ticket as people see it.
 */
export type TicketRow = { 
/**
 * Its id.
 */
id: TicketId, 
/**
 * The code that is read aloud and typed; another system's code for an imported ticket.
 */
code: string, 
/**
 * Whether the code is another system's.
 */
is_foreign_code: boolean, 
/**
 * Its number in the event.
 */
serial: number, 
/**
 * Where it stands.
 */
status: TicketStatus, 
/**
 * Its tier.
 */
tier_id: TierId, 
/**
 * Its tier's name.
 */
tier_name: string, 
/**
 * What a badge or a door shows: the tier's label, or its name.
 */
badge_label: string, 
/**
 * Its tier's number in the event.
 */
tier_number: number, 
/**
 * Its order.
 */
order_id: OrderId, 
/**
 * Its order's code.
 */
order_code: string, 
/**
 * Where its order stands.
 */
order_status: OrderStatus, 
/**
 * Its event.
 */
event_id: EventId, 
/**
 * Whose it is; empty when unknown.
 */
holder_name: string, 
/**
 * The holder's e-mail address; empty when unknown.
 */
holder_email: string, 
/**
 * The holder's company; empty when unknown.
 */
holder_company: string, 
/**
 * What was paid for it.
 */
gross: Money, 
/**
 * The tax inside `gross`.
 */
tax: Money, 
/**
 * The rate of `tax` in percent.
 */
tax_rate: string, 
/**
 * Whether it was stopped by hand.
 */
is_blocked: boolean, 
/**
 * Why it was stopped; empty when it was not.
 */
block_reason: string, 
/**
 * Why it was ended; empty when it was not.
 */
status_reason: string, 
/**
 * From when it opens the door: its own time, or its tier's.
 */
valid_from: string | null, 
/**
 * Until when it opens the door: its own time, or its tier's.
 */
valid_until: string | null, 
/**
 * The text of its QR code. Present where tickets are shown or printed; signing takes time that a sale does not
 * spend.
 */
payload: string | null, };

/**
 * Where a ticket stands.
 */
export type TicketStatus = "issued" | "transferred" | "refunded" | "void";

/**
 * How many of a tier are in.
 */
export type TierCount = { 
/**
 * The tier's name.
 */
tier_name: string, 
/**
 * Tickets with at least one entry on the list.
 */
admitted: number, 
/**
 * Tickets that the list may admit.
 */
expected: number, };

/**
 * A tier as someone writes it down.
 */
export type TierDraft = { 
/**
 * Its name, unique among the event's living tiers.
 */
name: string, 
/**
 * Its price as people type it, in the event's currency.
 */
price?: string, 
/**
 * Its price in minor units; wins over `price`.
 */
price_minor?: number, 
/**
 * What a badge or a door shows.
 */
badge_label?: string, 
/**
 * What is included.
 */
description?: string, 
/**
 * Places of its own; unlimited when absent.
 */
quantity?: number, 
/**
 * Most in one order; 20 when absent.
 */
order_quantity_max?: number, 
/**
 * When sales start: on the event's clocks, or a moment with its offset.
 */
sales_start_at?: string, 
/**
 * When sales end.
 */
sales_end_at?: string, 
/**
 * Tax in percent; none when absent.
 */
tax_rate?: string, 
/**
 * Whether it sells at all; it does when absent.
 */
is_active?: boolean, 
/**
 * Whether it admits a person; it does when absent.
 */
is_admission?: boolean, 
/**
 * Whether the door stops for it.
 */
needs_attention?: boolean, 
/**
 * What the door is told.
 */
door_note?: string, 
/**
 * From when its tickets open the door.
 */
valid_from?: string, 
/**
 * Until when its tickets open the door.
 */
valid_until?: string, 
/**
 * Most of its places that are given away; no limit when absent.
 */
comp_quantity_max?: number, 
/**
 * Whether it is sold only with a voucher that shows it.
 */
is_hidden?: boolean, 
/**
 * Quotas that it draws on, by name.
 */
quotas?: Array<string>, };

/**
 *Names one tier of an event.
 */
export type TierId = string;

/**
 * A tier as people see it.
 */
export type TierRow = { 
/**
 * Its id.
 */
id: TierId, 
/**
 * Its event.
 */
event_id: EventId, 
/**
 * A small number, unique in the event, printed in signed codes.
 */
tier_number: number, 
/**
 * Its name.
 */
name: string, 
/**
 * What a badge or a door shows; the name when empty.
 */
badge_label: string, 
/**
 * What is included.
 */
description: string, 
/**
 * The price as it was entered: with tax when the event's prices include it.
 */
price: Money, 
/**
 * What a customer pays.
 */
gross_price: Money, 
/**
 * Tax in percent.
 */
tax_rate: string, 
/**
 * Places of its own; unlimited when absent.
 */
quantity: number | null, 
/**
 * Places sold.
 */
issued: number, 
/**
 * Places set aside, for holds that still run and for unpaid orders.
 */
held: number, 
/**
 * Places left over all pools that bound it; unlimited when absent.
 */
available: number | null, 
/**
 * Most places in one order.
 */
order_quantity_max: number, 
/**
 * When sales start.
 */
sales_start_at: string | null, 
/**
 * When sales end.
 */
sales_end_at: string | null, 
/**
 * Whether it sells now.
 */
state: TierState, 
/**
 * Whether it was taken off sale by hand.
 */
is_active: boolean, 
/**
 * Whether it admits a person: a parking place does not.
 */
is_admission: boolean, 
/**
 * Whether the door stops for it.
 */
needs_attention: boolean, 
/**
 * What the door is told.
 */
door_note: string, 
/**
 * From when its tickets open the door.
 */
valid_from: string | null, 
/**
 * Until when its tickets open the door.
 */
valid_until: string | null, 
/**
 * Most of its places that are given away; no limit when absent.
 */
comp_quantity_max: number | null, 
/**
 * Whether it is sold only with a voucher that shows it.
 */
is_hidden: boolean, 
/**
 * Where it stands in lists and on the till's keys.
 */
position: number, 
/**
 * Counts its changes.
 */
version: number, };

/**
 * Whether a tier sells, derived at a moment.
 */
export type TierState = "on_sale" | "not_yet" | "ended" | "sold_out" | "inactive";

/**
 * A till as stored.
 */
export type Till = { 
/**
 * Which.
 */
id: TillId, 
/**
 * Short, in capital letters and digits, as it is printed on reports: `A`.
 */
code: string, 
/**
 * As people call it: `Foyer left`.
 */
name: string, 
/**
 * The currency in its drawer.
 */
currency: Currency, 
/**
 * Whether it is for practice: it sells to training events only.
 */
is_training: boolean, 
/**
 * Counts its changes.
 */
version: number, };

/**
 *Names one till.
 */
export type TillId = string;

/**
 * Pays an open order at a till.
 */
export type TillPayment = { 
/**
 * The till, by code or id; the only one when absent.
 */
till?: string, 
/**
 * The order: its id or its code.
 */
order: string, 
/**
 * How it is paid; exact cash when absent. Not looked at when there are `payments`.
 */
payment?: Tender, 
/**
 * How it is paid by several tenders together; all or nothing.
 */
payments?: Array<TenderPart>, };

/**
 * Gives money back at a till.
 */
export type TillRefund = { 
/**
 * The till, by code or id; the only one when absent.
 */
till?: string, 
/**
 * The order: its id or its code.
 */
order: string, 
/**
 * The tickets, by code or id; all that are left, and the order's fees, when absent.
 */
tickets?: Array<string>, 
/**
 * What goes back, in minor units; what they cost when absent. The rest is kept as a fee.
 */
amount_minor?: number, 
/**
 * Whether the event's refund policy says what is kept, instead of `amount_minor`.
 */
by_policy?: boolean, 
/**
 * Why.
 */
reason: string, 
/**
 * By which tender it goes back; the ones it was paid by when absent.
 */
method?: PaymentMethod, };

/**
 * What a refund at a till left.
 */
export type TillRefunded = { 
/**
 * The session that gave the money.
 */
session_id: SessionId, 
/**
 * The order as it stands now.
 */
order: OrderDetail, 
/**
 * The money.
 */
refund: RefundMade, 
/**
 * The tickets that were refunded.
 */
tickets: Array<TicketRow>, };

/**
 * Tickets or papers that were printed again.
 */
export type TillReprint = { 
/**
 * The till, by code or id; the only one when absent.
 */
till?: string, 
/**
 * The order whose tickets were printed: its code or id.
 */
order?: string, 
/**
 * The tickets, by code or id; all of the order when absent.
 */
tickets?: Array<string>, 
/**
 * Why; “printer” when absent.
 */
reason?: string, };

/**
 * Sells tickets at a till.
 */
export type TillSale = { 
/**
 * The till, by code or id; the only one when absent.
 */
till?: string, 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * What is sold.
 */
lines: Array<LineRequest>, 
/**
 * How it is paid; exact cash when absent. Not looked at when there are `payments`.
 */
payment?: Tender, 
/**
 * How it is paid by several tenders together; all or nothing. Cash pays the rest that the others leave.
 */
payments?: Array<TenderPart>, 
/**
 * Why the buyer pays no tax: it is taken out of the price, after discounts.
 */
tax_exemption?: string, 
/**
 * The buyer's name.
 */
buyer_name?: string, 
/**
 * The buyer's e-mail address.
 */
buyer_email?: string, 
/**
 * The buyer's phone number.
 */
buyer_phone?: string, 
/**
 * The hold whose places are sold: its id.
 */
hold?: string, 
/**
 * The language of the papers; English when absent.
 */
locale?: string, };

/**
 * A session as people see it.
 */
export type TillSession = { 
/**
 * Which.
 */
id: SessionId, 
/**
 * Its till.
 */
till_id: TillId, 
/**
 * Its till's code.
 */
till_code: string, 
/**
 * Where it stands.
 */
status: SessionStatus, 
/**
 * What was put in to begin with.
 */
float: Money, 
/**
 * When it was opened.
 */
opened_at: string, 
/**
 * Who opened it; empty when unknown.
 */
opened_by_name: string, 
/**
 * When its count began.
 */
counting_at: string | null, 
/**
 * When it was closed.
 */
closed_at: string | null, 
/**
 * Who closed it; empty before that.
 */
closed_by_name: string, 
/**
 * What should have been in the drawer, once it is closed.
 */
expected: Money | null, 
/**
 * What was counted, once it is closed.
 */
counted: Money | null, 
/**
 * Why the two differ; empty when they do not.
 */
over_short_reason: string, 
/**
 * The pieces that were counted.
 */
counts: Array<DenominationCount>, 
/**
 * What the next session should begin with.
 */
next_float: Money | null, 
/**
 * The number of its Z report, once it is closed.
 */
z_number: number | null, 
/**
 * Counts its changes.
 */
version: number, };

/**
 * What was sold at a till.
 */
export type TillSold = { 
/**
 * The session that took the money.
 */
session_id: SessionId, 
/**
 * The order with everything about it.
 */
order: OrderDetail, 
/**
 * What goes back across the counter.
 */
change: Money, 
/**
 * The receipt's number.
 */
receipt_number: number, 
/**
 * The tickets, as in the order.
 */
tickets: Array<TicketRow>, };

/**
 * A till and its drawer's session.
 */
export type TillSummary = { 
/**
 * The session that is not closed; absent when the drawer is.
 */
session: TillSession | null, 
/**
 * Which.
 */
id: TillId, 
/**
 * Short, in capital letters and digits, as it is printed on reports: `A`.
 */
code: string, 
/**
 * As people call it: `Foyer left`.
 */
name: string, 
/**
 * The currency in its drawer.
 */
currency: Currency, 
/**
 * Whether it is for practice: it sells to training events only.
 */
is_training: boolean, 
/**
 * Counts its changes.
 */
version: number, };

/**
 * Withdraws a ticket at a till.
 */
export type TillVoid = { 
/**
 * The till, by code or id; the only one when absent.
 */
till?: string, 
/**
 * The ticket: its id or its code.
 */
ticket: string, 
/**
 * Why.
 */
reason: string, };

/**
 * A moment with a tolerance in the guest's favour.
 */
export type TimeLimit = { 
/**
 * The moment compared with.
 */
moment: Moment, 
/**
 * Seconds by which the limit is moved in the guest's favour; negative makes it stricter.
 */
tolerance_seconds: number, };

/**
 *Names one ticket on its way to somebody else.
 */
export type TransferId = string;

/**
 * A transfer as people see it. Its token is shown once, when it starts.
 */
export type TransferRow = { 
/**
 * Its id.
 */
id: TransferId, 
/**
 * Its event.
 */
event_id: EventId, 
/**
 * The ticket that goes.
 */
ticket_id: TicketId, 
/**
 * That ticket's code.
 */
ticket_code: string, 
/**
 * Where it stands.
 */
status: TransferStatus, 
/**
 * To whom it goes; empty when nobody said.
 */
recipient_name: string, 
/**
 * The recipient's e-mail address; empty when nobody said.
 */
recipient_email: string, 
/**
 * Until when the token is taken.
 */
expires_at: string, 
/**
 * The ticket that took its place.
 */
new_ticket_id: TicketId | null, 
/**
 * Counts its changes.
 */
version: number, };

/**
 * Where a transfer stands.
 */
export type TransferStatus = "pending" | "completed" | "cancelled" | "expired";

/**
 * Takes a turn at a job.
 */
export type TurnRequest = { 
/**
 * The job's id.
 */
job: string, 
/**
 * How many sheets, at most ten; ten when absent.
 */
items_max?: number, };

/**
 * Lets a stopped ticket through again.
 */
export type UnblockTicket = { 
/**
 * The ticket: its id or its code.
 */
ticket: string, 
/**
 * Why.
 */
reason: string, };

/**
 * Takes an import back.
 */
export type UndoGuests = { 
/**
 * The import.
 */
import_id: string, 
/**
 * Why.
 */
reason: string, };

/**
 * Changes a check-in list; what is absent stays as it is.
 */
export type UpdateCheckinList = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * The list: its id or its name.
 */
list: string, 
/**
 * A new name.
 */
name?: string, 
/**
 * The tiers it admits from now on: ids, names or numbers.
 */
tiers?: Array<string>, 
/**
 * It admits every tier of the event from now on.
 */
covers_all_tiers?: boolean, 
/**
 * A ticket may enter any number of times.
 */
allows_multiple_entries?: boolean, 
/**
 * A ticket may enter again after it was scanned out.
 */
allows_reentry_after_exit?: boolean, 
/**
 * Unpaid tickets may enter when the operator says so.
 */
includes_pending?: boolean, 
/**
 * The code of a main ticket stands for its add-on.
 */
matches_addons?: boolean, 
/**
 * Further conditions on an entry, in place of the earlier ones.
 */
rules?: Rule, 
/**
 * Takes the further conditions away.
 */
removes_rules?: boolean, 
/**
 * When everybody inside counts as gone; empty for never.
 */
exit_all_at?: string, };

/**
 * What to change; absent fields stay.
 */
export type UpdateEvent = { 
/**
 * Id or slug.
 */
event: EventRef, 
/**
 * The version that the change was made from; a later one is refused. Absent: change what is there.
 */
version?: number, 
/**
 * As printed on tickets.
 */
title?: string, 
/**
 * The new start; end and doors move along unless they are given too.
 */
starts_at?: string, 
/**
 * The new end.
 */
ends_at?: string, 
/**
 * The new opening of the doors; null takes it away.
 */
doors_at?: string | null, 
/**
 * The new slug; addresses with the old one stop working.
 */
slug?: string, 
/**
 * Several lines.
 */
description?: string, 
/**
 * A code of the event taxonomy; blank takes it away.
 */
category_code?: string, 
/**
 * IANA name. The moments stay; the clocks that show them change.
 */
time_zone?: string, 
/**
 * ISO 4217; fixed once there are tiers.
 */
currency?: string, 
/**
 * A venue that is there.
 */
venue_id?: VenueId, 
/**
 * A venue to add; ignored when `venue_id` is given.
 */
venue?: VenueDraft, 
/**
 * Most guests; null lifts the limit.
 */
capacity?: number | null, 
/**
 * Who may find it.
 */
visibility?: Visibility, 
/**
 * Printed on tickets.
 */
terms?: string, 
/**
 * Whether prices are what the buyer pays; fixed once there are tiers.
 */
prices_include_tax?: boolean, 
/**
 * How tax is rounded over an order; orders that were made stay as they are.
 */
tax_rounding?: TaxRounding, 
/**
 * Most places given away; null lifts the limit.
 */
comp_quantity_max?: number | null, 
/**
 * Whether its sales are practice; fixed once there are tickets.
 */
is_training?: boolean, };

/**
 * Changes a fee.
 */
export type UpdateFeeRule = { 
/**
 * The fee's id.
 */
fee: FeeRuleId, 
/**
 * The version that the change was made from; a later one is refused.
 */
version?: number, 
/**
 * False stops charging it.
 */
is_active?: boolean, 
/**
 * Why it is charged; `service` when absent.
 */
kind?: FeeKind, 
/**
 * What papers call it.
 */
name?: string, 
/**
 * The amount in minor units, tax included. Either this or `percent`.
 */
amount_minor?: number, 
/**
 * The share of what the tickets cost, like `2.5`.
 */
percent?: string, 
/**
 * What it is charged for; `order` when absent.
 */
per?: FeeUnit, 
/**
 * Its tax rate in percent; absent or empty: split over the rates of the order's tickets.
 */
tax_rate?: string, 
/**
 * Only when some of the order is paid this way.
 */
method?: PaymentMethod, 
/**
 * Only for orders made here.
 */
channel?: OrderChannel, };

/**
 * Changes a group discount.
 */
export type UpdateGroupDiscount = { 
/**
 * Its id.
 */
discount: GroupDiscountId, 
/**
 * The version that the change was made from; a later one is refused.
 */
version?: number, 
/**
 * False ends it.
 */
is_active?: boolean, 
/**
 * What papers call it.
 */
name?: string, 
/**
 * From so many tickets on. Either this or `min_value_minor`.
 */
min_quantity?: number, 
/**
 * From so much money on, in minor units.
 */
min_value_minor?: number, 
/**
 * What it does; `percent` when absent.
 */
benefit?: DiscountBenefit, 
/**
 * The share, like `10`.
 */
percent?: string, 
/**
 * The amount or the price in minor units.
 */
amount_minor?: number, 
/**
 * Only so many of the cheapest in each full group: 1 of 3 is "three for two". 0 takes this away.
 */
cheapest_quantity?: number, 
/**
 * Whether tickets that a voucher made cheaper are left out; true when absent.
 */
skips_vouchers?: boolean, 
/**
 * The tiers whose tickets count: ids, names or numbers; all when absent.
 */
tiers?: Array<string>, 
/**
 * From when it applies: local time of the event's zone, or a moment with an offset.
 */
available_from?: string, 
/**
 * Until when it applies.
 */
available_until?: string, };

/**
 * Changes a printer. What is left out stays.
 */
export type UpdatePrinter = { 
/**
 * The printer: its id or its name.
 */
printer: string, 
/**
 * The version that was looked at; any when absent.
 */
version?: number, 
/**
 * What people call it.
 */
name?: string, 
/**
 * How it is reached.
 */
kind?: PrinterKind, 
/**
 * Where.
 */
address?: string, 
/**
 * Its paper.
 */
paper?: Paper, 
/**
 * Width of its labels.
 */
label_width_mm?: number, 
/**
 * Height of its labels.
 */
label_height_mm?: number, 
/**
 * The table of its letters.
 */
code_page?: CodePage, 
/**
 * Who draws QR codes.
 */
qr?: QrMethod, 
/**
 * When a document counts as printed.
 */
acknowledgement?: Acknowledgement, 
/**
 * Whether it cuts.
 */
has_cutter?: boolean, 
/**
 * The pin of the drawer's plug; 0 for no drawer.
 */
drawer_pin?: number, 
/**
 * The documents it prints unless another printer is named.
 */
default_for?: Array<DocumentKind>, };

/**
 * Changes a quota; what is absent stays as it is.
 */
export type UpdateQuota = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * The quota: its id or its name.
 */
quota: string, 
/**
 * A new name.
 */
name?: string, 
/**
 * Its places from now on. Fewer than are sold is no mistake: nothing more is sold then.
 */
size?: number, 
/**
 * It has no limit from now on.
 */
removes_size?: boolean, 
/**
 * The tiers that draw on it from now on: ids, names or numbers.
 */
tiers?: Array<string>, };

/**
 * Changes a tier. What is absent stays; what is null is emptied.
 */
export type UpdateTier = { 
/**
 * The tier: its id, or with `event` its name or number.
 */
tier: string, 
/**
 * The event, when the tier is not given by its id.
 */
event?: string, 
/**
 * The version that was looked at; the change is refused when somebody changed it since.
 */
version?: number, 
/**
 * Its name.
 */
name?: string, 
/**
 * Its price as people type it.
 */
price?: string, 
/**
 * Its price in minor units; wins over `price`.
 */
price_minor?: number, 
/**
 * What a badge or a door shows.
 */
badge_label?: string, 
/**
 * What is included.
 */
description?: string, 
/**
 * Its places; null for no limit.
 */
quantity?: number | null, 
/**
 * Most in one order.
 */
order_quantity_max?: number, 
/**
 * When sales start; null for at once.
 */
sales_start_at?: string | null, 
/**
 * When sales end; null for never.
 */
sales_end_at?: string | null, 
/**
 * Tax in percent.
 */
tax_rate?: string, 
/**
 * Whether it sells at all.
 */
is_active?: boolean, 
/**
 * Whether it admits a person.
 */
is_admission?: boolean, 
/**
 * Whether the door stops for it.
 */
needs_attention?: boolean, 
/**
 * What the door is told.
 */
door_note?: string, 
/**
 * From when its tickets open the door; null for no limit.
 */
valid_from?: string | null, 
/**
 * Until when its tickets open the door; null for no limit.
 */
valid_until?: string | null, 
/**
 * Most of its places that are given away; null for no limit.
 */
comp_quantity_max?: number | null, 
/**
 * Whether it is sold only with a voucher that shows it.
 */
is_hidden?: boolean, 
/**
 * Where it stands in lists and on the till's keys.
 */
position?: number, };

/**
 * Changes a voucher; absent fields stay.
 */
export type UpdateVoucher = { 
/**
 * The event: its id or its slug.
 */
event: string, 
/**
 * The voucher: its id or its code.
 */
voucher: string, 
/**
 * The version that the change was made from; a later one is refused.
 */
version?: number, 
/**
 * False takes it back; true makes it valid again.
 */
is_active?: boolean, 
/**
 * What is typed at the till; one that is free when absent.
 */
code?: string, 
/**
 * What it does; `none` when absent.
 */
kind?: VoucherKind, 
/**
 * A share like `10` for `percent`, an amount like `5.00` for the others.
 */
value?: string, 
/**
 * The amount in minor units, instead of `value`.
 */
amount_minor?: number, 
/**
 * Most that it takes off over all its usages, like `100.00`; no limit when absent.
 */
budget?: string, 
/**
 * The budget in minor units, instead of `budget`.
 */
budget_minor?: number, 
/**
 * Most usages; one when absent.
 */
max_usages?: number, 
/**
 * Least usages in its first order; one when absent.
 */
min_usages?: number, 
/**
 * Most usages by one customer, who is known by the e-mail address; 0 takes the limit away.
 */
max_usages_per_customer?: number, 
/**
 * From when it is valid: local time of the event's zone, or a moment with an offset.
 */
valid_from?: string, 
/**
 * Until when it is valid.
 */
valid_until?: string, 
/**
 * The tiers it is for: ids, names or numbers; all when absent.
 */
tiers?: Array<string>, 
/**
 * The name of the quota whose tiers it is for.
 */
quota?: string, 
/**
 * Whether it keeps places until it is used; it must be for one tier then.
 */
block_quota?: boolean, 
/**
 * Whether it sells although nothing is left.
 */
allow_ignore_quota?: boolean, 
/**
 * Whether it shows hidden tiers.
 */
show_hidden?: boolean, 
/**
 * For whom, or why.
 */
note?: string, };

/**
 * A person as stored.
 */
export type User = { 
/**
 * Who.
 */
id: UserId, 
/**
 * As the person writes it, on one line, at most 200 characters.
 */
name: string, 
/**
 * Unique among the living, whatever its case.
 */
email: EmailAddress | null, 
/**
 * Counts changes; a write names the version it saw.
 */
version: number, };

/**
 *Names one person.
 */
export type UserId = string;

/**
 * A venue as stored.
 */
export type Venue = { 
/**
 * Which.
 */
id: VenueId, 
/**
 * As printed on tickets.
 */
name: string, 
/**
 * Street and number; may be empty.
 */
address: string, 
/**
 * City; may be empty.
 */
city: string, 
/**
 * ISO 3166-1, two letters.
 */
country_code: string | null, 
/**
 * How many people it holds; absent when nobody said.
 */
capacity: number | null, 
/**
 * Counts changes.
 */
version: number, };

/**
 * A venue to add.
 */
export type VenueDraft = { 
/**
 * As printed on tickets.
 */
name: string, 
/**
 * Street and number.
 */
address?: string, 
/**
 * City.
 */
city?: string, 
/**
 * ISO 3166-1, two letters; the organization's country when absent.
 */
country_code?: string, 
/**
 * How many people it holds.
 */
capacity?: number, };

/**
 *Names one venue.
 */
export type VenueId = string;

/**
 * What the door says about a scan.
 */
export type Verdict = "admit" | "already_used" | "refunded" | "void" | "cancelled" | "transferred" | "revoked" | "wrong_event" | "wrong_tier" | "wrong_gate" | "not_yet_valid" | "expired" | "unknown" | "bad_signature" | "unpaid" | "unapproved" | "rule_refused" | "blocked" | "ambiguous" | "incomplete";

/**
 * How often something was said.
 */
export type VerdictCount = { 
/**
 * What was said.
 */
verdict: Verdict, 
/**
 * How often.
 */
scans: number, 
/**
 * To how many tickets; codes that led to none count once each time.
 */
tickets: number, };

/**
 * What was checked and found.
 */
export type VerifyAnswer = { 
/**
 * Whether every check passed.
 */
is_ok: boolean, 
/**
 * Each check.
 */
checks: Array<CheckAnswer>, };

/**
 * Who may find an event.
 */
export type Visibility = "public" | "unlisted" | "private";

/**
 * Withdraws a ticket.
 */
export type VoidTicket = { 
/**
 * The ticket: its id or its code.
 */
ticket: string, 
/**
 * Why.
 */
reason: string, };

/**
 *Names one voucher of an event.
 */
export type VoucherId = string;

/**
 * What a voucher does.
 */
export type VoucherKind = "none" | "percent" | "amount" | "set_price" | "balance";

/**
 * A voucher as people see it.
 */
export type VoucherRow = { 
/**
 * Its id.
 */
id: VoucherId, 
/**
 * Its event.
 */
event_id: EventId, 
/**
 * What is typed at the till; unique in the event, whatever its case.
 */
code: string, 
/**
 * For whom, or why.
 */
note: string, 
/**
 * What it does.
 */
kind: VoucherKind, 
/**
 * The share in percent of a `percent` voucher; `0` otherwise.
 */
percent: string, 
/**
 * The amount of an `amount`, `set_price` or `balance` voucher; nothing otherwise.
 */
amount: Money, 
/**
 * Most that it takes off over all its usages.
 */
budget: Money | null, 
/**
 * What it has taken off, by tickets that still stand.
 */
discounted: Money, 
/**
 * What is left of the money of a `balance` voucher.
 */
balance: Money | null, 
/**
 * Most usages.
 */
max_usages: number, 
/**
 * Least usages in its first order.
 */
min_usages: number, 
/**
 * Most usages by one customer.
 */
max_usages_per_customer: number | null, 
/**
 * Tickets bought with it that still stand.
 */
usages: number, 
/**
 * Usages that lie in baskets now.
 */
in_baskets: number, 
/**
 * Places that it keeps now.
 */
kept: number, 
/**
 * From when it is valid.
 */
valid_from: string | null, 
/**
 * Until when it is valid.
 */
valid_until: string | null, 
/**
 * The tiers it is for; all when empty and no quota is named.
 */
tiers: Array<TierId>, 
/**
 * The quota whose tiers it is for.
 */
quota_id: QuotaId | null, 
/**
 * Whether it keeps places until it is used.
 */
block_quota: boolean, 
/**
 * Whether it sells although nothing is left.
 */
allow_ignore_quota: boolean, 
/**
 * Whether it shows hidden tiers.
 */
show_hidden: boolean, 
/**
 * Whether it may be used.
 */
is_active: boolean, 
/**
 * Counts its changes.
 */
version: number, };

/**
 * The open workspace.
 */
export type WorkspaceInfo = { 
/**
 * Its file.
 */
path: string, 
/**
 * The file's name without its ending.
 */
name: string, 
/**
 * Whether everything in it is invented.
 */
is_demo: boolean, 
/**
 * Whether commands that write are refused.
 */
is_read_only: boolean, 
/**
 * Why, in that case.
 */
read_only_reason: string | null, 
/**
 * Whose it is; absent until it is set up.
 */
organization: Organization | null, };

/**
 * An IANA time zone, such as `Europe/Berlin`.
 */
export type Zone = string;
