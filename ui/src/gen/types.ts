// Written from the command registry. Do not edit by hand.

export type Money = { minor: number; currency: string }
export type Page<T> = { rows: T[]; total: number; next?: string }
export type PageRequest = { after?: string; first?: number }

export type Permission =
  | 'open'
  | 'view_events'
  | 'plan_events'
  | 'publish_events'
  | 'view_orders'
  | 'sell'
  | 'comp'
  | 'refund'
  | 'scan'
  | 'override_verdict'
  | 'view_finance'
  | 'import'
  | 'maintain_workspace'
  | 'manage_organization'

export type FaultKind =
  | 'disk_full'
  | 'corrupt'
  | 'read_only'
  | 'in_use'
  | 'not_a_workspace'
  | 'newer_file'
  | 'missing'
  | 'inconsistent'
  | 'io'
  | 'bug'

export type Organization = {
  id: string
  name: string
  handle: string
  country_code: string
  currency: string
  time_zone: string
  is_demo: boolean
}

export type AppInfo = {
  version: string
  workspace: null | {
    path: string
    name: string
    is_demo: boolean
    is_read_only: boolean
    organization: Organization | null
  }
  keychain: 'os' | 'file'
}

export type Session = {
  user: { id: string; name: string; email: string | null }
  role: string
  permissions: Permission[]
  organization: Organization
}

export type ReferenceLists = {
  countries: { code: string; name: string }[]
  currencies: { code: string; name: string; exponent: number | null }[]
  time_zones: string[]
  categories: { code: string; name: string; parent_code: string | null }[]
  languages: { code: string; name: string }[]
}

export type EventStatus = 'draft' | 'published' | 'postponed' | 'completed' | 'cancelled'
export type EventSummary = {
  id: string
  title: string
  slug: string
  status: EventStatus
  currency: string
  time_zone: string
  doors_at: string | null
  starts_at: string
  ends_at: string
  venue_name: string | null
  capacity: number | null
  sold: number
  revenue: Money
}
export type Venue = {
  id: string
  name: string
  address: string | null
  city: string | null
  country_code: string | null
  capacity: number | null
}
export type EventDetail = EventSummary & {
  description: string | null
  category_code: string | null
  visibility: 'public' | 'unlisted' | 'private'
  venue: Venue | null
  terms: string | null
  prices_include_tax: boolean
  is_training: boolean
  version: number
}
export type EventTemplate = {
  key: string
  name: string
  category_code: string | null
  duration_minutes: number
  doors_before_minutes: number
  tiers: { name: string; badge_label: string | null; price_minor: number; share?: number | null }[]
  lists: { name: string }[]
}
export type Readiness = {
  is_ready: boolean
  items: { code: string; is_done: boolean; is_required: boolean; message: string; fix: string }[]
}
export type Health = {
  is_healthy: boolean
  findings: { code: string; message: string; fix: string; count: number }[]
}

export type TierState = 'on_sale' | 'not_yet' | 'ended' | 'sold_out' | 'inactive'
export type TierRow = {
  id: string
  tier_number: number
  name: string
  badge_label: string | null
  description: string | null
  price: Money
  gross_price: Money
  tax_rate: string | null
  quantity: number | null
  issued: number
  held: number
  available: number | null
  order_quantity_max: number | null
  sales_start_at: string | null
  sales_end_at: string | null
  state: TierState
  is_admission: boolean
  position: number
  version: number
}

