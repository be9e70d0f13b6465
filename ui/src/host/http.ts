import { staleAfter, type CommandName, type Input, type Output } from './commands'
import { EventStreamReader } from './eventStream'
import { outcomeFrom, unreachable, type Host, type Outcome } from './host'
import { Staleness } from './staleness'

const TOKEN_KEY = 'stagedoor.token'

/** Takes the token out of `#token=…` so that it stays neither in the address bar nor in the history. */
function takeToken(): string {
  const fragment = new URLSearchParams(location.hash.slice(1))
  const given = fragment.get('token')
  if (given) {
    sessionStorage.setItem(TOKEN_KEY, given)
    history.replaceState(null, '', `${location.pathname}#${fragment.get('path') ?? '/'}`)
  }
  return given ?? sessionStorage.getItem(TOKEN_KEY) ?? ''
}

function blobUrl(mediaType: string, base64: string): string {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  return URL.createObjectURL(new Blob([bytes], { type: mediaType }))
}

/** Pauses before the stream of other windows is asked for again. */
const AGAIN_MS = 5000

/** Listens to what commands of other windows made stale, for as long as this page lives. */
async function followStream(token: string, onStale: (queries: readonly string[]) => void): Promise<void> {
  for (;;) {
    try {
      const response = await fetch('./api/events', { headers: { authorization: `Bearer ${token}` } })
      if (response.ok && response.body) await readStream(response.body, onStale)
      else return
    } catch {
      // The server is gone for the moment; commands say so where it matters.
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
}

async function readStream(
  body: ReadableStream<Uint8Array>,
  onStale: (queries: readonly string[]) => void,
): Promise<void> {
  const reader = body.getReader()
  const text = new TextDecoder()
  const stream = new EventStreamReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    for (const message of stream.push(text.decode(value, { stream: true }))) {
      if (message.event === 'stale') onStale((JSON.parse(message.data) as { queries: string[] }).queries)
    }
  }
}

/** The registry behind `stagedoor serve` on this computer. */
export function httpHost(): Host {
  const token = takeToken()
  const staleness = new Staleness()
  void followStream(token, (queries) => staleness.announce(queries))
  return {
    abilities: { choosesFiles: false },
    async call<C extends CommandName>(command: C, input: Input<C>): Promise<Outcome<Output<C>>> {
      let answer: unknown
      try {
        const response = await fetch(`./api/${command}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify(input),
        })
        answer = await response.json()
      } catch {
        return { error: unreachable() }
      }
      const outcome = outcomeFrom<Output<C>>(answer)
      if ('ok' in outcome) staleness.announce(staleAfter(command))
      return outcome
    },
    onStale: (listener) => staleness.subscribe(listener),
    refresh: (queries) => staleness.announce(queries),
    saveFile(fileName, mediaType, base64) {
      const link = document.createElement('a')
      link.href = blobUrl(mediaType, base64)
      link.download = fileName
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
      return Promise.resolve(true)
    },
    openFile(_fileName, mediaType, base64) {
      window.open(blobUrl(mediaType, base64), '_blank', 'noopener')
      return Promise.resolve()
    },
    // `stagedoor serve` ends at once when its file cannot be opened.
    openingFailure: () => Promise.resolve(null),
    // A browser's frame and menu are its own.
    onMenu: () => undefined,
    wear: () => undefined,
    openDisplay: () => Promise.resolve(window.open('#/display', 'stagedoor-display', 'popup') !== null),
    ready: () => undefined,
    chooseWorkspace: () => Promise.resolve(null),
  }
}
