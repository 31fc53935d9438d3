import { ConfigFaults, readConfig } from '#config/config.ts'
import { instant } from '#kernel/instant.ts'
import { startApp } from './app.ts'
import { greeting } from './greeting.ts'
import { lineLogger } from './line-logger.ts'

const realNow = () => instant(Date.now())

try {
  const config = readConfig(process.env, process.argv.slice(2))
  const logger = lineLogger({ level: config.logLevel, now: realNow, write: line => console.error(line) })
  // A promise nobody waits for has broken something unknown: say so and let the supervisor start afresh.
  process.on('unhandledRejection', error => {
    logger.error('unhandled rejection', {
      error: error instanceof Error ? (error.stack ?? '') : String(error),
    })
    process.exit(1)
  })
  const app = await startApp({ config, logger })
  console.log(greeting(app))
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1)
      isStopping = true
      void app.stop().then(
        () => process.exit(0),
        error => {
          logger.error('could not stop cleanly', { error: String(error) })
          process.exit(1)
        },
      )
    })
  }
} catch (error) {
  console.error(error instanceof ConfigFaults ? error.message : error)
  process.exitCode = 1
}
