import type { FileRefusal } from '#domain/activity/file-refusal.ts'
import type { Result } from '#kernel/result.ts'
import type { DecodedFile } from './decode-activity-file.ts'

/** To the worker: one file at a time. */
export type DecodeJob = { bytes: Uint8Array; name: string }

/** From the worker: once when it can start, then one answer for each file. */
export type DecodeAnswer = { kind: 'ready' } | { kind: 'decoded'; result: Result<DecodedFile, FileRefusal> }
