import { type Config, readConfig } from '#config/config.ts'
import { instant, SECOND_MS } from '#kernel/instant.ts'
import { startApp } from './app.ts'
import { greeting } from './greeting.ts'
import { lineLogger } from './line-logger.ts'
import { startFailureInWords } from './start-failure.ts'

const realNow = () => instant(Date.now())

let config: Config | null = null
try {
  config = readConfig(process.env, process.argv.slice(2))
  const logger = lineLogger({ level: config.logLevel, now: realNow, write: line => console.error(line) })
  // A promise nobody waits for has broken something unknown: say so and let the supervisor start afresh.
  process.on('unhandledRejection', error => {
    logger.error('unhandled rejection', {
      error: error instanceof Error ? (error.stack ?? '') : String(error),
    })
    process.exit(1)
  })
  const starting = startApp({ config, logger })
  let askedToStopAt: number | null = null
  const stop = () => {
    // Ctrl-C reaches us twice, from the terminal and through the launcher; a later one means "now".
    if (askedToStopAt !== null) {
      if (realNow() - askedToStopAt > SECOND_MS) process.exit(1)
      return
    }
    askedToStopAt = realNow()
    starting
      .then(app => app.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error('could not stop cleanly', { error: String(error) })
          process.exit(1)
        },
      )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  console.log(greeting(await starting))
} catch (error) {
  console.error(startFailureInWords(error, config?.slack ?? null) ?? error)
  process.exitCode = 1
}
