import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FILE_LIMIT_BYTES } from '#ingest/file-limits.ts'
import { fetchFile, isSlackFile } from '#slack/dm/fetch-file.ts'

describe('fetching a dropped file', () => {
  let server: Server
  let base: string
  let seen: { path: string; authorization: string | undefined }[]
  const answers: Record<string, (response: ServerResponse) => void> = {
    '/run.fit': response => response.end('bytes'),
    '/moved': response => response.writeHead(302, { location: '/run.fit' }).end(),
    '/page': response =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>'),
    '/broken': response => response.writeHead(500).end('no'),
    '/endless': response => {
      const chunk = Buffer.alloc(1024 * 1024)
      const write = () => {
        while (!response.destroyed && response.write(chunk));
        response.once('drain', write)
      }
      write()
    },
    '/cut': response => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half', () => response.destroy())
    },
  }

  beforeEach(async () => {
    seen = []
    server = createServer((request, response) => {
      seen.push({ path: request.url ?? '', authorization: request.headers.authorization })
      answers[request.url ?? '']?.(response)
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterEach(async () => {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  })

  const fetchFrom = (url: string | null, size = 5) =>
    fetchFile(
      { token: 'xoxb-test', slackApiUrl: `${base}/api/` },
      { id: 'F1', name: 'run.fit', size, url_private_download: url },
    )

  it('brings its bytes, asking with the bot’s token', async () => {
    const fetched = await fetchFrom(`${base}/run.fit`)
    expect(fetched.ok && Buffer.from(fetched.value).toString()).toBe('bytes')
    expect(seen).toEqual([{ path: '/run.fit', authorization: 'Bearer xoxb-test' }])
  })

  it.each([
    ['follows no redirect', '/moved', 'file-not-fetched'],
    ['takes no page for a file', '/page', 'file-not-reachable'],
    ['says when Slack fails', '/broken', 'file-not-fetched'],
    ['says when the connection breaks', '/cut', 'file-not-fetched'],
    ['stops at the limit whatever size was said', '/endless', 'file-too-large'],
  ])('%s', async (_, path, code) => {
    expect(await fetchFrom(`${base}${path}`)).toMatchObject({ ok: false, refusal: { code } })
    expect(seen).toHaveLength(1)
  })

  it('asks for nothing when the size is too large or the address is not Slack’s', async () => {
    expect(await fetchFrom(`${base}/run.fit`, FILE_LIMIT_BYTES + 1)).toMatchObject({
      refusal: { code: 'file-too-large' },
    })
    for (const url of [null, 'nonsense', 'https://files.example.org/run.fit', 'file:///etc/passwd']) {
      expect(await fetchFrom(url)).toEqual({ ok: false, refusal: { code: 'file-not-reachable' } })
    }
    expect(seen).toEqual([])
  })

  it.each([
    ['https://files.slack.com/files-pri/T1-F1/download/run.fit', 'https://slack.com/api/', true],
    ['https://slack.com/files-pri/T1-F1/run.fit', 'https://slack.com/api/', true],
    ['https://proxy.example.org/f', 'https://proxy.example.org/api/', true],
    ['http://files.slack.com/f', 'https://slack.com/api/', false],
    ['https://files.slack.com:8443/f', 'https://slack.com/api/', false],
    ['https://files.slack.com.example.org/f', 'https://slack.com/api/', false],
    ['https://169.254.169.254/latest', 'https://slack.com/api/', false],
    ['http://127.0.0.1:3210/f', 'https://slack.com/api/', false],
    ['http://localhost:3210/f', 'http://127.0.0.1:3210/api/', true],
    ['https://files.slack.com/f', 'http://127.0.0.1:3210/api/', false],
  ])('of %s with the API at %s: %s', (url, api, isAllowed) => {
    expect(isSlackFile(new URL(url), new URL(api))).toBe(isAllowed)
  })
})
