import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

import { cx } from '../cx'
import { useText } from '../text/useText'
import { IconButton } from './IconButton'

type Props = {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  /** Buttons, the main one last. */
  actions?: ReactNode
  width?: 'narrow' | 'normal' | 'wide'
  role?: 'dialog' | 'alertdialog'
}

const WIDTHS = { narrow: 'max-w-md', normal: 'max-w-2xl', wide: 'max-w-5xl' } as const

/** A question or a form above the page. Esc and a click outside leave it; focus returns to where it was. */
export function Dialog({ title, isOpen, onClose, children, actions, width = 'normal', role = 'dialog' }: Props) {
  const { t } = useText()
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-40 flex items-start justify-center overflow-auto bg-[rgb(10_12_16/0.5)] p-[min(2rem,3vw)]"
    >
      <Modal
        data-modal
        className={cx(
          'animate-rise my-auto w-full rounded-card border border-border bg-surface shadow-overlay',
          WIDTHS[width],
        )}
      >
        <AriaDialog role={role} className="flex max-h-[calc(100dvh-4rem)] flex-col outline-none">
          <header className="flex items-center gap-2 border-b border-border py-2.5 pr-2 pl-5">
            <Heading slot="title" className="flex-1 truncate text-lg">
              {title}
            </Heading>
            <IconButton label={t('close')} onPress={onClose}>
              <X size={18} strokeWidth={1.75} aria-hidden />
            </IconButton>
          </header>
          <div className="@container min-h-0 flex-1 overflow-auto px-5 py-4">{children}</div>
          {actions && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-border px-5 py-3">{actions}</footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
