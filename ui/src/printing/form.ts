import type {
  Acknowledgement,
  CodePage,
  DocumentKind,
  Paper,
  Printer,
  PrinterDraft,
  PrinterKind,
  QrMethod,
} from '../gen/types'
import { isLabelPrinter, isRoll } from './kinds'

/** A printer as its form holds it. */
export type PrinterForm = {
  name: string
  kind: PrinterKind
  address: string
  paper: Paper
  label_width_mm: number | null
  label_height_mm: number | null
  code_page: CodePage
  qr: QrMethod
  /** Null: what is usual for the kind. */
  acknowledgement: Acknowledgement | null
  has_cutter: boolean
  /** 0: no drawer is plugged in. */
  drawer_pin: number
  default_for: readonly DocumentKind[]
}

const NEW: PrinterForm = {
  ...{ name: '', kind: 'system', address: '', paper: 'a4', label_width_mm: 80, label_height_mm: 50 },
  ...{ code_page: 'cp437', qr: 'printer', acknowledgement: null, has_cutter: true, drawer_pin: 2, default_for: [] },
}

/** The form of a printer that is there, or of a new one. */
export function draftOf(printer: Printer | null): PrinterForm {
  if (!printer) return NEW
  return {
    ...printer,
    label_width_mm: printer.label_width_mm ?? NEW.label_width_mm,
    label_height_mm: printer.label_height_mm ?? NEW.label_height_mm,
    drawer_pin: printer.drawer_pin ?? 0,
  }
}

/** What the form sends: only what means something for the kind. */
export function sentOf(form: PrinterForm): PrinterDraft & { default_for: DocumentKind[] } {
  const { name, kind, address, paper, default_for } = form
  const isLabel = paper === 'label'
  return {
    ...{ name: name.trim(), kind, address: address.trim(), paper, default_for: [...default_for] },
    label_width_mm: isLabel ? (form.label_width_mm ?? undefined) : undefined,
    label_height_mm: isLabel ? (form.label_height_mm ?? undefined) : undefined,
    code_page: isRoll(kind) ? form.code_page : undefined,
    qr: isRoll(kind) ? form.qr : undefined,
    acknowledgement: isRoll(kind) || isLabelPrinter(kind) ? (form.acknowledgement ?? undefined) : undefined,
    has_cutter: isRoll(kind) ? form.has_cutter : false,
    drawer_pin: isRoll(kind) ? form.drawer_pin : 0,
  }
}
