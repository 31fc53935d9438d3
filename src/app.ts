import type { Server } from 'node:http'
import { createChartRenderer } from '#charts/chart-renderer.ts'
import type { Config } from '#config/config.ts'
import { createFileDecoder } from '#ingest/ingest-pool.ts'
import type { IdSource } from '#kernel/ids.ts'
import { type Clock, instant } from '#kernel/instant.ts'
import type { Logger } from '#kernel/logger.ts'
import { createOutbox, type Outbox } from '#outbox/outbox.ts'
import { createScheduler, type Scheduler } from '#scheduler/scheduler.ts'
import { connectSlack, type SlackConnection } from '#slack/connect-slack.ts'
import { connectSqlite } from '#store/connect.ts'
import { migrate } from '#store/migrate.ts'
import { ensureClaimCode } from '#usecases/organization/ensure-claim-code.ts'
import type { Engine } from '#usecases/perform.ts'
import { auditKeyPath } from './app-paths.ts'
import { readAuditKey } from './audit-key.ts'
import { closeHttp, listenHttp } from './http-server.ts'
import type { SandboxWorkspace } from './sandbox-workspace.ts'
import { uuidv7Source } from './uuidv7.ts'

export type AppOptions = {
  config: Config
  logger: Logger
  /** Real time; tests may hold it. */
  now?: Clock
  newId?: IdSource
}

export type RunningApp = {
  engine: Engine
  outbox: Outbox
  scheduler: Scheduler
  /** The sandbox it runs in, or null with a real workspace. */
  sandbox: SandboxWorkspace | null
  sandboxUrl: string | null
  /** Where the HTTP transport listens; null in Socket Mode. */
  listensAt: string | null
  teamName: string
  isClaimed: boolean
  /** The one-time code of a workspace nobody has claimed, when it was made now. */
  claimCode: string | null
  stop(): Promise<void>
}

/** Wires every room to the others and starts them; what cannot start is thrown, with everything before it stopped. */
export async function startApp(options: AppOptions): Promise<RunningApp> {
  const { config, logger } = options
  const realNow = options.now ?? (() => instant(Date.now()))
  const undo: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const db = connectSqlite(config.database.path)
    undo.push(() => db.destroy())
    await migrate(db)

    let aheadMs = 0
    const engine: Engine = {
      db,
      businessNow: () => instant(realNow() + aheadMs),
      realNow,
      newId: options.newId ?? uuidv7Source(realNow),
      auditKey: readAuditKey(auditKeyPath(config.database.path)),
      wakeOutbox: () => outbox.wake(),
    }
    const decoder = createFileDecoder({
      onFault: error => logger.error('the file reader died', { error: String(error) }),
    })
    undo.push(() => decoder.close())
    const renderer = createChartRenderer({ quickChartUrl: config.quickChartUrl, logger })
    undo.push(() => renderer.close())
    const scheduler = createScheduler(engine, { logger })

    const sandbox =
      config.slack.kind === 'sandbox'
        ? await (await import('./sandbox-workspace.ts')).openSandboxWorkspace({
            engine,
            realNow,
            port: config.slack.port,
            isDemo: config.slack.isDemo,
            moveTo: async (at: number) => {
              aheadMs = Math.max(aheadMs, at - realNow())
              await scheduler.tick()
              await outbox.drain()
            },
          })
        : null
    if (sandbox) undo.push(() => sandbox.close())
    const access = sandbox ?? accessOf(config)
    const outbox = createOutbox({
      engine,
      apiUrl: access.apiUrl,
      botToken: access.botToken,
      renderer,
      logger,
    })
    undo.push(() => outbox.stop())

    const slack = await connectSlack({ engine, decoder, logger }, access)
    const server = await serve(slack, config, undo)
    await slack.start()
    undo.push(() => slack.stop())
    const claim = await ensureClaimCode(engine, slack.teamId, false)
    outbox.start()
    scheduler.start()
    undo.push(() => scheduler.stop())
    return {
      engine,
      outbox,
      scheduler,
      sandbox,
      sandboxUrl: sandbox?.url ?? null,
      listensAt: server?.url ?? null,
      teamName: slack.teamName,
      isClaimed: claim.isClaimed,
      claimCode: claim.code,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
