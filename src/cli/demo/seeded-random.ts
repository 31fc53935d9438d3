/** Numbers that look random and are the same on every machine and every day for the same seed. */
export type Random = {
  /** From `low` (inclusive) to `high` (exclusive). */
  between(low: number, high: number): number
  chance(probability: number): boolean
  /** One of them. Throws a RangeError when there is none. */
  pick<T>(choices: readonly T[]): T
}

/** Makes a source from a text: FNV-1a gives the start, Mulberry32 (Tommy Ettinger, public domain) the numbers. */
export function seededRandom(seed: string): Random {
  let state = 0x811c9dc5
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    between: (low, high) => low + (high - low) * next(),
    chance: probability => next() < probability,
    pick: choices => {
      if (choices.length === 0) throw new RangeError('nothing to pick from')
      return choices[Math.floor(next() * choices.length)] as (typeof choices)[number]
    },
  }
}
