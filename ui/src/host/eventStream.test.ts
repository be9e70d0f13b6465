import fc from 'fast-check'
import { expect, it } from 'vitest'

import { EventStreamReader } from './eventStream'

const STREAM = ':\n\nevent: stale\ndata: {"queries":["door"]}\n\nevent: stale\ndata: {"queries":\ndata: ["tiers"]}\n\n'

it('reads the same messages however the stream is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: STREAM.length }), { maxLength: 8 }), (cuts) => {
      const reader = new EventStreamReader()
      const at = [0, ...cuts.sort((a, b) => a - b), STREAM.length]
      const messages = at.slice(1).flatMap((end, index) => reader.push(STREAM.slice(at[index], end)))
      expect(messages).toEqual([
        { event: 'stale', data: '{"queries":["door"]}' },
        { event: 'stale', data: '{"queries":\n["tiers"]}' },
      ])
    }),
  )
})
