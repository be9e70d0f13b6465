import { useEffect } from 'react'

import type { DisplayStage } from '../display/message'
import { showOnDisplay } from '../display/showOnDisplay'
import type { EventDetail } from '../gen/types'
import type { Till } from './useTill'

/** What the guest may see of the till: the poster, the basket, or what was paid and the change. */
function stageOf(till: Till, currency: string): DisplayStage {
  const { state, tiers, price, last } = till
  const money = (minor: number) => ({ minor, currency })
  if (state.basket.length > 0) {
    const lines = state.basket.map(({ tierId, quantity }) => {
      const tier = tiers.find((candidate) => candidate.id === tierId)
      return { name: tier?.name ?? '', quantity, total: money(quantity * (tier?.price_minor ?? 0)) }
    })
    return { at: 'basket', lines, total: money(price.total_minor) }
  }
  if (!last || last.stage === 'failed' || last.stage === 'taken-back') return { at: 'idle' }
  const { tender } = last
  const given = tender.method === 'cash' ? money(tender.tendered_minor) : null
  return {
    at: 'paid',
    total: money(last.total_minor),
    given,
    change: last.change_minor > 0 ? money(last.change_minor) : null,
  }
}

/** Keeps the guest's window at what the till is at. */
export function useDisplay(till: Till, event: EventDetail): void {
  const stage = JSON.stringify(stageOf(till, event.currency))
  const { title, starts_at, time_zone, is_training, currency } = event
  const venue = event.venue_name ?? null
  useEffect(() => {
    const poster = { title, starts_at, time_zone, venue, is_training, accepts: ['cash', 'card', 'voucher'] as const }
    showOnDisplay({ poster, stage: JSON.parse(stage) as DisplayStage })
  }, [stage, title, starts_at, time_zone, venue, is_training, currency])
  useEffect(() => () => showOnDisplay(null), [])
}
