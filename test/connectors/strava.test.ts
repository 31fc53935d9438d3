import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createStravaConnector } from '#connectors/strava/strava-connector.ts'
import { STRAVA_PATH, serveStrava, webhookPath } from '#http/serve-strava.ts'
import { createConnectorJobs } from '#jobs/connector-jobs.ts'
import type { GroupId } from '#kernel/ids.ts'
import { DAY_MS, HOUR_MS, instant, MINUTE_MS } from '#kernel/instant.ts'
import { readOwnData } from '#store/read/own-data.ts'
import { deleteActivities } from '#usecases/activity/delete-activities.ts'
import { editActivity } from '#usecases/activity/edit-activity.ts'
import { listRuns } from '#usecases/activity/list-runs.ts'
import { ask } from '#usecases/ask.ts'
import { disconnectSource } from '#usecases/connection/disconnect-source.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { showHome } from '#usecases/home/show-home.ts'
import { readBoardPost } from '#usecases/leaderboard/read-board-post.ts'
import { showLeaderboard } from '#usecases/leaderboard/show-leaderboard.ts'
import { perform } from '#usecases/perform.ts'
import { showAthlete } from '#usecases/roster/show-athlete.ts'
import { readOrMakeKeyFile } from '#vault/key-file.ts'
import { createVault } from '#vault/vault.ts'
import { type ListeningServer, listenHttp } from '../../src/http-server.ts'
import { silentLogger } from '../fixtures/silent-logger.ts'
import { STAND_IN_ACCESS, stravaStandIn } from '../fixtures/strava-stand-in.ts'
import { putInGroup, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { putRun } from '../fixtures/test-runs.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

const YESTERDAY = TEST_NOW - DAY_MS

describe('Strava', () => {
  let engine: TestEngine
  let club: TestClub
  let strava: Awaited<ReturnType<typeof stravaStandIn>>
  let connector: ReturnType<typeof createStravaConnector>
  let jobs: ReturnType<typeof createConnectorJobs>
  let server: ListeningServer
  let folder: string
  const paths = () => webhookPath({ ...STAND_IN_ACCESS, url: strava.url })

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    strava = await stravaStandIn(engine.realNow)
    folder = mkdtempSync(join(tmpdir(), 'strava-'))
    const vault = createVault(() => readOrMakeKeyFile(join(folder, 'keys')))
    const access = { ...STAND_IN_ACCESS, url: strava.url }
    connector = createStravaConnector(engine, access, vault)
    jobs = createConnectorJobs(engine, connector.work, silentLogger)
    const edge = { access, connector, organization: async () => club.organizationId, wake: () => {} }
    server = await listenHttp({
      port: 0,
      host: '127.0.0.1',
      slack: null,
      join: () => {},
      routes: { [STRAVA_PATH]: serveStrava(engine, edge, silentLogger) },
    })
  })
  afterEach(async () => {
    await jobs.stop()
    await server.close()
    await strava.close()
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function start(who = 'UANA') {
    const url = await connector.start(by(who).who, `${server.url}/strava/callback`)
    if (!url.ok) throw new Error(url.refusal.code)
    return url.value
  }
  /** As a browser would: to Strava's page, and back with its answer. */
  async function connect(who = 'UANA') {
    const answer = await fetch(await start(who))
    return { status: answer.status, text: await answer.text() }
  }
  async function push(event: Record<string, unknown>) {
    const body = JSON.stringify({
      object_type: 'activity',
      aspect_type: 'create',
      owner_id: strava.athlete,
      subscription_id: 1,
      event_time: 1,
      ...event,
    })
    return (await fetch(`${server.url}${paths()}`, { method: 'POST', body })).status
  }
  const stored = () =>
    engine.db
      .selectFrom('activities')
      .selectAll()
      .where('source', '=', 'strava')
      .orderBy('started_at')
      .execute()
  const connections = () => engine.db.selectFrom('connections').selectAll().execute()
  const secrets = () => engine.db.selectFrom('connection_secrets').selectAll().execute()
  const waiting = () => engine.db.selectFrom('connector_jobs').selectAll().execute()

  it('is connected by a link that works once, keeps its tokens sealed, and reads two months', async () => {
    strava.state.runs = [
      { id: 1, start: YESTERDAY },
      { id: 2, start: TEST_NOW - 59 * DAY_MS, sport_type: 'Ride', distance: 30_000 },
      { id: 3, start: TEST_NOW - 61 * DAY_MS },
    ]
    const link = await start()
    const answer = await fetch(link)
    expect(answer.status).toBe(200)
    const page = await answer.text()
    expect(page).toContain('Connected to Ana in Slack')
    expect(page).not.toContain('<script')
    expect(await connections()).toMatchObject([{ source: 'strava', external_id: String(strava.athlete) }])
    const dump = JSON.stringify(await wholeDatabase(engine))
    expect(dump).not.toMatch(/access-1|refresh-1/)
    expect(await stored()).toEqual([])
    await jobs.tick()
    expect(await stored()).toMatchObject([
      { sub_type: 'ride', visibility: 'hide' },
      {
        sub_type: 'easy-run',
        visibility: 'hide',
        name: 'Evening Run',
        distance_cm: 821_460,
        duration_ms: 2_710_000,
        elapsed_ms: 2_800_000,
        climb_cm: 8_400,
        average_heart_rate: 151,
      },
    ])
    expect(await waiting()).toEqual([])
    const notices = await engine.db.selectFrom('outbox').select(['kind', 'payload_json']).execute()
    expect(notices).toEqual([
      { kind: 'connection', payload_json: JSON.stringify({ source: 'strava', isConnected: true }) },
    ])
    const used = new URL(link).searchParams.get('state') ?? ''
    const again = await fetch(`${server.url}/strava/callback?state=${used}&code=x&scope=activity:read`)
    expect(again.status).toBe(400)
    expect(await again.text()).toContain('This link was used already')
  })

  it('is not connected by a forged, old or refused answer, and nothing is written', async () => {
    const link = new URL(await start())
    const state = link.searchParams.get('state') ?? ''
    const before = await wholeDatabase(engine)
    const back = async (query: string) => (await fetch(`${server.url}/strava/callback?${query}`)).text()
    expect(await back(`state=${state}x&code=1&scope=activity:read`)).toContain('used already')
    expect(await back('')).toContain('used already')
    expect(await back(`state=${state}&error=access_denied`)).toContain('not permitted')
    expect(await back(`state=${state}&code=1&scope=read`)).toContain('not permitted')
    expect(await back(`state=${state}&code=made-up&scope=activity:read`)).toContain('does not answer')
    engine.setNow(instant(TEST_NOW + 10 * MINUTE_MS))
    expect(await back(`state=${state}&code=1&scope=activity:read`)).toContain('used already')
    expect(await wholeDatabase(engine)).toEqual(before)
  })

  it('says so when Strava lets the installation have no more athletes, or another member has the account', async () => {
    strava.state.isFull = true
    const full = await connect()
    expect([full.status, full.text.includes('ten in its standard tier')]).toEqual([400, true])
    expect(await connections()).toEqual([])
    strava.state.isFull = false
    expect((await connect('UANA')).status).toBe(200)
    expect((await connect('UBEN')).text).toContain('Somebody else of this club')
    expect(await connections()).toHaveLength(1)
    expect(await connector.start(by('UANA').who, 'x')).toMatchObject({
      refusal: { code: 'strava-connected' },
    })
    expect(await connector.start(by('USTRANGER').who, 'x')).toMatchObject({
      refusal: { code: 'not-a-member' },
    })
  })

  it('answers the handshake for the right token alone', async () => {
    const url = (token: string, path = paths()) =>
      `${server.url}${path}?hub.mode=subscribe&hub.challenge=15f7&hub.verify_token=${token}`
    const good = await fetch(url(STAND_IN_ACCESS.verifyToken))
    expect([good.status, await good.json()]).toEqual([200, { 'hub.challenge': '15f7' }])
    expect((await fetch(url('wrong'))).status).toBe(403)
    expect((await fetch(url(STAND_IN_ACCESS.verifyToken, '/strava/webhook/guess'))).status).toBe(404)
  })

  it('answers an event by a row alone, and looks afterwards: new, changed, hidden or gone', async () => {
    await connect()
    await jobs.tick()
    strava.state.calls = []
    strava.state.runs = [{ id: 7, start: YESTERDAY }]
    expect(await push({ object_id: 7 })).toBe(200)
    expect(await push({ object_id: 7 })).toBe(200)
    expect([await waiting(), strava.state.calls]).toMatchObject([[{ kind: 'activity' }], []])
    await jobs.tick()
    expect(await stored()).toMatchObject([{ name: 'Evening Run' }])
    strava.state.runs = [{ id: 7, start: YESTERDAY, name: 'Renamed' }]
    await push({ object_id: 7, aspect_type: 'update', updates: { title: 'Renamed' } })
    await jobs.tick()
    expect(await stored()).toMatchObject([{ name: 'Renamed' }])
    // A lie changes nothing: it is there still.
    await push({ object_id: 7, aspect_type: 'delete' })
    await jobs.tick()
    expect(await stored()).toHaveLength(1)
    strava.state.runs = []
    await push({ object_id: 7, aspect_type: 'delete' })
    await jobs.tick()
    expect(await stored()).toEqual([])
  })

  it('keeps nothing of events about strangers, and swallows what is no event', async () => {
    await connect()
    await jobs.tick()
    const before = await wholeDatabase(engine)
    expect(await push({ object_id: 7, owner_id: 999 })).toBe(200)
    expect(await push({ object_id: 'x' })).toBe(200)
    expect((await fetch(`${server.url}${paths()}`, { method: 'POST', body: 'no json' })).status).toBe(200)
    expect(await wholeDatabase(engine)).toEqual(before)
  })

  it('renews a token once before it expires, however much asks at a time', async () => {
    await connect()
    await jobs.tick()
    const [sealed] = await secrets()
    engine.setNow(instant(TEST_NOW + 6 * HOUR_MS - 4 * MINUTE_MS))
    strava.state.runs = [{ id: 7, start: YESTERDAY }]
    const whose = { organizationId: club.organizationId, accountId: club.accounts.UANA }
    const job = { ...whose, kind: 'activity', payload: { activityId: '7' } } as const
    const done = await Promise.all([connector.work(job), connector.work(job), connector.work(job)])
    expect(done.map(each => each.kind)).toEqual(['done', 'done', 'done'])
    expect(strava.state.refreshes).toBe(1)
    expect((await secrets())[0]?.sealed).not.toBe(sealed?.sealed)
    expect(await stored()).toHaveLength(1)
  })

  it('reads many pages within the limits, leaving room for what is new, and goes on in the next quarter', async () => {
    strava.state.runs = Array.from({ length: 450 }, (_, at) => ({
      id: at + 1,
      start: YESTERDAY - at * 2 * HOUR_MS,
    }))
    strava.state.limit = 4
    await connect()
    await jobs.tick()
    // Four of a hundred would be in; the fourth would use up what new ones need.
    expect(await stored()).toHaveLength(400)
    const [job] = await waiting()
    expect(job).toMatchObject({ kind: 'backfill', due_at: TEST_NOW + 15 * MINUTE_MS })
    await jobs.tick()
    expect(await stored()).toHaveLength(400)
    engine.setNow(instant(TEST_NOW + 15 * MINUTE_MS))
    await jobs.tick()
    expect([(await stored()).length, await waiting()]).toEqual([450, []])
  })

  it('waits for the next quarter of an hour after a 429', async () => {
    strava.state.limit = 0
    strava.state.runs = [{ id: 1, start: YESTERDAY }]
    await connect()
    await jobs.tick()
    expect(await waiting()).toMatchObject([{ due_at: TEST_NOW + 15 * MINUTE_MS, attempts: 0 }])
    const asked = strava.state.calls.length
    await jobs.tick()
    expect(strava.state.calls.length).toBe(asked)
    strava.state.limit = 100
    engine.setNow(instant(TEST_NOW + 15 * MINUTE_MS))
    await jobs.tick()
    expect(await stored()).toHaveLength(1)
  })

  it('tries again later when Strava is down, less and less often', async () => {
    await connect()
    await strava.close()
    await jobs.tick()
    expect(await waiting()).toMatchObject([{ attempts: 1, due_at: TEST_NOW + MINUTE_MS }])
    engine.setNow(instant(TEST_NOW + MINUTE_MS))
    await jobs.tick()
    expect(await waiting()).toMatchObject([{ attempts: 2, due_at: TEST_NOW + 3 * MINUTE_MS }])
    strava = await stravaStandIn(engine.realNow)
  })

  it('deletes everything seven days after it was fetched, also with Strava switched off', async () => {
    strava.state.runs = [{ id: 1, start: YESTERDAY }]
    await connect()
    await jobs.tick()
    const off = createConnectorJobs(engine, null, silentLogger)
    engine.setNow(instant(TEST_NOW + 7 * DAY_MS - 1))
    await off.tick()
    expect(await stored()).toHaveLength(1)
    engine.setNow(instant(TEST_NOW + 7 * DAY_MS))
    await off.tick()
    expect(await stored()).toEqual([])
    expect(await engine.db.selectFrom('received_activities').selectAll().execute()).toEqual([])
    expect(await connections()).toHaveLength(1)
  })

  it('deletes everything when access was taken back at Strava, once that is true', async () => {
    strava.state.runs = [{ id: 1, start: YESTERDAY }]
    await connect()
    await jobs.tick()
    const revoked = {
      object_type: 'athlete',
      aspect_type: 'update',
      object_id: strava.athlete,
      updates: { authorized: 'false' },
    }
    await push(revoked)
    await jobs.tick()
    expect(await stored()).toHaveLength(1)
    strava.deauthorize()
    await push(revoked)
    await jobs.tick()
    expect([await stored(), await connections(), await secrets(), await waiting()]).toEqual([[], [], [], []])
    const kinds = await engine.db.selectFrom('outbox').select('payload_json').execute()
    expect(kinds.at(-1)?.payload_json).toBe(JSON.stringify({ source: 'strava', isConnected: false }))
  })

  it('deletes everything on disconnecting, and tells Strava', async () => {
    strava.state.runs = [{ id: 1, start: YESTERDAY }]
    await connect()
    await jobs.tick()
    const done = await perform(engine, by('UANA'), disconnectSource, { source: 'strava' })
    expect(done).toMatchObject({ ok: true, value: { deleted: 1 } })
    expect([await stored(), await connections()]).toEqual([[], []])
    await jobs.tick()
    expect([strava.state.revoked, await secrets(), await waiting()]).toEqual([1, [], []])
  })

  it('is never merged, never edited, and stays deleted when its athlete deletes it', async () => {
    strava.state.runs = [
      { id: 1, start: YESTERDAY },
      { id: 2, start: YESTERDAY - DAY_MS, distance: 10_000, moving_time: 3_000, elapsed_time: 3_000 },
    ]
    // The same as the second, from a file: Strava's is not kept beside it.
    await putRun(engine, club, club.accounts.UANA, instant(YESTERDAY - DAY_MS))
    await connect()
    await jobs.tick()
    const [run, ...more] = await stored()
    expect(more).toEqual([])
    const edited = await perform(engine, by('UANA'), editActivity, {
      activityId: run?.id ?? '',
      change: { visibility: 'share' },
    })
    expect(edited).toMatchObject({ refusal: { code: 'activity-from-strava' } })
    expect((await perform(engine, by('UANA'), deleteActivities, { activityIds: [run?.id ?? ''] })).ok).toBe(
      true,
    )
    await push({ object_id: 1, aspect_type: 'update' })
    await jobs.tick()
    expect(await stored()).toEqual([])
  })

  it('is for its athlete alone: on no board, card, total, audit or export, whoever looks', async () => {
    const made = await perform(engine, by(club.headCoach), createGroup, {
      name: 'Track',
      description: '',
      privacy: 'private',
    })
    if (!made.ok) throw new Error('no group')
    const groupId: GroupId = made.value.id
    await putInGroup(engine, club, groupId, club.accounts.UANA)
    strava.state.runs = [{ id: 1, start: YESTERDAY, name: 'Secret Intervals', distance: 12_345 }]
    await connect()
    await jobs.tick()
    const own = await ask(engine, by('UANA').who, listRuns, { kind: 'newest' })
    expect(own).toMatchObject({ value: { runs: [{ name: 'Secret Intervals', source: 'strava' }] } })
    for (const who of ['UHEAD', 'UANA', 'UBEN']) {
      const board = await ask(engine, by(who).who, showLeaderboard, {
        groupId,
        range: '7d',
        metric: 'distance',
      })
      expect(JSON.stringify(board)).not.toMatch(/1234500|1234\.5|Secret/)
    }
    const post = {
      groupId,
      metric: 'distance',
      from: '2026-11-14',
      to: '2026-11-20',
      zone: 'UTC',
      askedBy: '',
    }
    expect(JSON.stringify(await readBoardPost(engine.db, club.organizationId, post))).not.toContain('1234500')
    const card = await ask(engine, by('UHEAD').who, showAthlete, { accountId: club.accounts.UANA })
    expect([card.ok, JSON.stringify(card)]).toEqual([true, expect.not.stringMatching(/Secret|1234500/)])
    const home = await ask(engine, by('UHEAD').who, showHome, {})
    expect(home).toMatchObject({ value: { club: { activeThisWeek: 0 } } })
    const [run] = await stored()
    await perform(engine, by('UANA'), deleteActivities, { activityIds: [run?.id ?? ''] })
    // Without the salts: they are random, and any three figures turn up in them sooner or later.
    const audit = await engine.db.selectFrom('audit_details').select('detail_json').execute()
    expect(audit.length).toBeGreaterThan(0)
    expect(JSON.stringify(audit)).not.toMatch(/Secret|1234500|821/)
    const exported = await readOwnData(engine.db, club.organizationId, club.accounts.UANA)
    expect(JSON.stringify(exported)).not.toMatch(/Secret|1234500/)
  })
})
