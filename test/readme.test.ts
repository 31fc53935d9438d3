import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CONFIG_VARIABLES, readConfig } from '#config/config.ts'
import { parseActivityLine } from '#domain/activity/activity-line.ts'
import { RUN_SUB_TYPES, SUB_TYPES } from '#domain/activity/sub-type.ts'
import { parseWorkout } from '#domain/plan/text/parse-workout.ts'
import { readBoardRange, readBoardWords } from '#domain/ranking/board-words.ts'
import { METRICS } from '#domain/ranking/metric.ts'
import { isFiveWays } from '#domain/ranking/week-card.ts'
import { CATCH_UP_HOURS } from '#domain/schedule/schedule.ts'
import { FORMAT_LIMIT_BYTES } from '#ingest/file-limits.ts'
import { instant, SECOND_MS, zone } from '#kernel/instant.ts'
import { SETTLE_MS } from '#outbox/outbox.ts'
import { readBoardTyped } from '#slack/board-typed.ts'
import { COMMANDS } from '#slack/commands/command-table.ts'
import { dispatch } from '#slack/dispatch.ts'
import type { Audience } from '#slack/kit/subcommand.ts'
import { splitWords, type Word } from '#slack/kit/words.ts'
import { readScheduleTyped } from '#slack/schedule-typed.ts'
import { typedLine } from '#slack/typed-line.ts'
import { DEMO_TIPS } from '../src/things-to-try.ts'
import { codesIn, readMarkdown } from './fixtures/markdown.ts'

const ROOT = new URL('../', import.meta.url)
const fileOf = (path: string) => new URL(path, ROOT)
const textOf = (path: string) => readFileSync(fileOf(path), 'utf8')

const text = textOf('README.md')
const readme = readMarkdown(text)
const packageJson: {
  scripts: Record<string, string>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  optionalDependencies: Record<string, string>
} = JSON.parse(textOf('package.json'))
const manifest: {
  oauth_config: { scopes: { bot: string[]; bot_optional: string[] } }
  settings: { event_subscriptions: { bot_events: string[] } }
} = JSON.parse(textOf('manifest.json'))

const AUDIENCES: Readonly<Record<Audience, string>> = {
  everyone: 'everyone',
  unclaimed: 'until claimed',
  member: 'members',
  athlete: 'athletes',
  coach: 'coaches',
  'head-coach': 'head coach',
}

