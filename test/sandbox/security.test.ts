import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestSandbox, testSandbox } from './world-for-tests.ts'

let sandbox: TestSandbox
beforeEach(async () => {
  sandbox = await testSandbox({
    page: () => (_req, res) => {
      res.end('page')
      return true
    },
  })
})
afterEach(() => sandbox.close())

function statusOf(method: string, headers: Record<string, string>, path = '/'): Promise<number> {
  return new Promise((resolve, reject) => {
    const req = request(sandbox.url + path, { method, headers }, res => {
      res.resume()
      resolve(res.statusCode ?? 0)
    })
    req.on('error', reject)
    req.end()
  })
}

describe('the sandbox’s door', () => {
  it('is on the loopback alone', () => {
    expect(new URL(sandbox.url).hostname).toBe('127.0.0.1')
  })

  it('opens to loopback names only', async () => {
    const { port } = new URL(sandbox.url)
    expect(await statusOf('GET', { host: `127.0.0.1:${port}` })).toBe(200)
    expect(await statusOf('GET', { host: `localhost:${port}` })).toBe(200)
    expect(await statusOf('GET', { host: `evil.example:${port}` })).toBe(403)
    expect(await statusOf('POST', { host: 'evil.example' }, '/api/auth.test')).toBe(403)
  })

  it('opens to the sandbox’s own pages only', async () => {
    const { host } = new URL(sandbox.url)
    expect(await statusOf('POST', { host, origin: `http://${host}` })).toBe(200)
    expect(await statusOf('POST', { host, origin: 'https://evil.example' })).toBe(403)
    expect(await statusOf('POST', { host, origin: 'null' }, '/api/auth.test')).toBe(403)
    expect(await statusOf('GET', { host, 'sec-fetch-site': 'cross-site' })).toBe(403)
  })
})
