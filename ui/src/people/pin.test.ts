import { expect, it } from 'vitest'

import { initials, neighbour, PIN_DIGITS_MAX, pinFrom, pressPad, secondsUntil, troubleOf } from './pin'

const refusal = (code: string, params?: Record<string, string>) => ({
  ...{ kind: 'refusal' as const, code, message: code, fix: '', params },
})

it('types and takes back on the keypad, and stops at the longest PIN', () => {
  expect(pressPad('12', '3')).toBe('123')
  expect(pressPad('123', 'back')).toBe('12')
  expect(pressPad('', 'back')).toBe('')
  const full = '1'.repeat(PIN_DIGITS_MAX)
  expect(pressPad(full, '2')).toBe(full)
})

it('takes a pasted PIN as people write it', () => {
  expect(pinFrom(' 48 25-19\n')).toBe('482519')
  expect(pinFrom('9'.repeat(40))).toHaveLength(PIN_DIGITS_MAX)
})

it('says how many tries are left, how long to wait, and what is missing', () => {
  expect(troubleOf(refusal('pin_wrong', { attempts_left: '3' }))).toEqual({ why: 'wrong', triesLeft: 3 })
  expect(troubleOf(refusal('pin_wrong'))).toEqual({ why: 'wrong', triesLeft: null })
  expect(troubleOf(refusal('pin_locked', { wait_seconds: '30' }))).toEqual({ why: 'wait', seconds: 30 })
  expect(troubleOf(refusal('pin_not_set'))).toEqual({ why: 'no-pin' })
  expect(troubleOf(refusal('badge_unknown'))).toEqual({ why: 'no-badge' })
})

it('shows every other failure as it is, also a wait of unreadable length', () => {
  expect(troubleOf(refusal('disk_full')).why).toBe('other')
  expect(troubleOf(refusal('pin_locked', { wait_seconds: 'soon' })).why).toBe('other')
})

it('counts a wait down to zero and not below', () => {
  expect(secondsUntil(10_000, 9_001)).toBe(1)
  expect(secondsUntil(10_000, 10_000)).toBe(0)
  expect(secondsUntil(10_000, 99_000)).toBe(0)
})

it('shortens names of every script to their letters', () => {
  expect(initials('Mia Brandt')).toBe('MB')
  expect(initials('Zoë van der Berg-Hollenstein')).toBe('ZB')
  expect(initials('  Ida ')).toBe('I')
  expect(initials('مريم الحسن')).toBe('ما')
  expect(initials('')).toBe('')
})

it('goes through the staff with the arrow keys, round and round', () => {
  const staff = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
  expect(neighbour(staff, null, 1)).toBe('a')
  expect(neighbour(staff, null, -1)).toBe('c')
  expect(neighbour(staff, 'c', 1)).toBe('a')
  expect(neighbour(staff, 'a', -1)).toBe('c')
  expect(neighbour([], 'a', 1)).toBeNull()
})
