import { Worker } from 'node:worker_threads'
import type { Damage, FileRefusal } from '#domain/activity/file-refusal.ts'
import type { Result } from '#kernel/result.ts'
import type { DecodedFile } from './decode-activity-file.ts'
import type { DecodeAnswer, DecodeJob } from './ingest-message.ts'

export type WorkerLimits = {
  /** Milliseconds of real time one file may take. */
  readonly deadlineMs: number
  /** Megabytes of heap the worker may fill. */
  readonly heapMegabytes: number
}

/** How one file ended: with an answer, or with the worker that read it. `error` is a fault to log, where there is one. */
export type Outcome =
  | { kind: 'answered'; result: Result<DecodedFile, FileRefusal> }
  | { kind: 'lost'; why: Damage; error: unknown }

export type DecodeWorker = {
  /** True once the thread is gone: another must be started. */
  hasExited(): boolean
  /** One call at a time, and none after the exit. */
  decode(job: DecodeJob): Promise<Outcome>
  close(): Promise<void>
}

/** A thread that decodes files; while it waits for one it does not hold the process. */
export function startDecodeWorker(limits: WorkerLimits): DecodeWorker {
  const worker = new Worker(new URL('./ingest-worker.ts', import.meta.url), {
    // What the process was started with is for its own script: some flags make a thread refuse to start.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
  })
  worker.unref()
  let isReady = false
  let hasExited = false
  let cause: { why: Damage; error: unknown } = { why: 'worker-stopped', error: undefined }
  let settle: ((outcome: Outcome) => void) | undefined
  let deadline: NodeJS.Timeout | undefined

  function finish(outcome: Outcome): void {
    clearTimeout(deadline)
    worker.unref()
    settle?.(outcome)
    settle = undefined
  }

  function startDeadline(): void {
    deadline = setTimeout(() => {
      cause = { why: 'too-slow', error: undefined }
      void worker.terminate()
    }, limits.deadlineMs)
  }

  worker.on('message', (answer: DecodeAnswer) => {
    if (answer.kind === 'decoded') return finish({ kind: 'answered', result: answer.result })
    isReady = true
    if (settle) startDeadline()
  })
  worker.on('error', error => {
    cause = { why: isOutOfMemory(error) ? 'out-of-memory' : 'worker-stopped', error }
  })
  // Every loss ends here, once the thread and its memory are gone.
  worker.on('exit', () => {
    hasExited = true
    finish({ kind: 'lost', ...cause })
  })

  return {
    hasExited: () => hasExited,
    decode(job) {
      return new Promise(resolve => {
        settle = resolve
        worker.ref()
        if (isReady) startDeadline()
        // A copy goes over and is given away: the sender keeps the bytes, to store them beside the activity.
        const bytes = Uint8Array.from(job.bytes)
        worker.postMessage({ bytes, name: job.name } satisfies DecodeJob, [bytes.buffer])
      })
    },
    async close() {
      await worker.terminate()
    },
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
