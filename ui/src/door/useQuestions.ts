import { useRef, useState } from 'react'

import { isSameGuest, park, unpark, type Pending } from './questions'

/** The question on the sheet, and those that wait because the next guest came first. */
export function useQuestions() {
  const current = useRef<Pending | null>(null)
  const waiting = useRef<readonly Pending[]>([])
  const [parked, setParked] = useState<readonly Pending[]>([])
  const [typing, setTyping] = useState<Pending | null>(null)

  function keep(next: readonly Pending[]): void {
    waiting.current = next
    setParked(next)
  }

  return {
    /** The waiting ones, as of now: for code outside rendering. */
    waiting,
    parked,
    /** The question whose answer is being typed. */
    typing,
    setTyping,
    ask(pending: Pending): void {
      current.current = pending
      if (pending.outcome.ticket) keep(unpark(waiting.current, pending.outcome.ticket.id))
    },
    /** The question that a guest was asked before. */
    waitingFor: (guest: Pending): Pending | null => waiting.current.find((other) => isSameGuest(other, guest)) ?? null,
    /** The sheet goes to somebody else: an open question waits. */
    putAside(): void {
      setTyping(null)
      if (current.current) keep(park(waiting.current, current.current))
      current.current = null
    },
    /** The ticket was settled. */
    settle(ticketId: string): void {
      if (current.current?.outcome.ticket?.id === ticketId) current.current = null
      keep(unpark(waiting.current, ticketId))
    },
    drop(): void {
      setTyping(null)
      current.current = null
    },
  }
}

export type Questions = ReturnType<typeof useQuestions>
