import { STALE_AFTER, type CommandName, type Commands } from '../gen/commands'

export type { CommandName, Output } from '../gen/commands'

/** What a command takes. Sent twice under the same key, a command that writes happens once. */
export type Input<C extends CommandName> = Commands[C]['input'] & { idempotency_key?: string }

/** The queries that a command makes stale: names, prefixes that end in a dot, or `*`. */
export function staleAfter(command: CommandName): readonly string[] {
  return STALE_AFTER[command] ?? []
}

/** Whether a query is one of those. */
export function isStale(query: string, stale: readonly string[]): boolean {
  return stale.some((name) => name === '*' || name === query || (name.endsWith('.') && query.startsWith(name)))
}
