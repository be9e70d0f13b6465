import { useText } from '../design/text/useText'
import { qrPath } from './qr'

type Props = { name: string; code: string }

/** A badge in the size of a card: black on white in every theme, for it is paper. */
export function BadgeSheet({ name, code }: Props) {
  const { t } = useText()
  const { path, size } = qrPath(code)
  return (
    <figure
      aria-label={t('badge-of', { name })}
      className="flex w-[85.6mm] max-w-full items-center gap-[4mm] rounded-card border border-[#000000] bg-[#ffffff] p-[4mm] text-[#000000]"
    >
      <svg
        role="img"
        aria-label={t('badge-code')}
        viewBox={`0 0 ${size} ${size}`}
        className="size-[30mm] shrink-0"
        shapeRendering="crispEdges"
      >
        <rect width={size} height={size} fill="#ffffff" />
        <path d={path} fill="#000000" />
      </svg>
      <figcaption className="min-w-0">
        <span className="block text-lg font-semibold break-words">
          <bdi>{name}</bdi>
        </span>
        <span className="mt-1 block text-sm">{t('badge-keep')}</span>
      </figcaption>
    </figure>
  )
}
