import { Clock, DoorOpen, ListChecks, Ticket } from 'lucide-react'

import { useText } from '../design/text/useText'
import type { EventPreview } from './preview'

type Props = { preview: EventPreview | null; currency: string; timeZone: string }

/** What the template will make, told before it is made. */
export function EventPreviewPane({ preview, currency, timeZone }: Props) {
  const { t, local, money, number } = useText()
  return (
    <aside
      aria-label={t('preview-title')}
      aria-live="polite"
      className="card flex flex-col gap-4 self-start p-5 @4xl:sticky @4xl:top-6"
    >
      <h2 className="text-md">{t('preview-title')}</h2>
      {!preview && <p className="text-ink-2">{t('preview-empty')}</p>}
      {preview && (
        <>
          <ul className="flex flex-col gap-1.5">
            <li className="flex gap-2">
              <DoorOpen size={16} strokeWidth={1.75} className="mt-0.5 shrink-0 text-ink-3" aria-hidden />
              {t('preview-doors', { when: local(preview.doors, 'medium') })}
            </li>
            <li className="flex gap-2">
              <Clock size={16} strokeWidth={1.75} className="mt-0.5 shrink-0 text-ink-3" aria-hidden />
              {t('preview-ends', { start: local(preview.starts, 'time'), end: local(preview.ends, 'time') })}
            </li>
            <li className="text-sm text-ink-3">{t('preview-zone', { zone: timeZone.replaceAll('_', ' ') })}</li>
          </ul>
          <section className="flex flex-col gap-2">
            <h3 className="flex items-center gap-2 text-sm text-ink-2">
              <Ticket size={16} strokeWidth={1.75} aria-hidden />
              {t('preview-tiers', { count: preview.tiers.length })}
            </h3>
            {preview.tiers.map((tier) => (
              <div key={tier.name} className="flex items-baseline justify-between gap-3 border-t border-border pt-2">
                <span className="min-w-0">
                  {tier.name}
                  <span className="block text-sm text-ink-3">
                    {tier.quantity === null ? t('tier-unlimited') : t('tier-places', { count: number(tier.quantity) })}
                  </span>
                </span>
                <span className="tabular">
                  {tier.price_minor === null ? t('preview-no-price') : money({ minor: tier.price_minor, currency })}
                </span>
              </div>
            ))}
          </section>
          {preview.lists.length > 0 && (
            <p className="flex gap-2 border-t border-border pt-3 text-ink-2">
              <ListChecks size={16} strokeWidth={1.75} className="mt-0.5 shrink-0 text-ink-3" aria-hidden />
              {t('preview-lists', { names: preview.lists.join(', ') })}
            </p>
          )}
          <p className="text-sm text-ink-3">{t('preview-draft')}</p>
        </>
      )}
    </aside>
  )
}
