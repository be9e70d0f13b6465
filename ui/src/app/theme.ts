import { preferences, onPreferences, setPreferences, type Face, type Theme } from '../design/preferences'
import { speech } from '../design/text/useText'
import { host } from '../host'

const prefersDark = matchMedia('(prefers-color-scheme: dark)')
let face: Face = 'plan'
let worn: Theme | null = null

function apply(): void {
  const { theme, tillTheme, doorTheme, textScale } = preferences()
  const own = face === 'till' ? tillTheme : face === 'door' ? doorTheme : 'same'
  const wanted = own === 'same' ? theme : own
  const root = document.documentElement
  root.dataset['theme'] = wanted === 'auto' ? (prefersDark.matches ? 'dark' : 'light') : wanted
  root.dataset['face'] = face
  if (wanted !== worn) host.wear(wanted)
  worn = wanted
  root.style.setProperty('--text-scale', String(textScale / 100))
  root.lang = speech().locale
}

/** The face on screen decides together with the person which theme is worn. */
export function showFace(next: Face): void {
  face = next
  apply()
}

export function startTheme(): void {
  apply()
  prefersDark.addEventListener('change', apply)
  onPreferences(apply)
}

export const TEXT_SCALES = [80, 90, 100, 110, 125, 150, 175, 200] as const

/** The next text size up or down, within 80–200 %. */
export function stepTextScale(step: 1 | -1): void {
  const { textScale } = preferences()
  const at = TEXT_SCALES.findIndex((scale) => scale >= textScale)
  const next = TEXT_SCALES[Math.max(0, Math.min(TEXT_SCALES.length - 1, at + step))]
  if (next !== undefined) setPreferences({ textScale: next })
}

/** Light, then dark, then by the computer. */
export function nextTheme(): void {
  const { theme } = preferences()
  setPreferences({ theme: theme === 'light' ? 'dark' : theme === 'dark' ? 'auto' : 'light' })
}
