import { useDeferredValue, useState } from 'react'
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField } from 'react-aria-components'

import { StateBadge } from '../design/components/StateBadge'
import { Badge } from '../design/components/Badge'
import { usePreferences } from '../design/preferences'
import { useText } from '../design/text/useText'
import { useAnswer } from '../host/query'
import type { Door } from './useDoor'
import { shownName } from './words'

type Props = {
  eventId: string
  listId: string
  /** Typed so far: the first letters came before there was a field. */
  text: string
  onText: (text: string) => void
  door: Door
  onClose: () => void
}

const LETTERS_MIN = 2

/** A guest without a ticket at hand: two letters, a look, and in. */
export function Lookup({ eventId, listId, text, onText, door, onClose }: Props) {
  const { t } = useText()
  const { hideNames } = usePreferences()
  const [looked, setLooked] = useState<string | null>(null)
  const search = useDeferredValue(text.trim())
  const isLongEnough = search.length >= LETTERS_MIN
  const found = useAnswer('door.search', { event: eventId, list: listId, text: search }, { isEnabled: isLongEnough })
  const rows = isLongEnough ? (found.data ?? []) : []

  /** The first Enter looks, the second lets in. */
  function choose(code: string): void {
    if (looked === code) return letIn(code)
    setLooked(code)
    void door.scan(code, { simulate: true, onConfirm: () => letIn(code) })
  }

  function letIn(code: string): void {
    setLooked(null)
    void door.scan(code).then((outcome) => {
      // A question is answered on the sheet, by its keys: the field lets go of them.
      if (outcome?.is_admitted || outcome?.verdict === 'incomplete') onClose()
    })
  }

  return (
    <div
      className="my-auto flex w-full max-w-2xl flex-col gap-3 rounded-card border border-border bg-surface p-4 shadow-overlay"
      onKeyDownCapture={(event) => {
        // The field alone has the focus at first: Enter then means the best match.
        const first = rows[0]
        const isOnField =
          event.target instanceof HTMLInputElement && !event.target.hasAttribute('aria-activedescendant')
        if (event.key === 'Enter' && first && isOnField) choose(first.code)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        if (door.isSheetShown()) {
          door.hide()
          setLooked(null)
        } else onClose()
      }}
    >
      <Autocomplete
        inputValue={text}
        onInputChange={(next) => {
          onText(next)
          setLooked(null)
          door.hide()
        }}
      >
        <SearchField autoFocus className="flex flex-col gap-1">
          <Label className="text-base font-medium">{t('lookup-label')}</Label>
          <Input
            onFocus={(event) => event.target.setSelectionRange(text.length, text.length)}
            className="focus-ring min-h-12 rounded-control border border-border-strong bg-bg px-3 text-xl outline-none"
          />
        </SearchField>
        <ListBox
          aria-label={t('lookup-results')}
          items={rows}
          onAction={(key) => choose(String(key))}
          renderEmptyState={() => (
            <p className="p-4 text-center text-ink-2">
              {isLongEnough && found.data ? t('lookup-none', { text: search }) : t('lookup-hint')}
            </p>
          )}
          className="max-h-[38vh] overflow-auto outline-none"
        >
          {(row) => (
            <ListBoxItem
              id={row.code}
              textValue={row.holder_name || row.code}
              className="flex min-h-14 cursor-default items-center gap-3 rounded-control px-3 py-1.5 text-md outline-none hover:bg-surface-2 focus:bg-accent-soft"
            >
              <span className="min-w-0 flex-1">
                <bdi className="block truncate font-semibold">
                  {shownName(row.holder_name, hideNames) || t('lookup-unnamed')}
                </bdi>
                <span className="block truncate text-sm text-ink-2">
                  <bdi>{row.tier_name}</bdi> · {row.order_code} · <code className="font-mono">{row.code}</code>
                </span>
              </span>
              {row.is_inside ? (
                <Badge state="warning">{t('lookup-inside')}</Badge>
              ) : row.status === 'issued' ? (
                <Badge state="open">{t('lookup-outside')}</Badge>
              ) : (
                <StateBadge kind="ticket" state={row.status} />
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
      <p className="text-sm text-ink-3">{t('lookup-keys')}</p>
    </div>
  )
}
