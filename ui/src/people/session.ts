import type { CurrentSession } from '../gen/types'
import type { Proof } from '../host/approval'
import { host, type Outcome } from '../host'
import { queryClient, useAnswer } from '../host/query'

/** Who is at the controls; null until that is known. */
export function useSession() {
  return useAnswer('session.current', {}).data ?? null
}

/** Puts somebody at the controls, whoever was there before. What was on screen stays. */
export async function signIn(proof: Proof): Promise<Outcome<CurrentSession>> {
  const outcome = await host.call('session.sign_in', proof)
  if ('error' in outcome) return outcome
  queryClient.setQueryData(['session.current', {}], outcome.ok)
  // Somebody else may see and do other things.
  void queryClient.invalidateQueries()
  return outcome
}

/** Takes the controls away until somebody signs in. */
export async function lock(): Promise<Outcome<CurrentSession>> {
  const outcome = await host.call('session.lock', {})
  if ('ok' in outcome) queryClient.setQueryData(['session.current', {}], outcome.ok)
  return outcome
}
