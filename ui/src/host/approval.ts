import type { CallFailure, Outcome } from './host'

/** How somebody proves who they are. */
export type Proof = { user?: string; pin?: string; badge?: string }

/** A command that waits for somebody who may allow it. */
export type ApprovalWish = {
  command: string
  /** What it needs. */
  permission: string
  /** Sends the command again with a proof; says why the proof will not do, or nothing when it was taken. */
  attempt: (proof: Proof) => Promise<CallFailure | null>
  /** Leaves the command refused. */
  giveUp: () => void
}

type Asker = (wish: ApprovalWish) => void
type Call<T> = (input: object) => Promise<Outcome<T>>

/** What a proof can be refused for: another one may do. */
const PROOF_REFUSALS = new Set(['pin_wrong', 'pin_locked', 'pin_not_set', 'badge_unknown', 'not_permitted'])

let asker: Asker | null = null

/** Names who asks supervisors; returns how to stop. */
export function onApprovalWish(next: Asker): () => void {
  asker = next
  return () => {
    if (asker === next) asker = null
  }
}

/**
 * Runs a command over the clerk's session: when the clerk may not, a supervisor is asked, and the same request is
 * sent again with their proof. Without one the first refusal stands.
 */
export async function callWithApproval<T>(command: string, input: object, call: Call<T>): Promise<Outcome<T>> {
  const refused = await call(input)
  if (!('error' in refused) || refused.error.code !== 'not_permitted') return refused
  const permission = refused.error.params?.['permission']
  const ask = asker
  if (permission === undefined || !ask) return refused
  return new Promise((resolve) => {
    ask({
      ...{ command, permission },
      async attempt(proof) {
        const outcome = await call({ ...input, approval: proof })
        if ('error' in outcome && PROOF_REFUSALS.has(outcome.error.code)) return outcome.error
        resolve(outcome)
        return null
      },
      giveUp: () => resolve(refused),
    })
  })
}
