import { showToast } from '../design/components/toasts'
import { speech } from '../design/text/useText'
import type { OrderDetail } from '../gen/types'
import { run } from '../host/query'
import { kickDrawer } from './paper'

/** The money goes back and a receipt says so: a counter entry that everybody sees, never an erased sale. */
export async function takeBackSale(order: OrderDetail, till: string | null): Promise<void> {
  const { t, money } = speech()
  const { refund } = await run('till.refund', {
    ...(till ? { till } : {}),
    ...{ order: order.id, reason: t('take-back-reason'), idempotency_key: `take-back:${order.id}` },
  })
  showToast({ tone: 'success', title: t('taken-back', { code: order.code, amount: money(refund.amount) }) })
  if (refund.parts.some((part) => part.method === 'cash')) void kickDrawer().catch(() => undefined)
}
