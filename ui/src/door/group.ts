import type { GroupOutcome, ScanOutcome } from '../gen/types'
import { GO_STAYS_MS, SHAPES, type Saying, type Sheet } from './verdicts'

/** The rest of an order, for which the guest who was just let in stands. */
export type Group = { ticketId: string; orderCode: string; size: number; inside: number; count: number }

/** Whom the guest brought along; nothing when everybody of the order is inside. */
export function groupOf(outcome: ScanOutcome): Group | null {
  const { ticket } = outcome
  if (!outcome.is_admitted || outcome.direction !== 'entry' || !ticket) return null
  const count = ticket.order_size - ticket.order_inside
  if (count <= 0) return null
  return {
    ...{ ticketId: ticket.id, orderCode: ticket.order_code },
    ...{ size: ticket.order_size, inside: ticket.order_inside, count },
  }
}

/** The number large enough to be read while heads are counted; nobody is in yet. */
export function countSheet(group: Group, isRecount: boolean): Sheet {
  const { size, inside, count } = group
  return {
    ...{ signal: 'same', shape: 'heads', sound: isRecount ? 'wait' : 'same', stays_ms: null, isCheckOnly: false },
    word: { id: 'verdict-count', values: { count } },
    why: [{ id: isRecount ? 'verdict-why-recount' : 'door-group', values: { size, inside, count } }],
    todo: { id: count === 0 ? 'verdict-todo-count-none' : 'verdict-todo-count', values: { count } },
  }
}

/** What became of the group. Who was refused keeps the sheet open: a person talks to them. */
export function groupSheet({ admitted, refused }: GroupOutcome): Sheet {
  const isWhole = refused.length === 0
  const signal = admitted.length > 0 ? 'go' : 'wait'
  const sound = signal === 'go' && (!isWhole || admitted.some((one) => one.needs_attention)) ? 'attention' : signal
  return {
    ...{ signal, shape: SHAPES[signal], sound, isCheckOnly: false },
    word: { id: signal === 'go' ? 'verdict-group' : 'verdict-group-none', values: { count: admitted.length } },
    why: tiersOf(admitted),
    todo: { id: isWhole ? 'verdict-todo-admit' : 'verdict-todo-group-refused', values: { count: refused.length } },
    stays_ms: isWhole && signal === 'go' ? GO_STAYS_MS : null,
  }
}

/** How many of each tier went in, the first to come first. */
function tiersOf(admitted: readonly ScanOutcome[]): Saying[] {
  const counts = new Map<string, number>()
  for (const { ticket } of admitted) {
    if (ticket) counts.set(ticket.tier_name, (counts.get(ticket.tier_name) ?? 0) + 1)
  }
  return [...counts].map(([tier, count]) => ({ id: 'verdict-why-group', values: { tier, count } }))
}
