import { type Logger as BoltLogger, LogLevel } from '@slack/bolt'
import type { Logger } from '#kernel/logger.ts'

/** Bolt's and the Web API client's words go through our log, never to the console by themselves. */
export function boltLogger(logger: Logger): BoltLogger {
  const text = (parts: unknown[]) =>
    parts.map(part => (part instanceof Error ? part.message : String(part))).join(' ')
  return {
    debug: () => {},
    info: (...parts) => logger.debug(text(parts), { from: 'slack' }),
    warn: (...parts) => logger.warn(text(parts), { from: 'slack' }),
    error: (...parts) => logger.error(text(parts), { from: 'slack' }),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  }
}
