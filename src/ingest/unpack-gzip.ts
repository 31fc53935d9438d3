import { gunzipSync } from 'node:zlib'
import type { FileRefusal } from '#domain/activity/file-refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { FILE_LIMIT_BYTES, UNPACK_RATIO_LIMIT } from './file-limits.ts'

/** Unpacks a gzip file, stopping at the byte where it passes the size or the ratio allowed. */
export function unpackGzip(packed: Uint8Array): Result<Uint8Array, FileRefusal> {
  const limitBytes = Math.min(FILE_LIMIT_BYTES, packed.length * UNPACK_RATIO_LIMIT)
  try {
    return ok(gunzipSync(packed, { maxOutputLength: limitBytes, chunkSize: 256 * 1024 }))
  } catch (error) {
    if (errorCode(error) === 'ERR_BUFFER_TOO_LARGE') return refuse({ code: 'unpacked-too-large', limitBytes })
    const detail = errorCode(error) === 'Z_BUF_ERROR' ? 'truncated' : 'checksum'
    return refuse({ code: 'file-damaged', format: 'gz', detail })
  }
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
