/** A round distance between grid lines, so that there are at most `most` of them up to `top`: 1, 2 or 5 and zeros. */
export function roundStep(top: number, most: number): number {
  if (!(top > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(top / most))
  return power * ([1, 2, 5, 10].find(step => top / (step * power) <= most) ?? 10)
}

/** Multiples of `step` from zero up to `top`. */
export function stepsUpTo(top: number, step: number): number[] {
  return Array.from({ length: Math.floor(top / step + 1e-9) + 1 }, (_, index) => index * step)
}

/** Moves places apart until each is `gap` from the next, as little as may be, all between `from` and `to`. */
export function spread(places: readonly number[], gap: number, from: number, to: number): number[] {
  const order = places.map((_, index) => index).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b)
  const moved = [...places]
  let least = from
  for (const index of order) {
    moved[index] = Math.max(places[index] ?? 0, least)
    least = (moved[index] ?? 0) + gap
  }
  let most = to
  for (const index of order.toReversed()) {
    moved[index] = Math.min(moved[index] ?? 0, most)
    most = (moved[index] ?? 0) - gap
  }
  return moved
}
