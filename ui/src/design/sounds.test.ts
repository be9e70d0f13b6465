import { expect, it } from 'vitest'

import { renderSound, SAMPLE_RATE, SOUNDS, type SoundName } from './sounds'

it('every sound is audible, within range and without a click at either end', () => {
  for (const name of Object.keys(SOUNDS) as SoundName[]) {
    const samples = renderSound(name)
    const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
    expect(peak, name).toBeGreaterThan(0.15)
    expect(peak, name).toBeLessThanOrEqual(1)
    expect(Math.abs(samples[0] ?? 1), name).toBeLessThan(0.01)
    expect(Math.abs(samples.at(-1) ?? 1), name).toBeLessThan(0.05)
  }
})

it('a verdict is over before the next guest', () => {
  expect(renderSound('go').length / SAMPLE_RATE).toBeCloseTo(0.14, 2)
  expect(renderSound('stop').length / SAMPLE_RATE).toBeCloseTo(0.45, 2)
})
