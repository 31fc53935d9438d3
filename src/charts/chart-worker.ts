import { setImmediate as nextTurn } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'
import { createDrawer } from './draw/draw-chart.ts'
import { createFontBook } from './draw/font-book.ts'
import { requireInk } from './draw/font-check.ts'
import type { DrawAnswer, DrawJob } from './draw-message.ts'

function say(answer: DrawAnswer): void {
  parentPort?.postMessage(answer, answer.kind === 'drawn' ? [answer.png.buffer] : [])
}

const fonts = createFontBook(message => say({ kind: 'note', message }))
const drawer = createDrawer(fonts)

try {
  requireInk(fonts)
  parentPort?.on('message', ({ description }: DrawJob) => {
    void answer(description)
  })
} catch (error) {
  say({ kind: 'unfit', reason: reasonOf(error) })
}

async function answer(description: DrawJob['description']): Promise<void> {
  try {
    say({ kind: 'drawn', png: drawer.draw(description) })
  } catch (error) {
    say({ kind: 'failed', reason: reasonOf(error) })
  }
  // The canvas library frees its buffers between turns of the event loop only.
  await nextTurn()
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
