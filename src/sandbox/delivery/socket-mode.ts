import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Answer, Transport } from './outgoing.ts'

const MOST_CONNECTIONS = 10
const PING_MS = 5_000
const CLOSE_PATIENCE_MS = 500

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled'

export type SocketMode = Transport & {
  /** Makes the one-use part of a connection's address. */
  issueTicket(): string
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer, url: URL): void
  /** Asks the app to renew its connections, as Slack does every few hours. */
  disconnect(reason: DisconnectReason): void
  close(): Promise<void>
}

type Abilities = { appId: string; ackMs: number; changed: () => void; log: (message: string) => void }
type Pending = { connection: WebSocket; settle: (answer: Answer) => void }

/** Slack's end of Socket Mode: each envelope goes to one of at most ten connections. */
export function createSocketMode({ appId, ackMs, changed, log }: Abilities): SocketMode {
  const server = new WebSocketServer({ noServer: true })
  const tickets = new Set<string>()
  const connections = new Set<WebSocket>()
  const pending = new Map<string, Pending>()
  let turn = 0

  const pings = setInterval(() => {
    for (const connection of connections) connection.ping()
  }, PING_MS)
  pings.unref()

  function connected(connection: WebSocket): void {
    connection.on('error', error => log(`socket: ${error.message}`))
    if (connections.size >= MOST_CONNECTIONS) {
      connection.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }))
      connection.close(1000)
      return
    }
    connections.add(connection)
    connection.on('message', data => acknowledged(connection, String(data)))
    connection.on('close', () => forget(connection))
    connection.send(
      JSON.stringify({
        type: 'hello',
        num_connections: connections.size,
        connection_info: { app_id: appId },
        debug_info: {
          host: 'sandbox',
          started: 'sandbox',
          build_number: 1,
          approximate_connection_time: 18_060,
        },
      }),
    )
    changed()
  }

  function forget(connection: WebSocket): void {
    connections.delete(connection)
    for (const [id, each] of [...pending]) {
      if (each.connection !== connection) continue
      pending.delete(id)
      each.settle({ outcome: 'failed', reason: 'connection_failed' })
    }
    changed()
  }

  function acknowledged(connection: WebSocket, data: string): void {
    const message = parse(data)
    const id = message?.envelope_id
    const waiting = typeof id === 'string' ? pending.get(id) : undefined
    if (typeof id !== 'string' || waiting?.connection !== connection) {
      log(`socket: late, unknown or no envelope: ${data.slice(0, 200)}`)
      return
    }
    pending.delete(id)
    waiting.settle({ outcome: 'acknowledged', payload: message?.payload })
  }

  function nextConnection(): WebSocket | undefined {
    const open = [...connections].filter(each => each.readyState === each.OPEN)
    turn += 1
    return open[turn % Math.max(1, open.length)]
  }

  return {
    isConnected: () => connections.size > 0,
    send(outgoing, attempt) {
      const connection = nextConnection()
      if (!connection) return Promise.resolve({ outcome: 'not-connected', reason: 'dispatch_failed' })
      const envelope = {
        envelope_id: randomUUID(),
        type: outgoing.route,
        payload: outgoing.payload,
        accepts_response_payload: outgoing.acceptsPayload,
        ...(outgoing.route === 'events_api' && {
          retry_attempt: attempt?.number ?? 0,
          retry_reason: attempt?.reason ?? '',
        }),
      }
      return new Promise(resolve => {
        const timer = setTimeout(() => {
          pending.delete(envelope.envelope_id)
          resolve({ outcome: 'timed-out', reason: 'timeout' })
        }, ackMs)
        const settle = (answer: Answer) => {
          clearTimeout(timer)
          resolve(answer)
        }
        pending.set(envelope.envelope_id, { connection, settle })
        connection.send(JSON.stringify(envelope))
      })
    },
    issueTicket() {
      const ticket = randomBytes(16).toString('hex')
      tickets.add(ticket)
      return ticket
    },
    upgrade(req, socket, head, url) {
      // A ticket opens one connection: a second use is refused like an unknown one.
      if (!tickets.delete(url.searchParams.get('ticket') ?? '')) {
        socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
        return
      }
      server.handleUpgrade(req, socket, head, connected)
    },
    disconnect(reason) {
      for (const connection of connections) {
        connection.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'sandbox' } }))
      }
    },
    async close() {
      clearInterval(pings)
      await Promise.all([...connections].map(closed))
      server.close()
    },
  }
}

/** Completes the close handshake; a peer cut off before it waits for seconds. */
function closed(connection: WebSocket): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(() => connection.terminate(), CLOSE_PATIENCE_MS)
    connection.once('close', () => {
      clearTimeout(timer)
      resolve()
    })
    connection.close(1000)
  })
}

function parse(data: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(data)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