describe('the README', () => {
  it('lists every command as help does', () => {
    expect(readme.tableUnder('Commands')).toEqual(
      COMMANDS.map(({ name, usage, summary, audience }) => [
        `\`${name}\``,
        `\`/astral ${usage}\``,
        summary,
        AUDIENCES[audience],
      ]),
    )
  })

  it('writes workouts that can be read', () => {
    const examples = readme.tableUnder('Workouts').flatMap(([form = '']) => codesIn(form))
    expect(examples.length).toBeGreaterThan(12)
    expect(examples.filter(example => !parseWorkout(example).ok)).toEqual([])
  })

  it('lists every variable that is read, with its default', () => {
    const table = readme.tableUnder('Configuration')
    expect(table.map(([name = '']) => codesIn(name)[0]).sort()).toEqual([...CONFIG_VARIABLES].sort())
    expect(Object.fromEntries(table.map(([name = '', value = '']) => [codesIn(name)[0], value]))).toEqual(
      defaults(),
    )
  })

  it.each([
    ['At run time', packageJson.dependencies],
    ['Optional', packageJson.optionalDependencies],
    ['Sandbox, tests and checks', packageJson.devDependencies],
  ])('lists the dependencies with their versions and licences: %s', (heading, packages) => {
    const table = readme.tableUnder(heading)
    expect(table.map(([name = '', version]) => [codesIn(name)[0], version])).toEqual(Object.entries(packages))
    expect(table.filter(([, , licence, why]) => !licence || !why)).toEqual([])
    const stated = table.map(([name = '', , licence]) => [codesIn(name)[0] ?? '', licence] as const)
    expect(stated.filter(([name, licence]) => licence !== (licenceOf(name) ?? licence))).toEqual([])
  })

  it('explains the scopes and events of the manifest, the optional ones as such', () => {
    const table = readme.tableUnder('Scopes and events')
    const scopes = (rows: string[][]) => rows.flatMap(([, scope = '']) => codesIn(scope)).sort()
    expect(scopes(table)).toEqual([...manifest.oauth_config.scopes.bot].sort())
    const optional = table.filter(([purpose = '']) => purpose.startsWith('Optional:'))
    expect(scopes(optional)).toEqual([...manifest.oauth_config.scopes.bot_optional].sort())
    expect(table.flatMap(([, , event = '']) => codesIn(event)).sort()).toEqual(
      [...manifest.settings.event_subscriptions.bot_events].sort(),
    )
    expect(table.filter(([purpose, , , loss]) => !purpose || !loss)).toEqual([])
  })

  it('types only what Astral understands', () => {
    const typed = readme.blocks.flatMap(({ lines }) => lines).filter(line => line.startsWith('/astral '))
    expect(typed.length).toBeGreaterThan(10)
    expect(typed.filter(line => !isUnderstood(line))).toEqual([])
  })

  it('mentions only commands that there are', () => {
    const mentioned = readme.inlineCode.filter(code => /^\/astral\b/.test(code))
    expect(mentioned.length).toBeGreaterThan(COMMANDS.length)
    expect(mentioned.filter(code => dispatch(COMMANDS, wordsOf(code.slice(7))).kind === 'unknown')).toEqual(
      [],
    )
  })

  it('plays the week that the sandbox suggests', () => {
    const suggested = DEMO_TIPS.flatMap(tip => codesIn(tip.text)).filter(code => code.startsWith('/astral '))
    expect(suggested.filter(line => !isUnderstood(line))).toEqual([])
    expect(suggested.length).toBeGreaterThan(4)
    const blocks = readme.blocks.flatMap(({ lines }) => lines)
    expect(suggested.filter(line => !blocks.includes(line))).toEqual([])
  })

  it('names only scripts, files and headings that there are', () => {
    const scripts = [...text.matchAll(/npm run (?:--silent )?([\w-]+)/g)].map(([, name = '']) => name)
    expect(scripts.filter(name => !(name in packageJson.scripts))).toEqual([])
    const paths = [...text.matchAll(/(?<![\w/.-])(?:src|test|migrations)\/[\w./-]*\w/g)].map(([path]) => path)
    expect(paths.length).toBeGreaterThan(30)
    expect(paths.filter(path => !existsSync(fileOf(path)))).toEqual([])
    const inside = readme.targets.filter(target => target.startsWith('#')).map(target => target.slice(1))
    expect(inside.filter(anchor => !readme.anchors.includes(anchor))).toEqual([])
    const files = readme.targets.filter(target => !/^#|^https:/.test(target))
    expect(files.filter(path => !existsSync(fileOf(path)))).toEqual([])
  })

  it('names every command of the operator', () => {
    const named = [...text.matchAll(/npm run astral -- ([\w-]+)/g)].map(([, name = '']) => name)
    const known = [...textOf('src/cli.ts').matchAll(/case '([\w-]+)'/g)].map(([, name = '']) => name)
    expect(known.length).toBeGreaterThan(1)
    expect([...new Set(named)].sort()).toEqual(known.sort())
  })

  it('names every room', () => {
    const rooms = readdirSync(fileOf('src'), { withFileTypes: true }).filter(entry => entry.isDirectory())
    const table = readme.tableUnder('Architecture').flatMap(([names = '']) => codesIn(names))
    expect(rooms.filter(({ name }) => !table.includes(`src/${name}`)).map(({ name }) => name)).toEqual([])
  })

  it('quotes code as it stands', () => {
    const quoted = readme.blocks.filter(({ language }) => language === 'ts')
    expect(quoted.length).toBeGreaterThan(0)
    for (const { lines } of quoted) {
      const [path = '', ...code] = lines
      expect(textOf(path.replace('// ', ''))).toContain(code.join('\n'))
    }
  })

  it('has a row of every bench', () => {
    const benches = readdirSync(fileOf('test/bench')).flatMap(
      name => /^(.+)-bench\.ts$/.exec(name)?.[1] ?? [],
    )
    const measured = new Set(readme.tableUnder('Benchmarks').map(([bench]) => bench))
    expect(benches.filter(name => !measured.has(name))).toEqual([])
  })

  it('states the limits and kinds that the code has', () => {
    const { fit, gpx, tcx } = FORMAT_LIMIT_BYTES
    expect(gpx).toBe(tcx)
    expect(text).toContain(`FIT files may have ${fit / 1024 ** 2} MB, the others ${gpx / 1024 ** 2} MB`)
    expect(text).toContain(`kinds are ${SUB_TYPES.slice(0, -1).join(', ')} and ${SUB_TYPES.at(-1)},`)
    expect(SUB_TYPES.slice(0, 8)).toEqual(RUN_SUB_TYPES)
    expect(text).toContain(METRICS.map(({ name }) => `\`${name}\``).join(', '))
    expect(text).toContain(`up to ${CATCH_UP_HOURS} hours late`)
    expect(text).toContain(`more than ${SETTLE_MS / SECOND_MS} seconds after it was sent`)
  })
})

/** Of each variable, as the table writes it. */
function defaults(): Record<string, string> {
  const http = readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: '12345678' }, [])
  const sandbox = readConfig({}, [])
  if (http.slack.kind !== 'http' || sandbox.slack.kind !== 'sandbox') throw new Error('other transports')
  const known: Record<string, string | number> = {
    SLACK_API_URL: http.slack.apiUrl,
    PORT: http.slack.port,
    SANDBOX_PORT: sandbox.slack.port,
    DATABASE_URL: `sqlite:${http.database.path}`,
    LOG_LEVEL: http.logLevel,
    STRAVA_API_URL: 'https://www.strava.com/',
  }
  return Object.fromEntries(
    CONFIG_VARIABLES.map(name => [name, name in known ? `\`${known[name]}\`` : 'none']),
  )
}

