import { parentPort } from 'node:worker_threads'
import { createDrawer } from './draw/draw-chart.ts'
import { createFontBook } from './draw/font-book.ts'
import { requireInk } from './draw/font-check.ts'
import type { DrawAnswer, DrawJob } from './draw-message.ts'

function say(answer: DrawAnswer): void {
  parentPort?.postMessage(answer, answer.kind === 'drawn' ? [answer.png.buffer] : [])
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

try {
  const fonts = createFontBook(message => say({ kind: 'note', message }))
  requireInk(fonts)
  const drawer = createDrawer(fonts)
  // Each chart is a message of its own: the canvas library frees its buffers between turns of the event loop only.
  parentPort?.on('message', ({ description }: DrawJob) => {
    try {
      say({ kind: 'drawn', png: drawer.draw(description) })
    } catch (error) {
      say({ kind: 'failed', reason: reasonOf(error) })
    }
  })
} catch (error) {
  say({ kind: 'unfit', reason: reasonOf(error) })
}
