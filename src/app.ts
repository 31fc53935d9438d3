import type { RequestListener } from 'node:http'
import { createChartRenderer } from '#charts/chart-renderer.ts'
import type { Config } from '#config/config.ts'
import { serveJoin } from '#http/serve-join.ts'
import { createFileDecoder } from '#ingest/ingest-pool.ts'
import { exportMyData } from '#jobs/export-my-data.ts'
import type { IdSource } from '#kernel/ids.ts'
import { type Clock, DAY_MS, instant } from '#kernel/instant.ts'
import type { Logger } from '#kernel/logger.ts'
import { createPace } from '#kernel/pace.ts'
import type { ExportData } from '#outbox/deliveries/delivery.ts'
import { createOutbox, type Outbox } from '#outbox/outbox.ts'
import { createMailer } from '#outbox/send-email.ts'
import { createScheduler, type Scheduler } from '#scheduler/scheduler.ts'
import { connectSlack, type SlackConnection, type SlackTransport } from '#slack/connect-slack.ts'
import { replaceAgeGradeTable } from '#store/age-grade-store.ts'
import { hasAuditEntries } from '#store/audit-store.ts'
import { connectSqlite } from '#store/connect.ts'
import type { Db } from '#store/db.ts'
import { deleteHandledRequestsBefore } from '#store/handled-request-store.ts'
import { migrate } from '#store/migrate.ts'
import { shortenHeldRows } from '#store/outbox-store.ts'
import { ensureClaimCode } from '#usecases/organization/ensure-claim-code.ts'
import type { Engine } from '#usecases/perform.ts'
import { readAgeGradeFile } from './age-grade-file.ts'
import { auditKeyPath } from './app-paths.ts'
import { readAuditKey, requireAuditKey } from './audit-key.ts'
import { type ListeningServer, listenHttp } from './http-server.ts'
import { type Connectors, openConnectors } from './open-connectors.ts'
import { openImporter } from './open-importer.ts'
import type { SandboxWorkspace } from './sandbox-workspace.ts'
import { StartFault } from './start-fault.ts'
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
  /** Where HTTP listens; null in Socket Mode without a port. */
  listensAt: string | null
  teamName: string
  isClaimed: boolean
  /** The one-time code of a workspace nobody has claimed, when it was made now. */
  claimCode: string | null
  stop(): Promise<void>
}

/** Slack repeats a delivery for hours at most. */
const REMEMBER_REQUESTS_MS = 7 * DAY_MS

