import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const SRC = fileURLToPath(new URL('../src', import.meta.url))
const EVERYTHING = '*'

/** The rooms, what each may import of the others, and its own packages; `node:` modules by name. */
const ROOMS: Record<string, { rooms: readonly string[] | '*'; packages: readonly string[] }> = {
  kernel: { rooms: [], packages: ['zod', 'luxon'] },
  config: { rooms: ['kernel'], packages: ['zod'] },
  domain: { rooms: ['kernel'], packages: ['luxon', 'temporal-polyfill', 'node:crypto'] },
  store: {
    rooms: ['domain', 'kernel', 'vault', 'migrations'],
    packages: ['kysely', 'better-sqlite3', 'node:*'],
  },
  ingest: {
    rooms: ['domain', 'kernel'],
    packages: ['fit-file-parser', 'fast-xml-parser', 'csv-parse', 'yauzl', 'node:*'],
  },
  usecases: { rooms: ['store', 'domain', 'kernel'], packages: ['node:crypto'] },
  views: { rooms: ['domain', 'kernel'], packages: ['@slack/types'] },
  charts: {
    rooms: ['domain', 'kernel'],
    packages: ['quickchart-js', 'chart.js', '@napi-rs/canvas', 'node:*'],
  },
  slack: {
    rooms: ['usecases', 'ingest', 'views', 'charts', 'domain', 'kernel'],
    packages: ['@slack/bolt', '@slack/web-api', '@slack/types', 'zod', 'node:http', 'node:timers/promises'],
  },
  jobs: { rooms: ['usecases', 'store', 'ingest', 'connectors', 'domain', 'kernel'], packages: ['fflate'] },
  http: {
    rooms: ['usecases', 'connectors', 'views', 'domain', 'kernel'],
    packages: ['zod', 'node:crypto'],
  },
  connectors: { rooms: ['usecases', 'domain', 'kernel', 'vault'], packages: ['zod', 'node:crypto'] },
  vault: { rooms: ['kernel'], packages: ['node:*'] },
  scheduler: { rooms: ['usecases', 'domain', 'kernel'], packages: ['luxon'] },
  outbox: {
    rooms: ['usecases', 'store', 'views', 'charts', 'domain', 'kernel'],
    packages: ['@slack/web-api', '@slack/types', 'nodemailer', 'zod', 'node:*'],
  },
  sandbox: { rooms: ['kernel'], packages: ['ws', 'slack-message-parser', 'node:*'] },
  cli: { rooms: EVERYTHING, packages: ['node:*', 'zod'] },
  '.': { rooms: EVERYTHING, packages: ['@slack/web-api', 'node:*'] },
}

type Import = { file: string; room: string; target: string; isTypeOnly: boolean }

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g
const files = sourceFiles(SRC)
const imports = files.flatMap(importsOf)

describe('the house', () => {
  it('has only rooms that are on the plan', () => {
    const rooms = new Set(files.map(file => roomOf(file)))
    expect([...rooms].filter(room => !(room in ROOMS))).toEqual([])
  })

  it('lets each room import only its neighbours and its own packages', () => {
    expect(imports.filter(isForbidden).map(say)).toEqual([])
  })

  it('names other rooms instead of climbing to them', () => {
    const climbing = imports.filter(({ file, target }) => {
      if (!target.startsWith('.')) return false
      return roomOf(join(dirname(file), target)) !== roomOf(file)
    })
    // What stands above the rooms (main, app, cli.ts) may step down by path.
    expect(climbing.filter(({ room }) => room !== '.').map(say)).toEqual([])
  })

  it('has no circle of files', () => {
    expect(circles(imports)).toEqual([])
  })

  it('never lets a use case run another one', () => {
    const callers = files.filter(
      file =>
        roomOf(file) === 'usecases' &&
        !file.endsWith(`${sep}perform.ts`) &&
        /\bperform\(/.test(readFileSync(file, 'utf8')),
    )
    expect(callers.map(name)).toEqual([])
  })

  it('reads the environment only in config and the entry points', () => {
    expect(filesWith(/process\.env/, ['config', '.', 'cli'])).toEqual([])
  })

  it('asks the system clock only where clocks are made', () => {
    expect(filesWith(/Date\.now\(\)|new Date\(\)|performance\.now\(\)/, ['.', 'cli'])).toEqual([])
  })

  it('writes SQL only in the store', () => {
    const outside = imports.filter(
      ({ room, target, isTypeOnly }) =>
        !isTypeOnly && room !== 'store' && /^(kysely|better-sqlite3)/.test(target),
    )
    expect(outside.map(say)).toEqual([])
  })

  it('has files that can be read in one sitting', () => {
    const lengths = files.map(file => readFileSync(file, 'utf8').split('\n').length).sort((a, b) => a - b)
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(80)
    const long = files.filter(file => readFileSync(file, 'utf8').split('\n').length > 320)
    expect(long.map(name)).toEqual([])
  })
})

function isForbidden({ room, target, isTypeOnly }: Import): boolean {
  const plan = ROOMS[room]
  if (!plan || target.startsWith('.')) return false
  if (target.startsWith('#')) {
    const other = target.slice(1).split('/')[0] ?? ''
    return other !== room && plan.rooms !== EVERYTHING && !plan.rooms.includes(other)
  }
  if (isTypeOnly && target.startsWith('node:')) return false
  const allowed = (owned: string) =>
    owned.endsWith('*')
      ? target.startsWith(owned.slice(0, -1))
      : target === owned || target.startsWith(`${owned}/`)
  return !plan.packages.some(allowed)
}

/** Files that import each other by way of whatever runs (types alone make no circle). */
function circles(all: readonly Import[]): string[] {
  const edges = new Map<string, string[]>()
  for (const { file, target, isTypeOnly } of all) {
    const to = isTypeOnly ? null : resolve(file, target)
    if (to) edges.set(file, [...(edges.get(file) ?? []), to])
  }
  const found: string[] = []
  const done = new Set<string>()
  const visit = (file: string, path: string[]): void => {
    if (path.includes(file)) {
      found.push([...path.slice(path.indexOf(file)), file].map(name).join(' → '))
      return
    }
    if (done.has(file)) return
    for (const next of edges.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of edges.keys()) visit(file, [])
  return found
}

function resolve(file: string, target: string): string | null {
  if (target.startsWith('#migrations/')) return null
  if (target.startsWith('#')) return join(SRC, target.slice(1))
  return target.startsWith('.') ? join(dirname(file), target) : null
}

function filesWith(pattern: RegExp, except: readonly string[]): string[] {
  return files
    .filter(
      file => !except.includes(roomOf(file)) && pattern.test(withoutComments(readFileSync(file, 'utf8'))),
    )
    .map(name)
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '')
}

function importsOf(file: string): Import[] {
  const text = withoutComments(readFileSync(file, 'utf8'))
  return [...text.matchAll(IMPORT)].map(match => ({
    file,
    room: roomOf(file),
    target: match[2] ?? match[3] ?? '',
    isTypeOnly: match[1] !== undefined,
  }))
}

function roomOf(file: string): string {
  const [first, second] = relative(SRC, file).split(sep)
  return second === undefined ? '.' : (first ?? '.')
}

function name(file: string): string {
  return relative(SRC, file).split(sep).join('/')
}

function say({ file, target }: Import): string {
  return `${name(file)} imports ${target}`
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && /\.(ts|mjs)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .filter(file => !file.includes(`${sep}page${sep}client${sep}`))
    .sort()
}
