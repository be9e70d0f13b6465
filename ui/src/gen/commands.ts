// Generated from the command registry by `cargo run -p xtask -- types`. Do not edit.

import type {
  Permission,
  AcceptTransfer,
  AcceptedTransfer,
  AddPerson,
  AnnulScan,
  AnnulledScan,
  AppInfo,
  BackupRequest,
  BlockTicket,
  CancelEvent,
  CancelOrder,
  CancelTransfer,
  CashMoved,
  ChangePerson,
  CheckVoucher,
  CheckedVoucher,
  CloseSession,
  ClosedSession,
  CompleteOrder,
  CompletedOrder,
  CopyMade,
  CreateCheckinList,
  CreateEventWithTiers,
  CreateFeeRule,
  CreateGate,
  CreateGroupDiscount,
  CreateHold,
  CreatePrintJob,
  CreateQuota,
  CreateTier,
  CreateTill,
  CreateVoucher,
  CreateWorkspace,
  Credentials,
  CurrentSession,
  DiscoverPrinters,
  Document,
  DoorConflict,
  DoorConflictsRequest,
  DoorCounters,
  DoorCountersRequest,
  DoorRecentRequest,
  DoorSearchRequest,
  DoorSummary,
  DrawerReport,
  DrawerState,
  EntryRow,
  EventDetail,
  EventHealth,
  EventReadiness,
  EventRoleChange,
  EventRoleRow,
  EventSummary,
  EventTemplate,
  ExportTable,
  FeeRuleRow,
  Found,
  FoundGuest,
  GateRow,
  GroupDiscountRow,
  GroupOutcome,
  GuestImportRow,
  GuestPreview,
  GuestSource,
  GuestsImported,
  GuestsUndone,
  HistoryEntry,
  HistoryRequest,
  Hold,
  ImportGuests,
  ImportReport,
  ImportRequest,
  InitWorkspace,
  ListCheckinLists,
  ListEntries,
  ListEvents,
  ListFeeRules,
  ListGates,
  ListGroupDiscounts,
  ListGuestImports,
  ListOrders,
  ListPrintJobs,
  ListPrinters,
  ListQuotas,
  ListReports,
  ListRow,
  ListSessions,
  ListTickets,
  ListTiers,
  ListTransfers,
  ListVouchers,
  MadeBadge,
  MoveCash,
  NoSale,
  Nothing,
  OfEvent,
  OfPerson,
  OfPrintJob,
  OfPrinter,
  OfTill,
  OpenDrawer,
  OpenRequest,
  OpenSession,
  OrderDetail,
  OrderPreview,
  OrderSummary,
  Organization,
  Page,
  PayOrder,
  PreviewOrder,
  PrintDrawerReport,
  PrintJobCreated,
  PrintJobDetail,
  PrintJobRow,
  PrintReceipt,
  PrintTickets,
  Printer,
  PrinterDraft,
  QuotaRow,
  ReactivateOrder,
  RecentScan,
  ReconcileReport,
  ReconcileRequest,
  ReferenceLists,
  RefundAll,
  RefundAllOutcome,
  RefundOrder,
  RefundOutcome,
  RefundPolicy,
  RefundPreview,
  ReissueTicket,
  ReleaseHold,
  RemoveMember,
  ReportRow,
  ResolveItem,
  RestoreRequest,
  ScanGroup,
  ScanOutcome,
  ScanRequest,
  SetPin,
  SetRefundPolicy,
  ShowOrder,
  ShowPrintJob,
  ShowRefundPolicy,
  ShowReport,
  ShowTicket,
  ShowVoucher,
  StaffMember,
  StartTransfer,
  StartedTransfer,
  Sweep,
  SweepOutcome,
  SweptOrders,
  SweptTransfers,
  TicketDetail,
  TicketRow,
  TierRow,
  Till,
  TillPayment,
  TillRefund,
  TillRefunded,
  TillReprint,
  TillSale,
  TillSession,
  TillSold,
  TillSummary,
  TillVoid,
  TransferRow,
  TurnRequest,
  UnblockTicket,
  UndoGuests,
  UpdateCheckinList,
  UpdateEvent,
  UpdateFeeRule,
  UpdateGroupDiscount,
  UpdatePrinter,
  UpdateQuota,
  UpdateTier,
  UpdateVoucher,
  VerifyAnswer,
  VoidTicket,
  VoucherRow,
} from "./types";

