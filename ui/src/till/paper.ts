import { speech } from '../design/text/useText'
import type { DocumentKind, Printer } from '../gen/types'
import { run } from '../host/query'
import { openTickets } from '../orders/documents'

/** Which tickets are wanted on paper, and why. */
export type Paper = {
  order: string
  /** Codes; all valid ones of the order when absent. */
  tickets?: string[]
  /** Absent for the first time. */
  reason?: 'printer' | 'lost'
  /** The till whose report names what is printed again. */
  till: string | null
}

async function printerFor(document: DocumentKind): Promise<Printer | null> {
  const printers = await run('printer.list', {})
  return printers.find((printer) => printer.default_for.includes(document)) ?? null
}

/** Prints where a printer is set up; elsewhere the tickets open as a document. */
export async function putOnPaper({ order, tickets, reason, till }: Paper): Promise<void> {
  const printer = await printerFor('ticket')
  const at = till ? { till } : {}
  const idempotency_key = crypto.randomUUID()
  if (printer) {
    const what = tickets ? { tickets } : { order }
    const { language: locale } = speech()
    const why = reason ? { reason } : {}
    // The queue prints it, and says where it stands.
    await run('print_job.create', { ...what, ...why, ...at, locale, idempotency_key })
    return
  }
  const codes = reason === 'lost' ? await reissued(order, tickets) : tickets
  await openTickets(order, codes)
  if (reason) {
    await run('till.reprint', { ...at, order, reason, ...(codes ? { tickets: codes } : {}), idempotency_key })
  }
}

/** Lost tickets get new codes: whoever finds the old ones stays outside. */
async function reissued(order: string, tickets: string[] | undefined): Promise<string[]> {
  const wanted =
    tickets ??
    (await run('order.show', { order })).tickets.filter(({ status }) => status === 'issued').map(({ code }) => code)
  const fresh: string[] = []
  for (const ticket of wanted) {
    const made = await run('ticket.reissue', { ticket, reason: 'lost', idempotency_key: crypto.randomUUID() })
    fresh.push(made.code)
  }
  return fresh
}

/** What a sale sets in motion by itself: paper where a ticket printer is set up, the drawer for cash. */
export async function afterSale(order: string, isCash: boolean): Promise<'printed' | 'nothing'> {
  if (isCash) await kickDrawer()
  if (!(await printerFor('ticket'))) return 'nothing'
  await putOnPaper({ order, till: null })
  return 'printed'
}

/** Opens the drawer where one hangs on a printer; elsewhere the clerk has a key. */
export async function kickDrawer(): Promise<void> {
  const printers = await run('printer.list', {})
  if (printers.some((printer) => printer.drawer_pin !== null)) await run('printer.open_drawer', {})
}

/** The paper of a refund: it prints where a receipt printer is set up, and can be opened otherwise. */
export async function printRefundSlip(order: string, receipt_number: number): Promise<void> {
  if (!(await printerFor('receipt'))) return
  const { language: locale } = speech()
  const request = { order, document: 'receipt', receipt_number, locale } as const
  await run('print_job.create', { ...request, idempotency_key: crypto.randomUUID() })
}
