import { emitTo, listen } from '@tauri-apps/api/event'

import { isDesktopShell } from './shell'

/** The label of the customer's window in the desktop shell; its capability file names it too. */
const WINDOW = 'display'
const EVENT = 'display'
const CHANNEL = 'stagedoor.display'

/** Both ways of reaching the customer's window: events in the desktop shell, a channel between tabs elsewhere. */
export type DisplayChannel = {
  send: (message: object) => void
  listen: (listener: (message: unknown) => void) => void
}

function shellChannel(): DisplayChannel {
  return {
    // A window that is not open hears nothing; that is no failure of the till.
    send: (message) => void emitTo(WINDOW, EVENT, message).catch(() => undefined),
    listen: (listener) => void listen<unknown>(EVENT, (event) => listener(event.payload)),
  }
}

function tabChannel(): DisplayChannel {
  const channel = new BroadcastChannel(CHANNEL)
  return {
    send: (message) => channel.postMessage(message),
    listen: (listener) => {
      channel.onmessage = (event) => listener(event.data)
    },
  }
}

let open: DisplayChannel | null = null

/** The channel of this window, opened when it is first used. */
export function displayChannel(): DisplayChannel {
  open ??= isDesktopShell() ? shellChannel() : tabChannel()
  return open
}
