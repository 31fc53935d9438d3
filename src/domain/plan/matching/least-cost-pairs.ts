/**
 * Pairs rows with columns, each once, as many as there can be, so that the costs come to the least. For each row its
 * column, or -1. Of pairings that cost the same, always the same one. Kuhn's and Munkres' way with shortest augmenting
 * paths: the time grows with the square of the shorter side times the longer one.
 */
export function leastCostPairs(costs: readonly (readonly number[])[]): number[] {
  const rows = costs.length
  const columns = costs[0]?.length ?? 0
  if (rows === 0 || columns === 0) return costs.map(() => -1)
  if (rows > columns) {
    const turned = Array.from({ length: columns }, (_, column) => costs.map(row => row[column] ?? 0))
    const rowOf = leastCostPairs(turned)
    return costs.map((_, row) => rowOf.indexOf(row))
  }
  const cost = (row: number, column: number) => costs[row]?.[column] ?? 0
  const rowPrice: number[] = Array(rows).fill(0)
  const columnPrice: number[] = Array(columns).fill(0)
  const rowOf: number[] = Array(columns).fill(-1)
  for (let row = 0; row < rows; row++) {
    const least: number[] = Array(columns).fill(Number.POSITIVE_INFINITY)
    const cameFrom: number[] = Array(columns).fill(-1)
    const isSeen: boolean[] = Array(columns).fill(false)
    const seen: number[] = []
    let [current, at] = [row, -1]
    while (current !== -1) {
      const [next, step] = nearest(current, at)
      rowPrice[row] = (rowPrice[row] ?? 0) + step
      for (const column of seen) {
        const holder = rowOf[column] ?? -1
        rowPrice[holder] = (rowPrice[holder] ?? 0) + step
        columnPrice[column] = (columnPrice[column] ?? 0) - step
      }
      for (let column = 0; column < columns; column++) {
        if (!isSeen[column]) least[column] = (least[column] ?? 0) - step
      }
      isSeen[next] = true
      seen.push(next)
      at = next
      current = rowOf[next] ?? -1
    }
    // Everybody on the path hands on their column.
    while (at !== -1) {
      const before = cameFrom[at] ?? -1
      rowOf[at] = before === -1 ? row : (rowOf[before] ?? -1)
      at = before
    }

    function nearest(from: number, through: number): [number, number] {
      let [best, step] = [-1, Number.POSITIVE_INFINITY]
      for (let column = 0; column < columns; column++) {
        if (isSeen[column]) continue
        const reduced = cost(from, column) - (rowPrice[from] ?? 0) - (columnPrice[column] ?? 0)
        if (reduced < (least[column] ?? 0)) {
          least[column] = reduced
          cameFrom[column] = through
        }
        if ((least[column] ?? 0) < step) [best, step] = [column, least[column] ?? 0]
      }
      return [best, step]
    }
  }
  return costs.map((_, row) => rowOf.indexOf(row))
}
