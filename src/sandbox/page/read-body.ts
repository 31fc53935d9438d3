import type { IncomingMessage } from 'node:http'

/** Files come as base64, a third longer than they are: this lets about 48 MB through. */
const mostBytes = 64 * 1024 * 1024

export class BodyError extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** @throws {BodyError} for a body too long, of another type, or that is not a JSON object */
export async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    throw new BodyError(415, 'Send JSON.')
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += chunk.length
    if (length > mostBytes) throw new BodyError(413, 'That is more than this page can send at once.')
    chunks.push(chunk)
  }
  let body: unknown
  try {
    body = JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new BodyError(400, 'That is not JSON.')
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new BodyError(400, 'That is not a JSON object.')
  return body as Record<string, unknown>
}
