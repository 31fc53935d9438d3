/**
 * The least number of letters to insert, delete, change or swap with their neighbour to make one word of the other
 * (Damerau–Levenshtein in its "optimal string alignment" form: no letter is touched twice). Letters are code points.
 */
export function editDistance(first: string, second: string): number {
  const [a, b] = [[...first], [...second]]
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swap = swapped ? at(beforeLast, j - 2) + 1 : Number.POSITIVE_INFINITY
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, change, swap))
    }
    beforeLast = last
    last = row
  }
  return at(last, b.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}

/** Longer words are compared to nothing: nobody mistypes a command of that length, and the cost is quadratic. */
const MAX_LETTERS = 40

/**
 * The candidate the writer most likely meant, or undefined when none is near: up to one slip in words of 3–4 letters,
 * two in 5–8, three in longer ones; none in shorter ones. Case is forgiven; of equally near candidates the first wins.
 */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const typed = word.trim().toLowerCase()
  if ([...typed].length > MAX_LETTERS) return undefined
  let best: { candidate: string; distance: number } | undefined
  for (const candidate of candidates) {
    const distance = editDistance(typed, candidate.toLowerCase())
    const slips = slipsAllowed(Math.min([...typed].length, [...candidate].length))
    if (distance <= slips && (!best || distance < best.distance)) best = { candidate, distance }
  }
  return best?.candidate
}

function slipsAllowed(letters: number): number {
  if (letters < 3) return 0
  if (letters < 5) return 1
  return letters < 9 ? 2 : 3
}
