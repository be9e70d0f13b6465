import { CircleCheck, LoaderCircle, OctagonX, Undo2 } from 'lucide-react'

import { Button } from '../design/components/Button'
import { cx } from '../design/cx'
import { failureWords } from '../design/text/failure'
import { useText } from '../design/text/useText'
import type { LastSale } from './useSale'

type Props = {
  sale: LastSale
  currency: string
  /** The change already stands large above: no second time here. */
  showsChangeAbove: boolean
  isPrinting: boolean
  onTickets: () => void
  onReceipt: () => void
  onOpen: () => void
  /** Null while another guest is being served. */
  onTakeBack: (() => void) | null
}

const ICONS = { saving: LoaderCircle, sold: CircleCheck, failed: OctagonX, 'taken-back': Undo2 } as const
const COLOURS = {
  saving: 'text-ink-2',
  sold: 'text-success',
  failed: 'text-danger',
  'taken-back': 'text-warning',
} as const

/** The sale before this one: its change stays readable, its papers one press away, until the next sale is done. */
export function LastSaleStrip(props: Props) {
  const { sale, currency, showsChangeAbove, isPrinting, onTickets, onReceipt, onOpen, onTakeBack } = props
  const speech = useText()
  const { t, money } = speech
  const say = (minor: number): string => money({ minor, currency })
  const Icon = ICONS[sale.stage]
  const words = sale.failure && failureWords(speech, sale.failure)
  return (
    <section aria-label={t('last-sale')} className="mt-auto flex flex-col gap-2 border-t border-border bg-bg p-4">
      <p role="status" className="flex items-center gap-2 font-medium">
        <Icon size={18} strokeWidth={2} className={cx('shrink-0', COLOURS[sale.stage])} aria-hidden />
        {t(`last-${sale.stage}`, { code: sale.order?.order.code ?? '' })}
      </p>
      {words && (
        <div role="alert" className="rounded-control bg-danger-soft p-3 text-danger">
          <p className="font-semibold">{words.message}</p>
          <p>{words.fix}</p>
          <p className="text-sm">{t(sale.failure?.kind === 'fault' ? 'last-basket-again' : 'last-basket-back')}</p>
        </div>
      )}
      {sale.stage !== 'failed' && (
        <dl className="tabular grid grid-cols-[1fr_auto] gap-x-4">
          <dt className="text-ink-2">{t('last-tickets', { count: sale.tickets })}</dt>
          <dd className="text-right">{say(sale.total_minor)}</dd>
          {sale.change_minor > 0 && (
            <>
              {sale.tender.method === 'cash' && (
                <>
                  <dt className="text-ink-2">{t('cash-given')}</dt>
                  <dd className="text-right">{say(sale.tender.tendered_minor)}</dd>
                </>
              )}
              {!showsChangeAbove && (
                <>
                  <dt className="self-end text-md font-semibold">{t('change')}</dt>
                  <dd className="text-right text-3xl leading-tight font-extrabold tracking-tight text-success">
                    {say(sale.change_minor)}
                  </dd>
                </>
              )}
            </>
          )}
        </dl>
      )}
      {sale.order && sale.stage === 'sold' && (
        <div className="grid grid-cols-2 gap-2">
          <Button shortcut="till-reprint" isPending={isPrinting} onPress={onTickets}>
            {t('tickets-pdf')}
          </Button>
          <Button isPending={isPrinting} onPress={onReceipt}>
            {t('receipt')}
          </Button>
          <Button tone="quiet" shortcut="till-refund" onPress={onOpen}>
            {t('last-open')}
          </Button>
          <Button
            tone="quiet"
            shortcut="till-undo"
            isDisabled={sale.isPaperOut || !onTakeBack}
            onPress={onTakeBack ?? undefined}
          >
            {t('take-back')}
          </Button>
        </div>
      )}
    </section>
  )
}
