import { Worker } from 'node:worker_threads'
import type { SentActivity } from '#domain/connection/connection.ts'
import { SECOND_MS } from '#kernel/instant.ts'
import { type Result, refuse } from '#kernel/result.ts'
import { type PushRefusal, readWorkouts } from './read-workouts.ts'

export type PushReader = {
  /** Never rejects. */
  read(bytes: Uint8Array): Promise<Result<SentActivity[], PushRefusal | { code: 'too-busy' }>>
  close(): Promise<void>
}

/** Up to here reading takes a few milliseconds, which starting a thread takes too. */
const INLINE_BYTES = 256 * 1024
const DEADLINE_MS = 5 * SECOND_MS
const MOST_THREADS = 2

/** Reads what was pushed; large ones in a thread of their own, so that they do not hold up the event loop. */
export function createPushReader(): PushReader {
  const threads = new Set<Worker>()
  return {
    async read(bytes) {
      if (bytes.length <= INLINE_BYTES) return readWorkouts(bytes)
      if (threads.size >= MOST_THREADS) return refuse({ code: 'too-busy' })
      const worker = new Worker(new URL('./push-worker.ts', import.meta.url), {
        execArgv: [],
        workerData: bytes,
        resourceLimits: { maxOldGenerationSizeMb: 256 },
      })
      threads.add(worker)
      const deadline = setTimeout(() => void worker.terminate(), DEADLINE_MS)
      return new Promise(resolve => {
        worker.once('message', resolve)
        worker.once('error', () => {})
        worker.once('exit', () => {
          clearTimeout(deadline)
          threads.delete(worker)
          resolve(refuse({ code: 'push-malformed', field: '', expected: 'less' }))
        })
      })
    },
    async close() {
      await Promise.all([...threads].map(worker => worker.terminate()))
    },
  }
}
