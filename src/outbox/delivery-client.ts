import { LogLevel, type Logger as SlackLogger, WebClient } from '@slack/web-api'
import type { Logger } from '#kernel/logger.ts'

/**
 * A client that sends once and says what happened: with its own retries one call could post four times, and its queue
 * would stand still for everybody when one channel is told to wait.
 */
export function createDeliveryClient(apiUrl: string, botToken: string, logger: Logger): WebClient {
  return new WebClient(botToken, {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
    logger: slackLogger(logger),
    logLevel: LogLevel.WARN,
  })
}

function slackLogger(logger: Logger): SlackLogger {
  const text = (parts: unknown[]) => parts.map(String).join(' ')
  return {
    debug: () => {},
    info: (...parts) => logger.debug(text(parts), { from: 'slack' }),
    warn: (...parts) => logger.warn(text(parts), { from: 'slack' }),
    error: (...parts) => logger.warn(text(parts), { from: 'slack' }),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  }
}