/** Every command with what it takes and gives. */
export interface Commands {
  "app.info": { input: Nothing; output: AppInfo };
  "audit.history": { input: HistoryRequest; output: Array<HistoryEntry> };
  "backup": { input: BackupRequest; output: CopyMade };
  "checkin_list.create": { input: CreateCheckinList; output: ListRow };
  "checkin_list.list": { input: ListCheckinLists; output: Array<ListRow> };
  "checkin_list.update": { input: UpdateCheckinList; output: ListRow };
  "discount.create": { input: CreateGroupDiscount; output: GroupDiscountRow };
  "discount.list": { input: ListGroupDiscounts; output: Array<GroupDiscountRow> };
  "discount.update": { input: UpdateGroupDiscount; output: GroupDiscountRow };
  "door.conflicts": { input: DoorConflictsRequest; output: Array<DoorConflict> };
  "door.counters": { input: DoorCountersRequest; output: DoorCounters };
  "door.recent": { input: DoorRecentRequest; output: Array<RecentScan> };
  "door.search": { input: DoorSearchRequest; output: Array<FoundGuest> };
  "door.summary": { input: DoorCountersRequest; output: DoorSummary };
  "event.cancel": { input: CancelEvent; output: EventDetail };
  "event.complete": { input: OfEvent; output: EventDetail };
  "event.create": { input: CreateEventWithTiers; output: EventDetail };
  "event.health": { input: OfEvent; output: EventHealth };
  "event.list": { input: ListEvents; output: Page<EventSummary> };
  "event.postpone": { input: OfEvent; output: EventDetail };
  "event.publish": { input: OfEvent; output: EventDetail };
  "event.readiness": { input: OfEvent; output: EventReadiness };
  "event.refund_all": { input: RefundAll; output: RefundAllOutcome };
  "event.show": { input: OfEvent; output: EventDetail };
  "event.templates": { input: Nothing; output: Array<EventTemplate> };
  "event.update": { input: UpdateEvent; output: EventDetail };
  "event_role.grant": { input: EventRoleChange; output: Array<EventRoleRow> };
  "event_role.list": { input: OfEvent; output: Array<EventRoleRow> };
  "event_role.revoke": { input: EventRoleChange; output: Array<EventRoleRow> };
  "export.table": { input: ExportTable; output: Document };
  "fee.create": { input: CreateFeeRule; output: FeeRuleRow };
  "fee.list": { input: ListFeeRules; output: Array<FeeRuleRow> };
  "fee.update": { input: UpdateFeeRule; output: FeeRuleRow };
  "gate.create": { input: CreateGate; output: GateRow };
  "gate.list": { input: ListGates; output: Array<GateRow> };
  "hold.create": { input: CreateHold; output: Hold };
  "hold.release": { input: ReleaseHold; output: Hold };
  "hold.sweep": { input: Sweep; output: SweepOutcome };
  "import.guests": { input: ImportGuests; output: GuestsImported };
  "import.guests_list": { input: ListGuestImports; output: Array<GuestImportRow> };
  "import.guests_preview": { input: GuestSource; output: GuestPreview };
  "import.guests_undo": { input: UndoGuests; output: GuestsUndone };
  "import.pretix": { input: ImportRequest; output: ImportReport };
  "order.cancel": { input: CancelOrder; output: OrderDetail };
  "order.complete": { input: CompleteOrder; output: CompletedOrder };
  "order.list": { input: ListOrders; output: Page<OrderSummary> };
  "order.pay": { input: PayOrder; output: CompletedOrder };
  "order.preview": { input: PreviewOrder; output: OrderPreview };
  "order.reactivate": { input: ReactivateOrder; output: OrderDetail };
  "order.refund": { input: RefundOrder; output: RefundOutcome };
  "order.refund_preview": { input: RefundOrder; output: RefundPreview };
  "order.show": { input: ShowOrder; output: OrderDetail };
  "order.sweep": { input: Nothing; output: SweptOrders };
  "organization.init": { input: InitWorkspace; output: Organization };
  "people.add": { input: AddPerson; output: Array<StaffMember> };
  "people.change": { input: ChangePerson; output: Array<StaffMember> };
  "people.drop_badge": { input: OfPerson; output: Array<StaffMember> };
  "people.list": { input: Nothing; output: Array<StaffMember> };
  "people.make_badge": { input: OfPerson; output: MadeBadge };
  "people.remove": { input: RemoveMember; output: Array<StaffMember> };
  "people.set_pin": { input: SetPin; output: Array<StaffMember> };
  "print.drawer_report": { input: PrintDrawerReport; output: Document };
  "print.receipt": { input: PrintReceipt; output: Document };
  "print.tickets": { input: PrintTickets; output: Document };
  "print_job.cancel": { input: OfPrintJob; output: PrintJobRow };
  "print_job.create": { input: CreatePrintJob; output: PrintJobCreated };
  "print_job.list": { input: ListPrintJobs; output: Array<PrintJobRow> };
  "print_job.pause": { input: OfPrintJob; output: PrintJobRow };
  "print_job.resolve": { input: ResolveItem; output: PrintJobRow };
  "print_job.resume": { input: OfPrintJob; output: PrintJobRow };
  "print_job.show": { input: ShowPrintJob; output: PrintJobDetail };
  "print_job.step": { input: TurnRequest; output: PrintJobRow };
  "printer.create": { input: PrinterDraft; output: Printer };
  "printer.discover": { input: DiscoverPrinters; output: Found };
  "printer.list": { input: ListPrinters; output: Array<Printer> };
  "printer.open_drawer": { input: OpenDrawer; output: Printer };
  "printer.remove": { input: OfPrinter; output: Printer };
  "printer.test": { input: OfPrinter; output: Printer };
  "printer.update": { input: UpdatePrinter; output: Printer };
  "quota.create": { input: CreateQuota; output: QuotaRow };
  "quota.list": { input: ListQuotas; output: Array<QuotaRow> };
  "quota.update": { input: UpdateQuota; output: QuotaRow };
  "reconcile": { input: ReconcileRequest; output: ReconcileReport };
  "reference.lists": { input: Nothing; output: ReferenceLists };
  "refund_policy.set": { input: SetRefundPolicy; output: RefundPolicy };
  "refund_policy.show": { input: ShowRefundPolicy; output: RefundPolicy };
  "scan": { input: ScanRequest; output: ScanOutcome };
  "scan.annul": { input: AnnulScan; output: AnnulledScan };
  "scan.group": { input: ScanGroup; output: GroupOutcome };
  "session.current": { input: Nothing; output: CurrentSession };
  "session.lock": { input: Nothing; output: CurrentSession };
  "session.sign_in": { input: Credentials; output: CurrentSession };
  "session.staff": { input: Nothing; output: Array<StaffMember> };
  "ticket.block": { input: BlockTicket; output: TicketRow };
  "ticket.list": { input: ListTickets; output: Page<TicketRow> };
  "ticket.reissue": { input: ReissueTicket; output: TicketRow };
  "ticket.show": { input: ShowTicket; output: TicketDetail };
  "ticket.unblock": { input: UnblockTicket; output: TicketRow };
  "ticket.void": { input: VoidTicket; output: TicketRow };
  "tier.create": { input: CreateTier; output: TierRow };
  "tier.list": { input: ListTiers; output: Array<TierRow> };
  "tier.update": { input: UpdateTier; output: TierRow };
  "till.begin_count": { input: OfTill; output: TillSession };
  "till.close": { input: CloseSession; output: ClosedSession };
  "till.create": { input: CreateTill; output: Till };
  "till.current": { input: OfTill; output: DrawerState };
  "till.entries": { input: ListEntries; output: Page<EntryRow> };
  "till.list": { input: Nothing; output: Array<TillSummary> };
  "till.no_sale": { input: NoSale; output: CashMoved };
  "till.open": { input: OpenSession; output: TillSession };
  "till.pay": { input: TillPayment; output: TillSold };
  "till.pay_in": { input: MoveCash; output: CashMoved };
  "till.pay_out": { input: MoveCash; output: CashMoved };
  "till.refund": { input: TillRefund; output: TillRefunded };
  "till.reprint": { input: TillReprint; output: CashMoved };
  "till.resume": { input: OfTill; output: TillSession };
  "till.sell": { input: TillSale; output: TillSold };
  "till.sessions": { input: ListSessions; output: Page<TillSession> };
  "till.void": { input: TillVoid; output: TicketRow };
  "till.x_report": { input: OfTill; output: DrawerReport };
  "till.z_list": { input: ListReports; output: Page<ReportRow> };
  "till.z_report": { input: ShowReport; output: DrawerReport };
  "transfer.accept": { input: AcceptTransfer; output: AcceptedTransfer };
  "transfer.cancel": { input: CancelTransfer; output: TransferRow };
  "transfer.list": { input: ListTransfers; output: Array<TransferRow> };
  "transfer.start": { input: StartTransfer; output: StartedTransfer };
  "transfer.sweep": { input: Nothing; output: SweptTransfers };
  "verify": { input: Nothing; output: VerifyAnswer };
  "voucher.check": { input: CheckVoucher; output: CheckedVoucher };
  "voucher.create": { input: CreateVoucher; output: VoucherRow };
  "voucher.list": { input: ListVouchers; output: Array<VoucherRow> };
  "voucher.show": { input: ShowVoucher; output: VoucherRow };
  "voucher.update": { input: UpdateVoucher; output: VoucherRow };
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
  "discount.create": "plan_events",
  "discount.list": "view_events",
  "discount.update": "plan_events",
  "door.conflicts": "view_orders",
  "door.counters": "scan",
  "door.recent": "scan",
  "door.search": "scan",
  "door.summary": "scan",
  "event.cancel": "publish_events",
  "event.complete": "publish_events",
  "event.create": "plan_events",
  "event.health": "view_finance",
  "event.list": "view_events",
  "event.postpone": "publish_events",
  "event.publish": "publish_events",
  "event.readiness": "view_events",
  "event.refund_all": "refund",
  "event.show": "view_events",
  "event.templates": "view_events",
  "event.update": "plan_events",
  "event_role.grant": "manage_organization",
  "event_role.list": "manage_organization",
  "event_role.revoke": "manage_organization",
  "export.table": "view_events",
  "fee.create": "plan_events",
  "fee.list": "view_events",
  "fee.update": "plan_events",
  "gate.create": "plan_events",
  "gate.list": "view_events",
  "hold.create": "sell",
  "hold.release": "sell",
  "hold.sweep": "sell",
  "import.guests": "import",
  "import.guests_list": "import",
  "import.guests_preview": "import",
  "import.guests_undo": "import",
  "import.pretix": "import",
  "order.cancel": "refund",
  "order.complete": "sell",
  "order.list": "view_orders",
  "order.pay": "sell",
  "order.preview": "sell",
  "order.reactivate": "sell",
  "order.refund": "refund",
  "order.refund_preview": "refund",
  "order.show": "view_orders",
  "order.sweep": "sell",
  "organization.init": "open",
  "people.add": "manage_organization",
  "people.change": "manage_organization",
  "people.drop_badge": "manage_organization",
  "people.list": "manage_organization",
  "people.make_badge": "manage_organization",
  "people.remove": "manage_organization",
  "people.set_pin": "manage_organization",
  "print.drawer_report": "sell",
  "print.receipt": "sell",
  "print.tickets": "sell",
  "print_job.cancel": "sell",
  "print_job.create": "sell",
  "print_job.list": "sell",
  "print_job.pause": "sell",
  "print_job.resolve": "sell",
  "print_job.resume": "sell",
  "print_job.show": "sell",
  "print_job.step": "sell",
  "printer.create": "maintain_workspace",
  "printer.discover": "sell",
  "printer.list": "sell",
  "printer.open_drawer": "sell",
  "printer.remove": "maintain_workspace",
  "printer.test": "sell",
  "printer.update": "maintain_workspace",
  "quota.create": "plan_events",
  "quota.list": "view_events",
  "quota.update": "plan_events",
  "reconcile": "view_finance",
  "reference.lists": "open",
  "refund_policy.set": "plan_events",
  "refund_policy.show": "view_events",
  "scan": "scan",
  "scan.annul": "scan",
  "scan.group": "scan",
  "session.current": "open",
  "session.lock": "open",
  "session.sign_in": "open",
  "session.staff": "open",
  "ticket.block": "refund",
  "ticket.list": "view_orders",
  "ticket.reissue": "refund",
  "ticket.show": "view_orders",
  "ticket.unblock": "refund",
  "ticket.void": "refund",
  "tier.create": "plan_events",
  "tier.list": "view_events",
  "tier.update": "plan_events",
  "till.begin_count": "sell",
  "till.close": "sell",
  "till.create": "plan_events",
  "till.current": "sell",
  "till.entries": "view_finance",
  "till.list": "sell",
  "till.no_sale": "sell",
  "till.open": "sell",
  "till.pay": "sell",
  "till.pay_in": "sell",
  "till.pay_out": "sell",
  "till.refund": "refund",
  "till.reprint": "sell",
  "till.resume": "sell",
  "till.sell": "sell",
  "till.sessions": "sell",
  "till.void": "refund",
  "till.x_report": "view_finance",
  "till.z_list": "sell",
  "till.z_report": "sell",
  "transfer.accept": "sell",
  "transfer.cancel": "sell",
  "transfer.list": "view_orders",
  "transfer.start": "sell",
  "transfer.sweep": "sell",
  "verify": "maintain_workspace",
  "voucher.check": "sell",
  "voucher.create": "plan_events",
  "voucher.list": "view_orders",
  "voucher.show": "view_orders",
  "voucher.update": "plan_events",
  "workspace.create": "open",
  "workspace.open": "open",
  "workspace.open_demo": "open",
  "workspace.restore": "open",
};

