import type { FileRefusal } from '#domain/activity/file-refusal.ts'
import { type Result, refuse } from '#kernel/result.ts'
import type { DecodedFile } from './decode-activity-file.ts'
import { type DecodeWorker, startDecodeWorker, type WorkerLimits } from './decode-worker.ts'
import { sizeRefusal } from './file-limits.ts'
import type { DecodeJob } from './ingest-message.ts'

export type FileDecoder = {
  /** Never rejects: what goes wrong with a file, a crash of the thread included, is that file's refusal. */
  decode(bytes: Uint8Array, name: string): Promise<Result<DecodedFile, FileRefusal>>
  /** Ends the thread; files still waiting are refused as `too-busy`. */
  close(): Promise<void>
}

export type DecoderLimits = WorkerLimits & {
  /** Files that may wait while one is read. */
  readonly queueLength: number
  /** Bytes that may wait in all. */
  readonly queueBytes: number
}

export const DECODER_LIMITS: DecoderLimits = {
  deadlineMs: 10_000,
  heapMegabytes: 640,
  queueLength: 32,
  queueBytes: 128 * 1024 * 1024,
}

export type FileDecoderOptions = {
  readonly limits?: Partial<DecoderLimits>
  /** Told of errors the thread died of: faults of ours, which the refusal alone would hide. */
  readonly onFault?: (error: unknown) => void
}

type Waiting = DecodeJob & { answer: (result: Result<DecodedFile, FileRefusal>) => void }

/**
 * Decodes files one after another in a thread of its own, started with the first file, so that no file can hold up the event
 * loop. A file that takes too long or too much memory costs the thread; the next one gets another.
 */
export function createFileDecoder(options: FileDecoderOptions = {}): FileDecoder {
  const limits = { ...DECODER_LIMITS, ...options.limits }
  const queue: Waiting[] = []
  let worker: DecodeWorker | undefined
  let isReading = false
  let isClosed = false

  async function readNext(): Promise<void> {
    const next = isReading ? undefined : queue.shift()
    if (!next) return
    isReading = true
    if (!worker || worker.hasExited()) worker = startDecodeWorker(limits)
    const outcome = await worker.decode(next)
    isReading = false
    if (outcome.kind === 'answered') next.answer(outcome.result)
    else {
      if (outcome.error !== undefined) options.onFault?.(outcome.error)
      next.answer(refuse(isClosed ? { code: 'too-busy' } : unreadable(outcome.why)))
    }
    void readNext()
  }

  function isFull(bytes: Uint8Array): boolean {
    const waiting = queue.reduce((total, job) => total + job.bytes.length, bytes.length)
    return queue.length >= limits.queueLength || waiting > limits.queueBytes
  }

  return {
    decode(bytes, name) {
      const unwelcome = sizeRefusal(bytes)
      if (unwelcome) return Promise.resolve(refuse(unwelcome))
      if (isClosed || isFull(bytes)) return Promise.resolve(refuse({ code: 'too-busy' }))
      return new Promise(resolve => {
        queue.push({ bytes, name, answer: resolve })
        void readNext()
      })
    },
    async close() {
      isClosed = true
      for (const waiting of queue.splice(0)) waiting.answer(refuse({ code: 'too-busy' }))
      await worker?.close()
    },
  }
}

function unreadable(detail: Extract<FileRefusal, { code: 'file-damaged' }>['detail']): FileRefusal {
  return { code: 'file-damaged', format: 'unknown', detail }
}
