import type { Host } from './host'
import { httpHost } from './http'
import { tauriHost } from './tauri'

export type { CallFailure, Fault, Host, Outcome, Refusal } from './host'

function isDesktopShell(): boolean {
  return '__TAURI_INTERNALS__' in window
}

/** The one host of this window. */
export const host: Host = isDesktopShell() ? tauriHost() : httpHost()
