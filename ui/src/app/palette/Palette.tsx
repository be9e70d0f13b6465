import { useNavigate } from '@tanstack/react-router'
import { CalendarRange, CornerDownLeft, ReceiptText, Zap } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'

import { KeyCap } from '../../design/components/KeyCap'
import { finds } from '../../design/fold'
import { shortcutOf, type ShortcutId } from '../../design/keys/shortcuts'
import { runShortcut, useActiveShortcuts } from '../../design/keys/useShortcuts'
import { useText } from '../../design/text/useText'
import { useAnswer } from '../../host/query'

type Props = { isOpen: boolean; onClose: () => void }
type Entry = { id: string; label: string; hint?: string; shortcut?: ShortcutId; run: () => void }
type Section = { id: string; title: string; entries: Entry[] }

/** One entry for going, doing and finding. */
export function Palette({ isOpen, onClose }: Props) {
  const { t } = useText()
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-40 flex items-start justify-center bg-[rgb(10_12_16/0.5)] px-4 pt-[12vh]"
    >
      <Modal data-modal className="w-full max-w-xl rounded-card border border-border bg-surface shadow-overlay">
        <Dialog aria-label={t('shortcut-palette')} className="outline-none">
          <Finder onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

type FinderProps = { onClose: () => void }

function Finder({ onClose }: FinderProps) {
  const { t } = useText()
  const [text, setText] = useState('')
  const sections = useSections(text)
  const entries = sections.flatMap((section) => section.entries)
  function act(id: string): void {
    onClose()
    const entry = entries.find((candidate) => candidate.id === id)
    // The dialog gives the focus back first, so that what opens next keeps it.
    requestAnimationFrame(() => entry?.run())
  }
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField aria-label={t('palette-open')} autoFocus className="border-b border-border">
        <Input placeholder={t('palette-hint')} className="min-h-12 w-full bg-transparent px-4 text-md outline-none" />
      </SearchField>
      <Menu
        items={sections}
        onAction={(key) => act(String(key))}
        className="max-h-[52vh] overflow-auto p-1.5 outline-none"
        renderEmptyState={() => <p className="px-3 py-6 text-center text-ink-2">{t('palette-empty')}</p>}
      >
        {(section: Section) => (
          <MenuSection id={section.id}>
            <Header className="px-2.5 pt-2 pb-1 text-sm font-medium text-ink-3">{section.title}</Header>
            <Collection items={section.entries}>
              {(entry) => (
                <MenuItem
                  id={entry.id}
                  textValue={entry.label}
                  className="group flex min-h-9 cursor-default items-center gap-3 rounded-control px-2.5 text-base outline-none focus:bg-accent-soft"
                >
                  <EntryIcon section={section.id} />
                  <span className="min-w-0 flex-1 truncate">
                    {entry.label}
                    {entry.hint && <span className="text-ink-3"> {entry.hint}</span>}
                  </span>
                  {entry.shortcut && <KeyCap of={entry.shortcut} className="text-ink-3" />}
                  <CornerDownLeft size={14} className="invisible text-ink-3 group-focus:visible" aria-hidden />
                </MenuItem>
              )}
            </Collection>
          </MenuSection>
        )}
      </Menu>
    </Autocomplete>
  )
}

function EntryIcon({ section }: { section: string }) {
  const Icon = section === 'events' ? CalendarRange : section === 'orders' ? ReceiptText : Zap
  return <Icon size={16} strokeWidth={1.75} className="shrink-0 text-ink-2" aria-hidden />
}

/** Letters typed before people and orders are looked up too. */
const SEARCH_LETTERS_MIN = 2

function useSections(text: string): Section[] {
  const { t, has, instant } = useText()
  const navigate = useNavigate()
  const active = useActiveShortcuts()
  const query = useDeferredValue(text.trim())
  const isSearching = query.length >= SEARCH_LETTERS_MIN
  const events = useAnswer('event.list', { search: query || undefined, page: { first: 6 } })
  const orders = useAnswer('order.list', { search: query, page: { first: 6 } }, { isEnabled: isSearching })
  const actions = active
    .filter((id) => id !== 'palette')
    .map((id) => ({ id, label: t(shortcutOf(id).label), synonyms: synonymsOf(id) }))
    .filter(({ label, synonyms }) => finds(text, label, synonyms))
    .map(({ id, label }) => ({ id, label, shortcut: id, run: () => runShortcut(id) }))
  const found: Section[] = [
    { id: 'actions', title: t('palette-actions'), entries: actions },
    {
      id: 'events',
      title: t('palette-events'),
      entries: (events.data?.rows ?? []).map((event) => ({
        id: `event:${event.id}`,
        label: event.title,
        hint: instant(event.starts_at, event.time_zone, 'medium'),
        run: () => void navigate({ to: '/plan/events/$event', params: { event: event.id } }),
      })),
    },
    {
      id: 'orders',
      title: t('palette-orders'),
      entries: (isSearching ? (orders.data?.rows ?? []) : []).map((order) => ({
        id: `order:${order.id}`,
        label: order.code,
        hint: order.buyer_name || order.buyer_email || '',
        run: () =>
          void navigate({
            to: '/plan/events/$event',
            params: { event: order.event_id },
            search: { tab: 'orders', order: order.id },
          }),
      })),
    },
  ]
  return found.filter((section) => section.entries.length > 0)

  function synonymsOf(id: ShortcutId): string {
    const { synonyms } = shortcutOf(id)
    return synonyms && has(synonyms) ? t(synonyms) : ''
  }
}
