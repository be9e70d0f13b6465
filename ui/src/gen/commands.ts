// Written from the command registry. Do not edit by hand.
import type * as t from './types'

type Empty = Record<string, never>
type EventRef = { event: string }
export type TierDraft = {
  name: string
  price?: string
  price_minor?: number
  badge_label?: string
  description?: string
  quantity?: number
  order_quantity_max?: number
  sales_start_at?: string
  sales_end_at?: string
  tax_rate?: string
  is_admission?: boolean
  valid_from?: string
  valid_until?: string
  quotas?: string[]
}
export type EventDraft = {
  title: string
  starts_at: string
  ends_at?: string
  doors_at?: string
  slug?: string
  template?: string
  description?: string
  category_code?: string
  time_zone?: string
  currency?: string
  venue_id?: string
  venue?: { name: string; address?: string; city?: string; country_code?: string; capacity?: number }
  capacity?: number
  visibility?: 'public' | 'unlisted' | 'private'
  terms?: string
  prices_include_tax?: boolean
  tiers?: TierDraft[]
}
export type WorkspaceDraft = {
  path?: string
  organization_name: string
  owner_name: string
  owner_email?: string
  country_code: string
  currency: string
  time_zone: string
}
export type CompleteOrder = {
  event: string
  lines: t.OrderLine[]
  payment: t.PaymentDraft
  buyer_name?: string
  buyer_email?: string
  buyer_phone?: string
  hold?: string
  locale?: string
  idempotency_key: string
}
export type ScanInput = {
  event: string
  list: string
  gate?: string
  code: string
  direction?: t.Direction
  nonce?: string
  scanned_at?: string
  force?: boolean
  override_reason?: string
  ignore_unpaid?: boolean
  answers?: Record<string, string>
  simulate?: boolean
  device?: string
}

/** Every command: its input and its output. */
export interface Commands {
  'app.info': { input: Empty; output: t.AppInfo }
  'workspace.create': { input: WorkspaceDraft; output: t.Organization }
  'workspace.open': { input: { path: string }; output: t.Organization }
  'workspace.open_demo': { input: Empty; output: t.Organization }
  'session.current': { input: Empty; output: t.Session }
  'reference.lists': { input: Empty; output: t.ReferenceLists }
  'event.templates': { input: Empty; output: t.EventTemplate[] }
  'event.create': { input: EventDraft; output: t.EventDetail }
  'event.update': { input: EventRef & Partial<EventDraft>; output: t.EventDetail }
  'event.list': {
    input: { search?: string; status?: t.EventStatus; page?: t.PageRequest }
    output: t.Page<t.EventSummary>
  }
  'event.show': { input: EventRef; output: t.EventDetail }
  'event.publish': { input: EventRef; output: t.EventDetail }
  'event.postpone': { input: EventRef; output: t.EventDetail }
  'event.complete': { input: EventRef; output: t.EventDetail }
  'event.cancel': { input: EventRef & { reason: string }; output: t.EventDetail }
  'event.readiness': { input: EventRef; output: t.Readiness }
  'event.health': { input: EventRef; output: t.Health }
  'tier.create': { input: EventRef & TierDraft; output: t.TierRow }
  'tier.update': { input: EventRef & { tier: string } & Partial<TierDraft>; output: t.TierRow }
  'tier.list': { input: EventRef; output: t.TierRow[] }
  'order.complete': { input: CompleteOrder; output: t.CompletedOrder }
  'order.list': {
    input: { event?: string; search?: string; status?: t.OrderStatus; page?: t.PageRequest }
    output: t.Page<t.OrderSummary>
  }
  'order.show': { input: { order: string }; output: t.OrderDetail }
  'order.refund': {
    input: {
      order: string
      tickets?: string[]
      amount_minor?: number
      reason: string
      method?: t.PaymentMethod
      idempotency_key: string
    }
    output: t.RefundOutcome
  }
  'ticket.list': {
    input: EventRef & { search?: string; status?: t.TicketStatus; page?: t.PageRequest }
    output: t.Page<t.TicketRow>
  }
  'ticket.show': { input: { ticket: string }; output: t.TicketRow }
  'ticket.void': { input: { ticket: string; reason: string; idempotency_key?: string }; output: t.TicketRow }
  'ticket.reissue': { input: { ticket: string; reason: string }; output: t.TicketRow }
  'print.tickets': {
    input: { order?: string; event?: string; tickets?: string[]; layout: t.TicketLayout; locale?: string }
    output: t.PrintDocument
  }
  'print.receipt': { input: { order: string; layout: 'a4' | 'roll80'; locale?: string }; output: t.PrintDocument }
  'checkin_list.create': {
    input: EventRef & {
      name: string
      tiers?: string[]
      allows_multiple_entries?: boolean
      allows_reentry_after_exit?: boolean
    }
    output: t.CheckinListRow
  }
  'checkin_list.list': { input: EventRef; output: t.CheckinListRow[] }
  'gate.create': { input: EventRef & { name: string; code?: string }; output: t.GateRow }
  'gate.list': { input: EventRef; output: t.GateRow[] }
  scan: { input: ScanInput; output: t.ScanOutcome }
  'scan.annul': { input: { scan_id: string; reason?: string }; output: { scan_id: string } }
  'door.counters': { input: EventRef & { list: string }; output: t.DoorCounters }
  'door.recent': { input: EventRef & { list: string; first?: number }; output: t.RecentScan[] }
  'door.search': { input: EventRef & { list: string; text: string }; output: t.DoorSearchRow[] }
  verify: { input: Empty; output: t.VerifyReport }
  backup: { input: { to: string }; output: t.BackupReport }
  'import.pretix': { input: { path: string }; output: t.ImportReport }
}

export type CommandName = keyof Commands
export type Input<C extends CommandName> = Commands[C]['input']
export type Output<C extends CommandName> = Commands[C]['output']

/** Queries whose answers a command makes stale: command names, or a prefix ending in a dot. */
export const STALE_AFTER: Partial<Record<CommandName, readonly string[]>> = {
  'workspace.create': ['*'],
  'workspace.open': ['*'],
  'workspace.open_demo': ['*'],
  'event.create': ['event.'],
  'event.update': ['event.', 'tier.'],
  'event.publish': ['event.', 'tier.'],
  'event.postpone': ['event.', 'tier.'],
  'event.complete': ['event.', 'tier.'],
  'event.cancel': ['event.', 'tier.'],
  'tier.create': ['tier.', 'event.'],
  'tier.update': ['tier.', 'event.'],
  'order.complete': ['order.', 'ticket.', 'tier.', 'event.', 'door.counters'],
  'order.refund': ['order.', 'ticket.', 'tier.', 'event.', 'door.counters'],
  'ticket.void': ['order.', 'ticket.', 'tier.', 'event.', 'door.counters'],
  'ticket.reissue': ['order.', 'ticket.'],
  'checkin_list.create': ['checkin_list.', 'event.readiness'],
  'gate.create': ['gate.', 'event.readiness'],
  scan: ['door.'],
  'scan.annul': ['door.'],
  'import.pretix': ['*'],
}
