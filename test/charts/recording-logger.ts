import type { Logger } from '#kernel/logger.ts'

export type Logged = { level: string; message: string; reason: unknown }

/** A logger that keeps what it is told, for tests that read it. */
export function recordingLogger(): { logger: Logger; lines: Logged[] } {
  const lines: Logged[] = []
  const at =
    (level: string): Logger['info'] =>
    (message, fields) => {
      lines.push({ level, message, reason: fields?.reason })
    }
  return { lines, logger: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') } }
}
