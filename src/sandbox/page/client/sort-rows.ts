export type SortableRow = { position: number; text: string; number: number | null }

/**
 * The order of rows (as their positions) by one column. Numeric columns by value, others by their words;
 * equal rows keep the order they came in, in both directions.
 */
export function sortedPositions(
  rows: readonly SortableRow[],
  isNumeric: boolean,
  isDescending: boolean,
): number[] {
  const words = new Intl.Collator('en', { numeric: false, sensitivity: 'base' })
  const compare = (a: SortableRow, b: SortableRow) =>
    isNumeric ? (a.number ?? 0) - (b.number ?? 0) : words.compare(a.text, b.text)
  return [...rows]
    .sort((a, b) => (isDescending ? compare(b, a) : compare(a, b)) || a.position - b.position)
    .map(row => row.position)
}
