import { Archive, Minus, Plus, RotateCcw, ShoppingBasket, TicketPercent, Trash2, UserPlus, X } from 'lucide-react'
import { useState } from 'react'

import { Button } from '../design/components/Button'
import { KeyCap } from '../design/components/KeyCap'
import { TextField } from '../design/components/TextField'
import { cx } from '../design/cx'
import { useText } from '../design/text/useText'
import type { EventDetail } from '../gen/types'
import { ticketCount } from './basket'
import { pressTier } from './keys'
import type { Till } from './useTill'

type Props = { till: Till; event: EventDetail }

const key = (code: string) => ({ code, key: code, shift: false })

/** What this guest takes. */
export function BasketColumn({ till, event }: Props) {
  const { t, money } = useText()
  const { basket, past } = till.state
  const isEmpty = basket.length === 0 && till.parked.length === 0
  return (
    <section aria-label={t('basket')} className="flex min-h-0 flex-col border-border @3xl:border-l">
      <header className="flex min-h-12 items-center gap-2 px-4">
        <h2 className="flex-1 text-base">
          {t('basket')}{' '}
          {basket.length > 0 && (
            <span className="font-normal text-ink-2">· {t('ticket-count', { count: ticketCount(basket) })}</span>
          )}
        </h2>
        {past.length > 0 && (
          <Button
            tone="quiet"
            icon={<RotateCcw size={16} aria-hidden />}
            shortcut="till-undo"
            onPress={() => till.press(key('KeyZ'))}
          >
            {t('undo')}
          </Button>
        )}
      </header>
      {basket.length === 0 ? (
        <div className="flex min-h-32 flex-1 flex-col items-center justify-center gap-2 p-4 text-center text-ink-2">
          <ShoppingBasket size={32} strokeWidth={1.5} className="text-ink-3" aria-hidden />
          <p>{t('basket-empty')}</p>
        </div>
      ) : (
        <ul className="min-h-0 flex-1 overflow-auto">
          {basket.map((line) => {
            const at = till.tiers.findIndex((tier) => tier.id === line.tierId)
            const tier = till.tiers[at]
            if (!tier) return null
            const step = (by: 1 | -1): boolean =>
              till.act(pressTier({ ...till.state, entry: null }, at, by, till.context))
            return (
              <li
                key={line.tierId}
                className="flex flex-wrap items-center gap-2 border-t border-border px-4 py-2 text-md"
              >
                <bdi className="min-w-0 basis-full font-medium break-words">{tier.name}</bdi>
                <StepButton label={t('one-less', { tier: tier.name })} onPress={() => step(-1)}>
                  <Minus size={16} aria-hidden />
                </StepButton>
                <span className="tabular min-w-7 text-center text-lg font-semibold">{line.quantity}</span>
                <StepButton label={t('one-more', { tier: tier.name })} onPress={() => step(1)}>
                  <Plus size={16} aria-hidden />
                </StepButton>
                <span className="tabular flex-1 text-right font-medium">
                  {money({ minor: tier.price_minor * line.quantity, currency: event.currency })}
                </span>
              </li>
            )
          })}
        </ul>
      )}
      <PriceLines till={till} event={event} />
      <BuyerFields till={till} />
      <footer className={cx('flex flex-wrap justify-around gap-1 border-t border-border p-2', isEmpty && 'hidden')}>
        <Button
          tone="quiet"
          icon={<Archive size={16} className="shrink-0" aria-hidden />}
          shortcut={basket.length > 0 ? 'till-park' : 'till-parked'}
          onPress={() => till.press(key('KeyH'))}
        >
          {basket.length > 0 ? t('park') : t('parked-count', { count: till.parked.length })}
        </Button>
        {basket.length > 0 && (
          <Button
            tone="quiet"
            icon={<Trash2 size={16} className="shrink-0" aria-hidden />}
            shortcut="till-clear"
            onPress={() => till.press(key('Escape'))}
          >
            {t('basket-clear')}
          </Button>
        )}
      </footer>
    </section>
  )
}

/** What changes the price beside the tiers: a voucher, group discounts, fees. */
function PriceLines({ till, event }: Props) {
  const { t, money } = useText()
  const { preview, failure } = till.pricing
  const { voucher } = till.state
  const fees = till.state.basket.length > 0 ? (preview?.fees ?? []) : []
  const discount = till.state.basket.length > 0 ? (preview?.discount.minor ?? 0) : 0
  if (!voucher && fees.length === 0 && discount === 0) return null
  const say = (minor: number): string => money({ minor, currency: event.currency })
  return (
    <dl className="tabular grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 border-t border-border px-4 py-2">
      {(voucher || discount > 0) && (
        <>
          <dt className="flex min-w-0 items-center gap-1">
            {voucher ? (
              <>
                <TicketPercent size={16} aria-hidden /> <code className="truncate font-mono">{voucher.code}</code>
                <button
                  type="button"
                  aria-label={t('voucher-drop', { code: voucher.code })}
                  onMouseDown={(press) => press.preventDefault()}
                  onClick={till.dropVoucher}
                  className="focus-ring flex size-8 cursor-default items-center justify-center rounded-control hover:bg-surface-2"
                >
                  <X size={16} aria-hidden />
                </button>
              </>
            ) : (
              t('basket-discount')
            )}
          </dt>
          <dd className="self-center text-right text-success">−{say(discount)}</dd>
        </>
      )}
      {fees.map((fee) => (
        <div key={`${fee.kind}${fee.name}`} className="contents">
          <dt className="text-ink-2">
            <bdi>{fee.name}</bdi>
          </dt>
          <dd className="text-right">{money(fee.gross)}</dd>
        </div>
      ))}
      {voucher && failure && <p className="col-span-2 text-danger">{failure.message}</p>}
    </dl>
  )
}

type StepProps = { label: string; onPress: () => void; children: React.ReactNode }

function StepButton({ label, onPress, children }: StepProps) {
  return (
    <button
      type="button"
      aria-label={label}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className="focus-ring flex size-9 shrink-0 cursor-default items-center justify-center rounded-control border border-border-strong bg-surface hover:bg-surface-2"
    >
      {children}
    </button>
  )
}

type BuyerProps = { till: Till }

/** Never asked for: a walk-up guest is nobody in particular. */
function BuyerFields({ till }: BuyerProps) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const { buyer, setBuyer } = till
  if (!isOpen) {
    return (
      <div className="border-t border-border p-2">
        <Button tone="quiet" className="w-full" icon={<UserPlus size={16} aria-hidden />} onPress={() => setOpen(true)}>
          {t('buyer-add')}
        </Button>
      </div>
    )
  }
  return (
    <div className="flex flex-col gap-2 border-t border-border p-4">
      <TextField
        label={t('buyer-name')}
        isOptional
        value={buyer.name}
        onChange={(name) => setBuyer({ ...buyer, name })}
        autoFocus
      />
      <TextField
        label={t('buyer-email')}
        isOptional
        type="email"
        value={buyer.email}
        onChange={(email) => setBuyer({ ...buyer, email })}
      />
      <p className="flex items-center gap-1.5 text-sm text-ink-3">
        <KeyCap keys="Tab" /> {t('buyer-hint')}
      </p>
    </div>
  )
}
