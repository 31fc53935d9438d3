import { z } from 'zod'
import { STRAVA_VARIABLES, type StravaConfig, stravaConfig } from './strava-config.ts'

export type DatabaseUrl = { kind: 'sqlite'; path: string }

/** How Astral reaches Slack: one of two transports of a real workspace, or the sandbox of its own. */
export type SlackConfig =
  | { kind: 'socket'; botToken: string; appToken: string; apiUrl: string }
  | { kind: 'http'; botToken: string; signingSecret: string; port: number; apiUrl: string }
  | { kind: 'sandbox'; port: number; isDemo: boolean }

export type Config = {
  slack: SlackConfig
  database: DatabaseUrl
  quickChartUrl: string | null
  /** Where HTTP is open for more than Slack in Socket Mode; null when it is not. */
  pagePort: number | null
  /** Under which address people reach Astral's pages, without a slash at its end. */
  publicUrl: string | null
  smtp: { url: string; from: string } | null
  /** Where the keys are that seal secrets; null for beside the database. */
  encryptionKeyFile: string | null
  /** Where the operator's age standards are; null for no age grading. */
  ageGradeTable: string | null
  /** Null unless the operator has switched it on. */
  strava: StravaConfig | null
  logLevel: LogLevel
}

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Every fault of the configuration at once, each a sentence that says what to set. */
export class ConfigFaults extends Error {
  override name = 'ConfigFaults'
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(
      `The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n- ${faults.join('\n- ')}`,
    )
    this.faults = faults
  }
}

const port = (name: string) =>
  z
    .string()
    .refine(
      text => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
      `${name} is a whole number from 0 to 65535`,
    )
    .transform(Number)
const SLACK_API = 'https://slack.com/api/'

const environment = z.object({
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'SLACK_BOT_TOKEN starts with "xoxb-"').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'SLACK_APP_TOKEN starts with "xapp-"').optional(),
  SLACK_SIGNING_SECRET: z.string().min(8, 'SLACK_SIGNING_SECRET is too short to be one').optional(),
  SLACK_API_URL: z.string().default(SLACK_API),
  PORT: port('PORT').optional(),
  SANDBOX_PORT: port('SANDBOX_PORT').default(3210),
  DATABASE_URL: z.string().optional(),
  QUICKCHART_URL: z
    .url({ protocol: /^https?$/, error: 'QUICKCHART_URL is not an http or https URL' })
    .optional(),
  PUBLIC_URL: z.string().optional(),
  SMTP_URL: z.string().optional(),
  ENCRYPTION_KEY_FILE: z.string().optional(),
  AGE_GRADE_TABLE: z.string().optional(),
  ...STRAVA_VARIABLES,
  LOG_LEVEL: z.enum(LOG_LEVELS, `LOG_LEVEL is one of ${LOG_LEVELS.join(', ')}`).default('info'),
})

type Environment = z.output<typeof environment>

