// Generated from the command registry by `cargo run -p xtask -- types`. Do not edit.

import type {
  Permission,
  AnnulScan,
  AnnulledScan,
  AppInfo,
  BackupRequest,
  BlockTicket,
  CancelEvent,
  CompleteOrder,
  CompletedOrder,
  CopyMade,
  CreateCheckinList,
  CreateEventWithTiers,
  CreateGate,
  CreateHold,
  CreateQuota,
  CreateTier,
  CreateWorkspace,
  CurrentSession,
  Document,
  DoorCounters,
  DoorCountersRequest,
  DoorRecentRequest,
  EventDetail,
  EventHealth,
  EventReadiness,
  EventSummary,
  EventTemplate,
  GateRow,
  HistoryEntry,
  HistoryRequest,
  Hold,
  ImportReport,
  ImportRequest,
  InitWorkspace,
  ListCheckinLists,
  ListEvents,
  ListGates,
  ListOrders,
  ListQuotas,
  ListRow,
  ListTickets,
  ListTiers,
  Nothing,
  OfEvent,
  OpenRequest,
  OrderDetail,
  OrderSummary,
  Organization,
  Page,
  PayOrder,
  PrintReceipt,
  PrintTickets,
  QuotaRow,
  RecentScan,
  ReconcileReport,
  ReconcileRequest,
  ReferenceLists,
  RefundOrder,
  RefundOutcome,
  ReissueTicket,
  ReleaseHold,
  RestoreRequest,
  ScanOutcome,
  ScanRequest,
  ShowOrder,
  ShowTicket,
  Sweep,
  SweepOutcome,
  TicketDetail,
  TicketRow,
  TierRow,
  UnblockTicket,
  UpdateCheckinList,
  UpdateEvent,
  UpdateTier,
  VerifyAnswer,
  VoidTicket,
} from "./types";

/** Every command with what it takes and gives. */
export interface Commands {
  "app.info": { input: Nothing; output: AppInfo };
  "audit.history": { input: HistoryRequest; output: Array<HistoryEntry> };
  "backup": { input: BackupRequest; output: CopyMade };
  "checkin_list.create": { input: CreateCheckinList; output: ListRow };
  "checkin_list.list": { input: ListCheckinLists; output: Array<ListRow> };
  "checkin_list.update": { input: UpdateCheckinList; output: ListRow };
  "door.counters": { input: DoorCountersRequest; output: DoorCounters };
  "door.recent": { input: DoorRecentRequest; output: Array<RecentScan> };
  "event.cancel": { input: CancelEvent; output: EventDetail };
  "event.complete": { input: OfEvent; output: EventDetail };
  "event.create": { input: CreateEventWithTiers; output: EventDetail };
  "event.health": { input: OfEvent; output: EventHealth };
  "event.list": { input: ListEvents; output: Page<EventSummary> };
  "event.postpone": { input: OfEvent; output: EventDetail };
  "event.publish": { input: OfEvent; output: EventDetail };
  "event.readiness": { input: OfEvent; output: EventReadiness };
  "event.show": { input: OfEvent; output: EventDetail };
  "event.templates": { input: Nothing; output: Array<EventTemplate> };
  "event.update": { input: UpdateEvent; output: EventDetail };
  "gate.create": { input: CreateGate; output: GateRow };
  "gate.list": { input: ListGates; output: Array<GateRow> };
  "hold.create": { input: CreateHold; output: Hold };
  "hold.release": { input: ReleaseHold; output: Hold };
  "hold.sweep": { input: Sweep; output: SweepOutcome };
  "import.pretix": { input: ImportRequest; output: ImportReport };
  "order.complete": { input: CompleteOrder; output: CompletedOrder };
  "order.list": { input: ListOrders; output: Page<OrderSummary> };
  "order.pay": { input: PayOrder; output: CompletedOrder };
  "order.refund": { input: RefundOrder; output: RefundOutcome };
  "order.show": { input: ShowOrder; output: OrderDetail };
  "organization.init": { input: InitWorkspace; output: Organization };
  "print.receipt": { input: PrintReceipt; output: Document };
  "print.tickets": { input: PrintTickets; output: Document };
  "quota.create": { input: CreateQuota; output: QuotaRow };
  "quota.list": { input: ListQuotas; output: Array<QuotaRow> };
  "reconcile": { input: ReconcileRequest; output: ReconcileReport };
  "reference.lists": { input: Nothing; output: ReferenceLists };
  "scan": { input: ScanRequest; output: ScanOutcome };
  "scan.annul": { input: AnnulScan; output: AnnulledScan };
  "session.current": { input: Nothing; output: CurrentSession };
  "ticket.block": { input: BlockTicket; output: TicketRow };
  "ticket.list": { input: ListTickets; output: Page<TicketRow> };
  "ticket.reissue": { input: ReissueTicket; output: TicketRow };
  "ticket.show": { input: ShowTicket; output: TicketDetail };
  "ticket.unblock": { input: UnblockTicket; output: TicketRow };
  "ticket.void": { input: VoidTicket; output: TicketRow };
  "tier.create": { input: CreateTier; output: TierRow };
  "tier.list": { input: ListTiers; output: Array<TierRow> };
  "tier.update": { input: UpdateTier; output: TierRow };
  "verify": { input: Nothing; output: VerifyAnswer };
  "workspace.create": { input: CreateWorkspace; output: Organization };
  "workspace.open": { input: OpenRequest; output: AppInfo };
  "workspace.open_demo": { input: Nothing; output: AppInfo };
  "workspace.restore": { input: RestoreRequest; output: CopyMade };
}

