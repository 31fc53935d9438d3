import { createHash } from 'node:crypto'
import type { Chart } from './chart.ts'
import { type ChartDescription, describeChart } from './describe-chart.ts'

/** What one process keeps of its latest pictures: some sixty boards. */
const MOST_BYTES = 8 * 1_024 * 1_024

/** The same for the same picture: a fingerprint of everything it is drawn from. */
export function hashOfDescription(description: ChartDescription): string {
  return createHash('sha256').update(JSON.stringify(description)).digest('hex')
}

/** The fingerprint of a chart; null for one beyond its bounds, which has no picture. */
export function hashOfChart(chart: Chart): string | null {
  try {
    return hashOfDescription(describeChart(chart))
  } catch {
    return null
  }
}

export type Draw = (description: ChartDescription) => Promise<Uint8Array>

/**
 * Draws each description once: the latest pictures are kept, as many as fit into `mostBytes`, and who asks while one is
 * being drawn gets that one. What fails is not kept. The bytes are shared: nobody may write into them.
 */
export function rememberPictures(draw: Draw, mostBytes = MOST_BYTES): Draw {
  const kept = new Map<string, Uint8Array>()
  const under = new Map<string, Promise<Uint8Array>>()
  let size = 0

  function keep(hash: string, png: Uint8Array): void {
    if (png.byteLength > mostBytes) return
    kept.set(hash, png)
    size += png.byteLength
    for (const [oldest, bytes] of kept) {
      if (size <= mostBytes) break
      kept.delete(oldest)
      size -= bytes.byteLength
    }
  }

  return async description => {
    const hash = hashOfDescription(description)
    const known = kept.get(hash)
    if (known) {
      // The newest stand last, and the first go first.
      kept.delete(hash)
      kept.set(hash, known)
      return known
    }
    const drawing = under.get(hash) ?? drawAndKeep(hash, description)
    under.set(hash, drawing)
    return drawing
  }

  async function drawAndKeep(hash: string, description: ChartDescription): Promise<Uint8Array> {
    try {
      const png = await draw(description)
      keep(hash, png)
      return png
    } finally {
      under.delete(hash)
    }
  }
}