/** Wires every room to the others and starts them; what cannot start is thrown, with everything before it stopped. */
export async function startApp(options: AppOptions): Promise<RunningApp> {
  const { config, logger } = options
  const realNow = options.now ?? (() => instant(Date.now()))
  const started: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const undo of started.splice(0).reverse()) await undo()
  }
  try {
    const ageGrades = config.ageGradeTable === null ? null : readAgeGradeFile(config.ageGradeTable)
    const db = connectSqlite(config.database.path)
    started.push(() => db.destroy())
    await migrate(db)
    await db.transaction().execute(tx => replaceAgeGradeTable(tx, ageGrades))
    await db.transaction().execute(tx => deleteHandledRequestsBefore(tx, realNow() - REMEMBER_REQUESTS_MS))

    let aheadMs = 0
    let outbox: Outbox | null = null
    const engine: Engine = {
      db,
      businessNow: () => instant(realNow() + aheadMs),
      realNow,
      newId: options.newId ?? uuidv7Source(realNow),
      auditKey: await auditKeyFor(db, config.database.path),
      wakeOutbox: () => outbox?.wake(),
    }
    const scheduler = createScheduler(engine, { logger })
    const moveTo = async (at: number) => {
      const before = aheadMs
      aheadMs = Math.max(aheadMs, at - realNow())
      await shortenHeldRows(db, realNow(), aheadMs - before)
      await scheduler.tick()
      await outbox?.drain()
    }
    const sandbox = await openSandbox(config, { engine, realNow, moveTo })
    if (sandbox) started.push(() => sandbox.close())

    const access = sandbox ? accessOfSandbox(sandbox) : accessOfConfig(config)
    const decoder = createFileDecoder({
      onFault: error => logger.error('the file reader died', { error: String(error) }),
    })
    started.push(() => decoder.close())
    const renderer = createChartRenderer({ quickChartUrl: config.quickChartUrl, logger })
    started.push(() => renderer.close())
    const pace = createPace(realNow)
    const exportData: ExportData = (organizationId, accountId) =>
      exportMyData(db, engine.businessNow(), organizationId, accountId)
    const mailer = config.smtp && createMailer(config.smtp)
    if (mailer) started.push(async () => mailer.close())
    const mail = mailer && { mailer, publicUrl: config.publicUrl }
    outbox = createOutbox({ engine, ...access, renderer, logger, exportData, mail, pace })
    const { stop: stopOutbox } = outbox
    started.push(stopOutbox)

    const importer = openImporter({ engine, decoder, logger }, config.database.path, access, pace)
    started.push(() => importer.stop())
    const inviting = { isMailed: mail !== null, publicUrl: config.publicUrl }
    const connectors = await openConnectors(engine, config, logger)
    started.push(() => connectors.close())
    const { connecting } = connectors
    const slack = await connectSlack(
      { engine, decoder, importer, logger, pace, inviting, connecting },
      access,
    )
    const server = await listen(config, slack, serveJoin(engine, slack.teamId, logger), connectors)
    if (server) {
      started.push(() => server.close())
      connectors.listensAt(server.url)
    }
    await slack.start()
    started.push(() => slack.stop())
    const claim = await ensureClaimCode(engine, slack.teamId, false)
    outbox.start()
    importer.start()
    scheduler.start()
    started.push(() => scheduler.stop())
    connectors.jobs.start()
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

/** A chain that began under one key cannot go on under another: only a database without entries gets a fresh one. */
async function auditKeyFor(db: Db, databasePath: string): Promise<Uint8Array> {
  const path = auditKeyPath(databasePath)
  return (await hasAuditEntries(db)) ? requireAuditKey(path) : readAuditKey(path)
}

type Access = { apiUrl: string; botToken: string; transport: SlackTransport }

function accessOfSandbox(sandbox: SandboxWorkspace): Access {
  return {
    apiUrl: sandbox.apiUrl,
    botToken: sandbox.botToken,
    transport: { kind: 'socket', appToken: sandbox.appToken },
  }
}

function accessOfConfig({ slack }: Config): Access {
  if (slack.kind === 'sandbox') throw new TypeError('the sandbox gives its own access')
  const { apiUrl, botToken } = slack
  return {
    apiUrl,
    botToken,
    transport:
      slack.kind === 'socket'
        ? { kind: 'socket', appToken: slack.appToken }
        : { kind: 'http', signingSecret: slack.signingSecret },
  }
}

/** Loaded only when it is asked for, so that an installation without the sandbox's packages still runs. */
async function openSandbox(
  config: Config,
  around: { engine: Engine; realNow: Clock; moveTo: (at: number) => Promise<void> },
): Promise<SandboxWorkspace | null> {
  if (config.slack.kind !== 'sandbox') return null
  const { openSandboxWorkspace } = await import('./sandbox-workspace.ts').catch(withoutSandboxPackages)
  return openSandboxWorkspace({ ...around, port: config.slack.port, isDemo: config.slack.isDemo })
}

function withoutSandboxPackages(error: unknown): never {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
  if (!isMissing || !error.message.includes('Cannot find package')) throw error
  throw new StartFault(
    'The sandbox needs packages that this installation left out. Run "npm ci" without --omit=dev, or set SLACK_BOT_TOKEN and SLACK_APP_TOKEN to connect to a real workspace.',
  )
}

/** Slack's requests in HTTP mode, and in any mode with a port the pages for people. */
async function listen(
  config: Config,
  slack: SlackConnection,
  join: RequestListener,
  connectors: Connectors,
): Promise<ListeningServer | null> {
  const handlers = { slack: slack.requestListener, join, routes: connectors.routes(slack.teamId) }
  const port = config.slack.kind === 'http' ? config.slack.port : config.pagePort
  if (port !== null) return listenHttp({ port, ...handlers })
  if (config.slack.kind !== 'sandbox') return null
  // Beside the sandbox's page, for this machine alone; anywhere else when that port is taken.
  const host = '127.0.0.1'
  const beside = config.slack.port === 0 ? 0 : config.slack.port + 1
  return listenHttp({ port: beside, host, ...handlers }).catch(() =>
    listenHttp({ port: 0, host, ...handlers }),
  )
}
