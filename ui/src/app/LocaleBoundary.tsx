import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'

import { useText } from '../design/text/useText'

type Props = { children: ReactNode }

/** Gives dates, numbers and sorting inside controls the language of the moment. */
export function LocaleBoundary({ children }: Props) {
  const { locale } = useText()
  return <I18nProvider locale={locale}>{children}</I18nProvider>
}
