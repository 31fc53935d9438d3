/** A small generator of even numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const EDGE_BYTES = [0x00, 0x01, 0x3c, 0x3e, 0x40, 0x7f, 0x80, 0xfe, 0xff]
const MOST_MUTATIONS = 6

/** The bytes with one to six changes: flipped bits, edge values, pieces cut out, doubled, moved, or the end cut off. */
export function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  let mutant = [...bytes]
  const below = (limit: number) => Math.floor(random() * limit)
  for (let left = 1 + below(MOST_MUTATIONS); left > 0 && mutant.length > 0; left -= 1) {
    const at = below(mutant.length)
    const piece = mutant.slice(at, at + 1 + below(40))
    switch (below(6)) {
      case 0:
        mutant[at] = (mutant[at] ?? 0) ^ (1 << below(8))
        break
      case 1:
        mutant[at] = EDGE_BYTES[below(EDGE_BYTES.length)] ?? 0
        break
      case 2:
        mutant.splice(at, piece.length)
        break
      case 3:
        mutant.splice(at, 0, ...piece)
        break
      case 4:
        mutant.splice(below(mutant.length), piece.length, ...piece)
        break
      default:
        if (below(4) === 0) mutant = mutant.slice(0, at)
        else mutant[at] = below(256)
    }
  }
  return Uint8Array.from(mutant)
}
