import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { AZERTY, QWERTZ, US, type Layout } from './layouts'
import { Wedge, type Scan, type WedgeEffect, type WedgeKey } from './wedge'

const SIGNED = signedCode()

/** A code of the signed shape; its last character is computed here, independently of the product's own check. */
function signedCode(): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const body = Array.from({ length: 120 }, (_, at) => alphabet.charAt((at * at * 7 + at * 3 + 5) % 32))
  let sum = 0
  body.forEach((letter, at) => {
    let weight = 1
    for (let power = 0; power <= at; power += 1) weight = (weight * 3) % 31
    sum = (sum + weight * alphabet.indexOf(letter)) % 31
  })
  return `S1${body.join('')}${alphabet.charAt(sum)}`
}

type Typing = { layout?: Layout; gap_ms?: number; start_ms?: number; isInText?: boolean; os?: Layout; caps?: boolean }

/** What a scanner set to `layout` sends so that a computer of that layout would show `text`. */
function strokesFor(text: string, typing: Typing = {}): WedgeKey[] {
  const layout = typing.layout ?? US
  const os = typing.os ?? US
  return [...text].map((letter, at) => {
    const found = Object.entries(layout).find(([code, legend]) => !code.startsWith('Numpad') && legend.includes(letter))
    if (!found) throw new Error(`no key for ${letter}`)
    const [code, legend] = found
    const shift = legend[1] === letter && legend[0] !== letter
    const shown = os[code]?.[shift !== (typing.caps ?? false) ? 1 : 0] ?? ''
    return {
      ...{ code, shift, key: shown, isCommand: false, isInText: typing.isInText ?? false },
      at_ms: (typing.start_ms ?? 0) + at * (typing.gap_ms ?? 1),
    }
  })
}

const press = (code: string, at_ms: number, isInText = false): WedgeKey => ({
  ...{ code, at_ms, isInText, key: code, shift: false, isCommand: false },
})

function run(wedge: Wedge, keys: WedgeKey[], end_ms?: number): { scans: Scan[]; effects: WedgeEffect[][] } {
  const effects = keys.map((key) => wedge.feed(key))
  const last = keys.at(-1)?.at_ms ?? 0
  effects.push(wedge.expire(end_ms ?? last + 1000))
  const scans = effects.flat().flatMap((effect) => (effect.do === 'scan' ? [effect.scan] : []))
  return { scans, effects }
}

describe('a scanner that types', () => {
  const terminators = [['Enter'], ['NumpadEnter'], ['Tab'], []] as const
  for (const terminator of terminators) {
    it(`is heard once with the terminator ${terminator[0] ?? 'none'}`, () => {
      const keys = strokesFor('abcd1234xyz')
      const end = terminator.map((code) => press(code, 12))
      expect(run(new Wedge(), [...keys, ...end]).scans.map((scan) => scan.text)).toEqual(['abcd1234xyz'])
    })
  }

  it('is decided on the last character of a signed ticket, without waiting for anything', () => {
    const wedge = new Wedge()
    const effects = strokesFor(SIGNED).map((key) => wedge.feed(key))
    expect(effects.at(-1)).toContainEqual({
      do: 'scan',
      scan: { text: SIGNED, reading: 'physical', isReadingNew: false },
    })
  })

  it('never lets its terminator reach the focused button', () => {
    const keys = strokesFor(SIGNED)
    const wedge = new Wedge()
    keys.forEach((key) => wedge.feed(key))
    expect(wedge.feed(press('Enter', 130))).toEqual([{ do: 'swallow' }])
  })

  it('leaves a later Enter to the person', () => {
    const wedge = new Wedge()
    strokesFor(SIGNED).forEach((key) => wedge.feed(key))
    expect(wedge.feed(press('Enter', 600))).toEqual([{ do: 'pass' }])
  })

  it('is read alike with Caps Lock on', () => {
    const { scans } = run(new Wedge(), strokesFor(SIGNED, { caps: true }))
    expect(scans[0]?.text).toBe(SIGNED)
  })

  it('is read alike on a computer with another layout', () => {
    for (const os of [US, QWERTZ, AZERTY]) {
      expect(run(new Wedge(), strokesFor(SIGNED, { os })).scans[0]?.text).toBe(SIGNED)
    }
  })

  it('set to another layout is noticed at the first signed ticket and remembered for codes without a check', () => {
    for (const [layout, reading] of [
      [QWERTZ, 'qwertz'],
      [AZERTY, 'azerty'],
    ] as const) {
      const wedge = new Wedge()
      const first = run(wedge, [...strokesFor(SIGNED, { layout }), press('Enter', 125)])
      expect(first.scans).toEqual([{ text: SIGNED, reading, isReadingNew: true }])
      const second = run(wedge, strokesFor('zy7wqa88', { layout, start_ms: 5000 }))
      expect(second.scans).toEqual([{ text: 'zy7wqa88', reading, isReadingNew: false }])
    }
  })

  it('survives a busy computer that holds its keys up', () => {
    const keys = strokesFor(SIGNED)
    const late = keys.map((key, at) => ({ ...key, at_ms: key.at_ms + (at > 40 ? 250 : 0) + (at > 90 ? 250 : 0) }))
    expect(run(new Wedge(), late).scans.map((scan) => scan.text)).toEqual([SIGNED])
    const foreign = strokesFor('z3fsn8jyufm5').map((key, at) => ({ ...key, at_ms: key.at_ms + (at > 6 ? 55 : 0) }))
    expect(run(new Wedge(), foreign).scans.map((scan) => scan.text)).toEqual(['z3fsn8jyufm5'])
  })

  it('gives two tickets when two follow each other at once', () => {
    const keys = [
      ...strokesFor('first123'),
      press('Enter', 9),
      ...strokesFor('second45', { start_ms: 20 }),
      press('Enter', 29),
    ]
    expect(run(new Wedge(), keys).scans.map((scan) => scan.text)).toEqual(['first123', 'second45'])
  })

  it('puts a text field back to what it held', () => {
    const { scans, effects } = run(new Wedge(), strokesFor('abcd1234', { isInText: true }))
    expect(effects[0]).toEqual([{ do: 'snapshot' }, { do: 'pass' }])
    expect(effects[3]).toEqual([{ do: 'restore' }, { do: 'swallow' }])
    expect(effects.slice(4, 8)).toEqual(Array(4).fill([{ do: 'swallow' }]))
    expect(scans).toHaveLength(1)
  })
})

