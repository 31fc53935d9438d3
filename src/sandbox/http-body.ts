import type { IncomingMessage, ServerResponse } from 'node:http'

export const MOST_BODY_BYTES = 30_000_000

/** Reads a whole body; throws when it is longer than allowed. */
export async function readBody(req: IncomingMessage, most = MOST_BODY_BYTES): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > most) throw new RangeError('body too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export function sendJson(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = JSON.stringify(body)
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    ...headers,
  })
  res.end(text)
}

export function sendText(res: ServerResponse, status: number, text: string): void {
  res.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  })
  res.end(text)
}

export type BodyKind = 'form' | 'json' | 'multipart' | 'other'

export function kindOf(req: IncomingMessage): { kind: BodyKind; charset: boolean } {
  const header = req.headers['content-type'] ?? ''
  const type = header.split(';')[0]?.trim().toLowerCase()
  const charset = /charset=/i.test(header)
  if (type === 'application/x-www-form-urlencoded') return { kind: 'form', charset }
  if (type === 'application/json') return { kind: 'json', charset }
  if (type === 'multipart/form-data') return { kind: 'multipart', charset }
  return { kind: 'other', charset }
}

/** The parts of a multipart body, read by the platform's own parser. */
export async function readMultipart(req: IncomingMessage, body: Buffer): Promise<FormData> {
  const response = new Response(new Uint8Array(body), {
    headers: { 'content-type': req.headers['content-type'] ?? '' },
  })
  return response.formData()
}
