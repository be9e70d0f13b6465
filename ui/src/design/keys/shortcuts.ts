/** Where a shortcut works. */
export type Scope = 'everywhere' | 'plan' | 'till' | 'door'

/**
 * Keys of a shortcut: names joined by `+`, two presses by a blank. Letters and digits are physical keys
 * (`event.code`), so that they stay in place on every keyboard; `?` and `/` are what the key prints.
 */
type Shortcut = {
  scope: Scope
  keys: readonly string[]
  /** Message id of what it does. */
  label: string
  /** Message id of other words people look for it by. */
  synonyms?: string
}

/** Every shortcut of the product: the palette, the overlay, menus and key-caps all read this one table. */
export const SHORTCUTS = {
  palette: { scope: 'everywhere', keys: ['Mod+K'], label: 'shortcut-palette' },
  help: { scope: 'everywhere', keys: ['?', 'F1'], label: 'shortcut-help' },
  'go-plan': { scope: 'everywhere', keys: ['G P', 'Alt+1'], label: 'shortcut-go-plan' },
  'go-till': { scope: 'everywhere', keys: ['G T', 'Alt+2'], label: 'shortcut-go-till' },
  'go-door': { scope: 'everywhere', keys: ['G D', 'Alt+3'], label: 'shortcut-go-door' },
  'go-settings': { scope: 'everywhere', keys: ['G S', 'Alt+4'], label: 'shortcut-go-settings' },
  'text-larger': { scope: 'everywhere', keys: ['Mod+='], label: 'shortcut-text-larger' },
  'text-smaller': { scope: 'everywhere', keys: ['Mod+-'], label: 'shortcut-text-smaller' },
  'text-normal': { scope: 'everywhere', keys: ['Mod+0'], label: 'shortcut-text-normal' },
  theme: { scope: 'everywhere', keys: ['Mod+Shift+L'], label: 'shortcut-theme', synonyms: 'synonyms-theme' },
  'switch-user': {
    scope: 'everywhere',
    keys: ['Alt+U'],
    label: 'shortcut-switch-user',
    synonyms: 'synonyms-switch-user',
  },
  lock: { scope: 'everywhere', keys: ['Alt+L'], label: 'shortcut-lock', synonyms: 'synonyms-lock' },
  'customer-display': {
    scope: 'everywhere',
    keys: ['Alt+D'],
    label: 'shortcut-customer-display',
  },
  'new-event': { scope: 'plan', keys: ['Mod+N', 'N'], label: 'shortcut-new-event', synonyms: 'synonyms-new-event' },
  find: { scope: 'plan', keys: ['/'], label: 'shortcut-find' },
  'next-event': { scope: 'plan', keys: [']'], label: 'shortcut-next-event' },
  'previous-event': { scope: 'plan', keys: ['['], label: 'shortcut-previous-event' },
  'till-tier': { scope: 'till', keys: ['1…9'], label: 'shortcut-till-tier' },
  'till-tier-less': { scope: 'till', keys: ['Shift+1…9'], label: 'shortcut-till-tier-less' },
  'till-exact': { scope: 'till', keys: ['Enter'], label: 'shortcut-till-exact' },
  'till-notes': { scope: 'till', keys: ['Q', 'W', 'E', 'R'], label: 'shortcut-till-notes' },
  'till-amount': { scope: 'till', keys: ['.'], label: 'shortcut-till-amount' },
  'till-quantity': { scope: 'till', keys: ['*'], label: 'shortcut-till-quantity' },
  'till-card': { scope: 'till', keys: ['C'], label: 'shortcut-till-card' },
  'till-comp': { scope: 'till', keys: ['V'], label: 'shortcut-till-comp', synonyms: 'synonyms-till-comp' },
  'till-split': { scope: 'till', keys: ['X'], label: 'shortcut-till-split', synonyms: 'synonyms-till-split' },
  'till-undo': { scope: 'till', keys: ['Z'], label: 'shortcut-till-undo' },
  'till-last-line': { scope: 'till', keys: ['Backspace'], label: 'shortcut-till-last-line' },
  'till-clear': { scope: 'till', keys: ['Esc'], label: 'shortcut-till-clear' },
  'till-reprint': { scope: 'till', keys: ['P'], label: 'shortcut-till-reprint', synonyms: 'synonyms-till-reprint' },
  'till-refund': { scope: 'till', keys: ['R'], label: 'shortcut-till-refund', synonyms: 'synonyms-till-refund' },
  'till-switch-user': { scope: 'till', keys: ['U'], label: 'shortcut-switch-user' },
  'till-lock': { scope: 'till', keys: ['L'], label: 'shortcut-lock' },
  'till-search': { scope: 'till', keys: ['S'], label: 'shortcut-till-search', synonyms: 'synonyms-till-search' },
  'till-park': { scope: 'till', keys: ['H'], label: 'shortcut-till-park', synonyms: 'synonyms-till-park' },
  'till-parked': { scope: 'till', keys: ['Shift+H'], label: 'shortcut-till-parked', synonyms: 'synonyms-till-park' },
  'till-pay-in': { scope: 'till', keys: ['I'], label: 'shortcut-till-pay-in', synonyms: 'synonyms-till-cash' },
  'till-pay-out': { scope: 'till', keys: ['O'], label: 'shortcut-till-pay-out', synonyms: 'synonyms-till-cash' },
  'till-no-sale': { scope: 'till', keys: ['N'], label: 'shortcut-till-no-sale', synonyms: 'synonyms-till-cash' },
  'till-x-report': { scope: 'till', keys: ['Mod+Shift+X'], label: 'shortcut-till-x-report' },
  'till-close': { scope: 'till', keys: ['Mod+Shift+Z'], label: 'shortcut-till-close', synonyms: 'synonyms-till-close' },
  'till-reports': { scope: 'till', keys: ['Shift+Z'], label: 'shortcut-till-reports' },
  'till-key-card': { scope: 'till', keys: ['Shift+K'], label: 'shortcut-till-key-card' },
  'door-search': { scope: 'door', keys: ['A…Z'], label: 'shortcut-door-search' },
  'door-clear': { scope: 'door', keys: ['Esc'], label: 'shortcut-door-clear' },
  'door-undo': { scope: 'door', keys: ['Mod+Z'], label: 'shortcut-door-undo', synonyms: 'synonyms-door-undo' },
  'door-admit-group': { scope: 'door', keys: ['A'], label: 'shortcut-door-admit-group' },
  'door-override': { scope: 'door', keys: ['O'], label: 'shortcut-door-override' },
  'door-check-only': { scope: 'door', keys: ['F2'], label: 'shortcut-door-check-only' },
  'door-direction': { scope: 'door', keys: ['F3'], label: 'shortcut-door-direction' },
  'door-hide-names': { scope: 'door', keys: ['F4'], label: 'shortcut-door-hide-names' },
  'door-parked': { scope: 'door', keys: ['Q'], label: 'shortcut-door-parked' },
  'door-summary': { scope: 'door', keys: ['F6'], label: 'shortcut-door-summary', synonyms: 'synonyms-door-summary' },
} as const satisfies Record<string, Shortcut>

