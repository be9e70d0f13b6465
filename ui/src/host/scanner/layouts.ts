/** How a physical key reads: plain and with Shift. */
type Legend = readonly [plain: string, shifted: string]
export type Layout = Readonly<Record<string, Legend>>

const letters = (rows: Record<string, string>): Record<string, Legend> =>
  Object.fromEntries(Object.entries(rows).map(([code, letter]) => [code, [letter, letter.toUpperCase()]]))

const sameLetters: Record<string, string> = Object.fromEntries(
  [...'bcdefghijklnoprstuvx'].map((letter) => [`Key${letter.toUpperCase()}`, letter]),
)

const digitRow = (plain: string, shifted: string): Record<string, Legend> =>
  Object.fromEntries([...'1234567890'].map((digit, at) => [`Digit${digit}`, [plain.charAt(at), shifted.charAt(at)]]))

const numpad: Record<string, Legend> = Object.fromEntries(
  [...'0123456789'].map((digit) => [`Numpad${digit}`, [digit, digit]]),
)

export const US: Layout = {
  ...letters({ ...sameLetters, KeyA: 'a', KeyM: 'm', KeyQ: 'q', KeyW: 'w', KeyY: 'y', KeyZ: 'z' }),
  ...digitRow('1234567890', '!@#$%^&*()'),
  ...numpad,
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Backquote: ['`', '~'],
  NumpadAdd: ['+', '+'],
  NumpadSubtract: ['-', '-'],
  NumpadMultiply: ['*', '*'],
  NumpadDivide: ['/', '/'],
  NumpadDecimal: ['.', '.'],
}

export const QWERTZ: Layout = {
  ...US,
  ...letters({ KeyY: 'z', KeyZ: 'y' }),
  ...digitRow('1234567890', '!"§$%&/()='),
  Minus: ['ß', '?'],
  Equal: ['´', '`'],
  Slash: ['-', '_'],
  Comma: [',', ';'],
  Period: ['.', ':'],
  BracketRight: ['+', '*'],
}

export const AZERTY: Layout = {
  ...US,
  ...letters({ KeyQ: 'a', KeyA: 'q', KeyW: 'z', KeyZ: 'w', Semicolon: 'm' }),
  ...digitRow('&é"\'(-è_çà', '1234567890'),
  KeyM: [',', '?'],
  Comma: [';', '.'],
  Period: [':', '/'],
  Slash: ['!', '§'],
  Minus: [')', '°'],
  Equal: ['=', '+'],
}

/** One key as it was pressed. */
export type Stroke = { code: string; key: string; shift: boolean }

/** Reads a physical key in a layout; Caps Lock has no part in it. Null for keys that print nothing. */
export function readStroke(layout: Layout, stroke: Stroke): string | null {
  const legend = layout[stroke.code]
  return legend ? legend[stroke.shift ? 1 : 0] : null
}
