import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'

import { useText } from '../text/useText'

type Props = { label: string; hint?: ReactNode; isOptional?: boolean; error?: string | undefined; children: ReactNode }

export const INPUT_CLASS =
  'focus-ring min-h-9 w-full rounded-control border border-border-strong bg-surface px-2.5 py-1.5 text-base text-ink placeholder:text-ink-3 disabled:opacity-60 invalid:border-danger'

/** Label above, hint under it, then the control, then what is wrong with it. */
export function FieldParts({ label, hint, isOptional, error, children }: Props) {
  const { t } = useText()
  return (
    <>
      <Label className="text-base font-medium text-ink">
        {label}
        {isOptional && <span className="font-normal text-ink-3"> {t('field-optional')}</span>}
      </Label>
      {hint && (
        <Text slot="description" className="text-sm text-ink-2">
          {hint}
        </Text>
      )}
      {children}
      <FieldError className="flex items-start gap-1.5 text-sm font-medium text-danger">{error}</FieldError>
    </>
  )
}
