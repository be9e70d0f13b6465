import type { OrderDetail } from '../gen/types'
import { useAnswer } from '../host/query'

/** A ticket whose guest is in the house. */
export type Inside = { code: string; since: string | null; gate: string | null }

/** Which of the chosen tickets are inside, as far as this device's list knows. */
export function useInside(order: OrderDetail | undefined, chosen: readonly string[]): Inside[] {
  const event = order?.event_id ?? ''
  const lists = useAnswer('checkin_list.list', { event }, { isEnabled: order !== undefined })
  const list = lists.data?.[0]?.id ?? ''
  const isEnabled = list !== '' && order !== undefined
  const guests = useAnswer('door.search', { event, list, text: order?.code ?? '' }, { isEnabled })
  const recent = useAnswer('door.recent', { event, list, first: 500 }, { isEnabled })
  const inside = (guests.data ?? []).filter((guest) => guest.is_inside && chosen.includes(guest.code))
  return inside.map((guest) => {
    const scan = recent.data?.find((row) => row.ticket_id === guest.id && row.is_admitted && !row.is_annulled)
    return { code: guest.code, since: scan?.scanned_at ?? null, gate: scan?.gate ?? null }
  })
}
