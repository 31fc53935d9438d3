import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CALENDAR_PATH, MOST_READINGS, serveCalendar } from '#http/serve-calendar.ts'
import { WRONG_LINKS_MAX } from '#http/wrong-links.ts'
import { instant, localDay, MINUTE_MS } from '#kernel/instant.ts'
import type { Logger } from '#kernel/logger.ts'
import { removeMemberFromClub } from '#usecases/organization/remove-member-from-club.ts'
import { perform } from '#usecases/perform.ts'
import { closeCalendar } from '#usecases/plan/calendar/close-calendar.ts'
import { openCalendar } from '#usecases/plan/calendar/open-calendar.ts'
import { changeEnrollment } from '#usecases/plan/change-enrollment.ts'
import { moveSession } from '#usecases/plan/living/move-session.ts'
import { deleteMyData } from '#usecases/privacy/delete-my-data.ts'
import { type ListeningServer, listenHttp } from '../../src/http-server.ts'
import { putOnPlan } from '../fixtures/planned-athlete.ts'
import { setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

const MONDAY = localDay('2026-11-23')
const TEXT = `Week 1
Tue 2km easy + 4x800m @z5 r400m jog + 2km easy
Sun 16km easy
Week 2
Tue 8km easy`

describe('the address at which a calendar reads', () => {
  let engine: TestEngine
  let club: TestClub
  let server: ListeningServer
  let logged: string[]
  let secret: string
  let enrollmentId: string

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    enrollmentId = await putOnPlan(engine, { text: TEXT, start: { kind: 'start', on: MONDAY } })
    logged = []
    const write = (...said: unknown[]) => void logged.push(JSON.stringify(said))
    const logger: Logger = { debug: write, info: write, warn: write, error: write }
    server = await listenHttp({
      port: 0,
      host: '127.0.0.1',
      slack: null,
      join: () => {},
      routes: { [CALENDAR_PATH]: serveCalendar(engine, logger) },
    })
    secret = await open('UANA')
  })
  afterEach(async () => {
    await server.close()
    await engine.close()
  })

  async function open(who: string) {
    const made = await perform(engine, by(who), openCalendar, {})
    if (!made.ok) throw new Error(made.refusal.code)
    return made.value.secret
  }
  const read = (given: { of?: string; init?: RequestInit } = {}) =>
    fetch(`${server.url}${CALENDAR_PATH}${given.of ?? secret}.ics`, given.init)
  /** Day and summary of each event. */
  async function events(of = secret) {
    const ics = (await (await read({ of })).text()).replaceAll('\r\n ', '')
    return [...ics.matchAll(/DTSTART;VALUE=DATE:(\d+)\r\nSUMMARY:(.*)\r/g)].map(
      ([, on, said]) => `${on} ${said}`,
    )
  }

  it('gives the planned sessions as a calendar, and nothing where nothing changed', async () => {
    const answer = await read()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(answer.headers.get('cache-control')).toContain('private')
    expect(answer.headers.get('set-cookie')).toBeNull()
    const ics = (await answer.text()).replaceAll('\r\n ', '')
    expect(ics).toContain('X-WR-CALNAME:Training · ')
    expect(ics).toContain(`UID:${enrollmentId}-1-0@astral\r\nDTSTAMP:20261120T170000Z\r\n`)
    expect(ics).toContain(String.raw`\n4 ×\n  Interval · 800 m · `)
    expect(ics).toContain(String.raw`\nBase\, week 1`)
    expect(await events()).toEqual([
      '20261124 2km easy + 4x800m @z5 r400m jog + 2km easy',
      '20261129 16km easy',
      '20261201 8km easy',
    ])
    const etag = answer.headers.get('etag') ?? ''
    engine.setNow(instant(TEST_NOW + MINUTE_MS))
    const init = { headers: { 'if-none-match': `"other", ${etag}` } }
    const known = await read({ init })
    expect([known.status, await known.text(), known.headers.get('etag')]).toEqual([304, '', etag])
    const head = await read({ init: { method: 'HEAD' } })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(500)
    await perform(engine, by('UANA'), moveSession, {
      athlete: null,
      which: { on: localDay('2026-11-29') },
      to: localDay('2026-11-28'),
      isSwap: true,
      note: '',
    })
    expect((await read({ init })).status).toBe(200)
    expect(await events()).toContain('20261128 16km easy')
  })

  it('gives no session of a pause, none of somebody else, and those of four weeks back and eight ahead', async () => {
    expect(await events(await open('UBEN'))).toEqual([])
    engine.setNow(instant(Date.parse('2026-11-27T12:00:00Z')))
    await perform(engine, by('UANA'), changeEnrollment, { deed: 'pause', athlete: null, title: null })
    expect(await events()).toEqual(['20261124 2km easy + 4x800m @z5 r400m jog + 2km easy'])
    engine.setNow(instant(Date.parse('2026-12-22T12:00:00Z')))
    expect(await events()).toHaveLength(1)
    engine.setNow(instant(Date.parse('2026-12-23T12:00:00Z')))
    expect(await events()).toEqual([])
    engine.setNow(instant(Date.parse('2026-09-29T12:00:00Z')))
    expect(await events()).toEqual(['20261124 2km easy + 4x800m @z5 r400m jog + 2km easy'])
    engine.setNow(instant(Date.parse('2026-09-28T12:00:00Z')))
    expect(await events()).toEqual([])
  })

  it('is read while suspended, and no more once it is replaced, stopped, or its owner has left', async () => {
    const renewed = await open('UANA')
    expect([(await read()).status, (await read({ of: renewed })).status]).toEqual([404, 200])
    const ben = await open('UBEN')
    await perform(engine, by('UBEN'), closeCalendar, {})
    expect((await read({ of: ben })).status).toBe(404)
    const again = await open('UBEN')
    await perform(engine, by('UBEN'), deleteMyData, { typed: 'DELETE' })
    expect((await read({ of: again })).status).toBe(404)
    const left = await engine.db.selectFrom('calendar_feeds').select('account_id').execute()
    expect(left).toEqual([{ account_id: club.accounts.UANA }])
    await setStatus(engine, club.accounts.UANA, 'suspended')
    expect((await read({ of: renewed })).status).toBe(200)
    const member = { slackUserId: 'UANA', name: 'Ana' }
    expect((await perform(engine, by('UHEAD'), removeMemberFromClub, { member })).ok).toBe(true)
    expect((await read({ of: renewed })).status).toBe(404)
  })

  it('tells whoever has no address nothing, counts them, and writes neither', async () => {
    const before = await wholeDatabase(engine)
    expect(JSON.stringify(before)).not.toContain(secret)
    const post = await read({ init: { method: 'POST' } })
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    const wrong = [`${'0'.repeat(48)}`, secret.toUpperCase(), `${secret}0`, '', `x/../${'1'.repeat(48)}`]
    for (const of of wrong) {
      const answer = await read({ of, init: { method: of === '' ? 'POST' : 'GET' } })
      expect([answer.status, await answer.text()]).toEqual([404, 'Not found.\n'])
    }
    expect((await fetch(`${server.url}${CALENDAR_PATH}${secret}`)).status).toBe(404)
    for (let count = 6; count < WRONG_LINKS_MAX; count++) await read({ of: 'f'.repeat(48) })
    const blocked = await read({ of: 'f'.repeat(48) })
    expect([blocked.status, blocked.headers.get('retry-after')]).toEqual([429, '600'])
    expect(logged.join()).toContain('being guessed')
    expect(logged.join()).not.toContain(secret)
    expect(await wholeDatabase(engine)).toEqual(before)
  })

  it('is read so many times and not more', async () => {
    for (let count = 0; count < MOST_READINGS; count++) await (await read()).text()
    expect((await read()).status).toBe(429)
  })
})