export type OrderStatus = 'pending' | 'paid' | 'partially_refunded' | 'refunded' | 'cancelled' | 'expired'
export type TicketStatus = 'issued' | 'transferred' | 'refunded' | 'void'
export type TicketRow = {
  id: string
  code: string
  serial: number
  status: TicketStatus
  tier_id: string
  tier_name: string
  badge_label: string | null
  order_id: string
  order_code: string
  order_status: OrderStatus
  event_id: string
  holder_name: string | null
  holder_email: string | null
  gross: Money
  tax: Money
  is_blocked: boolean
  valid_from: string | null
  valid_until: string | null
  payload: string
}
export type OrderSummary = {
  id: string
  code: string
  event_id: string
  status: OrderStatus
  total: Money
  refunded: Money
  buyer_name: string | null
  buyer_email: string | null
  ordered_at: string
  ticket_count: number
}
export type PaymentMethod = 'cash' | 'card' | 'transfer' | 'voucher' | 'wallet' | 'comp'
export type OrderDetail = OrderSummary & {
  items: {
    tier_id: string
    tier_name: string
    quantity: number
    unit_price: Money
    gross: Money
    tax_rate: string | null
    tax: Money
  }[]
  fees: { name: string; amount: Money }[]
  payments: {
    method: PaymentMethod
    status: string
    amount: Money
    tendered: Money | null
    change: Money | null
    reference: string | null
    confirmed_at: string | null
  }[]
  refunds: { amount: Money; method: PaymentMethod; reason: string; refunded_at: string }[]
  tickets: TicketRow[]
  receipts: { number: string; kind: string; total: Money }[]
}
export type OrderLine = { tier: string; quantity: number }
export type PaymentDraft =
  | { method: 'cash'; tendered_minor?: number }
  | { method: 'card'; reference: string }
  | { method: 'transfer'; reference: string }
  | { method: 'comp'; reason: string }
export type CompletedOrder = { order: OrderDetail; change: Money; receipt_number: string | null; tickets: TicketRow[] }
export type RefundOutcome = {
  order: OrderDetail
  refund: { amount: Money; method: PaymentMethod; receipt_number: string | null }
  tickets: TicketRow[]
}
export type PrintDocument = { file_name: string; media_type: string; base64: string; pages: number }
export type TicketLayout = 'a4' | 'a4-4up' | 'roll80'

export type CheckinListRow = {
  id: string
  name: string
  event_id: string
  all_tiers: boolean
  tier_ids: string[]
  allows_multiple_entries: boolean
  allows_reentry_after_exit: boolean
}
export type GateRow = { id: string; name: string; code: string; event_id: string }

export type Verdict =
  | 'admit'
  | 'already_used'
  | 'refunded'
  | 'void'
  | 'cancelled'
  | 'transferred'
  | 'revoked'
  | 'wrong_event'
  | 'wrong_tier'
  | 'wrong_gate'
  | 'not_yet_valid'
  | 'expired'
  | 'unknown'
  | 'bad_signature'
  | 'unpaid'
  | 'unapproved'
  | 'rule_refused'
  | 'blocked'
  | 'ambiguous'
  | 'incomplete'
export type Direction = 'entry' | 'exit'
export type ScannedTicket = {
  id: string
  code: string
  tier_id: string
  tier_name: string
  badge_label: string | null
  holder_name: string | null
  order_code: string
  serial: number
  event_id: string
  event_title: string
  event_starts_at: string
  order_size: number
  order_inside: number
}
export type ScanOutcome = {
  scan_id: string | null
  verdict: Verdict
  is_admitted: boolean
  is_forced: boolean
  direction: Direction
  reason_text: string | null
  ticket: ScannedTicket | null
  first_use: { at: string; gate: string | null; device: string | null; operator: string | null } | null
  attempts: number
  needs_attention: boolean
  door_note: string | null
  questions: { id: string; text: string; answers: string[] }[]
  valid_from: string | null
  valid_until: string | null
  scanned_at: string
}
export type DoorCounters = {
  admitted: number
  inside: number
  expected: number
  entries_last_minute: number
  per_tier: { tier_name: string; admitted: number; expected: number }[]
  capacity: number | null
}
export type RecentScan = {
  scan_id: string
  verdict: Verdict
  direction: Direction
  is_admitted: boolean
  is_forced: boolean
  is_annulled: boolean
  code: string
  tier_name: string | null
  holder_name: string | null
  gate: string | null
  scanned_at: string
}
export type DoorSearchRow = TicketRow & { is_inside: boolean; entries: number }

export type VerifyReport = { is_sound: boolean; checks: { name: string; is_sound: boolean; detail: string }[] }
export type BackupReport = { path: string; bytes: number }
export type ReconcileReport = { is_balanced: boolean; differences: { what: string; detail: string }[] }
export type ImportReport = { orders: number; tickets: number; events: number; warnings: string[] }
