import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ConfigFaults, readConfig } from '#config/config.ts'
import { instant } from '#kernel/instant.ts'
import { connectSqlite } from '#store/connect.ts'
import { migrate } from '#store/migrate.ts'
import { auditKeyPath, encryptionKeyPath } from './app-paths.ts'
import { requireAuditKey } from './audit-key.ts'
import { renewClaimCode } from './cli/claim-code.ts'
import { recoverHeadCoach } from './cli/head-coach.ts'
import { httpManifest, readManifest } from './cli/manifest.ts'
import { rotateKeys } from './cli/rotate-keys.ts'
import { subscribeStrava } from './cli/subscribe-strava.ts'
import { verdictInWords, verifyAudit } from './cli/verify-audit.ts'
import { uuidv7Source } from './uuidv7.ts'

const USAGE = `Usage: npm run astral -- <command>

  manifest [--url https://…]   print the Slack app manifest (Socket Mode, or HTTP with an address)
  verify-audit                 walk the audit's hash chain and name the first bad entry
  claim-code                   print a new one-time code for /astral claim, while there is no head coach
  head-coach set <member ID>   make a member head coach, when the one before is lost
  keys rotate                  add an encryption key and seal every secret with it
  strava subscribe             ask Strava to tell this installation of new activities
`

/** The operator's commands. Gives the exit code. */
async function run(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args
  switch (command) {
    case 'manifest': {
      const { values } = parseArgs({ args: [...rest], options: { url: { type: 'string' } } })
      const manifest = values.url === undefined ? readManifest() : httpManifest(readManifest(), values.url)
      console.log(JSON.stringify(manifest, null, 2))
      return 0
    }
    case 'verify-audit': {
      const { database } = readConfig(process.env, [])
      if (!existsSync(database.path)) throw new Error(`There is no database at ${database.path}`)
      const key = requireAuditKey(auditKeyPath(database.path))
      const db = connectSqlite(database.path)
      try {
        await migrate(db)
        const verdicts = await verifyAudit(db, key)
        for (const verdict of verdicts) console.log(verdictInWords(verdict))
        if (verdicts.length === 0) console.log(`${database.path} holds no club yet.`)
        return verdicts.some(verdict => verdict.fault) ? 1 : 0
      } finally {
        await db.destroy()
      }
    }
    case 'claim-code': {
      const { database } = readConfig(process.env, [])
      if (!existsSync(database.path)) throw new Error(`There is no database at ${database.path}`)
      const db = connectSqlite(database.path)
      try {
        await migrate(db)
        console.log(await renewClaimCode({ db, realNow: () => instant(Date.now()) }))
        return 0
      } finally {
        await db.destroy()
      }
    }
    case 'head-coach': {
      const [verb, slackUserId, ...more] = rest
      if (verb !== 'set' || slackUserId === undefined || more.length > 0) {
        console.log(USAGE)
        return 2
      }
      const { database } = readConfig(process.env, [])
      if (!existsSync(database.path)) throw new Error(`There is no database at ${database.path}`)
      const auditKey = requireAuditKey(auditKeyPath(database.path))
      const now = () => instant(Date.now())
      const db = connectSqlite(database.path)
      try {
        await migrate(db)
        const engine = { db, businessNow: now, realNow: now, newId: uuidv7Source(now), auditKey }
        console.log(await recoverHeadCoach({ ...engine, wakeOutbox: () => {} }, slackUserId))
        return 0
      } finally {
        await db.destroy()
      }
    }
    case 'keys': {
      if (rest[0] !== 'rotate' || rest.length > 1) {
        console.log(USAGE)
        return 2
      }
      const { database, encryptionKeyFile } = readConfig(process.env, [])
      if (!existsSync(database.path)) throw new Error(`There is no database at ${database.path}`)
      const db = connectSqlite(database.path)
      try {
        await migrate(db)
        console.log(await rotateKeys(db, encryptionKeyFile ?? encryptionKeyPath(database.path)))
        return 0
      } finally {
        await db.destroy()
      }
    }
    case 'strava': {
      if (rest[0] !== 'subscribe' || rest.length > 1) {
        console.log(USAGE)
        return 2
      }
      const { strava, publicUrl } = readConfig(process.env, [])
      if (!strava || !publicUrl) throw new Error('Set STRAVA_ENABLED and what goes with it, and PUBLIC_URL')
      console.log(await subscribeStrava(strava, publicUrl))
      return 0
    }
    default:
      console.log(USAGE)
      return command === undefined || command === 'help' ? 0 : 2
  }
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof ConfigFaults || error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
