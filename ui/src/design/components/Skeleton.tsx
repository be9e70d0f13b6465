import { useText } from '../text/useText'

type Props = { rows?: number }

/** The shape of what is loading. */
export function Skeleton({ rows = 5 }: Props) {
  const { t } = useText()
  return (
    <div role="status" aria-label={t('loading')} className="flex flex-col gap-2 p-4">
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} className="h-8 rounded-control bg-surface-2" style={{ width: `${96 - ((at * 17) % 30)}%` }} />
      ))}
    </div>
  )
}
