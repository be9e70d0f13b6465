import { describe, expect, it } from 'vitest'

import { opened, sealed, type DisplayStage, type DisplayState } from './message'
import { heard, LINES_MAX, linesThatFit, SILENCE_MS, stageNow, THANKS_MS } from './screen'

const eur = (minor: number) => ({ minor, currency: 'EUR' })
const state = (stage: DisplayStage): DisplayState => ({
  poster: {
    ...{ title: 'Tuba Night', starts_at: '2026-11-20T20:00:00Z', time_zone: 'Europe/Berlin', venue: null },
    ...{ accepts: ['cash', 'card'], is_training: false },
  },
  stage,
})
const BASKET = state({ at: 'basket', lines: [{ name: 'GA', quantity: 2, total: eur(5000) }], total: eur(5000) })
const PAID = state({ at: 'paid', total: eur(5000), given: eur(10000), change: eur(5000) })

describe('what the guest sees', () => {
  it('is what the till said last, for as long as the till repeats it', () => {
    const first = heard(null, BASKET, 0)
    expect(stageNow(first, 500)).toEqual(BASKET.stage)
    expect(stageNow(heard(first, BASKET, 9_000), 15_000)).toEqual(BASKET.stage)
  })

  it('never stays when the till has gone', () => {
    expect(stageNow(heard(null, BASKET, 0), SILENCE_MS + 1)).toEqual({ at: 'idle' })
  })

  it('thanks for a while, then becomes the poster, although the till repeats the sale', () => {
    let last = heard(null, PAID, 0)
    for (let now = 2000; now <= THANKS_MS; now += 2000) last = heard(last, PAID, now)
    expect(stageNow(last, THANKS_MS)).toEqual(PAID.stage)
    expect(stageNow(last, THANKS_MS + 1)).toEqual({ at: 'idle' })
    expect(stageNow(heard(last, BASKET, THANKS_MS + 2), THANKS_MS + 3)).toEqual(BASKET.stage)
  })

  it('is the poster while nothing is chosen, and nothing while no till was heard', () => {
    expect(stageNow(heard(null, state({ at: 'basket', lines: [], total: eur(0) }), 0), 1)).toEqual({ at: 'idle' })
    expect(stageNow(null, 1)).toBeNull()
  })
})

describe('a long basket', () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ name: `Tier ${at}`, quantity: 1, total: eur(100) }))

  it('is shown whole while it fits', () => {
    expect(linesThatFit(lines(LINES_MAX))).toEqual({ shown: lines(LINES_MAX), hidden: 0 })
  })

  it('shows its newest lines and says how many are above', () => {
    const { shown, hidden } = linesThatFit(lines(LINES_MAX + 3))
    expect(shown.length + 1).toBe(LINES_MAX)
    expect(shown.at(-1)?.name).toBe(`Tier ${LINES_MAX + 2}`)
    expect(hidden + shown.length).toBe(LINES_MAX + 3)
  })
})

describe('a message', () => {
  it('arrives as it was sent', () => {
    for (const sent of [BASKET, PAID, state({ at: 'idle' })]) {
      expect(opened(JSON.parse(JSON.stringify(sealed('de', sent))))).toEqual({ language: 'de', state: sent })
    }
  })

  it('of another version or shape shows nothing', () => {
    const broken: unknown[] = [
      null,
      'x',
      {},
      { version: 2, state: PAID },
      { version: 1, state: { poster: PAID.poster, stage: { at: 'paid', total: 50 } } },
      { version: 1, state: { poster: {}, stage: { at: 'idle' } } },
      { version: 1, state: { poster: PAID.poster, stage: { at: 'basket', lines: [{ name: 'x' }], total: eur(1) } } },
    ]
    for (const value of broken) expect(opened(value), JSON.stringify(value)).toBeNull()
  })
})
