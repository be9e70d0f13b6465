import { describe, expect, it } from 'vitest'

import type { AskedQuestion, ScannedTicket, ScanOutcome } from '../gen/types'
import { choicesOf, openQuestion, park, resumed, unpark, withAnswer, type Pending } from './questions'

const question = (id: string, more: Partial<AskedQuestion> = {}): AskedQuestion => ({
  ...{ id, identifier: id, question: `${id}?`, answer_kind: 'choice', is_required: true },
  options: [
    { identifier: 'red', label: 'Red', source_number: null },
    { identifier: 'blue', label: 'Blue', source_number: null },
  ],
  ...more,
})
const pending = (ticketId: string, questions: AskedQuestion[], answers: Record<string, string> = {}): Pending => ({
  ...{ code: ticketId, post: { listId: 'l', gateId: null, direction: 'entry' }, answers, isAgain: false },
  outcome: { ticket: { id: ticketId } as ScannedTicket, questions } as ScanOutcome,
})

describe('the keys of a question', () => {
  it('number the options, and 0 leaves open what may stay open', () => {
    expect(choicesOf(question('a')).map(({ keys, answer }) => [keys, answer])).toEqual([
      ['1', 'red'],
      ['2', 'blue'],
    ])
    expect(choicesOf(question('a', { is_required: false })).at(-1)).toMatchObject({ keys: '0', answer: '' })
  })

  it('give no second meaning to a digit when there are more than nine options', () => {
    const options = Array.from({ length: 11 }, (_, at) => ({
      ...{ identifier: `o${at}`, label: `O${at}`, source_number: null },
    }))
    expect(choicesOf(question('a', { options })).map(({ keys }) => keys)).toEqual([...'123456789', '', ''])
  })

  it('let nobody in on a no where yes is required', () => {
    const kind = { answer_kind: 'yes_no' } as const
    expect(choicesOf(question('adult', kind)).map(({ answer }) => answer)).toEqual(['yes', null])
    expect(choicesOf(question('adult', { ...kind, is_required: false })).map(({ answer }) => answer)).toEqual([
      'yes',
      'no',
    ])
  })

  it('are none where the answer is typed', () => {
    expect(choicesOf(question('a', { answer_kind: 'text', options: [] }))).toEqual([])
  })
})

describe('one question after the other', () => {
  it('ends when all are answered', () => {
    const both = pending('t', [question('a'), question('b')])
    expect(openQuestion(both)?.id).toBe('a')
    expect(openQuestion(withAnswer(both, 'a', 'red'))?.id).toBe('b')
    expect(openQuestion(withAnswer(withAnswer(both, 'a', 'red'), 'b', 'blue'))).toBeNull()
  })

  it('asks again what would not do, and keeps the rest', () => {
    const sent = pending('t', [question('a'), question('b')], { a: 'red', b: '?' })
    const after = resumed(sent, pending('t', [question('b')]), true)
    expect([after.answers, after.isAgain]).toEqual([{ a: 'red' }, true])
  })

  it('goes on with what was answered when the ticket is scanned a second time', () => {
    const before = pending('t', [question('a'), question('b')], { a: 'red' })
    const after = resumed(before, pending('t', [question('a'), question('b')]), false)
    expect([openQuestion(after)?.id, after.isAgain]).toEqual(['b', false])
  })

  it('gives no guest the answers of another', () => {
    const before = pending('t', [question('a')], { a: 'red' })
    expect(resumed(before, pending('other', [question('a')]), false).answers).toEqual({})
  })
})

describe('guests who wait', () => {
  it('wait once each, the newest last, until their ticket is settled', () => {
    const [one, two] = [pending('1', [question('a')]), pending('2', [question('a')])]
    const parked = park(park(park([], one), two), withAnswer(one, 'a', 'red'))
    expect(parked.map(({ code, answers }) => [code, answers])).toEqual([
      ['2', {}],
      ['1', { a: 'red' }],
    ])
    expect(unpark(parked, '1')).toEqual([two])
  })
})
