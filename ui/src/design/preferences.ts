import { useSyncExternalStore } from 'react'

export type Theme = 'auto' | 'light' | 'dark'
export type Language = 'auto' | 'en' | 'de'
export type Face = 'plan' | 'till' | 'door' | 'settings'

/** What this device remembers about its person's habits. Nothing of the business lives here. */
export type Preferences = {
  theme: Theme
  /** The till may differ from the planner. */
  tillTheme: Theme | 'same'
  /** Doors are dark places: dark unless said otherwise. */
  doorTheme: Theme | 'same'
  language: Language
  /** Percent of the normal text size, 80–200. */
  textScale: number
  /** Single-letter keys can be switched off for people who speak to their computer. */
  singleKeys: boolean
  /** Sounds of the door and the printers; everything they say stands on the screen too. */
  hasSound: boolean
  soundVolume: number
  /** Minutes without a key or a touch before the window locks itself; 0 never. */
  lockAfter_minutes: number
  /** The guest's language on the customer display. */
  displayLanguage: Language
  hideNames: boolean
  deviceName: string
  lastFace: Face
  eventId: string | null
  listId: string | null
  gateId: string | null
  /** The till whose drawer stands beside this device. */
  tillId: string | null
  ticketLayout: 'a4' | 'a4-4up' | 'roll80'
  /** Whether tickets come up by themselves after each sale. */
  showsTicketsAfterSale: boolean
  /** What guests handed over for a total, by `currency:total`, then by amount: how often. */
  tenderedBefore: Record<string, Record<string, number>>
}

const KEY = 'stagedoor.preferences'
const DEFAULTS: Preferences = {
  theme: 'auto',
  tillTheme: 'same',
  doorTheme: 'dark',
  language: 'auto',
  textScale: 100,
  singleKeys: true,
  hasSound: true,
  soundVolume: 80,
  lockAfter_minutes: 0,
  displayLanguage: 'auto',
  hideNames: false,
  deviceName: '',
  lastFace: 'plan',
  eventId: null,
  listId: null,
  gateId: null,
  tillId: null,
  ticketLayout: 'a4',
  showsTicketsAfterSale: false,
  tenderedBefore: {},
}

function read(): Preferences {
  if (typeof localStorage === 'undefined') return DEFAULTS
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>
    return { ...DEFAULTS, ...stored }
  } catch {
    return DEFAULTS
  }
}

let current = read()
const listeners = new Set<() => void>()

export function preferences(): Preferences {
  return current
}

/** How loudly to play: 0 while sounds are off. */
export function audibleVolume(): number {
  return current.hasSound ? current.soundVolume : 0
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  try {
    localStorage.setItem(KEY, JSON.stringify(current))
  } catch {
    // A full or forbidden store costs the memory of a habit, never the habit itself.
  }
  for (const listener of listeners) listener()
}

/** Another language for this window alone; nothing is remembered. */
export function speakAs(language: Language): void {
  current = { ...current, language }
  for (const listener of listeners) listener()
}

export function onPreferences(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(onPreferences, preferences)
}
