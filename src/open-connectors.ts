import type { RequestListener } from 'node:http'
import type { Config } from '#config/config.ts'
import type { StravaAccess } from '#connectors/strava/strava-access.ts'
import { createStravaConnector } from '#connectors/strava/strava-connector.ts'
import { CALENDAR_PATH, serveCalendar } from '#http/serve-calendar.ts'
import { PUSH_PATH, servePush } from '#http/serve-push.ts'
import { CALLBACK_PATH, STRAVA_PATH, serveStrava } from '#http/serve-strava.ts'
import { createPushReader } from '#ingest/apple-health/push-reader.ts'
import { type ConnectorJobs, createConnectorJobs } from '#jobs/connector-jobs.ts'
import type { SlackTeamId } from '#kernel/ids.ts'
import type { Logger } from '#kernel/logger.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Connecting } from '#slack/kit/context.ts'
import { findOrganizationBySlackTeam } from '#store/organization-store.ts'
import type { Engine } from '#usecases/perform.ts'
import { encryptionKeyPath } from './app-paths.ts'
import { openVault } from './open-vault.ts'

export type Connectors = {
  connecting: Connecting
  jobs: ConnectorJobs
  /** By how a path begins. */
  routes(teamId: string): Readonly<Record<string, RequestListener>>
  /** HTTP is open, there. */
  listensAt(url: string): void
  close(): Promise<void>
}

/** Everything about sources outside that send activities. */
export async function openConnectors(engine: Engine, config: Config, logger: Logger): Promise<Connectors> {
  let listening: string | null = null
  /** In the sandbox, phones and the stand-in are on this machine. */
  const base = (): Result<string, { code: 'pages-closed'; isHttpOpen: boolean }> => {
    const url = config.publicUrl ?? (config.slack.kind === 'sandbox' ? listening : null)
    if (listening !== null && url !== null) return ok(url)
    return refuse({ code: 'pages-closed', isHttpOpen: listening !== null })
  }
  const reader = createPushReader()
  const vault = await openVault(
    engine.db,
    config.encryptionKeyFile ?? encryptionKeyPath(config.database.path),
  )
  const { strava: access } = config
  const connector = access && createStravaConnector(engine, access, vault)
  const jobs = createConnectorJobs(engine, connector?.work ?? null, logger)
  const stravaRoute = (strava: StravaAccess, teamId: string) =>
    connector
      ? {
          [STRAVA_PATH]: serveStrava(
            engine,
            {
              access: strava,
              connector,
              organization: async () =>
                (await findOrganizationBySlackTeam(engine.db, teamId as SlackTeamId))?.id ?? null,
              wake: jobs.wake,
            },
            logger,
          ),
        }
      : {}
  return {
    jobs,
    connecting: {
      pushBase: base,
      startStrava: connector
        ? async who => {
            const url = base()
            return url.ok ? connector.start(who, `${url.value}${CALLBACK_PATH}`) : url
          }
        : null,
      wake: jobs.wake,
    },
    routes: teamId => ({
      [PUSH_PATH]: servePush(engine, bytes => reader.read(bytes), logger),
      [CALENDAR_PATH]: serveCalendar(engine, logger),
      ...(access ? stravaRoute(access, teamId) : {}),
    }),
    listensAt(url) {
      listening = url
    },
    async close() {
      await jobs.stop()
      await reader.close()
    },
  }
}
