import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MOST_PUSH_BYTES, MOST_PUSHES, PUSH_PATH, servePush } from '#http/serve-push.ts'
import { createPushReader } from '#ingest/apple-health/push-reader.ts'
import { instant, MINUTE_MS } from '#kernel/instant.ts'
import { deleteActivities } from '#usecases/activity/delete-activities.ts'
import { logLine } from '#usecases/activity/log-line.ts'
import { connectAppleHealth } from '#usecases/connection/connect-apple-health.ts'
import { disconnectSource } from '#usecases/connection/disconnect-source.ts'
import { perform } from '#usecases/perform.ts'
import { type ListeningServer, listenHttp } from '../../src/http-server.ts'
import { healthExport, healthWorkout } from '../fixtures/health-export.ts'
import { silentLogger } from '../fixtures/silent-logger.ts'
import { setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

describe('the address that Apple Health pushes to', () => {
  let engine: TestEngine
  let club: TestClub
  let server: ListeningServer
  let secret: string
  const reader = createPushReader()

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    const none = () => {}
    server = await listenHttp({
      port: 0,
      host: '127.0.0.1',
      slack: null,
      join: none,
      routes: { [PUSH_PATH]: servePush(engine, bytes => reader.read(bytes), silentLogger) },
    })
    secret = await connect('UANA')
  })
  afterEach(async () => {
    await server.close()
    await engine.close()
  })

  async function connect(who: string) {
    const made = await perform(engine, by(who), connectAppleHealth, {})
    if (!made.ok) throw new Error(made.refusal.code)
    return made.value.secret
  }
  async function push(
    body: string | Uint8Array<ArrayBuffer>,
    given: { to?: string; init?: RequestInit } = {},
  ) {
    const answer = await fetch(`${server.url}${PUSH_PATH}${given.to ?? secret}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
      ...given.init,
    })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
  const activities = () =>
    engine.db.selectFrom('activities').select(['id', 'sub_type', 'source', 'account_id', 'name']).execute()

  it('logs what it is sent, runs as runs and the rest as what it is, each once', async () => {
    const body = healthExport(
      healthWorkout(),
      healthWorkout({
        id: 'B',
        name: 'Yoga',
        start: '2026-11-18 20:00:00 +0100',
        end: '2026-11-18 21:00:00 +0100',
        distance: undefined,
        duration: 3600,
      }),
    )
    expect(await push(body)).toEqual({
      status: 200,
      body: { received: 2, logged: 2, merged: 0, known: 0, refused: [] },
    })
    expect(await activities()).toMatchObject([
      {
        sub_type: 'easy-run',
        source: 'apple-health',
        account_id: club.accounts.UANA,
        name: 'Morning easy run',
      },
      { sub_type: 'other', name: 'Yoga' },
    ])
    expect((await push(body)).body).toMatchObject({ logged: 0, known: 2 })
    expect(await activities()).toHaveLength(2)
    const said = await engine.db.selectFrom('audit_entries').select(['action', 'surface']).execute()
    expect(said.filter(entry => entry.action === 'activity.logged')).toEqual([
      { action: 'activity.logged', surface: 'push' },
      { action: 'activity.logged', surface: 'push' },
    ])
  })

  it('does not bring back what its athlete deleted', async () => {
    await push(healthExport(healthWorkout()))
    const [run] = await activities()
    expect((await perform(engine, by('UANA'), deleteActivities, { activityIds: [run?.id ?? ''] })).ok).toBe(
      true,
    )
    expect((await push(healthExport(healthWorkout()))).body).toMatchObject({ logged: 0, known: 1 })
    expect(await activities()).toEqual([])
  })

  it('is one with the run that was logged by hand, however often it comes', async () => {
    await perform(engine, by('UANA'), logLine, {
      text: '8.2km 45:10 easy yesterday at 7:30',
      isAgain: false,
    })
    const first = await push(healthExport(healthWorkout()))
    expect(first.status).toBe(200)
    await push(healthExport(healthWorkout()))
    expect(await activities()).toHaveLength(1)
  })

  it('passes over what nobody can have done, with the reason and its place', async () => {
    const body = healthExport(healthWorkout({ duration: 60, id: 'X' }), healthWorkout())
    expect((await push(body)).body).toEqual({
      received: 2,
      logged: 1,
      merged: 0,
      known: 0,
      refused: [{ field: 'data.workouts[0]', reason: 'faster-than-world-record' }],
    })
  })

  it('answers whoever has no address alike, and writes nothing', async () => {
    const before = await wholeDatabase(engine)
    const wrong = []
    for (const to of ['', 'x', 'a'.repeat(48), '..%2f', `${secret}x`]) {
      wrong.push(await push(healthExport(healthWorkout()), { to }))
    }
    expect(new Set(wrong.map(answer => JSON.stringify(answer))).size).toBe(1)
    expect(wrong[0]).toEqual({ status: 404, body: { error: 'Not found.', details: { code: 'NOT_FOUND' } } })
    expect(await wholeDatabase(engine)).toEqual(before)
  })

  it('works no more once it is renewed or disconnected, or its owner suspended', async () => {
    const renewed = await connect('UANA')
    expect((await push(healthExport(healthWorkout()))).status).toBe(404)
    await setStatus(engine, club.accounts.UANA, 'suspended')
    expect((await push(healthExport(healthWorkout()), { to: renewed })).status).toBe(403)
    await setStatus(engine, club.accounts.UANA, 'active')
    await perform(engine, by('UANA'), disconnectSource, { source: 'apple-health' })
    expect((await push(healthExport(healthWorkout()), { to: renewed })).status).toBe(404)
    expect(await activities()).toEqual([])
    expect(JSON.stringify(await wholeDatabase(engine))).not.toContain(renewed)
    const again = await perform(engine, by('UANA'), disconnectSource, { source: 'apple-health' })
    expect(again).toMatchObject({ refusal: { code: 'source-not-connected' } })
  })

  it('names the field of what it cannot read, and writes nothing', async () => {
    const before = await wholeDatabase(engine)
    expect(await push(healthExport(healthWorkout({ start: 'noon' })))).toEqual({
      status: 400,
      body: {
        error: '"data.workouts[0].start" should be a time such as "2026-11-20 07:30:00 +0100".',
        details: { code: 'MALFORMED', field: 'data.workouts[0].start' },
      },
    })
    expect((await push('no json')).body).toMatchObject({ error: 'The body should be JSON in UTF-8.' })
    expect((await push('{}', { init: { headers: { 'content-encoding': 'gzip' } } })).status).toBe(415)
    expect(await wholeDatabase(engine)).toEqual(before)
  })

  it('takes no more than ten megabytes, no other method, and so many pushes in ten minutes', async () => {
    const large = await fetch(`${server.url}${PUSH_PATH}${secret}`, {
      method: 'POST',
      body: new Uint8Array(MOST_PUSH_BYTES + 1),
    }).then(
      answer => answer.status,
      () => 413,
    )
    expect(large).toBe(413)
    expect((await fetch(`${server.url}${PUSH_PATH}${secret}`)).status).toBe(405)
    for (let sent = 1; sent < MOST_PUSHES; sent += 1) expect((await push('{"data":{}}')).status).toBe(200)
    expect((await push('{"data":{}}')).status).toBe(429)
    engine.setNow(instant(engine.realNow() + 10 * MINUTE_MS))
    expect((await push('{"data":{}}')).status).toBe(200)
  })
})
