import type { Speech } from '../design/text/useText'
import { choicesOf, openQuestion, withAnswer, type Pending } from './questions'
import type { SheetAction, SheetWords } from './VerdictLayer'
import { SHAPES, type Sheet } from './verdicts'
import { say, shownName } from './words'

const QUESTION: Sheet = {
  ...{ signal: 'wait', shape: SHAPES.wait, sound: 'wait', why: [], stays_ms: null, isCheckOnly: false },
  ...{ word: { id: 'verdict-incomplete' }, todo: { id: 'verdict-todo-incomplete' } },
}

/** The question as large as a verdict: what is asked, of whom, and which one of how many. */
export function questionOnSheet(
  speech: Speech,
  pending: Pending,
  hidesNames: boolean,
): { sheet: Sheet; words: SheetWords } {
  const question = openQuestion(pending)
  const { ticket, questions } = pending.outcome
  const at = question ? questions.indexOf(question) + 1 : questions.length
  const isTyped = question !== null && choicesOf(question).length === 0
  const how = isTyped ? 'verdict-todo-question-typed' : 'verdict-todo-question'
  return {
    sheet: QUESTION,
    words: {
      ...{ word: say(speech, QUESTION.word), why: question?.question ?? '', attention: '' },
      todo: speech.t(pending.isAgain ? 'verdict-todo-question-again' : how),
      details: [
        questions.length > 1 ? speech.t('door-question-of', { at, count: questions.length }) : null,
        shownName(ticket?.holder_name || null, hidesNames),
        ticket ? ticket.tier_name : null,
        ticket ? speech.t('door-order', { code: ticket.order_code }) : null,
      ].filter((text) => text !== null),
    },
  }
}

type Ways = {
  /** The next question of the same guest. */
  more: (pending: Pending) => void
  /** Everything is answered. */
  send: (pending: Pending) => void
  /** The answer is typed. */
  type: (pending: Pending) => void
  /** The guest does not enter. */
  giveUp: () => void
}

/** What an answer leads to. */
export function goOn(pending: Pending, ways: Pick<Ways, 'more' | 'send'>): void {
  if (openQuestion(pending)) ways.more(pending)
  else ways.send(pending)
}

/** The keys under the question. */
export function questionActions(speech: Speech, pending: Pending, ways: Ways): SheetAction[] {
  const question = openQuestion(pending)
  if (!question) return []
  const choices = choicesOf(question)
  if (choices.length === 0) {
    return [{ id: 'answer', label: speech.t('question-answer'), keys: 'Enter', run: () => ways.type(pending) }]
  }
  return choices.map(({ keys, saying, answer }) => ({
    ...{ id: `answer-${keys}`, label: say(speech, saying), keys },
    run: () => (answer === null ? ways.giveUp() : goOn(withAnswer(pending, question.id, answer), ways)),
  }))
}
