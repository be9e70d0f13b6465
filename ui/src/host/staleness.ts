type Listener = (queries: readonly string[]) => void

/** Tells listeners which queries became stale. */
export class Staleness {
  private readonly listeners = new Set<Listener>()

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  announce(queries: readonly string[]): void {
    if (queries.length === 0) return
    for (const listener of this.listeners) listener(queries)
  }
}
