import { useState } from 'react'

import { likeliestEvent } from '../design/day'
import { usePreferences, type Face } from '../design/preferences'
import { useAnswer } from '../host/query'

/** Whether what is sold and scanned on this face is practice: the event of the till and the door decides. */
export function useTraining(face: Face): boolean {
  const [opened] = useState(() => new Date())
  const { eventId } = usePreferences()
  const isCounter = face === 'till' || face === 'door'
  const events = useAnswer('event.list', { page: { first: 200 } }, { isEnabled: isCounter })
  const rows = events.data?.rows ?? []
  const chosen = rows.find((event) => event.id === eventId) ?? likeliestEvent(rows, opened)
  const event = useAnswer('event.show', { event: chosen?.id ?? '' }, { isEnabled: isCounter && chosen !== null })
  return isCounter && event.data?.id === chosen?.id && (event.data?.is_training ?? false)
}
