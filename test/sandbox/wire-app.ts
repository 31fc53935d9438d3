import { once } from 'node:events'
import WebSocket from 'ws'
import type { TestSandbox } from './world-for-tests.ts'

export type Envelope = {
  envelope_id: string
  type: string
  payload: Record<string, unknown>
  accepts_response_payload: boolean
  retry_attempt?: number
  retry_reason?: string
}

/** An app that speaks only the wire: it notes every envelope and acknowledges it as told. */
export type WireApp = {
  socket: WebSocket
  frames: Record<string, unknown>[]
  envelopes: Envelope[]
  /** What the acknowledgement carries; `false` does not acknowledge at all. */
  answer: (envelope: Envelope) => unknown
  close(): Promise<void>
}

export async function connect(sandbox: TestSandbox): Promise<WireApp> {
  const opened = await sandbox.call('apps.connections.open', {}, sandbox.appToken)
  const socket = new WebSocket(String(opened.url))
  const app: WireApp = {
    socket,
    frames: [],
    envelopes: [],
    answer: () => undefined,
    async close() {
      if (socket.readyState === WebSocket.CLOSED) return
      const closed = once(socket, 'close')
      socket.close(1000)
      await closed
    },
  }
  const isGreeted = new Promise<void>((resolve, reject) => {
    socket.on('error', reject)
    socket.on('message', data => {
      const frame = JSON.parse(String(data)) as Record<string, unknown>
      app.frames.push(frame)
      if (frame.type === 'hello') resolve()
      if (typeof frame.envelope_id !== 'string') return
      const envelope = frame as Envelope
      app.envelopes.push(envelope)
      const payload = app.answer(envelope)
      if (payload !== false) socket.send(JSON.stringify({ envelope_id: envelope.envelope_id, payload }))
    })
  })
  await isGreeted
  return app
}

/** The latest thing of a kind that the app was sent. */
export function latest(app: WireApp, kind: string): Record<string, unknown> {
  const found = app.envelopes.map(each => each.payload).findLast(payload => isOfKind(payload, kind))
  if (!found) throw new Error(`nothing of the kind ${kind}`)
  return found
}

function isOfKind(payload: Record<string, unknown>, kind: string): boolean {
  if (payload.type === kind || payload.command === kind) return true
  const { event } = payload
  return typeof event === 'object' && event !== null && Reflect.get(event, 'type') === kind
}

/** A fresh trigger, as a command gives one. */
export async function freshTrigger(
  sandbox: TestSandbox,
  app: WireApp,
  as: string,
  channel: string,
): Promise<string> {
  await sandbox.desk.type(as, channel, '/astral')
  return String(latest(app, '/astral').trigger_id)
}
