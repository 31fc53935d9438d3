import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ExampleDesk, exampleDesk } from './example-desk.ts'
import { type PageServer, startPageServer } from './page-server.ts'

const png = new Uint8Array([137, 80, 78, 71])
let desk: ExampleDesk
let server: PageServer
let now = Date.UTC(2026, 10, 21, 8)

beforeAll(async () => {
  desk = exampleDesk(png)
  server = await startPageServer(desk, {
    isDemo: true,
    tips: [{ title: 'Begin', text: 'Type `/astral help` now.' }],
    timeMachine: {
      now: () => now,
      moveTo: async instant => {
        now = instant
      },
    },
  })
})
afterAll(() => server.close())

async function act(doing: string, args: Record<string, unknown>, as = 'U0MARA') {
  const response = await fetch(`${server.origin}/page/act`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: server.origin },
    body: JSON.stringify({ do: doing, as, args }),
  })
  return { status: response.status, ...((await response.json()) as Record<string, unknown>) }
}

async function state(query: string) {
  const response = await fetch(`${server.origin}/page/state?${query}`)
  return (await response.json()) as {
    title: string
    as: string
    asideKind: string
    placeKind: string
    regions: Record<string, string>
  }
}

function raw(options: {
  method?: string
  path: string
  headers: Record<string, string>
  body?: string
}): Promise<number> {
  const { port } = new URL(server.origin)
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, setHost: false, ...options }, response => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end(options.body)
  })
}

