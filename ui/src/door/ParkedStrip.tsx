import { CircleHelp } from 'lucide-react'
import { Button } from 'react-aria-components'

import { KeyCap } from '../design/components/KeyCap'
import { useText } from '../design/text/useText'
import { openQuestion, type Pending } from './questions'
import { shownName } from './words'

type Props = { parked: readonly Pending[]; hidesNames: boolean; onReturn: () => void }

/** Guests who still owe an answer because the next one was scanned first. */
export function ParkedStrip({ parked, hidesNames, onReturn }: Props) {
  const { t } = useText()
  const newest = parked.at(-1)
  if (!newest) return null
  const { ticket } = newest.outcome
  const who = shownName(ticket?.holder_name || null, hidesNames) ?? ticket?.tier_name ?? ''
  return (
    <Button
      onPress={onReturn}
      className="focus-ring flex min-h-12 cursor-default items-center gap-3 border-t border-border bg-warning-soft px-4 text-left text-md font-semibold text-warning outline-offset-[-3px]"
    >
      <CircleHelp size={20} strokeWidth={2} className="shrink-0" aria-hidden />
      <span className="shrink-0">{t('door-parked', { count: parked.length })}</span>
      <bdi className="min-w-0 flex-1 truncate font-normal">
        {[who, openQuestion(newest)?.question].filter(Boolean).join(' · ')}
      </bdi>
      <KeyCap of="door-parked" />
    </Button>
  )
}
