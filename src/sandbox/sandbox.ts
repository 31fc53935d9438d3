import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SLACK_LIMITS } from '#kernel/slack-limits.ts'
import { createChanges } from './changes.ts'
import { checkManifest } from './check-manifest.ts'
import { createDeliveries } from './delivery/deliver.ts'
import type { Transport } from './delivery/outgoing.ts'
import { createSignedHttp, type SignedHttp } from './delivery/signed-http.ts'
import { createSocketMode, type DisconnectReason } from './delivery/socket-mode.ts'
import type { Desk, TimeMachine } from './desk.ts'
import { deskOf } from './desk-of-world.ts'
import { createLedger } from './ledger.ts'
import { isFromHere } from './loopback.ts'
import { createPace } from './rate-limit.ts'
import { createResponseUrls } from './response-url.ts'
import type { WorkspaceSeed } from './seed.ts'
import { serveRequest } from './serve-request.ts'
import { createTriggers } from './trigger.ts'
import { createWorkspace } from './workspace.ts'
import type { Timing, World } from './world.ts'

/** Answers a request if it is its own: true when it was. */
export type RequestHandler = (
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
) => Promise<boolean> | boolean

export type SandboxOptions = {
  /** 0 for any free port; always on 127.0.0.1. */
  port: number
  seed: WorkspaceSeed
  /** The real clock, milliseconds. */
  now: () => number
  log?: (message: string) => void
  /** How long an uploaded file is "not yet processed"; milliseconds. */
  fileProcessingMs?: number
  /** Slack's times, for tests that cannot wait; milliseconds. */
  timing?: Partial<Timing>
  /** The team's storage; bytes. */
  storageBytes?: number
  /** Makes the handler of everything that is not the wire. */
  page?: (desk: Desk, timeMachine?: TimeMachine) => RequestHandler
  timeMachine?: TimeMachine
  /** Delivers by signed HTTP to this address instead of Socket Mode. */
  http?: { requestUrl: string; signingSecret?: string }
}

export type Delivery = { kind: 'socket' } | { kind: 'http'; requestUrl: string; signingSecret?: string }

export type Sandbox = {
  /** Without a trailing slash. */
  url: string
  /** With a trailing slash, as web-api wants it. */
  apiUrl: string
  desk: Desk
  botToken: string
  appToken: string
  signingSecret: string
  setDelivery(delivery: Delivery): void
  /** Slack's check of the request URL. Throws `challenge_failed`. */
  verifyRequestUrl(): Promise<void>
  /** Asks the app to renew its sockets. */
  disconnectSockets(reason: DisconnectReason): void
  close(): Promise<void>
}

const GIGABYTE = 2 ** 30

/** Starts a workspace that speaks Slack's wire on a loopback port. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { seed, now, log = () => {} } = options
  checkManifest(seed.app.manifest)
  const timing: Timing = {
    ackMs: SLACK_LIMITS.time.ack_ms,
    triggerMs: SLACK_LIMITS.time.trigger_id_ms,
    retryDelaysMs: [0, 60_000, 300_000],
    fileProcessingMs: options.fileProcessingMs ?? 300,
    ...options.timing,
  }
  const tokens = seed.tokens ?? newTokens()
  const changes = createChanges()
  const ledger = createLedger(changes.changed)
  const sockets = createSocketMode({ appId: seed.app.id, ackMs: timing.ackMs, changed: changes.changed, log })
  let http: SignedHttp | null = null
  const transport = (): Transport => http ?? sockets
  const deliveries = createDeliveries({
    transport,
    changes,
    ledger,
    now,
    retryDelaysMs: timing.retryDelaysMs,
    isInteractive: seed.app.manifest.settings?.interactivity?.is_enabled === true,
  })
  let origin = ''
  const world: World = {
    app: {
      id: seed.app.id,
      name: seed.app.manifest.display_information.name,
      botUserId: seed.app.botUserId,
      botId: seed.app.botId,
      manifest: seed.app.manifest,
      scopes: new Set(seed.app.manifest.oauth_config?.scopes?.bot),
      events: new Set(seed.app.manifest.settings?.event_subscriptions?.bot_events),
      tokens,
    },
    space: createWorkspace(seed, now),
    now,
    timing,
    changes,
    ledger,
    pace: createPace(now),
    triggers: createTriggers(now, timing.triggerMs),
    responseUrls: createResponseUrls(now),
    origin: () => origin,
    deliver: deliveries.deliver,
    issueSocketTicket: sockets.issueTicket,
    offered: new Map(),
    storageBytes: options.storageBytes ?? SLACK_LIMITS.files.free_team_storage_gb * GIGABYTE,
    log,
  }
  const setDelivery = (delivery: Delivery) => {
    http =
      delivery.kind === 'http'
        ? createSignedHttp({
            requestUrl: delivery.requestUrl,
            signingSecret: delivery.signingSecret ?? tokens.signingSecret,
            ackMs: timing.ackMs,
            now,
          })
        : null
    changes.changed()
  }
  if (options.http) setDelivery({ kind: 'http', ...options.http })
  const desk = deskOf(world, () => transport().isConnected())
  const server = createServer(serveRequest(world, options.page?.(desk, options.timeMachine)))
  server.on('upgrade', (req, socket, head) => {
    const url = new URL(req.url ?? '/', 'http://sandbox')
    if (isFromHere(req) && url.pathname === '/socket') sockets.upgrade(req, socket, head, url)
    else socket.destroy()
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: origin,
    apiUrl: `${origin}/api/`,
    desk,
    botToken: tokens.bot,
    appToken: tokens.app,
    signingSecret: tokens.signingSecret,
    setDelivery,
    async verifyRequestUrl() {
      await http?.verify()
    },
    disconnectSockets: sockets.disconnect,
    async close() {
      deliveries.close()
      await sockets.close()
      const closed = new Promise(resolve => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

function newTokens(): { bot: string; app: string; signingSecret: string } {
  const secret = () => randomBytes(16).toString('hex')
  return { bot: `xoxb-sandbox-${secret()}`, app: `xapp-1-sandbox-${secret()}`, signingSecret: secret() }
}
