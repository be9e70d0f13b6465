import '../design/styles.css'

import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { listenForShortcuts } from '../design/keys/useShortcuts'
import { queryClient } from '../host/query'
import { scanner } from '../host/scanner/scanner'
import { LocaleBoundary } from './LocaleBoundary'
import { listenToMenu } from './menu'
import { router } from './router'
import { startTheme } from './theme'

/** Draws the app and starts hearing keys, scans and the menu. */
export function start(root: HTMLElement): void {
  startTheme()
  scanner.attach(window)
  listenForShortcuts()
  listenToMenu()
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <LocaleBoundary>
          <RouterProvider router={router} />
        </LocaleBoundary>
      </QueryClientProvider>
    </StrictMode>,
  )
}
