import { useState } from 'react'

import type { CommandName, Input, Output } from '../host/commands'
import type { CallFailure } from '../host/host'
import { useCommand } from '../host/query'
import type { FormError } from './components/ErrorSummary'
import { failureWords } from './text/failure'
import { useText } from './text/useText'

export type CommandForm<C extends CommandName> = {
  /** Sends the form; when `missing` names anything, shows that instead and sends nothing. */
  send: (input: Input<C>, missing?: readonly FormError[]) => Promise<Output<C> | null>
  errors: readonly FormError[]
  /** What is wrong with a field, for showing beside it. */
  errorOf: (field: string) => string | undefined
  isSending: boolean
}

function errorsOf(words: { message: string; fix: string }, failure: CallFailure): FormError[] {
  return [{ field: failure.field ?? null, message: words.message, fix: words.fix }]
}

/** One form, one command: shape is checked here, the domain answers with the field at fault. Input is never cleared. */
export function useCommandForm<C extends CommandName>(command: C): CommandForm<C> {
  const speech = useText()
  const mutation = useCommand(command)
  const [errors, setErrors] = useState<readonly FormError[]>([])
  return {
    errors,
    isSending: mutation.isPending,
    errorOf: (field) => errors.find((error) => error.field === field)?.message,
    async send(input, missing = []) {
      setErrors(missing)
      if (missing.length > 0) return null
      try {
        return await mutation.mutateAsync(input)
      } catch (failure) {
        const known = failure as CallFailure
        setErrors(errorsOf(failureWords(speech, known), known))
        return null
      }
    },
  }
}
