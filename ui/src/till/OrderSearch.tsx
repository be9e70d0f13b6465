import { Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components'

import { Dialog } from '../design/components/Dialog'
import { StateBadge } from '../design/components/StateBadge'
import { useText } from '../design/text/useText'
import { useAnswer } from '../host/query'

type Props = { eventId: string; onOpen: (orderId: string) => void; onClose: () => void }

/** An order by its number, or by its buyer's name or e-mail. */
export function OrderSearch({ eventId, onOpen, onClose }: Props) {
  const { t, money } = useText()
  const [text, setText] = useState('')
  const search = useDeferredValue(text.trim())
  const orders = useAnswer('order.list', { event: eventId, search: search || undefined, page: { first: 20 } })
  return (
    <Dialog title={t('shortcut-till-search')} isOpen onClose={onClose}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField
          aria-label={t('orders-find')}
          autoFocus
          className="flex min-h-10 items-center gap-2 rounded-control border border-border-strong px-3 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus"
        >
          <Search size={16} strokeWidth={1.75} className="text-ink-3" aria-hidden />
          <Input placeholder={t('orders-find')} className="w-full bg-transparent text-md outline-none" />
        </SearchField>
        <ListBox
          aria-label={t('tab-orders')}
          items={orders.data?.rows ?? []}
          onAction={(key) => onOpen(String(key))}
          renderEmptyState={() => (
            <p className="p-6 text-center text-ink-2">{t(search ? 'orders-none' : 'orders-empty')}</p>
          )}
          className="mt-3 outline-none"
        >
          {(order) => (
            <ListBoxItem
              id={order.id}
              textValue={`${order.code} ${order.buyer_name || ''}`}
              className="flex cursor-default items-center gap-3 rounded-control px-3 py-2 outline-none hover:bg-surface-2 focus:bg-accent-soft"
            >
              <code className="font-mono font-medium">{order.code}</code>
              <bdi className="min-w-0 flex-1 truncate text-left">
                {order.buyer_name || order.buyer_email || t('buyer-unnamed')}
              </bdi>
              <StateBadge kind="order" state={order.status} />
              <span className="tabular">{money(order.total)}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </Dialog>
  )
}
