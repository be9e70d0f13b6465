import { useEffect, useRef } from 'react'

import { useText } from '../text/useText'

export type FormError = { field: string | null; message: string; fix?: string }
type Props = { errors: readonly FormError[] }

/** Where the focus goes when a field has no input of that name. */
function focusField(name: string): void {
  const field = document.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)
  field?.focus()
  field?.scrollIntoView({ block: 'center' })
}

/** Everything that keeps the form from being sent, each line leading to its field. It takes the focus when it appears. */
export function ErrorSummary({ errors }: Props) {
  const { t } = useText()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div ref={box} role="alert" tabIndex={-1} className="focus-ring rounded-card border-2 border-danger p-4">
      <h2 className="mb-1.5 text-md text-danger">{t('form-problem')}</h2>
      <ul className="flex flex-col gap-1">
        {errors.map((error) => (
          <li key={`${error.field ?? ''}${error.message}`}>
            {error.field ? (
              <button
                type="button"
                onClick={() => focusField(error.field ?? '')}
                className="focus-ring rounded-[2px] text-left font-medium text-danger underline underline-offset-2"
              >
                {error.message}
              </button>
            ) : (
              <span className="font-medium text-danger">{error.message}</span>
            )}
            {error.fix && <span className="block text-sm text-ink-2">{error.fix}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
