import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const gzipped = promisify(gzip)

/** A file in gzip, to be kept: as it is where it came so. Off the event loop. */
export async function packFile(bytes: Uint8Array): Promise<Uint8Array> {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
  return isPacked ? bytes : gzipped(bytes)
}
