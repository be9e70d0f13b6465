import { STALE_AFTER, type CommandName } from '../gen/commands'

type Listener = (queries: readonly string[]) => void

/** Tells listeners which queries a finished command made stale. */
export class Staleness {
  private readonly listeners = new Set<Listener>()

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  announce(queries: readonly string[]): void {
    for (const listener of this.listeners) listener(queries)
  }

  afterCommand(command: CommandName): void {
    const queries = STALE_AFTER[command]
    if (queries) this.announce(queries)
  }
}

/** Whether a query is named by one of the stale tags: its own name, a prefix ending in a dot, or `*`. */
export function isStale(query: string, tags: readonly string[]): boolean {
  return tags.some((tag) => tag === '*' || tag === query || (tag.endsWith('.') && query.startsWith(tag)))
}
