// Generated from the command registry by `cargo run -p xtask -- types`. Do not edit.

import type {
  Permission,
  AnnulScan,
  AnnulledScan,
  AppInfo,
  BackupRequest,
  BlockTicket,
  CancelEvent,
  CancelOrder,
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
  DoorSearchRequest,
  EventDetail,
  EventHealth,
  EventReadiness,
  EventSummary,
  EventTemplate,
  FoundGuest,
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
  ReactivateOrder,
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
  SweptOrders,
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
  "door.search": { input: DoorSearchRequest; output: Array<FoundGuest> };
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
  "order.cancel": { input: CancelOrder; output: OrderDetail };
  "order.complete": { input: CompleteOrder; output: CompletedOrder };
  "order.list": { input: ListOrders; output: Page<OrderSummary> };
  "order.pay": { input: PayOrder; output: CompletedOrder };
  "order.reactivate": { input: ReactivateOrder; output: OrderDetail };
  "order.refund": { input: RefundOrder; output: RefundOutcome };
  "order.show": { input: ShowOrder; output: OrderDetail };
  "order.sweep": { input: Nothing; output: SweptOrders };
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

export type CommandName = keyof Commands;
export type Input<C extends CommandName> = Commands[C]["input"];
export type Output<C extends CommandName> = Commands[C]["output"];

/** What the caller of each command must be allowed to do. */
export const PERMISSION_OF: Record<CommandName, Permission> = {
  "app.info": "open",
  "audit.history": "view_finance",
  "backup": "maintain_workspace",
  "checkin_list.create": "plan_events",
  "checkin_list.list": "view_events",
  "checkin_list.update": "plan_events",
  "door.counters": "scan",
  "door.recent": "scan",
  "door.search": "scan",
  "event.cancel": "publish_events",
  "event.complete": "publish_events",
  "event.create": "plan_events",
  "event.health": "view_finance",
  "event.list": "view_events",
  "event.postpone": "publish_events",
  "event.publish": "publish_events",
  "event.readiness": "view_events",
  "event.show": "view_events",
  "event.templates": "view_events",
  "event.update": "plan_events",
  "gate.create": "plan_events",
  "gate.list": "view_events",
  "hold.create": "sell",
  "hold.release": "sell",
  "hold.sweep": "sell",
  "import.pretix": "import",
  "order.cancel": "refund",
  "order.complete": "sell",
  "order.list": "view_orders",
  "order.pay": "sell",
  "order.reactivate": "sell",
  "order.refund": "refund",
  "order.show": "view_orders",
  "order.sweep": "sell",
  "organization.init": "open",
  "print.receipt": "sell",
  "print.tickets": "sell",
  "quota.create": "plan_events",
  "quota.list": "view_events",
  "reconcile": "view_finance",
  "reference.lists": "open",
  "scan": "scan",
  "scan.annul": "scan",
  "session.current": "open",
  "ticket.block": "refund",
  "ticket.list": "view_orders",
  "ticket.reissue": "refund",
  "ticket.show": "view_orders",
  "ticket.unblock": "refund",
  "ticket.void": "refund",
  "tier.create": "plan_events",
  "tier.list": "view_events",
  "tier.update": "plan_events",
  "verify": "maintain_workspace",
  "workspace.create": "open",
  "workspace.open": "open",
  "workspace.open_demo": "open",
  "workspace.restore": "open",
};

/** The queries that each command makes stale: names, prefixes that end in a dot, or `*`. */
export const STALE_AFTER: Partial<Record<CommandName, readonly string[]>> = {
  "checkin_list.create": ["door.","checkin_list.","gate.","event.readiness","ticket."],
  "checkin_list.update": ["door.","checkin_list.","gate.","event.readiness","ticket."],
  "event.cancel": ["event.","tier.","checkin_list.","gate.","door."],
  "event.complete": ["event.","tier.","checkin_list.","gate.","door."],
  "event.create": ["event.","tier.","checkin_list.","gate.","door."],
  "event.postpone": ["event.","tier.","checkin_list.","gate.","door."],
  "event.publish": ["event.","tier.","checkin_list.","gate.","door."],
  "event.update": ["event.","tier.","checkin_list.","gate.","door."],
  "gate.create": ["door.","checkin_list.","gate.","event.readiness","ticket."],
  "hold.create": ["tier."],
  "hold.release": ["tier."],
  "hold.sweep": ["tier."],
  "import.pretix": ["*"],
  "order.cancel": ["order.","ticket.","tier.","event.","door."],
  "order.complete": ["order.","ticket.","tier.","event.","door."],
  "order.pay": ["order.","ticket.","tier.","event.","door."],
  "order.reactivate": ["order.","ticket.","tier.","event.","door."],
  "order.refund": ["order.","ticket.","tier.","event.","door."],
  "order.sweep": ["order.","ticket.","tier.","event.","door."],
  "organization.init": ["*"],
  "quota.create": ["tier.","quota.","event."],
  "scan": ["door.","checkin_list.","gate.","event.readiness","ticket."],
  "scan.annul": ["door.","checkin_list.","gate.","event.readiness","ticket."],
  "ticket.block": ["order.","ticket.","tier.","event.","door."],
  "ticket.reissue": ["order.","ticket.","tier.","event.","door."],
  "ticket.unblock": ["order.","ticket.","tier.","event.","door."],
  "ticket.void": ["order.","ticket.","tier.","event.","door."],
  "tier.create": ["tier.","quota.","event."],
  "tier.update": ["tier.","quota.","event."],
  "workspace.create": ["*"],
  "workspace.open": ["*"],
  "workspace.open_demo": ["*"],
};
