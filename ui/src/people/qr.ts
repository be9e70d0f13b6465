import qrcode from 'qrcode-generator'

/** Modules of white that scanners need around a code. */
const QUIET_ZONE = 4

/** A QR code as one SVG path on a square of `size` units, quiet zone included. Capital letters, digits and dashes. */
export function qrPath(text: string): { path: string; size: number } {
  const code = qrcode(0, 'M')
  code.addData(text, 'Alphanumeric')
  code.make()
  const count = code.getModuleCount()
  let path = ''
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (code.isDark(row, column)) path += `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z`
    }
  }
  return { path, size: count + 2 * QUIET_ZONE }
}
