import { expect, it } from 'vitest'

import { badgeCode, isHumanCode, isWholeSignedCode, unwrapCode } from './codes'

it('reads a human code in any spelling and refuses a misread one', () => {
  // 0000001: the seventh weight is 3^7 mod 31 = 17, which is H.
  expect(isHumanCode('0000001H')).toBe(true)
  expect(isHumanCode('000-0001h')).toBe(true)
  expect(isHumanCode('oooo-oo1h')).toBe(true)
  expect(isHumanCode('0000002H')).toBe(false)
  expect(isHumanCode('Miller')).toBe(false)
})

it('strips what scanners and addresses wrap around a code', () => {
  expect(unwrapCode(' ]C1ABCD1234\u001d ')).toBe('ABCD1234')
  expect(unwrapCode('https://tickets.example.org/t/ABCD1234')).toBe('ABCD1234')
  expect(unwrapCode('zz/9+a=')).toBe('zz/9+a=')
})

it('knows a ticket that the product signed, and shows a single wrong letter', () => {
  const signed =
    'S1NFTMZ700Y1JK1JG00585YQ2CE4KV0HS5WWEZ88B28F12VDYFNN77B9RSDQVVWQPDQKFVRZJQD6PA2R89353KQ94BH9E03T71QD0RRR0VMNV9Q9SVGEB4MBR47'
  expect(isWholeSignedCode(signed)).toBe(true)
  expect(isWholeSignedCode(signed.toLowerCase())).toBe(true)
  expect(isWholeSignedCode(signed.replace('ZJQD', 'YJQD'))).toBe(false)
  expect(isHumanCode('3R6AC6A8')).toBe(true)
})

it('takes nothing shorter or longer for a signed ticket', () => {
  expect(isWholeSignedCode('S1')).toBe(false)
  expect(isWholeSignedCode('S1' + '0'.repeat(121))).toBe(true)
  expect(isWholeSignedCode('S1' + '0'.repeat(120))).toBe(false)
  expect(isWholeSignedCode('S1' + '0'.repeat(119) + '10')).toBe(false)
})

it('knows a staff badge, also when the dash was typed in another keyboard layout', () => {
  expect(badgeCode('STAFF-7K3M9')).toBe('STAFF-7K3M9')
  expect(badgeCode('staff-7k3m9\r')).toBe('STAFF-7K3M9')
  expect(badgeCode('STAFF/7K3M9')).toBe('STAFF-7K3M9')
  expect(badgeCode('STAFFß7K3M9')).toBe('STAFF-7K3M9')
})

it('takes no ticket and no bare word for a badge', () => {
  expect(badgeCode('3R6AC6A8')).toBeNull()
  expect(badgeCode('STAFF')).toBeNull()
  expect(badgeCode('STAFF-')).toBeNull()
  expect(badgeCode('STAFFORD')).toBeNull()
})
