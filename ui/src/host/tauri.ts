import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'

import type { CommandName, Input, Output } from './commands'
import { outcomeFrom, unreachable, type CallFailure, type Host, type Outcome } from './host'
import { Staleness } from './staleness'

/** The registry inside the desktop shell. */
export function tauriHost(): Host {
  const staleness = new Staleness()
  // The shell says what each command made stale, whoever ran it: this page, the menu, or another window.
  void listen<{ queries: string[] }>('stale', (event) => staleness.announce(event.payload.queries))
  return {
    abilities: { choosesFiles: true },
    async call<C extends CommandName>(command: C, input: Input<C>): Promise<Outcome<Output<C>>> {
      let answer: unknown
      try {
        answer = await invoke('dispatch', { command, input })
      } catch {
        return { error: unreachable() }
      }
      return outcomeFrom<Output<C>>(answer)
    },
    onStale: (listener) => staleness.subscribe(listener),
    refresh: (queries) => staleness.announce(queries),
    saveFile: (fileName, _mediaType, base64) => invoke<boolean>('save_file', { fileName, base64 }),
    openFile: (fileName, _mediaType, base64) => invoke('open_file', { fileName, base64 }),
    openingFailure: () => invoke<CallFailure | null>('opening_failure'),
    onMenu: (listener) => void listen<string>('menu', (event) => listener(event.payload)),
    wear: (theme) => void invoke('set_theme', { theme }),
    openDisplay: () => invoke<boolean>('open_display'),
    ready: () => void invoke('ui_ready'),
    chooseWorkspace: () => invoke<string | null>('choose_workspace'),
  }
}