export type ShortcutId = keyof typeof SHORTCUTS

export const SHORTCUT_IDS = Object.keys(SHORTCUTS) as ShortcutId[]

export function shortcutOf(id: ShortcutId): Shortcut {
  return SHORTCUTS[id]
}

/** What a keyboard event says, without the event. */
export type KeyPress = {
  code: string
  key: string
  ctrl: boolean
  meta: boolean
  alt: boolean
  shift: boolean
}

const NAMED: Readonly<Record<string, string>> = {
  Esc: 'Escape',
  '[': 'BracketLeft',
  ']': 'BracketRight',
  '=': 'Equal',
  '-': 'Minus',
}

function codeOf(name: string): string {
  if (/^[A-Z]$/.test(name)) return `Key${name}`
  if (/^\d$/.test(name)) return `Digit${name}`
  return NAMED[name] ?? name
}

/** Whether one press is the chord, on this platform's own modifier. */
export function isChord(chord: string, press: KeyPress, isMac: boolean): boolean {
  const names = chord.split('+')
  const last = names.at(-1) ?? ''
  const wantsMod = names.includes('Mod')
  const hasMod = isMac ? press.meta : press.ctrl
  const hasOther = isMac ? press.ctrl : press.meta
  if (wantsMod !== hasMod || hasOther || names.includes('Alt') !== press.alt) return false
  if (last === '?' || last === '/') return press.key === last
  return codeOf(last) === press.code && names.includes('Shift') === press.shift
}

/** Whether single letters and digits make up the chord: those can be switched off. */
export function isSingleKey(chord: string): boolean {
  return chord.split(' ').every((part) => part.length === 1)
}

export type Heard = { id: ShortcutId | null; pendingFirst: string | null }

/**
 * Which shortcut among `active` a press means. `first` is the chord pressed just before, for shortcuts of two
 * presses; the answer carries the chord to remember when the press may begin one.
 */
export function hear(
  press: KeyPress,
  active: readonly ShortcutId[],
  options: { first: string | null; isMac: boolean; allowsSingleKeys: boolean },
): Heard {
  let pendingFirst: string | null = null
  for (const id of active) {
    for (const keys of shortcutOf(id).keys) {
      if (!options.allowsSingleKeys && isSingleKey(keys)) continue
      const [one = '', two] = keys.split(' ')
      if (two === undefined) {
        if (options.first === null && isChord(one, press, options.isMac)) return { id, pendingFirst: null }
      } else if (options.first === one) {
        if (isChord(two, press, options.isMac)) return { id, pendingFirst: null }
      } else if (isChord(one, press, options.isMac)) {
        pendingFirst = one
      }
    }
  }
  return { id: null, pendingFirst }
}
