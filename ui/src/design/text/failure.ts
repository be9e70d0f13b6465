import type { CallFailure } from '../../host/host'
import type { Speech } from './useText'

/** A failure in the language of the moment: by its code where the catalogue has it, else in the core's own words. */
export function failureWords(speech: Speech, failure: CallFailure): { message: string; fix: string } {
  const id = `failure-${failure.code.replaceAll('_', '-')}`
  if (!speech.has(id)) return { message: failure.message, fix: failure.fix }
  return {
    message: speech.t(id, failure.params),
    fix: speech.has(`${id}-fix`) ? speech.t(`${id}-fix`, failure.params) : failure.fix,
  }
}
