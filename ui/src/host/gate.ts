type Listener = () => void

/**
 * Whether somebody may use this window. While it is locked, questions of the screens behind the lock wait here
 * instead of failing: a face keeps what it shows, and a till keeps its basket, until somebody signs in.
 */
export class Gate {
  private isLocked = false
  private readonly waiting = new Set<Listener>()

  /** Takes over what the core said last. */
  set(isLocked: boolean): void {
    this.isLocked = isLocked
    if (isLocked) return
    const released = [...this.waiting]
    this.waiting.clear()
    for (const release of released) release()
  }

  /** Resolves when the window may be used: at once, or after somebody signed in. */
  opened(): Promise<void> {
    if (!this.isLocked) return Promise.resolve()
    return new Promise((resolve) => this.waiting.add(resolve))
  }
}
