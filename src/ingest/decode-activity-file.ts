import { createHash } from 'node:crypto'
import type { Measured } from '#domain/activity/activity.ts'
import type { FileFormat, FileRefusal } from '#domain/activity/file-refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { fileContent } from './file-content.ts'
import { FORMAT_LIMIT_BYTES, sizeRefusal } from './file-limits.ts'
import { decodeFit } from './fit/decode-fit.ts'
import { decodeGpx } from './gpx/decode-gpx.ts'
import { decodeTcx } from './tcx/decode-tcx.ts'
import { unpackGzip } from './unpack-gzip.ts'

export type DecodedFile = {
  format: FileFormat
  /** Of the bytes as they came, packed or not; hex. */
  sha256: string
  /** At least one, in the file's order. */
  activities: Measured[]
}

const DECODERS = { fit: decodeFit, gpx: decodeGpx, tcx: decodeTcx } as const

/**
 * Reads a FIT, GPX or TCX file, plain or in gzip, told by its content. Synchronous and slow for large files: what the worker
 * of `ingest-pool.ts` runs. The name, which is the sender's, only says what an unknown file claims to be.
 */
export function decodeActivityFile(bytes: Uint8Array, name: string): Result<DecodedFile, FileRefusal> {
  const unwelcome = sizeRefusal(bytes)
  if (unwelcome) return refuse(unwelcome)
  const content = fileContent(bytes)
  if (content !== 'gzip') return decodeContent(bytes, content, name, bytes, 'file-too-large')
  const unpacked = unpackGzip(bytes)
  if (!unpacked.ok) return unpacked
  if (unpacked.value.length === 0) return refuse({ code: 'file-empty' })
  return decodeContent(unpacked.value, fileContent(unpacked.value), name, bytes, 'unpacked-too-large')
}

function decodeContent(
  bytes: Uint8Array,
  content: ReturnType<typeof fileContent>,
  name: string,
  original: Uint8Array,
  tooLarge: 'file-too-large' | 'unpacked-too-large',
): Result<DecodedFile, FileRefusal> {
  if (content === 'zip') return refuse({ code: 'zip-not-supported' })
  if (content === 'doctype') return refuse({ code: 'file-damaged', format: 'unknown', detail: 'doctype' })
  if (content === 'unknown' || content === 'gzip') {
    return refuse({ code: 'not-an-activity-file', extension: extensionOf(name) })
  }
  const limitBytes = FORMAT_LIMIT_BYTES[content]
  if (bytes.length > limitBytes) return refuse({ code: tooLarge, limitBytes })
  const activities = DECODERS[content](bytes)
  if (!activities.ok) return activities
  const sha256 = createHash('sha256').update(original).digest('hex')
  return ok({ format: content, sha256, activities: activities.value })
}

function extensionOf(name: string): string | null {
  return /\.([a-z0-9]{1,8})$/.exec(name.toLowerCase())?.[1] ?? null
}
