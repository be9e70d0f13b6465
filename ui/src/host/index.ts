import { callWithApproval } from './approval'
import type { CommandName, Input, Output } from './commands'
import { Gate } from './gate'
import type { Host, Outcome } from './host'
import { httpHost } from './http'
import { isDesktopShell } from './shell'
import { tauriHost } from './tauri'

export type { CallFailure, Fault, Host, Outcome, Refusal } from './host'

const machine: Host = isDesktopShell() ? tauriHost() : httpHost()
const gate = new Gate()

/** Commands that answer with the session. */
const SESSION: ReadonlySet<CommandName> = new Set(['session.current', 'session.sign_in', 'session.lock'])

/** Runs a command and takes note of what it says about the lock. */
async function send<C extends CommandName>(command: C, input: Input<C>): Promise<Outcome<Output<C>>> {
  const outcome = await machine.call(command, input)
  if ('ok' in outcome) {
    if (SESSION.has(command)) gate.set((outcome.ok as Output<'session.current'>).is_locked)
  } else if (outcome.error.code === 'locked') {
    gate.set(true)
    // Another window locked: the screens learn it from the session, which answers behind the lock too.
    machine.refresh(['session.'])
  }
  return outcome
}

/** A question of a screen, asked without anybody pressing a key: behind the lock it waits, and it asks no supervisor. */
export async function ask<C extends CommandName>(command: C, input: Input<C>): Promise<Outcome<Output<C>>> {
  for (;;) {
    const outcome = await send(command, input)
    if (!('error' in outcome) || outcome.error.code !== 'locked') return outcome
    await gate.opened()
  }
}

/** The one host of this window. What a clerk may not do, a supervisor is asked to approve. */
export const host: Host = {
  ...machine,
  call: (command, input) => callWithApproval(command, input, (again) => send(command, again as Input<typeof command>)),
}