/** The queries that each command makes stale: names, prefixes that end in a dot, or `*`. */
export const STALE_AFTER: Partial<Record<CommandName, readonly string[]>> = {
  "checkin_list.create": ["door.","checkin_list.","gate.","event.readiness","ticket."],
  "checkin_list.update": ["door.","checkin_list.","gate.","event.readiness","ticket."],
  "discount.create": ["fee.","discount.","order.preview","voucher.check"],
  "discount.update": ["fee.","discount.","order.preview","voucher.check"],
  "event.cancel": ["event.","tier.","checkin_list.","gate.","door."],
  "event.complete": ["event.","tier.","checkin_list.","gate.","door."],
  "event.create": ["event.","tier.","checkin_list.","gate.","door."],
  "event.postpone": ["event.","tier.","checkin_list.","gate.","door."],
  "event.publish": ["event.","tier.","checkin_list.","gate.","door."],
  "event.refund_all": ["order.","ticket.","tier.","event.","door.","voucher."],
  "event.update": ["event.","tier.","checkin_list.","gate.","door."],
  "event_role.grant": ["people.","session.","event_role."],
  "event_role.revoke": ["people.","session.","event_role."],
  "fee.create": ["fee.","discount.","order.preview","voucher.check"],
  "fee.update": ["fee.","discount.","order.preview","voucher.check"],
  "gate.create": ["door.","checkin_list.","gate.","event.readiness","ticket."],
  "hold.create": ["tier."],
  "hold.release": ["tier."],
  "hold.sweep": ["tier."],
  "import.guests": ["order.","ticket.","tier.","quota.","event.","door.","import.","till.","reconcile"],
  "import.guests_undo": ["order.","ticket.","tier.","quota.","event.","door.","import.","till.","reconcile"],
  "import.pretix": ["*"],
  "order.cancel": ["order.","ticket.","tier.","event.","door.","voucher."],
  "order.complete": ["order.","ticket.","tier.","event.","door.","voucher."],
  "order.pay": ["order.","ticket.","tier.","event.","door.","voucher."],
  "order.reactivate": ["order.","ticket.","tier.","event.","door.","voucher."],
  "order.refund": ["order.","ticket.","tier.","event.","door.","voucher."],
  "order.sweep": ["order.","ticket.","tier.","event.","door.","voucher."],
  "organization.init": ["*"],
  "people.add": ["people.","session.","event_role."],
  "people.change": ["people.","session.","event_role."],
  "people.drop_badge": ["people.","session.","event_role."],
  "people.make_badge": ["people.","session.","event_role."],
  "people.remove": ["people.","session.","event_role."],
  "people.set_pin": ["people.","session.","event_role."],
  "print_job.cancel": ["print_job."],
  "print_job.create": ["print_job.","ticket.","order.","till."],
  "print_job.pause": ["print_job."],
  "print_job.resolve": ["print_job."],
  "print_job.resume": ["print_job."],
  "print_job.step": ["print_job."],
  "printer.create": ["printer."],
  "printer.remove": ["printer."],
  "printer.update": ["printer."],
  "quota.create": ["tier.","quota.","event."],
  "quota.update": ["tier.","quota.","event."],
  "refund_policy.set": ["refund_policy.","order.refund_preview"],
  "scan": ["door.","checkin_list.","gate.","event.readiness","ticket."],
  "scan.annul": ["door.","checkin_list.","gate.","event.readiness","ticket."],
  "scan.group": ["door.","checkin_list.","gate.","event.readiness","ticket."],
  "session.lock": ["session."],
  "session.sign_in": ["*"],
  "ticket.block": ["order.","ticket.","tier.","event.","door.","voucher.","transfer."],
  "ticket.reissue": ["order.","ticket.","tier.","event.","door.","voucher.","transfer."],
  "ticket.unblock": ["order.","ticket.","tier.","event.","door.","voucher.","transfer."],
  "ticket.void": ["order.","ticket.","tier.","event.","door.","voucher.","transfer."],
  "tier.create": ["tier.","quota.","event."],
  "tier.update": ["tier.","quota.","event."],
  "till.begin_count": ["till."],
  "till.close": ["till."],
  "till.create": ["till."],
  "till.no_sale": ["till."],
  "till.open": ["till."],
  "till.pay": ["till.","order.","ticket.","tier.","event.","door."],
  "till.pay_in": ["till."],
  "till.pay_out": ["till."],
  "till.refund": ["till.","order.","ticket.","tier.","event.","door."],
  "till.reprint": ["till."],
  "till.resume": ["till."],
  "till.sell": ["till.","order.","ticket.","tier.","event.","door."],
  "till.void": ["till.","order.","ticket.","tier.","event.","door."],
  "transfer.accept": ["order.","ticket.","tier.","event.","door.","voucher.","transfer."],
  "transfer.cancel": ["transfer."],
  "transfer.start": ["transfer."],
  "transfer.sweep": ["transfer."],
  "voucher.create": ["voucher.","tier.","quota.","order.preview"],
  "voucher.update": ["voucher.","tier.","quota.","order.preview"],
  "workspace.create": ["*"],
  "workspace.open": ["*"],
  "workspace.open_demo": ["*"],
};