describe('what the page serves', () => {
  test('the page itself, with no script of its own and nothing from elsewhere', async () => {
    const response = await fetch(`${server.origin}/`)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
    const page = await response.text()
    expect(page).toContain('<title>general · Coach Mara · Riverside Runners</title>')
    expect(page).toContain('Sandbox, not Slack')
    expect(page).toContain('Invented club')
    expect(page).toContain('data-insert="/astral help"')
    expect(page).not.toMatch(/ style="| on[a-z]+="|<script(?! type="module" src="\/page\/client\/)/)
  })

  test('every client module as plain JavaScript', async () => {
    const names = readdirSync(new URL('../../src/sandbox/page/client', import.meta.url)).filter(name =>
      name.endsWith('.ts'),
    )
    for (const name of names) {
      const response = await fetch(`${server.origin}/page/client/${name}`)
      expect(response.headers.get('content-type')).toContain('text/javascript')
      const script = await response.text()
      for (const [, imported = ''] of script.matchAll(/from '\.\/([^']+)'/g))
        expect(names).toContain(imported)
      expect(script).not.toMatch(/^(?:export )?type /m)
    }
  })

  test('nothing beyond the client folder', async () => {
    for (const path of [
      '/page/client/../page.ts',
      '/page/client/..%2fpage.ts',
      '/page/client/nothing.ts',
      '/page/client/tsconfig.json',
      '/api/auth.test',
    ])
      expect(await raw({ path, headers: { Host: new URL(server.origin).host } })).toBe(404)
  })

  test('pictures to look at, all other files only to download', async () => {
    const picture = await fetch(`${server.origin}/files/F0CHART001`)
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(new Uint8Array(await picture.arrayBuffer())).toEqual(png)
    const other = await fetch(`${server.origin}/files/F0HTML0001/x.html`)
    expect(other.headers.get('content-type')).toBe('application/octet-stream')
    expect(other.headers.get('content-disposition')).toContain('attachment')
    expect((await fetch(`${server.origin}/files/F0NONE0001`)).status).toBe(404)
  })
})

describe('who may ask', () => {
  test('only this computer, by its own name', async () => {
    const { host } = new URL(server.origin)
    expect(await raw({ path: '/', headers: { Host: host } })).toBe(200)
    expect(await raw({ path: '/', headers: { Host: 'localhost:3210' } })).toBe(200)
    expect(await raw({ path: '/', headers: { Host: 'evil.example' } })).toBe(403)
    expect(await raw({ path: '/', headers: { Host: '127.0.0.1.evil.example' } })).toBe(403)
  })

  test('only the page itself may act, and nothing is done for others', async () => {
    const { host } = new URL(server.origin)
    const body = JSON.stringify({ do: 'type', as: 'U0MARA', args: { channel: 'C0GENERAL', text: 'forged' } })
    const post = (headers: Record<string, string>) =>
      raw({
        method: 'POST',
        path: '/page/act',
        headers: { Host: host, 'Content-Type': 'application/json', ...headers },
        body,
      })
    expect(await post({})).toBe(403)
    expect(await post({ Origin: 'http://evil.example' })).toBe(403)
    expect(await post({ Origin: 'null' })).toBe(403)
    expect(await post({ Origin: `http://${host}`, 'Content-Type': 'text/plain' })).toBe(415)
    expect(desk.doings.filter(doing => doing.args.includes('forged'))).toEqual([])
  })
})

describe('doings', () => {
  test('reach the desk as the person of the tab, and an outcome comes back in words', async () => {
    expect(await act('type', { channel: 'C0GENERAL', text: 'hello' }, 'U0JONAS')).toMatchObject({ ok: true })
    expect(desk.doings.at(-1)).toEqual({ name: 'type', args: ['U0JONAS', 'C0GENERAL', 'hello', undefined] })
    expect(await act('type', { channel: 'C0GENERAL', text: '/slow' })).toMatchObject({
      ok: false,
      error: 'operation_timeout',
      message: expect.stringContaining('3 seconds'),
    })
  })

  test('nobody else’s name, no app’s name and no unknown doing is accepted', async () => {
    expect(await act('type', { channel: 'C0GENERAL', text: 'x' }, 'U0NOBODY')).toMatchObject({
      ok: false,
      error: 'user_not_found',
    })
    expect(await act('type', { channel: 'C0GENERAL', text: 'x' }, 'U0ASTRAL')).toMatchObject({
      ok: false,
      error: 'user_not_found',
    })
    expect(await act('constructor', {})).toMatchObject({ ok: false, error: 'unknown_doing' })
  })

  test('an action carries its place, value and the state of all inputs', async () => {
    const place = { kind: 'message', channel: 'C0RUN', ts: '1.1' }
    await act('act', {
      place,
      element: { blockId: 'b', actionId: 'a' },
      value: ['x', 3, 'y'],
      state: { b: { a: 'v', c: null, d: ['p'], e: 5 } },
    })
    expect(desk.doings.at(-1)).toEqual({
      name: 'act',
      args: [
        'U0MARA',
        place,
        { blockId: 'b', actionId: 'a' },
        ['x', 'y'],
        { b: { a: 'v', c: null, d: ['p'], e: null } },
      ],
    })
  })

  test('files arrive byte for byte', async () => {
    await act('drop-files', {
      channel: 'C0GENERAL',
      files: [{ name: 'run.fit', base64: Buffer.from([0, 255, 7]).toString('base64') }],
    })
    expect(desk.doings.at(-1)).toEqual({
      name: 'dropFiles',
      args: ['U0MARA', 'C0GENERAL', [['run.fit', 3]], undefined],
    })
  })

  test('a person is added with a handle of their own', async () => {
    expect(await act('add-person', { realName: 'Ana', tz: 'Europe/Berlin' })).toMatchObject({ ok: true })
    expect(desk.people().at(-1)).toMatchObject({
      name: 'ana2',
      realName: 'Ana',
      tz: 'Europe/Berlin',
      isGuest: false,
    })
    expect(await act('add-person', { realName: '王伟', tz: 'Asia/Shanghai' })).toMatchObject({ ok: true })
    expect(desk.people().at(-1)?.name).toBe('person')
    expect(await act('add-person', { realName: 'Bob', tz: 'Mars/Base' })).toMatchObject({
      ok: false,
      error: 'bad_zone',
    })
  })

  test('a fault of the desk is an answer, not a broken page', async () => {
    expect(await act('create-channel', { name: 'general' })).toMatchObject({
      status: 200,
      ok: false,
      message: 'There is already a channel of this name.',
    })
  })

  test('the app’s clock goes forward and never back', async () => {
    expect(await act('move-clock', { instant: now + 3_600_000 })).toMatchObject({ ok: true })
    expect(now).toBe(Date.UTC(2026, 10, 21, 9))
    expect(await act('move-clock', { instant: now - 1 })).toMatchObject({ ok: false, error: 'backwards' })
    expect(await act('move-clock', { instant: 'soon' })).toMatchObject({ ok: false, error: 'bad_instant' })
    expect(now).toBe(Date.UTC(2026, 10, 21, 9))
    expect((await state('')).regions.topbar).toContain('Sat 21 Nov<span class="wide-only"> 2026</span> 09:00')
  })
})

describe('what a person sees', () => {
  test('their own places: a guest no channel they were not added to, a stranger to a channel a way in', async () => {
    const guest = await state('as=U0GUEST')
    expect(guest.regions.sidebar).not.toContain('tuesday-track')
    const outside = await state('as=U0ANA&c=C0RUN')
    expect(outside.regions.main).toContain('Join channel')
    expect(outside.regions.main).not.toContain('<textarea')
    expect((await state('as=U0MARA&c=C0OLD')).regions.main).toContain('This channel is archived')
  })

  test('what only they may see', async () => {
    expect((await state('as=U0MARA&c=C0RUN')).regions.main).toContain('Only visible to you')
    expect((await state('as=U0JONAS&c=C0RUN')).regions.main).not.toContain('Only visible to you')
  })

  test('the direct message with the app is each person’s own, whoever was looked at before', async () => {
    const { regions, placeKind } = await state('as=U0JONAS&c=app')
    expect(placeKind).toBe('app')
    expect(regions.main).toContain('Accept, keep private')
    expect(regions.sidebar).toContain('href="/?as=U0MARA&amp;c=app"')
  })

  test('the inspector’s refusals with Slack’s own words, and how many', async () => {
    const { regions, asideKind } = await state('as=U0MARA&c=C0RUN&inspect')
    expect(asideKind).toBe('inspector')
    expect(regions.aside).toContain('invalid slack file [json-pointer:/blocks/1/slack_file]')
    expect(regions.aside).toContain('no answer within 3 s')
    expect(regions.topbar).toContain('refused: </span>2')
  })

  test('a broken or foreign address shows somebody’s first channel', async () => {
    const { as, placeKind } = await state('as=%00<b>&c=../..&t=x')
    expect(as).toBe('U0MARA')
    expect(placeKind).toBe('channel')
  })
})

test('every change is told at once, and a closed stream stops listening', async () => {
  const stopped = Promise.withResolvers<void>()
  const watched = {
    ...desk,
    subscribe: (listener: (revision: number) => void) => {
      const stop = desk.subscribe(listener)
      return () => {
        stop()
        stopped.resolve()
      }
    },
  }
  const own = await startPageServer(watched)
  const aborted = new AbortController()
  const response = await fetch(`${own.origin}/page/live`, { signal: aborted.signal })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const read = async () => Number(/data: (\d+)/.exec((await reader?.read())?.value ?? '')?.[1])
  expect(await read()).toBe(0)
  desk.say({ text: 'news' })
  const first = await read()
  desk.say({ text: 'more news' })
  expect(await read()).toBe(first + 1)
  aborted.abort()
  await stopped.promise
  await own.close()
})
