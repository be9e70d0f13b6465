export type SoundName = 'go' | 'exit' | 'wait' | 'stop' | 'same' | 'attention' | 'printed'

/** One tone: frequencies sounding together, when it starts, how long it lasts. */
type Tone = { start_ms: number; length_ms: number; frequencies: readonly number[]; level: number; isBuzz?: boolean }

/** Each verdict can be told by ear in a crowd: by direction, rhythm and height, never by loudness. */
export const SOUNDS: Readonly<Record<SoundName, readonly Tone[]>> = {
  go: [
    { start_ms: 0, length_ms: 70, frequencies: [660], level: 0.5 },
    { start_ms: 70, length_ms: 70, frequencies: [990], level: 0.5 },
  ],
  exit: [
    { start_ms: 0, length_ms: 70, frequencies: [990], level: 0.45 },
    { start_ms: 70, length_ms: 70, frequencies: [660], level: 0.45 },
  ],
  attention: [
    { start_ms: 0, length_ms: 70, frequencies: [660], level: 0.5 },
    { start_ms: 70, length_ms: 70, frequencies: [990], level: 0.5 },
    { start_ms: 230, length_ms: 160, frequencies: [1320], level: 0.4 },
  ],
  wait: [
    { start_ms: 0, length_ms: 90, frequencies: [440], level: 0.6 },
    { start_ms: 150, length_ms: 90, frequencies: [440], level: 0.6 },
  ],
  stop: [{ start_ms: 0, length_ms: 450, frequencies: [196, 392], level: 0.6, isBuzz: true }],
  printed: [
    { start_ms: 0, length_ms: 60, frequencies: [784], level: 0.35 },
    { start_ms: 90, length_ms: 60, frequencies: [784], level: 0.35 },
    { start_ms: 180, length_ms: 120, frequencies: [1047], level: 0.35 },
  ],
  same: [{ start_ms: 0, length_ms: 25, frequencies: [520], level: 0.25 }],
}

export const SAMPLE_RATE = 22_050
/** Fades that keep a tone from clicking. */
const EDGE_MS = 6

/** The sound as samples between −1 and 1. */
export function renderSound(name: SoundName): Float32Array<ArrayBuffer> {
  const tones = SOUNDS[name]
  const end_ms = Math.max(...tones.map((tone) => tone.start_ms + tone.length_ms))
  const samples = new Float32Array(Math.ceil((end_ms / 1000) * SAMPLE_RATE))
  for (const tone of tones) addTone(samples, tone)
  return samples
}

function addTone(samples: Float32Array, tone: Tone): void {
  const first = Math.round((tone.start_ms / 1000) * SAMPLE_RATE)
  const count = Math.floor((tone.length_ms / 1000) * SAMPLE_RATE)
  const edge = (EDGE_MS / 1000) * SAMPLE_RATE
  for (let at = 0; at < count && first + at < samples.length; at += 1) {
    const fade = Math.min(1, at / edge, (count - at) / edge)
    let value = 0
    for (const frequency of tone.frequencies) {
      const wave = Math.sin((2 * Math.PI * frequency * at) / SAMPLE_RATE)
      // A softly clipped sine is a buzz that small speakers can carry.
      value += tone.isBuzz ? Math.tanh(wave * 4) : wave
    }
    samples[first + at] = (samples[first + at] ?? 0) + (value / tone.frequencies.length) * tone.level * fade
  }
}

/** Plays pre-computed sounds; silent, never failing, where the browser gives no audio. */
export class DoorSounds {
  private context: AudioContext | null = null
  private readonly buffers = new Map<SoundName, AudioBuffer>()

  /** Browsers open the audio only after a gesture: called by the first key or click at the door. */
  unlock(): void {
    if (this.context || typeof AudioContext === 'undefined') return
    const context = new AudioContext({ latencyHint: 'interactive' })
    for (const name of Object.keys(SOUNDS) as SoundName[]) {
      const samples = renderSound(name)
      const buffer = context.createBuffer(1, samples.length, SAMPLE_RATE)
      buffer.copyToChannel(samples, 0)
      this.buffers.set(name, buffer)
    }
    this.context = context
  }

  play(name: SoundName, volume: number): void {
    const buffer = this.buffers.get(name)
    if (!this.context || !buffer || volume <= 0) return
    if (this.context.state === 'suspended') void this.context.resume()
    const source = this.context.createBufferSource()
    const gain = this.context.createGain()
    gain.gain.value = Math.min(1, volume / 100)
    source.buffer = buffer
    source.connect(gain).connect(this.context.destination)
    source.start()
  }
}

export const doorSounds = new DoorSounds()
