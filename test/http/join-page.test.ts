import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serveJoin } from '#http/serve-join.ts'
import { WRONG_LINKS_MAX } from '#http/wrong-links.ts'
import { instant, MINUTE_MS } from '#kernel/instant.ts'
import { createCode } from '#usecases/invitation/create-code.ts'
import { revokeInvitation } from '#usecases/invitation/revoke-invitation.ts'
import { perform } from '#usecases/perform.ts'
import { type ListeningServer, listenHttp } from '../../src/http-server.ts'
import { silentLogger } from '../fixtures/silent-logger.ts'
import { testClub } from '../fixtures/test-club.ts'
import { by, TEST_TEAM, type TestEngine, testEngine } from '../fixtures/test-engine.ts'

describe('the page behind a link', () => {
  let engine: TestEngine
  let server: ListeningServer

  beforeEach(async () => {
    engine = await testEngine()
    await testClub(engine)
    await engine.db.updateTable('organizations').set({ name: '<b>Milers & "Co"</b>' }).execute()
    const join = serveJoin(engine, TEST_TEAM, silentLogger)
    server = await listenHttp({ port: 0, host: '127.0.0.1', slack: null, join })
  })
  afterEach(async () => {
    await server.close()
    await engine.close()
  })

  it('names the club and the steps, escaped, without script or anything from elsewhere', async () => {
    const { plain } = await make('SPRING26')
    const answer = await open(plain.toLowerCase())
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).toContain('Join &lt;b&gt;Milers &amp; &quot;Co&quot;&lt;/b&gt;')
    expect(html).toContain('<code>/astral join SPRING26</code>')
    expect(html).not.toMatch(/<script|<b>|https?:|src=|href=/)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(answer.headers.get('content-security-policy')).not.toContain('script')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  })

  it('answers every link that is no good alike', async () => {
    const made = await make('SPRING26')
    await perform(engine, by('UHEAD'), revokeInvitation, { kind: 'code', id: made.code.id })
    const pages = []
    for (const code of [
      'SPRING26',
      'NEVERWAS',
      '',
      '---',
      '%00',
      '%',
      '<script>',
      '../health',
      'A'.repeat(65),
    ]) {
      const answer = await open(code)
      pages.push({ code, status: answer.status, html: await answer.text() })
    }
    const good = pages.filter(({ code }) => code !== '../health')
    expect(new Set(good.map(({ status }) => status))).toEqual(new Set([404]))
    expect(new Set(good.map(({ html }) => html)).size).toBe(1)
    expect(good[0]?.html).toContain('leads nowhere')
  })

  it('makes an address that tries many links wait, and no other', async () => {
    const { plain } = await make('SPRING26')
    for (let guess = 0; guess < WRONG_LINKS_MAX; guess += 1) {
      expect((await open(`GUESS${guess}`, '203.0.113.5')).status).toBe(404)
    }
    const blocked = await open(plain, '203.0.113.5')
    expect(blocked.status).toBe(429)
    expect(blocked.headers.get('retry-after')).toBe('600')
    expect((await open(plain, 'made up, 203.0.113.6')).status).toBe(200)
    expect((await open(plain, '203.0.113.6, 203.0.113.5')).status).toBe(429)
    engine.setNow(instant(engine.realNow() + 10 * MINUTE_MS))
    expect((await open(plain, '203.0.113.5')).status).toBe(200)
  })

  it('takes neighbours in one IPv6 network for one', async () => {
    for (let guess = 0; guess < WRONG_LINKS_MAX; guess += 1) await open('WRONG1', `2001:db8:1:2::${guess}`)
    expect((await open('WRONG1', '2001:db8:1:2:ffff::1')).status).toBe(429)
    expect((await open('WRONG1', '2001:db8:1:3::1')).status).toBe(404)
  })

  it('is only read: other methods are refused, HEAD has no body', async () => {
    const { plain } = await make('SPRING26')
    const url = `${server.url}/join/${plain}`
    expect((await fetch(url, { method: 'POST' })).status).toBe(405)
    const head = await fetch(url, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect((await fetch(`${server.url}/slack/events`, { method: 'POST' })).status).toBe(404)
    expect(await (await fetch(`${server.url}/health`)).text()).toBe('ok\n')
  })

  function open(code: string, forwardedFor?: string) {
    return fetch(`${server.url}/join/${code}`, {
      headers: forwardedFor ? { 'x-forwarded-for': forwardedFor } : {},
    })
  }

  async function make(vanity: string) {
    const made = await perform(engine, by('UHEAD'), createCode, {
      groupName: null,
      cap: null,
      until: null,
      vanity,
      channelId: null,
    })
    if (!made.ok) throw new Error(made.refusal.code)
    return made.value
  }
})
