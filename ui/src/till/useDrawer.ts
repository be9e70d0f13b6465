import { useState } from 'react'

import { setPreferences, usePreferences } from '../design/preferences'
import { useText } from '../design/text/useText'
import type { DrawerState, EventDetail, TillSummary } from '../gen/types'
import { run, useAnswer, type CallFailure } from '../host/query'
import type { DrawerStatus } from './state'

/** Tills that can take money for the event: its currency, and practice apart from business. */
export function tillsFor(tills: readonly TillSummary[], event: Pick<EventDetail, 'currency' | 'is_training'>) {
  return tills.filter((till) => till.currency === event.currency && till.is_training === event.is_training)
}

/** The till of this device: the remembered one, else one that is open, else the first. */
export function chosenTill(tills: readonly TillSummary[], remembered: string | null): TillSummary | null {
  return tills.find((till) => till.id === remembered) ?? tills.find((till) => till.session) ?? tills[0] ?? null
}

export type Drawer = {
  status: DrawerStatus
  /** The code that commands name the till by; null while there is none. */
  till: string | null
  tills: readonly TillSummary[]
  state: DrawerState | null
  failure: CallFailure | null
  isBusy: boolean
  choose: (tillId: string) => void
  /** What will be put in at opening, in minor units: as suggested, or as it was typed into the field. */
  float_minor: number
  setFloat: (minor: number | null) => void
  /** Opens with a typed float, or with the one above. */
  open: (typed_minor: number | null) => Promise<void>
  beginCount: () => Promise<void>
  resume: () => Promise<void>
}

/** The drawer beside this device. */
export function useDrawer(event: EventDetail): Drawer {
  const { t } = useText()
  const { tillId } = usePreferences()
  const session = useAnswer('session.current', {})
  const list = useAnswer('till.list', {})
  const tills = tillsFor(list.data ?? [], event)
  const chosen = chosenTill(tills, tillId)
  const current = useAnswer('till.current', { till: chosen?.code ?? '' }, { isEnabled: chosen !== null })
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [changed_minor, setFloat] = useState<number | null>(null)
  const state = chosen && current.data?.till.id === chosen.id ? current.data : null

  const float_minor = changed_minor ?? state?.suggested_float.minor ?? 0

  /** Whoever may not set up tills still opens the very first one. */
  async function openFirst(float_minor: number): Promise<void> {
    const isAllowed = session.data?.permissions.includes('plan_events') ?? false
    if (!isAllowed && (list.data ?? []).length === 0) {
      const opened = await run('till.open', { float_minor, idempotency_key: crypto.randomUUID() })
      return setPreferences({ tillId: opened.till_id })
    }
    const name = t(event.is_training ? 'till-name-practice' : 'till-name-first')
    const { currency, is_training } = event
    const made = await run('till.create', { name, currency, is_training, idempotency_key: crypto.randomUUID() })
    await openAt(made.code, made.id, float_minor)
  }

  async function openAt(till: string, id: string, float_minor: number): Promise<void> {
    await run('till.open', { till, float_minor, idempotency_key: crypto.randomUUID() })
    setPreferences({ tillId: id })
  }

  async function attempt(work: () => Promise<unknown>): Promise<void> {
    if (isBusy) return
    setBusy(true)
    setFailure(null)
    try {
      await work()
    } catch (thrown) {
      setFailure(thrown as CallFailure)
    } finally {
      setBusy(false)
    }
  }

  const till = chosen?.code ?? null
  return {
    ...{ till, tills, state, failure, isBusy },
    status: state?.session?.status ?? chosen?.session?.status ?? 'closed',
    choose: (id) => setPreferences({ tillId: id }),
    ...{ float_minor, setFloat },
    async open(typed_minor) {
      const minor = typed_minor ?? float_minor
      await attempt(() => (chosen ? openAt(chosen.code, chosen.id, minor) : openFirst(minor)))
      setFloat(null)
    },
    beginCount: () => attempt(() => run('till.begin_count', till ? { till } : {})),
    resume: () => attempt(() => run('till.resume', till ? { till } : {})),
  }
}
