import { preferences } from '../design/preferences'
import { host } from '../host'
import { run } from '../host/query'
import type { Document } from '../gen/types'

/** Opens a document in the computer's own viewer, where it is printed. */
async function open(document: Document): Promise<void> {
  await host.openFile(document.file_name, document.media_type, document.base64)
}

/** All tickets of an order, or some of them, in the layout this device prints on. */
export async function openTickets(order: string, tickets?: string[]): Promise<void> {
  await open(await run('print.tickets', { ...(tickets ? { tickets } : { order }), layout: preferences().ticketLayout }))
}

export async function openReceipt(order: string): Promise<void> {
  const layout = preferences().ticketLayout === 'roll80' ? 'roll80' : 'a4'
  await open(await run('print.receipt', { order, layout }))
}

export async function saveTickets(order: string): Promise<boolean> {
  const document = await run('print.tickets', { order, layout: preferences().ticketLayout })
  return host.saveFile(document.file_name, document.media_type, document.base64)
}
