import type { RequestListener } from 'node:http'
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Clock } from '#kernel/instant.ts'
import type { Logger } from '#kernel/logger.ts'
import { slackLogger } from '#kernel/slack-logger.ts'
import type { SlackDeps } from './kit/context.ts'
import { listen } from './listen.ts'

export type SlackTransport = { kind: 'socket'; appToken: string } | { kind: 'http'; signingSecret: string }

export type SlackConnection = {
  /** Who the token says we are. */
  teamId: string
  teamName: string
  botUserId: string
  /** The HTTP transport's handler of `/slack/events`; null in Socket Mode. */
  requestListener: RequestListener | null
  start(): Promise<void>
  stop(): Promise<void>
}

function boltLogger(logger: Logger) {
  return slackLogger(logger, { level: LogLevel.INFO, errorsAs: 'error' })
}

/** Retries of interactive calls are few and quick: somebody waits. The outbox has a policy of its own. */
function clientOptions(apiUrl: string, logger: Logger): WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 2, factor: 2, minTimeout: 300, maxTimeout: 2_000 },
    timeout: 10_000,
    logger: boltLogger(logger),
    logLevel: LogLevel.WARN,
  }
}

/**
 * Asks Slack who the token belongs to, and prepares Bolt for the transport. Rejects with Slack's own error when the
 * token is refused.
 */
export async function connectSlack(
  deps: SlackDeps,
  options: { apiUrl: string; botToken: string; transport: SlackTransport },
): Promise<SlackConnection> {
  const forClients = clientOptions(options.apiUrl, deps.logger)
  const identity = await new WebClient(options.botToken, forClients).auth.test()
  const receiver = receiverFor(options.transport, options.apiUrl, deps.logger)
  const app = new App({
    receiver,
    clientOptions: forClients,
    logger: boltLogger(deps.logger),
    authorize: async () => ({
      botToken: options.botToken,
      ...(identity.bot_id ? { botId: identity.bot_id } : {}),
      ...(identity.user_id ? { botUserId: identity.user_id } : {}),
      ...(identity.team_id ? { teamId: identity.team_id } : {}),
    }),
  })
  app.error(async error => {
    deps.logger.error('unhandled in a listener', { error: error.stack ?? error.message })
  })
  listen(app, deps)
  return {
    teamId: identity.team_id ?? '',
    teamName: identity.team ?? '',
    botUserId: identity.user_id ?? '',
    requestListener:
      receiver instanceof HTTPReceiver
        ? refuseFuture(deps.engine.realNow, receiver.requestListener.bind(receiver))
        : null,
    async start() {
      if (receiver instanceof SocketModeReceiver) await app.start()
    },
    async stop() {
      if (receiver instanceof SocketModeReceiver) await app.stop()
    },
  }
}

function receiverFor(transport: SlackTransport, apiUrl: string, logger: Logger) {
  if (transport.kind === 'http') {
    return new HTTPReceiver({
      signingSecret: transport.signingSecret,
      endpoints: ['/slack/events'],
      logger: boltLogger(logger),
    })
  }
  return new SocketModeReceiver({
    appToken: transport.appToken,
    logger: boltLogger(logger),
    installerOptions: { clientOptions: clientOptions(apiUrl, logger) },
  })
}

const SKEW_SECONDS = 300

/**
 * Bolt refuses requests signed more than five minutes ago, but takes ones signed in the future, which would keep a
 * stolen request good for as long as its thief likes.
 */
function refuseFuture(now: Clock, listener: RequestListener): RequestListener {
  return (request, response) => {
    const signedAt = Number(request.headers['x-slack-request-timestamp'])
    if (signedAt * 1_000 > now() + SKEW_SECONDS * 1_000) {
      response.writeHead(401).end()
      return
    }
    return listener(request, response)
  }
}