describe('a person who types', () => {
  it('keeps every key in order outside text fields, and never makes a scan', () => {
    const letters = fc.array(fc.constantFrom(...'abcdefghij1234567890'), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(letters, fc.integer({ min: 45, max: 400 }), (typed, gap_ms) => {
        const { scans, effects } = run(new Wedge(), strokesFor(typed.join(''), { gap_ms }))
        const released = effects.flat().flatMap((effect) => (effect.do === 'release' ? effect.keys : []))
        expect(scans).toEqual([])
        expect(released.map((key) => key.key)).toEqual(typed)
      }),
    )
  })

  it('types into a field untouched', () => {
    const { effects } = run(new Wedge(), strokesFor('miller', { gap_ms: 70, isInText: true }))
    expect(effects.flat().filter((effect) => effect.do !== 'pass' && effect.do !== 'snapshot')).toEqual([])
  })

  it('presses Enter on a button as ever', () => {
    expect(new Wedge().feed(press('Enter', 0))).toEqual([{ do: 'pass' }])
  })

  it('holds a key down without being taken for a scanner', () => {
    const repeats = Array.from({ length: 20 }, (_, at) => ({ ...press('KeyJ', at * 30), isCommand: at > 0 }))
    expect(run(new Wedge(), repeats).scans).toEqual([])
  })

  it('gets a key released before the Enter that follows it', () => {
    const wedge = new Wedge()
    wedge.feed(press('Digit1', 0))
    const effects = wedge.feed(press('Enter', 20))
    expect(effects.map((effect) => effect.do)).toEqual(['release', 'pass'])
  })
})

it('loses no scan and doubles none over ten thousand bursts of every kind', () => {
  const wedge = new Wedge()
  const heard: string[] = []
  const sent: string[] = []
  let now = 0
  for (let count = 0; count < 10_000; count += 1) {
    const text = `tk${String(count).padStart(6, '0')}`
    const keys = strokesFor(text, { start_ms: now, gap_ms: 1 + (count % 20), isInText: count % 3 === 0 })
    const lastAt = keys.at(-1)?.at_ms ?? now
    if (count % 4 !== 0) keys.push(press(count % 4 === 1 ? 'Tab' : 'Enter', lastAt + 1))
    sent.push(text)
    for (const key of keys) collect(wedge.feed(key))
    now = lastAt + 90
  }
  collect(wedge.expire(now + 1000))
  expect(heard).toEqual(sent)

  function collect(effects: WedgeEffect[]): void {
    for (const effect of effects) if (effect.do === 'scan') heard.push(effect.scan.text)
  }
})