/** What each command needs, and what it makes stale. */
export const commandFacts = {
  "app.info": { permission: "open", stale: [] },
  "audit.history": { permission: "view_finance", stale: [] },
  "backup": { permission: "maintain_workspace", stale: [] },
  "checkin_list.create": { permission: "plan_events", stale: ["door"] },
  "checkin_list.list": { permission: "view_events", stale: [] },
  "checkin_list.update": { permission: "plan_events", stale: ["door"] },
  "door.counters": { permission: "scan", stale: [] },
  "door.recent": { permission: "scan", stale: [] },
  "event.cancel": { permission: "publish_events", stale: ["events","tiers","door"] },
  "event.complete": { permission: "publish_events", stale: ["events","tiers","door"] },
  "event.create": { permission: "plan_events", stale: ["events","tiers","door"] },
  "event.health": { permission: "view_finance", stale: [] },
  "event.list": { permission: "view_events", stale: [] },
  "event.postpone": { permission: "publish_events", stale: ["events","tiers","door"] },
  "event.publish": { permission: "publish_events", stale: ["events","tiers","door"] },
  "event.readiness": { permission: "view_events", stale: [] },
  "event.show": { permission: "view_events", stale: [] },
  "event.templates": { permission: "view_events", stale: [] },
  "event.update": { permission: "plan_events", stale: ["events","tiers","door"] },
  "gate.create": { permission: "plan_events", stale: ["door"] },
  "gate.list": { permission: "view_events", stale: [] },
  "hold.create": { permission: "sell", stale: ["tiers"] },
  "hold.release": { permission: "sell", stale: ["tiers"] },
  "hold.sweep": { permission: "sell", stale: ["tiers"] },
  "import.pretix": { permission: "import", stale: ["events","tiers","orders","door"] },
  "order.complete": { permission: "sell", stale: ["orders","tiers","events"] },
  "order.list": { permission: "view_orders", stale: [] },
  "order.pay": { permission: "sell", stale: ["orders","tiers","events"] },
  "order.refund": { permission: "refund", stale: ["orders","tiers","events","door"] },
  "order.show": { permission: "view_orders", stale: [] },
  "organization.init": { permission: "open", stale: ["session"] },
  "print.receipt": { permission: "sell", stale: [] },
  "print.tickets": { permission: "sell", stale: [] },
  "quota.create": { permission: "plan_events", stale: ["tiers","events"] },
  "quota.list": { permission: "view_events", stale: [] },
  "reconcile": { permission: "view_finance", stale: [] },
  "reference.lists": { permission: "open", stale: [] },
  "scan": { permission: "scan", stale: ["door"] },
  "scan.annul": { permission: "scan", stale: ["door"] },
  "session.current": { permission: "open", stale: [] },
  "ticket.block": { permission: "refund", stale: ["orders","tiers","events","door"] },
  "ticket.list": { permission: "view_orders", stale: [] },
  "ticket.reissue": { permission: "refund", stale: ["orders","tiers","events","door"] },
  "ticket.show": { permission: "view_orders", stale: [] },
  "ticket.unblock": { permission: "refund", stale: ["orders","tiers","events","door"] },
  "ticket.void": { permission: "refund", stale: ["orders","tiers","events","door"] },
  "tier.create": { permission: "plan_events", stale: ["tiers","events"] },
  "tier.list": { permission: "view_events", stale: [] },
  "tier.update": { permission: "plan_events", stale: ["tiers","events"] },
  "verify": { permission: "maintain_workspace", stale: [] },
  "workspace.create": { permission: "open", stale: ["session","events","tiers","orders","door"] },
  "workspace.open": { permission: "open", stale: ["session","events","tiers","orders","door"] },
  "workspace.open_demo": { permission: "open", stale: ["session","events","tiers","orders","door"] },
  "workspace.restore": { permission: "open", stale: [] },
} as const satisfies Record<keyof Commands, { permission: Permission; stale: readonly string[] }>;
