import { afterEach, beforeEach, expect, it } from 'vitest'

import { callWithApproval, onApprovalWish, type ApprovalWish } from './approval'
import type { Outcome } from './host'

const refusal = (code: string, params?: Record<string, string>): Outcome<string> => ({
  error: { kind: 'refusal', code, message: code, fix: '', params },
})
const NOT_PERMITTED = refusal('not_permitted', { permission: 'refund' })

let sent: object[]
let asked: string[]
let stop = (): void => undefined

function host(...answers: Outcome<string>[]) {
  return (input: object): Promise<Outcome<string>> => {
    sent.push(input)
    return Promise.resolve(answers.shift() ?? { ok: 'done' })
  }
}

function supervisor(act: (wish: ApprovalWish) => void): void {
  stop = onApprovalWish((wish) => {
    asked.push(`${wish.command} ${wish.permission}`)
    act(wish)
  })
}

beforeEach(() => {
  sent = []
  asked = []
})
afterEach(() => stop())

it('asks nobody while the clerk may', async () => {
  supervisor((wish) => wish.giveUp())
  expect(await callWithApproval('till.refund', { a: 1 }, host({ ok: 'done' }))).toEqual({ ok: 'done' })
  expect(asked).toEqual([])
})

it('sends the very same request again with the proof', async () => {
  supervisor((wish) => void wish.attempt({ badge: 'STAFF-X' }))
  const outcome = await callWithApproval('till.refund', { idempotency_key: 'k', amount: 5 }, host(NOT_PERMITTED))
  expect(outcome).toEqual({ ok: 'done' })
  expect(sent).toEqual([
    { idempotency_key: 'k', amount: 5 },
    { idempotency_key: 'k', amount: 5, approval: { badge: 'STAFF-X' } },
  ])
  expect(asked).toEqual(['till.refund refund'])
})

it('lets another proof follow a wrong PIN, and one of somebody who may not either', async () => {
  const failures: (string | undefined)[] = []
  supervisor((wish) => {
    void (async () => {
      for (const pin of ['1', '2', '3']) failures.push((await wish.attempt({ pin }))?.code)
    })()
  })
  const call = host(NOT_PERMITTED, refusal('pin_wrong'), NOT_PERMITTED, { ok: 'done' })
  expect(await callWithApproval('till.refund', {}, call)).toEqual({ ok: 'done' })
  expect(failures.slice(0, 2)).toEqual(['pin_wrong', 'not_permitted'])
})

it('keeps the first refusal when nobody approves', async () => {
  supervisor((wish) => void wish.attempt({ pin: '1' }).then(wish.giveUp))
  expect(await callWithApproval('till.refund', {}, host(NOT_PERMITTED, refusal('pin_wrong')))).toBe(NOT_PERMITTED)
})

it('hands on what the approved command itself is refused for', async () => {
  supervisor((wish) => void wish.attempt({ pin: '1' }))
  const late = refusal('refund_too_large')
  expect(await callWithApproval('till.refund', {}, host(NOT_PERMITTED, late))).toBe(late)
})

it('leaves a refusal alone where no screen can ask', async () => {
  expect(await callWithApproval('till.refund', {}, host(NOT_PERMITTED))).toBe(NOT_PERMITTED)
})