/** What the installed package says; undefined where it is not installed, as for other platforms. */
function licenceOf(name: string): string | undefined {
  const path = `node_modules/${name}/package.json`
  if (!existsSync(fileOf(path))) return undefined
  const { license }: { license: string } = JSON.parse(textOf(path))
  return license
}

/** As Slack delivers it, with people and channels escaped. */
function wordsOf(typed: string): readonly Word[] {
  return splitWords(
    typed
      .replaceAll(/@\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?|@\p{L}+/gu, '<@U0EXAMPLE>')
      .replaceAll(/#([\w-]+)/g, '<#C0EXAMPLE|$1>'),
  )
}

function isUnderstood(line: string): boolean {
  const found = dispatch(COMMANDS, wordsOf(line.slice('/astral '.length)))
  if (found.kind !== 'found') return false
  const now = instant(Date.UTC(2026, 10, 21, 12))
  switch (found.command.name) {
    case 'log':
      return parseActivityLine(typedLine(found.rest).text, { now, zone: zone('UTC') }).ok
    case 'leaderboard': {
      const typed = readBoardTyped(found.rest)
      if (!typed.ok) return false
      const { metric } = typed.value
      const isCard = metric !== null && isFiveWays(metric)
      return (isCard ? readBoardRange : readBoardWords)(typed.value, now, zone('UTC')).ok
    }
    case 'schedule':
      return readScheduleTyped(found.rest).ok
    default:
      return true
  }
}
