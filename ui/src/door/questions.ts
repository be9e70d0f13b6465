import type { AskedQuestion, Direction, ScanOutcome } from '../gen/types'
import type { Saying } from './verdicts'

/** A guest who waits for an answer: the scan is sent again with it, from the post where it was asked. */
export type Pending = {
  code: string
  outcome: ScanOutcome
  post: { listId: string; gateId: string | null; direction: Direction }
  /** What was answered so far, by question. */
  answers: Readonly<Record<string, string>>
  /** The last answer would not do. */
  isAgain: boolean
}

/** One answer that a key gives. `answer` null: the guest does not enter with it. */
export type Choice = { keys: string; saying: Saying; answer: string | null }

/** Keys 1 to 9 choose; further options are pressed by hand. */
const KEYS_MAX = 9

/** The question to ask now; nothing when all are answered. */
export function openQuestion({ outcome, answers }: Pending): AskedQuestion | null {
  return outcome.questions.find((question) => !(question.id in answers)) ?? null
}

/** The answers a key or a touch gives; empty for a question that is answered by typing. */
export function choicesOf(question: AskedQuestion): Choice[] {
  const choices = numbered(question)
  if (choices.length > 0 && !question.is_required && question.answer_kind !== 'yes_no') {
    choices.push({ keys: '0', saying: { id: 'question-leave-open' }, answer: '' })
  }
  return choices
}

function numbered(question: AskedQuestion): Choice[] {
  switch (question.answer_kind) {
    case 'yes_no':
      return [
        { keys: '1', saying: { id: 'question-yes' }, answer: 'yes' },
        // A required yes means: without it the guest stays outside.
        question.is_required
          ? { keys: '2', saying: { id: 'question-no-entry' }, answer: null }
          : { keys: '2', saying: { id: 'question-no' }, answer: 'no' },
      ]
    case 'choice':
      return question.options.map((option, at) => ({
        keys: at < KEYS_MAX ? String(at + 1) : '',
        saying: { id: 'verdict-why-said', values: { text: option.label } },
        answer: option.identifier,
      }))
    case 'choices':
    case 'text':
    case 'number':
    case 'date':
    case 'time':
    case 'date_time':
    case 'other':
      return []
  }
}

export function withAnswer(pending: Pending, question: string, answer: string): Pending {
  return { ...pending, answers: { ...pending.answers, [question]: answer }, isAgain: false }
}

/** The same guest after another scan: what was answered stays, what the core asks again would not do. */
export function resumed(before: Pending | null, after: Pending, wasSent: boolean): Pending {
  if (!before || !isSameGuest(before, after)) return after
  const asked = new Set(after.outcome.questions.map((question) => question.id))
  const kept = Object.entries(before.answers).filter(([question]) => !(wasSent && asked.has(question)))
  return {
    ...after,
    answers: Object.fromEntries(kept),
    isAgain: wasSent && kept.length < Object.keys(before.answers).length,
  }
}

/** One ticket at one list. */
export function isSameGuest(one: Pending, other: Pending): boolean {
  return one.outcome.ticket?.id === other.outcome.ticket?.id && one.post.listId === other.post.listId
}

/** Puts a question aside, newest last; a guest waits only once. */
export function park(parked: readonly Pending[], pending: Pending): Pending[] {
  return [...parked.filter((other) => !isSameGuest(other, pending)), pending]
}

/** Takes a guest off the waiting ones: their ticket was settled otherwise. */
export function unpark(parked: readonly Pending[], ticketId: string): Pending[] {
  return parked.filter((other) => other.outcome.ticket?.id !== ticketId)
}
