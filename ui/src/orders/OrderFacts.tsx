import { useText } from '../design/text/useText'
import type { OrderDetail } from '../gen/types'

type Props = { order: OrderDetail; timeZone: string }

/** What was charged, how it was paid, and what went back. */
export function OrderFacts({ order, timeZone }: Props) {
  const { t, money, number, instant } = useText()
  return (
    <div className="grid gap-6 @xl:grid-cols-2">
      <section aria-label={t('order-lines')}>
        <h3 className="mb-1 text-sm text-ink-2">{t('order-lines')}</h3>
        <dl className="flex flex-col">
          {order.items.map((item) => (
            <Fact key={item.tier_id} name={`${number(item.quantity)} × ${item.tier_name}`} value={money(item.gross)} />
          ))}
          {order.fees.map((fee) => (
            <Fact key={`${fee.kind}${fee.name}`} name={fee.name} value={money(fee.gross)} />
          ))}
          <Fact name={t('total')} value={money(order.total)} isStrong />
          {order.refunded.minor > 0 && <Fact name={t('refunded')} value={`−${money(order.refunded)}`} />}
        </dl>
      </section>
      <section aria-label={t('order-payments')}>
        <h3 className="mb-1 text-sm text-ink-2">{t('order-payments')}</h3>
        <dl className="flex flex-col">
          <Fact name={t('ordered-at')} value={instant(order.ordered_at, timeZone, 'medium')} />
          {order.payments.map((payment, at) => (
            <Fact
              key={at}
              name={[t(`pay-${payment.method}`), payment.reference].filter(Boolean).join(' · ')}
              value={money(payment.amount)}
            />
          ))}
          {order.payments
            .filter((payment) => payment.tendered && payment.change && payment.change.minor > 0)
            .map((payment, at) => (
              <Fact
                key={at}
                name={t('tendered-and-change')}
                value={`${payment.tendered ? money(payment.tendered) : ''} / ${payment.change ? money(payment.change) : ''}`}
              />
            ))}
          {order.receipts.map((receipt) => (
            <Fact key={receipt.number} name={t('receipt-number')} value={number(receipt.number)} />
          ))}
        </dl>
      </section>
    </div>
  )
}

type FactProps = { name: string; value: string; isStrong?: boolean }

function Fact({ name, value, isStrong }: FactProps) {
  return (
    <div className={`flex justify-between gap-4 border-t border-border py-1.5 ${isStrong ? 'font-semibold' : ''}`}>
      <dt className="min-w-0">
        <bdi>{name}</bdi>
      </dt>
      <dd className="tabular text-right select-text">{value}</dd>
    </div>
  )
}
