import { useState } from 'react'

import { Button } from '../design/components/Button'
import { Checkbox } from '../design/components/Checkbox'
import { Dialog } from '../design/components/Dialog'
import { ErrorSummary, type FormError } from '../design/components/ErrorSummary'
import { RadioCards } from '../design/components/RadioCards'
import { TextField } from '../design/components/TextField'
import { showToast } from '../design/components/toasts'
import { useText } from '../design/text/useText'
import { useCommandForm } from '../design/useForm'
import type { DocumentKind, Printer, PrinterKind } from '../gen/types'
import { AddressField } from './AddressField'
import { draftOf, sentOf, type PrinterForm } from './form'
import { DOCUMENT_KINDS, isLabelPrinter, isRoll, kindId, paperFor, PRINTER_KINDS } from './kinds'
import { PaperFields } from './PaperFields'
import { RollFields } from './RollFields'

type Props = { printer: Printer | null; onClose: () => void }

/** Sets a printer up, or changes it. What is usual for its kind is filled in. */
export function PrinterDialog({ printer, onClose }: Props) {
  const { t } = useText()
  const created = useCommandForm('printer.create')
  const updated = useCommandForm('printer.update')
  const removed = useCommandForm('printer.remove')
  const form = printer ? updated : created
  const [draft, setDraft] = useState<PrinterForm>(() => draftOf(printer))
  const change = (part: Partial<PrinterForm>): void => setDraft((before) => ({ ...before, ...part }))

  async function save(): Promise<void> {
    const missing: FormError[] = [
      ...(draft.name.trim() ? [] : [{ field: 'name', message: t('printer-name-missing') }]),
      ...(draft.address.trim() ? [] : [{ field: 'address', message: t('printer-address-missing') }]),
    ]
    const facts = sentOf(draft)
    const saved = printer
      ? await updated.send({ printer: printer.id, version: printer.version, ...facts }, missing)
      : await created.send(facts, missing)
    if (!saved) return
    showToast({ tone: 'success', title: t(printer ? 'printer-changed' : 'printer-added', { name: saved.name }) })
    onClose()
  }

  async function remove(): Promise<void> {
    if (!printer || !(await removed.send({ printer: printer.id }))) return
    showToast({ tone: 'success', title: t('printer-removed', { name: printer.name }) })
    onClose()
  }

  function toggle(kind: DocumentKind, isOn: boolean): void {
    change({
      default_for: DOCUMENT_KINDS.filter((known) => (known === kind ? isOn : draft.default_for.includes(known))),
    })
  }

  return (
    <Dialog
      title={printer ? printer.name : t('printer-add')}
      isOpen
      onClose={onClose}
      actions={
        <>
          {printer && (
            <Button tone="quiet" isPending={removed.isSending} onPress={() => void remove()}>
              {t('printer-remove', { name: printer.name })}
            </Button>
          )}
          <span className="flex-1" />
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button tone="primary" isPending={form.isSending} onPress={() => void save()}>
            {t(printer ? 'printer-save' : 'printer-create')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <ErrorSummary errors={[...form.errors, ...removed.errors]} />
        <TextField
          label={t('name')}
          hint={t('printer-name-hint')}
          name="name"
          value={draft.name}
          onChange={(name) => change({ name })}
          error={form.errorOf('name')}
          autoFocus={!printer}
          className="max-w-md"
        />
        <RadioCards
          label={t('printer-kind')}
          value={draft.kind}
          onChange={(id) => {
            const kind = id as PrinterKind
            change({ kind, paper: paperFor(kind, draft.paper), address: '' })
          }}
          columns={2}
          cards={PRINTER_KINDS.map((id) => ({ id, title: t(kindId(id)), text: t(`${kindId(id)}-text`) }))}
        />
        <AddressField
          kind={draft.kind}
          value={draft.address}
          onChange={(address) => change({ address })}
          error={form.errorOf('address')}
        />
        <PaperFields draft={draft} onChange={change} errorOf={form.errorOf} />
        {(isRoll(draft.kind) || isLabelPrinter(draft.kind)) && (
          <RollFields draft={draft} onChange={change} errorOf={form.errorOf} />
        )}
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 text-base font-medium">{t('printer-default-for')}</legend>
          {DOCUMENT_KINDS.map((kind) => (
            <Checkbox key={kind} isSelected={draft.default_for.includes(kind)} onChange={(isOn) => toggle(kind, isOn)}>
              {t(`printer-doc-${kind}`)}
            </Checkbox>
          ))}
        </fieldset>
      </div>
    </Dialog>
  )
}
