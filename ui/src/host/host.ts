import type { Theme } from '../design/preferences'
import type { CommandName, Input, Output } from './commands'

/** The domain said no: a fact with a stable code and the way out. */
export type Refusal = {
  kind: 'refusal'
  code: string
  message: string
  fix: string
  field?: string
  params?: Record<string, string>
}

/** The machine failed: nothing was changed by the command that met it. */
export type Fault = Omit<Refusal, 'kind'> & { kind: 'fault' }

export type CallFailure = Refusal | Fault

/** What a command came to. Failures are values: a screen cannot forget them. */
export type Outcome<T> = { ok: T } | { error: CallFailure }

/** Everything the screens need from the machine they run on. Two implementations: the desktop shell and loopback HTTP. */
export interface Host {
  /** Runs one command of the registry. Never rejects: an unreachable host is a fault like any other. */
  call<C extends CommandName>(command: C, input: Input<C>): Promise<Outcome<Output<C>>>
  /** Calls back with the queries that some command, here or in another window, made stale. */
  onStale(listener: (queries: readonly string[]) => void): () => void
  /** Says in this window that queries are stale. */
  refresh(queries: readonly string[]): void
  /** Offers a document to be kept; false when the person changed their mind. */
  saveFile(fileName: string, mediaType: string, base64: string): Promise<boolean>
  /** Opens a document in the program that this computer uses for it. */
  openFile(fileName: string, mediaType: string, base64: string): Promise<void>
  /** Asks for a workspace file; null when the person changed their mind. */
  chooseWorkspace(): Promise<string | null>
  /** Why the workspace that the app was started with could not be opened; null when it was. */
  openingFailure(): Promise<CallFailure | null>
  /** Calls back with the shortcut that an entry of the window's own menu stands for. */
  onMenu(listener: (shortcut: string) => void): void
  /** Puts the window's frame and menu in the colours of the page. */
  wear(theme: Theme): void
  /** Opens the guest's window, on the second screen where there is one; false when it was kept from opening. */
  openDisplay(): Promise<boolean>
  /** Says that the till can be used: the host logs how long the start took. */
  ready(): void
  /** What the host can do beside commands. */
  readonly abilities: { choosesFiles: boolean }
}

export function failureFrom(value: unknown): CallFailure {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Partial<CallFailure>
  return {
    kind: given.kind === 'refusal' ? 'refusal' : 'fault',
    code: given.code ?? 'internal_error',
    message: given.message ?? 'The answer could not be read.',
    fix: given.fix ?? 'Nothing was changed. Try again; if it stays, quote the code.',
    field: given.field,
    params: given.params,
  }
}

/** Reads the one answer shape that every host gives. */
export function outcomeFrom<T>(answer: unknown): Outcome<T> {
  if (typeof answer === 'object' && answer !== null) {
    if ('ok' in answer) return { ok: answer.ok as T }
    if ('error' in answer) return { error: failureFrom(answer.error) }
  }
  return { error: failureFrom(null) }
}

export function unreachable(): CallFailure {
  return {
    kind: 'fault',
    code: 'host_unreachable',
    message: 'Stagedoor is not answering on this computer.',
    fix: 'Check that Stagedoor is still running, then try again.',
  }
}