const TOKENS = new Set(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'])

/** Every variable that is read; the README's table is compared with it. */
export const CONFIG_VARIABLES: readonly string[] = Object.keys(environment.shape)

/** Reads the configuration. Throws `ConfigFaults` with every fault. Empty variables count as not set. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
): Config {
  const faults: string[] = []
  const read = readEnvironment(env, faults)
  const slack = slackConfig(read, args, faults)
  const publicUrl = requirePublicUrl(read.PUBLIC_URL, faults)
  const smtp = smtpServer(read.SMTP_URL, faults)
  const strava = stravaConfig(read, { isReachable: publicUrl !== null || slack.kind === 'sandbox' }, faults)
  const database = databaseUrl(read.DATABASE_URL ?? defaultDatabase(slack), faults)
  for (const arg of args) if (arg !== '--empty') faults.push(`"${arg}" is not an option; there is --empty`)
  if (faults.length > 0) throw new ConfigFaults(faults)
  return {
    slack,
    database,
    quickChartUrl: read.QUICKCHART_URL ?? null,
    pagePort: slack.kind === 'http' ? null : (read.PORT ?? null),
    publicUrl,
    smtp,
    encryptionKeyFile: read.ENCRYPTION_KEY_FILE ?? null,
    ageGradeTable: read.AGE_GRADE_TABLE ?? null,
    strava,
    logLevel: read.LOG_LEVEL,
  }
}

/** Each variable on its own; one with a fault counts as its default from then on, so that the rest is still checked. */
function readEnvironment(env: Readonly<Record<string, string | undefined>>, faults: string[]): Environment {
  const given: Record<string, string> = {}
  for (const name of CONFIG_VARIABLES) {
    const value = env[name]?.trim()
    if (value) given[name] = value
  }
  const parsed = environment.safeParse(given)
  if (parsed.success) return parsed.data
  const faulty = new Set(parsed.error.issues.map(issue => String(issue.path[0])))
  faults.push(...parsed.error.issues.map(issue => issue.message))
  // A faulty token is there all the same: it must not be reported as missing as well.
  const rest = Object.entries(given).filter(([name]) => !faulty.has(name))
  const tokens = Object.entries(given).filter(([name]) => faulty.has(name) && TOKENS.has(name))
  return { ...environment.parse(Object.fromEntries(rest)), ...Object.fromEntries(tokens) }
}

function slackConfig(env: Environment, args: readonly string[], faults: string[]): SlackConfig {
  const apiUrl = requireSafeApiUrl(env.SLACK_API_URL, faults)
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = env
  if (botToken && appToken) return { kind: 'socket', botToken, appToken, apiUrl }
  if (botToken && signingSecret)
    return { kind: 'http', botToken, signingSecret, port: env.PORT ?? 3000, apiUrl }
  if (botToken) {
    faults.push(
      'SLACK_BOT_TOKEN needs SLACK_APP_TOKEN beside it (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)',
    )
  } else if (appToken || signingSecret) {
    faults.push('SLACK_BOT_TOKEN is missing; without any Slack variable the sandbox starts')
  }
  return { kind: 'sandbox', port: env.SANDBOX_PORT, isDemo: !args.includes('--empty') }
}

/** The sandbox with its invented club, the empty one and a real club never share a file. */
function defaultDatabase(slack: SlackConfig): string {
  if (slack.kind !== 'sandbox') return 'sqlite:data/astral.db'
  return slack.isDemo ? 'sqlite:data/sandbox.db' : 'sqlite:data/sandbox-empty.db'
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Tokens travel only over https, except to a stand-in on this machine. */
function requireSafeApiUrl(text: string, faults: string[]): string {
  if (!URL.canParse(text)) {
    faults.push('SLACK_API_URL is not a URL')
    return SLACK_API
  }
  const url = new URL(text)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.has(url.hostname))) {
    faults.push('SLACK_API_URL must be https, or http on 127.0.0.1')
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}

/** Links go to strangers: over https, except on this machine. */
function requirePublicUrl(text: string | undefined, faults: string[]): string | null {
  if (text === undefined) return null
  const url = URL.canParse(text) ? new URL(text) : null
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname))
  if (!url || !isSafe || url.search !== '' || url.hash !== '' || url.username !== '') {
    faults.push('PUBLIC_URL must be an https address, such as https://astral.example.com')
    return null
  }
  return url.href.replace(/\/+$/, '')
}

const SENDER = /^[^\s@<>]+@[^\s@<>]+$/

/** The sender stands in the address itself: its user, or `?from=`. */
function smtpServer(text: string | undefined, faults: string[]): { url: string; from: string } | null {
  if (text === undefined) return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '') {
    faults.push(
      'SMTP_URL starts with smtp:// or smtps://, such as smtp://mail.example.org?from=club@example.org',
    )
    return null
  }
  const from = url.searchParams.get('from') ?? decodeURIComponent(url.username)
  if (!SENDER.test(from)) {
    faults.push('SMTP_URL needs a sender: add ?from=club@example.org')
    return null
  }
  url.searchParams.delete('from')
  return { url: url.href, from }
}

function databaseUrl(text: string, faults: string[]): DatabaseUrl {
  const path = text.startsWith('sqlite:') ? text.slice('sqlite:'.length) : ''
  // SQLite takes an empty path for a file that is gone when the process ends.
  if (path !== '') return { kind: 'sqlite', path }
  faults.push('DATABASE_URL starts with "sqlite:", such as sqlite:data/astral.db')
  return { kind: 'sqlite', path: ':memory:' }
}
