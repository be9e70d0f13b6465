import type { ReactNode } from 'react'

import { useText } from '../design/text/useText'
import type { DrawerReport } from '../gen/types'

type Props = { report: DrawerReport; timeZone: string }

/** The figures of a drawer's session, as its paper has them. */
export function ReportView({ report, timeZone }: Props) {
  const { t, money, number, instant } = useText()
  const { cash } = report
  const at = (moment: string): string => instant(moment, timeZone, 'medium')
  return (
    <div className="tabular flex flex-col gap-5">
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <strong className="text-md">
          {report.till_name} · {report.till_code}
        </strong>
        {report.is_training && <strong className="text-warning">{t('till-training')}</strong>}
        <span className="text-ink-2">
          {t('report-opened', { when: at(report.opened_at), who: report.opened_by_name || '–' })}
        </span>
        {report.closed_at && (
          <span className="text-ink-2">
            {t('report-closed', { when: at(report.closed_at), who: report.closed_by_name || '–' })}
          </span>
        )}
        {report.receipt_first !== null && report.receipt_last !== null && (
          <span className="text-ink-2">
            {t('report-receipts', { from: number(report.receipt_first), to: number(report.receipt_last) })}
          </span>
        )}
      </div>
      <p className="flex items-baseline justify-between border-y border-border py-2">
        <span className="text-md">{t('report-turnover')}</span>
        <strong className="text-3xl font-extrabold tracking-tight">{money(report.turnover)}</strong>
      </p>
      <div className="grid gap-6 @2xl:grid-cols-2">
        <Part title={t('report-cash')}>
          <Line name={t('report-float')} value={money(cash.float)} />
          <Line name={t('report-cash-sales')} value={money(cash.sales)} />
          <Line name={t('report-cash-refunds')} value={money(cash.refunds)} />
          <Line name={t('report-paid-in')} value={money(cash.paid_in)} />
          <Line name={t('report-paid-out')} value={money(cash.paid_out)} />
          <Line name={t('report-expected')} value={money(cash.expected)} isStrong />
          {cash.counted && <Line name={t('report-counted')} value={money(cash.counted)} isStrong />}
          {cash.over_short && (
            <Line
              name={
                cash.over_short.minor === 0
                  ? t('count-exact')
                  : t(cash.over_short.minor < 0 ? 'report-is-short' : 'report-is-over', {
                      reason: cash.over_short_reason,
                    })
              }
              value={money(cash.over_short)}
            />
          )}
          {cash.next_float && <Line name={t('report-next-float')} value={money(cash.next_float)} />}
        </Part>
        <Part title={t('report-tenders')}>
          {report.tenders.map((tender) => (
            <Line
              key={tender.method}
              name={`${t(`pay-${tender.method}`)} · ${t('report-sales', { count: tender.sale_count })}`}
              value={money(tender.total)}
            />
          ))}
        </Part>
        <Part title={t('report-tiers')}>
          {report.tiers.map((tier) => (
            <Line
              key={tier.tier_id ?? tier.label}
              name={`${number(tier.sold_count - tier.returned_count)} × ${tier.label}`}
              value={money(tier.total)}
            />
          ))}
        </Part>
        <Part title={t('report-taxes')}>
          {report.taxes.map((tax) => (
            <Line
              key={tax.rate}
              name={t('report-tax', { rate: tax.rate, net: money(tax.net) })}
              value={money(tax.tax)}
            />
          ))}
        </Part>
        <Part title={t('report-cashiers')}>
          {report.cashiers.map((cashier) => (
            <Line
              key={cashier.user_id ?? cashier.name}
              name={`${cashier.name || '–'} · ${t('report-sales', { count: cashier.sale_count })}`}
              value={money(cashier.total)}
            />
          ))}
        </Part>
        <Part title={t('report-counts')}>
          {report.counts.map((count) => (
            <Line
              key={count.kind}
              name={`${t(`entry-${count.kind.replaceAll('_', '-')}`)} · ${number(count.count)}`}
              value={money(count.worth.minor === 0 ? count.amount : count.worth)}
            />
          ))}
        </Part>
      </div>
      {report.notes.length > 0 && (
        <Part title={t('report-notes')}>
          {report.notes.map((note, index) => (
            <Line
              key={index}
              name={[
                instant(note.at, timeZone, 'time'),
                t(`entry-${note.kind.replaceAll('_', '-')}`),
                note.order_code,
                note.reason,
                note.operator_name,
                note.authorised_by_name && t('report-allowed-by', { who: note.authorised_by_name }),
              ]
                .filter(Boolean)
                .join(' · ')}
              value={money(note.amount)}
            />
          ))}
        </Part>
      )}
      {report.hash && (
        <p className="text-sm text-ink-2">
          {t('report-sealed')} <code className="font-mono break-all select-text">{report.hash}</code>
        </p>
      )}
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1 text-sm text-ink-2">{title}</h3>
      <dl className="flex flex-col">{children}</dl>
    </section>
  )
}

type LineProps = { name: string; value: string; isStrong?: boolean }

function Line({ name, value, isStrong }: LineProps) {
  return (
    <div className={`flex justify-between gap-4 border-t border-border py-1 ${isStrong ? 'font-semibold' : ''}`}>
      <dt className="min-w-0 break-words">
        <bdi>{name}</bdi>
      </dt>
      <dd className="shrink-0">{value}</dd>
    </div>
  )
}
