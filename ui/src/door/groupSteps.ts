import { preferences } from '../design/preferences'
import { speech } from '../design/text/useText'
import type { GroupOutcome } from '../gen/types'
import { host } from '../host'
import type { CallFailure } from '../host/query'
import { countSheet, groupSheet, type Group } from './group'
import { rememberEntry } from './undo'
import type { DoorPost } from './useDoor'
import type { SheetAction, SheetWords } from './VerdictLayer'
import type { Sheet } from './verdicts'
import { say, shownName, whyText } from './words'

/** Where the steps are painted and what the post is. */
export type Painter = {
  post: () => DoorPost
  paint: (sheet: Sheet, words: SheetWords, actions: readonly SheetAction[]) => void
  showFailure: (failure: CallFailure) => void
  /** The number of the last scan: a group that was overtaken by a guest paints nothing over them. */
  turn: () => number
}

/** First the number to count aloud, then everybody at once. */
export function admitGroup(group: Group, painter: Painter, isRecount = false): void {
  const words = speech()
  const sheet = countSheet(group, isRecount)
  const actions: SheetAction[] = []
  if (group.count > 0) {
    actions.push({
      ...{ id: 'admit-group', keys: 'A', alsoKeys: 'Enter' },
      label: words.t('door-admit-counted', { count: group.count }),
      run: () => void admitCounted(group, painter),
    })
  }
  const written = {
    ...{ word: say(words, sheet.word), why: whyText(words, sheet), todo: say(words, sheet.todo) },
    ...{ details: [words.t('door-order', { code: group.orderCode })], attention: '' },
  }
  painter.paint(sheet, written, actions)
}

async function admitCounted(group: Group, painter: Painter): Promise<void> {
  const { event, listId, gateId } = painter.post()
  const turn = painter.turn()
  const outcome = await host.call('scan.group', {
    ...{ event: event.id, list: listId, gate: gateId ?? undefined },
    ...{ ticket: group.ticketId, expected: group.count, device: preferences().deviceName || undefined },
  })
  if ('ok' in outcome) {
    const scanIds = outcome.ok.admitted.map((one) => one.scan_id).filter((id) => id !== null)
    if (scanIds.length > 0) rememberEntry(scanIds, performance.timeOrigin + performance.now())
  }
  if (turn !== painter.turn()) return
  if ('ok' in outcome) return showGroup(outcome.ok, group, painter)
  const mayEnter = outcome.error.code === 'group_changed' ? outcome.error.params?.['may_enter'] : undefined
  // Somebody of the order came by another door, or may not come at all: the number is another one now.
  if (mayEnter === undefined) painter.showFailure(outcome.error)
  else admitGroup({ ...group, count: Number(mayEnter) }, painter, true)
}

function showGroup(outcome: GroupOutcome, group: Group, painter: Painter): void {
  const words = speech()
  const sheet = groupSheet(outcome)
  const { hideNames } = preferences()
  const refused = outcome.refused.map(({ ticket, verdict }) => {
    const name = shownName(ticket?.holder_name || null, hideNames) ?? ticket?.code ?? ''
    return words.t('door-group-refused', { name, reason: words.t(`verdict-${verdict.replaceAll('_', '-')}`) })
  })
  const notes = outcome.admitted.filter((one) => one.needs_attention).map((one) => one.door_note)
  const attention = [...new Set(notes)].map((note) => note || words.t('verdict-attention'))
  painter.paint(
    sheet,
    {
      ...{ word: say(words, sheet.word), why: whyText(words, sheet), todo: say(words, sheet.todo) },
      details: [words.t('door-order', { code: group.orderCode })],
      // Who stays outside is read before anybody walks on.
      attention: [...refused, ...attention].join(' · '),
    },
    [],
  )
}
