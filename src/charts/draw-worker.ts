import { Worker } from 'node:worker_threads'
import type { ChartDescription } from './describe-chart.ts'
import type { DrawAnswer, DrawJob } from './draw-message.ts'

export type DrawLimits = {
  /** Milliseconds of real time one chart may take, the thread's start included. */
  readonly deadlineMs: number
}

/** How one chart ended. `lost` says that the thread is gone with it. */
export type Drawing =
  | { kind: 'drawn'; png: Uint8Array<ArrayBuffer> }
  | { kind: 'failed'; reason: string }
  | { kind: 'lost'; reason: string }

export type DrawWorker = {
  hasExited(): boolean
  /** One chart at a time, and none after the exit. */
  draw(description: ChartDescription): Promise<Drawing>
  close(): Promise<void>
}

/** A thread that draws charts; while it waits for one it does not hold the process. */
export function startDrawWorker(limits: DrawLimits, onNote: (message: string) => void): DrawWorker {
  const worker = new Worker(new URL('./chart-worker.ts', import.meta.url), {
    // The bundled fonts and no others: the same picture on every machine, and a missing one is noticed at once.
    env: { DISABLE_SYSTEM_FONTS_LOAD: '1' },
    // What the process was started with is for its own script: some flags make a thread refuse to start.
    execArgv: [],
  })
  worker.unref()
  let hasExited = false
  let lossReason = 'the drawing thread stopped'
  let settle: ((drawing: Drawing) => void) | undefined
  let deadline: NodeJS.Timeout | undefined

  function finish(drawing: Drawing): void {
    clearTimeout(deadline)
    worker.unref()
    settle?.(drawing)
    settle = undefined
  }

  function lose(reason: string): void {
    lossReason = reason
    void worker.terminate()
  }

  worker.on('message', (answer: DrawAnswer) => {
    switch (answer.kind) {
      case 'unfit':
        return lose(answer.reason)
      case 'note':
        return onNote(answer.message)
      default:
        return finish(answer)
    }
  })
  worker.on('error', error => {
    lossReason = error instanceof Error ? error.message : String(error)
  })
  worker.on('exit', () => {
    hasExited = true
    finish({ kind: 'lost', reason: lossReason })
  })

  return {
    hasExited: () => hasExited,
    draw(description) {
      return new Promise(resolve => {
        settle = resolve
        worker.ref()
        deadline = setTimeout(() => lose(`a chart took over ${limits.deadlineMs} ms`), limits.deadlineMs)
        worker.postMessage({ description } satisfies DrawJob)
      })
    },
    async close() {
      await worker.terminate()
    },
  }
}
