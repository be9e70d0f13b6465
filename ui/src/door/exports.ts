import { decimalSeparatorOf } from '../design/text/money'
import type { Speech } from '../design/text/useText'
import type { EventDetail, ExportColumn, ExportFormat, ListRow } from '../gen/types'
import { host } from '../host'
import { run } from '../host/query'

/** What can be taken along from a door: its log, its guests, what needs a look. */
export type Taken = 'scans' | 'tickets' | 'conflicts'

const COLUMNS: Readonly<Record<Taken, readonly string[]>> = {
  scans: [
    ...['scanned_at', 'direction', 'verdict', 'is_admitted', 'is_forced', 'is_annulled', 'code', 'tier_name'],
    ...['holder_name', 'order_code', 'gate', 'device', 'operator'],
  ],
  tickets: ['serial', 'code', 'status', 'tier_name', 'holder_name', 'holder_email', 'order_code', 'order_status'],
  conflicts: [
    ...['kind', 'code', 'holder_name', 'order_code', 'list_name', 'first_at', 'last_at', 'entries', 'places'],
  ],
}

/** Columns with their titles in the language of the moment. */
export function columnsOf(taken: Taken, t: Speech['t']): ExportColumn[] {
  return COLUMNS[taken].map((path) => ({ path, title: t(`column-${path.replaceAll('_', '-')}`) }))
}

/** Most scans that the log gives at once. */
const SCANS_MAX = 500

/** Makes the file and asks where to keep it; whether it was kept. */
export async function saveTable(
  taken: Taken,
  format: ExportFormat,
  { event, list, speech }: { event: EventDetail; list: ListRow; speech: Speech },
): Promise<boolean> {
  const queries = {
    scans: { query: 'door.recent', input: { event: event.id, list: list.id, first: SCANS_MAX } },
    tickets: { query: 'ticket.list', input: { event: event.id } },
    conflicts: { query: 'door.conflicts', input: { event: event.id } },
  }
  const file = await run('export.table', {
    ...queries[taken],
    ...{ format, columns: columnsOf(taken, speech.t), time_zone: event.time_zone },
    name: [event.title, list.name, speech.t(`export-${taken}`)].join(' - '),
    decimal: decimalSeparatorOf(speech.locale) === ',' ? ',' : '.',
  })
  return host.saveFile(file.file_name, file.media_type, file.base64)
}
