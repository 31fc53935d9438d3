import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPage } from '#sandbox/page/page.ts'
import { IDS, testSandbox } from '../sandbox/world-for-tests.ts'
import { type PageUnderTest, pageUnderTest } from './page-for-tests.ts'

const png = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 0])
let page: PageUnderTest
let url: string
beforeAll(async () => {
  page = await pageUnderTest()
  url = page.sandbox.url
})
afterAll(() => page.close())

function raw(options: {
  method?: string
  path: string
  headers: Record<string, string>
  body?: string
}): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: new URL(url).port, setHost: false, ...options },
      response => {
        response.resume()
        resolve(response.statusCode ?? 0)
      },
    )
    sent.on('error', reject)
    sent.end(options.body)
  })
}

describe('what the page serves', () => {
  test('the page itself, with no script of its own and nothing from elsewhere', async () => {
    const response = await fetch(`${url}/`)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
    const markup = await response.text()
    expect(markup).toContain('<title>general · Kim Coach · Riverside Runners</title>')
    expect(markup).toContain('Sandbox, not Slack')
    expect(markup).toContain('Invented club')
    expect(markup).toContain('data-insert="/astral help"')
    expect(markup).not.toMatch(/ style="| on[a-z]+="|<script(?! type="module" src="\/page\/client\/)/)
  })

  test('every client module as plain JavaScript', async () => {
    const folder = new URL('../../src/sandbox/page/client', import.meta.url)
    const names = readdirSync(folder).filter(name => name.endsWith('.ts'))
    for (const name of names) {
      const response = await fetch(`${url}/page/client/${name}`)
      expect(response.headers.get('content-type')).toContain('text/javascript')
      const script = await response.text()
      for (const [, imported = ''] of script.matchAll(/from '\.\/([^']+)'/g))
        expect(names).toContain(imported)
      expect(script).not.toMatch(/^(?:export )?type /m)
    }
  })

  test('nothing beyond the client folder', async () => {
    const { host } = new URL(url)
    const paths = ['../page.ts', '..%2fpage.ts', 'nothing.ts', 'tsconfig.json'].map(
      name => `/page/client/${name}`,
    )
    for (const path of [...paths, '/page', '/nowhere'])
      expect(await raw({ path, headers: { Host: host } })).toBe(404)
  })

  test('pictures to look at, all other files only to download', async () => {
    const { desk } = page.sandbox
    const script = new TextEncoder().encode('<script>alert(1)</script>')
    await desk.dropFiles(IDS.coach, IDS.general, [
      { name: 'chart.png', bytes: png },
      { name: 'x.html', bytes: script },
    ])
    const [picture, other] = desk.messages(IDS.coach, IDS.general).at(-1)?.files ?? []
    const shown = await fetch(url + picture?.path)
    expect(shown.headers.get('content-type')).toBe('image/png')
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(png)
    const offered = await fetch(url + other?.path)
    expect(offered.headers.get('content-type')).toBe('application/octet-stream')
    expect(offered.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(offered.headers.get('content-security-policy')).toContain('sandbox')
    expect((await fetch(`${url}/files/F0NONE0001`)).status).toBe(404)
  })
})

describe('who may ask', () => {
  test('only this computer, by its own name', async () => {
    const { host } = new URL(url)
    expect(await raw({ path: '/', headers: { Host: host } })).toBe(200)
    expect(await raw({ path: '/', headers: { Host: 'evil.example' } })).toBe(403)
    expect(await raw({ path: '/', headers: { Host: '127.0.0.1.evil.example' } })).toBe(403)
  })

  test('only the page itself may act, and nothing is done for others', async () => {
    const { host } = new URL(url)
    const body = JSON.stringify({ do: 'type', as: IDS.coach, args: { channel: IDS.general, text: 'forged' } })
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
    const said = page.sandbox.desk.messages(IDS.coach, IDS.general).map(message => message.text)
    expect(said).not.toContain('forged')
    expect(await post({ Origin: `http://${host}` })).toBe(200)
  })
})

test('every change is told at once, and a closed stream stops listening', async () => {
  const stopped = Promise.withResolvers<void>()
  const sandbox = await testSandbox({
    page: desk =>
      createPage({
        ...desk,
        subscribe: listener => {
          const stop = desk.subscribe(listener)
          return () => {
            stop()
            stopped.resolve()
          }
        },
      }),
  })
  const aborted = new AbortController()
  const response = await fetch(`${sandbox.url}/page/live`, { signal: aborted.signal })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const read = async () => Number(/data: (\d+)/.exec((await reader?.read())?.value ?? '')?.[1])
  expect(await read()).toBe(0)
  sandbox.desk.openDirectMessage(IDS.coach, IDS.ana)
  const first = await read()
  expect(first).toBeGreaterThan(0)
  sandbox.desk.openDirectMessage(IDS.coach, IDS.ben)
  expect(await read()).toBeGreaterThan(first)
  aborted.abort()
  await stopped.promise
  await sandbox.close()
})
