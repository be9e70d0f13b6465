import { cx } from '../design/cx'
import { useText, type Speech } from '../design/text/useText'
import type { TierRow } from '../gen/types'
import { quantityOf } from './basket'
import { pressTier } from './keys'
import type { Till } from './useTill'

type Props = { till: Till; tiers: readonly TierRow[] }

/** From here on a tier is called nearly gone. */
const LOW_LEFT = 10

/** What is for sale: one tile, one key. */
export function TierTiles({ till, tiers }: Props) {
  const { t } = useText()
  return (
    <section aria-label={t('till-tiers')} className="min-h-0 overflow-auto p-3">
      {tiers.length === 0 && <p className="p-6 text-center text-ink-2">{t('till-no-tiers')}</p>}
      <div className="grid auto-rows-[1fr] grid-cols-[repeat(auto-fill,minmax(min(100%,10.5rem),1fr))] gap-2.5">
        {tiers.map((tier, at) => (
          <Tile
            key={tier.id}
            tier={tier}
            keyCap={at < 9 ? String(at + 1) : null}
            quantity={quantityOf(till.state.basket, tier.id)}
            onPress={(step) => till.act(pressTier(till.state, at, step, till.context))}
          />
        ))}
      </div>
    </section>
  )
}

/** What stands at the foot of a tile, and whether it warns. */
function stock({ t, number, instant }: Speech, tier: TierRow): { text: string; tone: 'quiet' | 'low' | 'closed' } {
  switch (tier.state) {
    case 'sold_out':
      return { text: t('tile-sold-out'), tone: 'closed' }
    case 'not_yet':
      return {
        text: tier.sales_start_at
          ? t('tile-not-yet', { when: instant(tier.sales_start_at, '', 'medium') })
          : t('tier-state-not-yet'),
        tone: 'closed',
      }
    case 'ended':
      return { text: t('tile-ended'), tone: 'closed' }
    case 'inactive':
      return { text: t('tier-state-inactive'), tone: 'closed' }
    case 'on_sale':
      if (tier.available === null) return { text: t('tile-unlimited'), tone: 'quiet' }
      return tier.available <= LOW_LEFT
        ? { text: t('tile-low', { left: tier.available }), tone: 'low' }
        : { text: t('tile-left', { left: number(tier.available) }), tone: 'quiet' }
  }
}

const STOCK_TONES = { quiet: 'text-ink-2', low: 'text-warning font-medium', closed: 'text-danger font-medium' } as const

type TileProps = { tier: TierRow; keyCap: string | null; quantity: number; onPress: (step: 1 | -1) => void }

function Tile({ tier, keyCap, quantity, onPress }: TileProps) {
  const speech = useText()
  const { t, money, number } = speech
  const { text, tone } = stock(speech, tier)
  return (
    <button
      type="button"
      // The focus stays where it was: Enter always means cash, never "this tile again".
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onPress(event.shiftKey ? -1 : 1)}
      aria-disabled={tone === 'closed'}
      className={cx(
        'focus-ring flex min-h-25 cursor-default flex-col rounded-card border p-2.5 text-left select-none',
        quantity > 0
          ? 'border-accent bg-accent-soft shadow-[inset_0_0_0_1px_var(--accent)]'
          : 'border-border bg-surface hover:border-border-strong',
        tone === 'closed' && 'hatched bg-surface-2 text-ink-2',
      )}
    >
      <span className="flex items-start gap-2">
        {keyCap && (
          <kbd
            aria-hidden
            className="flex size-6 shrink-0 items-center justify-center rounded-[5px] border border-border-strong bg-bg font-sans text-base font-semibold"
          >
            {keyCap}
          </kbd>
        )}
        <bdi className="min-w-0 flex-1 text-md leading-tight font-semibold break-words">{tier.name}</bdi>
      </span>
      <span className="flex-1" />
      <span className="flex items-center justify-between gap-2">
        <span className="tabular text-lg font-semibold">{money(tier.gross_price)}</span>
        {quantity > 0 && (
          <span className="tabular rounded-full bg-accent px-2 py-0.5 text-base font-semibold text-on-accent">
            <span className="sr-only">{t('tile-in-basket')} </span>×{number(quantity)}
          </span>
        )}
      </span>
      <span className={cx('text-sm', STOCK_TONES[tone])}>
        {tone === 'low' && <span aria-hidden>▲ </span>}
        {text}
      </span>
    </button>
  )
}
