import { preferences } from '../design/preferences'
import { displayChannel } from '../host/displayChannel'
import { sealed, type DisplayState } from './message'

/** Often enough that a window opened later is filled at once, and that silence means a till that has gone. */
const REPEAT_MS = 2000

function send(state: DisplayState): void {
  const { displayLanguage, language } = preferences()
  displayChannel().send(sealed(displayLanguage === 'auto' ? language : displayLanguage, state))
}

let shown: DisplayState | null = null
let timer: ReturnType<typeof setInterval> | undefined

/** Shows the guest what the till is at; `null` when the till is left. Cheap enough for every key. */
export function showOnDisplay(state: DisplayState | null): void {
  shown = state
  if (!state) {
    clearInterval(timer)
    timer = undefined
    return
  }
  send(state)
  timer ??= setInterval(() => {
    if (shown) send(shown)
  }, REPEAT_MS)
}
