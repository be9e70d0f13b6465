import '../design/styles.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { onPreferences } from '../design/preferences'
import { speech } from '../design/text/useText'
import { CustomerDisplay } from './CustomerDisplay'

/** Draws the guest's window: dark, in the guest's language, with no keys, no scanner and no commands. */
export function start(root: HTMLElement): void {
  const dress = (): void => {
    document.documentElement.dataset['theme'] = 'dark'
    document.documentElement.lang = speech().locale
    document.title = speech().t('display-title')
  }
  dress()
  onPreferences(dress)
  createRoot(root).render(
    <StrictMode>
      <CustomerDisplay />
    </StrictMode>,
  )
}
