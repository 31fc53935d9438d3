import type { LogLevel } from '#config/config.ts'
import type { Clock } from '#kernel/instant.ts'
import type { LogFields, Logger } from '#kernel/logger.ts'

const ORDER: readonly LogLevel[] = ['debug', 'info', 'warn', 'error']

/** One JSON object a line, so that whatever somebody typed cannot forge a second line. */
export function lineLogger(options: { level: LogLevel; now: Clock; write: (line: string) => void }): Logger {
  const from = ORDER.indexOf(options.level)
  const at =
    (level: LogLevel) =>
    (message: string, fields: LogFields = {}) => {
      if (ORDER.indexOf(level) < from) return
      options.write(JSON.stringify({ at: new Date(options.now()).toISOString(), level, message, ...fields }))
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
