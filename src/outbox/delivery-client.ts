import { LogLevel, WebClient } from '@slack/web-api'
import type { Logger } from '#kernel/logger.ts'
import { slackLogger } from '#kernel/slack-logger.ts'

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
    // What fails is said again with the row it was for: an error here would be the same one twice.
    logger: slackLogger(logger, { level: LogLevel.WARN, errorsAs: 'warn' }),
    logLevel: LogLevel.WARN,
  })
}
