import type { DocumentKind, Paper, PrinterKind } from '../gen/types'

export const PRINTER_KINDS: readonly PrinterKind[] = [
  ...(['system', 'escpos_tcp', 'escpos_device', 'zpl_tcp', 'zpl_device', 'file'] as const),
]
export const DOCUMENT_KINDS: readonly DocumentKind[] = ['ticket', 'receipt', 'report', 'label']

/** Message id of a kind. */
export const kindId = (kind: PrinterKind): string => `printer-kind-${kind.replaceAll('_', '-')}`

export const isRoll = (kind: PrinterKind): boolean => kind === 'escpos_tcp' || kind === 'escpos_device'
export const isLabelPrinter = (kind: PrinterKind): boolean => kind === 'zpl_tcp' || kind === 'zpl_device'

/** The papers that a kind of printer takes, the usual one first. */
export function papersOf(kind: PrinterKind): readonly Paper[] {
  switch (kind) {
    case 'escpos_tcp':
    case 'escpos_device':
      return ['80', '58']
    case 'zpl_tcp':
    case 'zpl_device':
      return ['label']
    case 'system':
    case 'file':
      return ['a4', '80']
  }
}

/** The paper to go on with when the kind changes: the old one where it still fits. */
export function paperFor(kind: PrinterKind, paper: Paper): Paper {
  const papers = papersOf(kind)
  return papers.includes(paper) ? paper : (papers[0] ?? 'a4')
}
