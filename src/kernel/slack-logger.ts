import type { Logger } from './logger.ts'

/**
 * What Slack's packages call a logger, with its words going to our log and never to the console by themselves. `Level`
 * is the packages' own type of levels, which nothing here asks for.
 */
export function slackLogger<Level>(
  logger: Logger,
  { level, errorsAs }: { level: Level; errorsAs: 'error' | 'warn' },
) {
  const at =
    (ours: keyof Logger) =>
    (...parts: unknown[]) =>
      logger[ours](inWords(parts), { from: 'slack' })
  return {
    debug: () => {},
    info: at('debug'),
    warn: at('warn'),
    error: at(errorsAs),
    setLevel: () => {},
    getLevel: () => level,
    setName: () => {},
  }
}

function inWords(parts: readonly unknown[]): string {
  return parts.map(part => (part instanceof Error ? part.message : String(part))).join(' ')
}
