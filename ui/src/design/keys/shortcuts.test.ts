import { describe, expect, it } from 'vitest'

import { hear, isChord, SHORTCUT_IDS, shortcutOf, type KeyPress } from './shortcuts'

const press = (code: string, key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  ...{ code, key, ctrl: false, meta: false, alt: false, shift: false },
  ...more,
})
const options = { first: null, isMac: false, allowsSingleKeys: true }

describe('hearing a shortcut', () => {
  it('takes Ctrl elsewhere and Cmd on a Mac', () => {
    expect(hear(press('KeyK', 'k', { ctrl: true }), SHORTCUT_IDS, options).id).toBe('palette')
    expect(hear(press('KeyK', 'k', { meta: true }), SHORTCUT_IDS, { ...options, isMac: true }).id).toBe('palette')
    expect(hear(press('KeyK', 'k', { ctrl: true }), SHORTCUT_IDS, { ...options, isMac: true }).id).toBeNull()
  })

  it('takes two presses in a row', () => {
    const first = hear(press('KeyG', 'g'), SHORTCUT_IDS, options)
    expect(first).toEqual({ id: null, pendingFirst: 'G' })
    expect(hear(press('KeyT', 't'), SHORTCUT_IDS, { ...options, first: 'G' }).id).toBe('go-till')
  })

  it('goes by place, not by print: the Z of a German keyboard stays where Z is elsewhere', () => {
    expect(isChord('Z', press('KeyZ', 'y'), false)).toBe(true)
  })

  it('leaves single letters alone for people who switched them off', () => {
    const quiet = { ...options, allowsSingleKeys: false }
    expect(hear(press('KeyG', 'g'), SHORTCUT_IDS, quiet)).toEqual({ id: null, pendingFirst: null })
    expect(hear(press('F1', 'F1'), SHORTCUT_IDS, quiet).id).toBe('help')
  })
})

/** R gives a note while something is in the basket and opens the last sale while nothing is. */
const TOGETHER = new Set(['till-notes till-refund'])

it('no two shortcuts that can work together share their keys', () => {
  for (const id of SHORTCUT_IDS) {
    for (const other of SHORTCUT_IDS) {
      const [a, b] = [shortcutOf(id), shortcutOf(other)]
      const meet = a.scope === b.scope || a.scope === 'everywhere' || b.scope === 'everywhere'
      if (id < other && meet && !TOGETHER.has(`${id} ${other}`))
        expect(
          a.keys.filter((keys) => b.keys.includes(keys)),
          `${id} and ${other}`,
        ).toEqual([])
    }
  }
})
