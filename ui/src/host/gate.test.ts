import { expect, it } from 'vitest'

import { Gate } from './gate'

const settled = async (promise: Promise<void>): Promise<boolean> => {
  let isSettled = false
  void promise.then(() => {
    isSettled = true
  })
  await Promise.resolve()
  await Promise.resolve()
  return isSettled
}

it('lets questions through while nobody locked', async () => {
  expect(await settled(new Gate().opened())).toBe(true)
})

it('holds every question back until somebody signs in, and then lets all of them go', async () => {
  const gate = new Gate()
  gate.set(true)
  const [first, second] = [gate.opened(), gate.opened()]
  expect(await settled(first)).toBe(false)
  gate.set(true)
  expect(await settled(second)).toBe(false)
  gate.set(false)
  expect(await settled(first)).toBe(true)
  expect(await settled(second)).toBe(true)
})
