import { parentPort } from 'node:worker_threads'
import { decodeActivityFile } from './decode-activity-file.ts'
import type { DecodeAnswer, DecodeJob } from './ingest-message.ts'

parentPort?.on('message', (job: DecodeJob) => {
  const answer: DecodeAnswer = { kind: 'decoded', result: decodeActivityFile(job.bytes, job.name) }
  parentPort?.postMessage(answer)
})

// A file's deadline counts from here, so that a slow start is not taken for a slow file.
const ready: DecodeAnswer = { kind: 'ready' }
parentPort?.postMessage(ready)
