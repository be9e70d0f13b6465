import { useNavigate } from '@tanstack/react-router'

import { useShortcuts } from '../design/keys/useShortcuts'
import { openDisplay } from '../display/openDisplay'
import { setPreferences } from '../design/preferences'
import type { Overlay } from './Frame'
import { nextTheme, stepTextScale } from './theme'

/** Keys that work on every face. */
export function useGlobalShortcuts(show: (overlay: Overlay) => void): void {
  const navigate = useNavigate()
  useShortcuts({
    palette: () => show('palette'),
    help: () => show('help'),
    'go-plan': () => void navigate({ to: '/plan' }),
    'go-till': () => void navigate({ to: '/till' }),
    'go-door': () => void navigate({ to: '/door' }),
    'go-settings': () => void navigate({ to: '/settings' }),
    'text-larger': () => stepTextScale(1),
    'text-smaller': () => stepTextScale(-1),
    'text-normal': () => setPreferences({ textScale: 100 }),
    theme: nextTheme,
    'customer-display': () => void openDisplay(),
  })
}
