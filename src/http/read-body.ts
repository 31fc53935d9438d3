import type { IncomingMessage } from 'node:http'

/** The whole body; null when it is larger than that, in which case the rest is not read. */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return null
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    const bytes = part as Buffer
    size += bytes.length
    if (size > mostBytes) return null
    parts.push(bytes)
  }
  return Buffer.concat(parts)
}
