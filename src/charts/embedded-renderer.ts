import type { Logger } from '#kernel/logger.ts'
import { ChartUnavailable } from './chart.ts'
import type { ChartDescription } from './describe-chart.ts'
import { type DrawLimits, type DrawWorker, startDrawWorker } from './draw-worker.ts'

const LIMITS: DrawLimits = { deadlineMs: 15_000 }
const MOST_WAITING = 64

export type EmbeddedRenderer = {
  /** PNG bytes. Rejects with `ChartUnavailable` when too many wait, the chart cannot be drawn, or it is closed. */
  draw(description: ChartDescription): Promise<Uint8Array<ArrayBuffer>>
  close(): Promise<void>
}

/** Draws on this machine, one chart after another in one thread, which starts with the first chart. */
export function createEmbeddedRenderer(
  logger: Logger,
  limits: DrawLimits = LIMITS,
  start: typeof startDrawWorker = startDrawWorker,
): EmbeddedRenderer {
  let worker: DrawWorker | undefined
  let waiting = 0
  let isClosed = false
  let last: Promise<unknown> = Promise.resolve()
  const notes = new Set<string>()

  function note(message: string): void {
    if (notes.has(message)) return
    notes.add(message)
    logger.warn(message)
  }

  async function drawNext(description: ChartDescription): Promise<Uint8Array<ArrayBuffer>> {
    if (isClosed) throw new ChartUnavailable('the renderer is closed')
    if (!worker || worker.hasExited()) worker = start(limits, note)
    const drawing = await worker.draw(description)
    if (drawing.kind === 'drawn') return drawing.png
    if (!isClosed) logger.error('A chart could not be drawn', { reason: drawing.reason })
    throw new ChartUnavailable(drawing.reason)
  }

  return {
    async draw(description) {
      if (waiting > MOST_WAITING) throw new ChartUnavailable('too many charts wait already')
      waiting += 1
      const drawing = last.then(() => drawNext(description))
      last = drawing.catch(() => {})
      try {
        return await drawing
      } finally {
        waiting -= 1
      }
    },
    async close() {
      isClosed = true
      await worker?.close()
      await last
    },
  }
}
