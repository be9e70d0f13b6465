/** The row a key moves to among `count`, or null when the key moves nothing. */
export function moveRow(key: string, from: number, count: number, perPage: number): number | null {
  if (count === 0) return null
  const within = (row: number): number => Math.max(0, Math.min(count - 1, row))
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return within(from + 1)
    case 'ArrowUp':
    case 'k':
      return within(from - 1)
    case 'PageDown':
      return within(from + perPage)
    case 'PageUp':
      return within(from - perPage)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
