import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Desk } from '../desk.ts'

/** Server-sent events: the desk's revision at once and after every change. The page then asks for what it shows. */
export function streamRevisions(
  desk: Desk,
  currentRevision: () => number,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', Connection: 'keep-alive' })
  response.write(`retry: 500\ndata: ${currentRevision()}\n\n`)
  const stop = desk.subscribe(revision => response.write(`data: ${revision}\n\n`))
  request.on('close', stop)
  response.on('error', stop)
}
