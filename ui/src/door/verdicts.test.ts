import { describe, expect, it } from 'vitest'

import { hasMessage, message } from '../design/text/catalogue'
import { SOUNDS } from '../design/sounds'
import type { ScanOutcome, Verdict } from '../gen/types'
import { GO_STAYS_MS, SHAPES, sheetFor, VERDICTS, type Saying, type Writing } from './verdicts'

const ticket = {
  ...{ id: 't1', code: '0000001H', tier_id: 'v', tier_name: 'VIP', badge_label: '', holder_name: 'Mia' },
  ...{ order_code: 'A-000001', serial: 1, event_id: 'e', event_title: 'Jazz Night' },
  ...{ event_starts_at: '2026-06-12T18:00:00Z', order_size: 1, order_inside: 1 },
}
const outcome = (verdict: Verdict, more: Partial<ScanOutcome> = {}): ScanOutcome => ({
  ...{
    scan_id: 's1',
    verdict,
    is_admitted: verdict === 'admit',
    is_forced: false,
    direction: 'entry',
    is_repeated: false,
    reason_text: '',
  },
  ...{ ticket, first_use: null, attempts: 1, needs_attention: false, door_note: '', questions: [] },
  ...{ valid_from: null, valid_until: null, scanned_at: '2026-06-12T19:00:00Z' },
  ...more,
})
const writing: Writing = { clock: (at) => at.slice(11, 19), moment: (at) => at.slice(0, 16), ago: () => '37 min ago' }
const context = { last: null, now_ms: 100_000, isCheckOnly: false, writing }
const lineOf = (why: readonly Saying[]): string =>
  why.map((saying) => message('en', saying.id, saying.values)).join(' · ')
const verdicts = Object.keys(VERDICTS) as Verdict[]

describe('every verdict of the core', () => {
  for (const verdict of verdicts) {
    it(`${verdict} has a signal, a shape, a word, a next step and a sound, in every language`, () => {
      const sheet = sheetFor(outcome(verdict), context)
      expect(SHAPES[sheet.signal]).toBe(sheet.shape)
      expect(SOUNDS[sheet.sound].length).toBeGreaterThan(0)
      for (const language of ['en', 'de'] as const) {
        for (const saying of [sheet.word, sheet.todo, ...sheet.why]) {
          expect(hasMessage(language, saying.id), saying.id).toBe(true)
          expect(message(language, saying.id, saying.values)).not.toContain('{')
        }
      }
    })
  }

  it('has a word of its own', () => {
    for (const language of ['en', 'de'] as const) {
      const words = verdicts.map((verdict) => message(language, sheetFor(outcome(verdict), context).word.id))
      expect(new Set(words).size).toBe(words.length)
    }
  })

  it('never turns a refusal green, nor green a refusal', () => {
    for (const verdict of verdicts) {
      expect(['wait', 'stop', 'same'].includes(sheetFor(outcome(verdict), context).signal)).toBe(verdict !== 'admit')
    }
  })
})

describe('the three signals', () => {
  it('differ in shape and in sound', () => {
    expect(new Set(Object.values(SHAPES)).size).toBe(Object.keys(SHAPES).length)
    const tunes = Object.values(SOUNDS).map((tones) => JSON.stringify(tones))
    expect(new Set(tunes).size).toBe(tunes.length)
  })

  it('GO makes room by itself, a refusal waits for a person', () => {
    expect(sheetFor(outcome('admit'), context).stays_ms).toBe(GO_STAYS_MS)
    expect(sheetFor(outcome('already_used'), context).stays_ms).toBeNull()
    expect(sheetFor(outcome('unknown', { ticket: null }), context).stays_ms).toBeNull()
  })

  it('an exit shows the arrow and falls in tone', () => {
    const sheet = sheetFor(outcome('admit', { direction: 'exit' }), context)
    expect([sheet.signal, sheet.shape, sheet.sound]).toEqual(['exit', 'arrow', 'exit'])
  })

  it('GO with an instruction sounds a second time', () => {
    expect(sheetFor(outcome('admit', { needs_attention: true }), context).sound).toBe('attention')
  })
})

describe('the same ticket again', () => {
  const used = outcome('already_used', {
    first_use: { at: '2026-06-12T18:23:00Z', gate: 'Gate A', device: '', operator: 'Mia' },
    attempts: 3,
  })

  it('within five seconds on this device is one gesture', () => {
    const sheet = sheetFor(used, { ...context, last: { ticketId: 't1', at_ms: 98_000 } })
    expect(sheet.signal).toBe('same')
    expect(sheet.why[0]?.values).toEqual({ seconds: 2 })
  })

  it('later, or after another ticket, is a second use with time, gate and attempt', () => {
    for (const last of [{ ticketId: 't1', at_ms: 94_000 }, { ticketId: 'other', at_ms: 99_000 }, null]) {
      const sheet = sheetFor(used, { ...context, last })
      expect(sheet.signal).toBe('wait')
      expect(lineOf(sheet.why)).toBe('In since 18:23:00 (37 min ago) · Gate A · Mia · attempt 3')
    }
  })

  it('leaves out what is not known', () => {
    const sheet = sheetFor(
      outcome('already_used', { first_use: { at: '2026-06-12T18:23:00Z', gate: null, device: '', operator: null } }),
      context,
    )
    expect(lineOf(sheet.why)).toBe('In since 18:23:00 (37 min ago)')
  })
})

it('looking only says that nothing was counted', () => {
  const sheet = sheetFor(outcome('admit'), { ...context, isCheckOnly: true })
  expect(sheet.todo.id).toBe('verdict-todo-check-only')
  expect(sheet.isCheckOnly).toBe(true)
})
