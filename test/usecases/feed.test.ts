import { type RawBuilder, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Group } from '#domain/group/group.ts'
import { DEFAULT_SWITCHES } from '#domain/privacy/privacy-switches.ts'
import { instant } from '#kernel/instant.ts'
import { insertAssignment } from '#store/coach-store.ts'
import { countCheersGiven } from '#store/read/cheers-read.ts'
import { feedMembersQuery, feedRunsQuery } from '#store/read/feed-read.ts'
import { listRuns } from '#usecases/activity/list-runs.ts'
import { ask } from '#usecases/ask.ts'
import { changeKudos } from '#usecases/feed/change-kudos.ts'
import { commentRun } from '#usecases/feed/comment-run.ts'
import { setChannelBudget } from '#usecases/feed/set-channel-budget.ts'
import { setSubscription } from '#usecases/feed/set-subscription.ts'
import { FEED_PAGE, type ShowFeed, showFeed } from '#usecases/feed/show-feed.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { perform } from '#usecases/perform.ts'
import { setPrivacy } from '#usecases/privacy/set-privacy.ts'
import { feedShown } from '#views/feed.ts'
import { myRuns } from '#views/my-runs.ts'
import { checkedMessage } from '../fixtures/checked-view.ts'
import { putInGroup, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { putRun } from '../fixtures/test-runs.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

const HOUR = 3_600_000

describe('a group’s feed', () => {
  let engine: TestEngine
  let club: TestClub
  let group: Group

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    const made = await perform(engine, by('UHEAD'), createGroup, {
      name: 'Track',
      description: '',
      privacy: 'public',
    })
    if (!made.ok) throw new Error('no group')
    group = made.value
    await putInGroup(engine, club, group.id, club.accounts.UANA)
    await putInGroup(engine, club, group.id, club.accounts.UBEN)
    await engine.db.updateTable('group_memberships').set({ joined_at: 0 }).execute()
  })
  afterEach(() => engine.close())

  const feed = async (who: string, given: Partial<ShowFeed> = {}) => {
    const page = await ask(engine, by(who).who, showFeed, {
      groupId: group.id,
      subTypes: [],
      range: null,
      turn: null,
      ...given,
    } as ShowFeed)
    if (!page.ok) throw new Error(JSON.stringify(page.refusal))
    return page.value
  }
  const run = (who: 'UANA' | 'UBEN', hoursAgo: number, given = {}) =>
    putRun(engine, club, club.accounts[who], instant(TEST_NOW - hoursAgo * HOUR), given)
  const assign = () =>
    engine.db.transaction().execute(tx =>
      insertAssignment(
        tx,
        engine.newId,
        {
          organizationId: club.organizationId,
          coachId: club.accounts.UASSIST,
          athleteId: club.accounts.UANA,
        },
        TEST_NOW,
      ),
    )

  it('turns through every run once, newest first, and back, runs of one start by their id', async () => {
    const all: string[] = []
    for (let hours = 1; hours <= 30; hours += 1) {
      all.push(await run(hours % 3 === 0 ? 'UBEN' : 'UANA', hours))
      if (hours === 8 || hours === 16) all.push(await run('UBEN', hours))
    }
    const seen: string[] = []
    let page = await feed('UHEAD')
    expect(page.hasNewer).toBe(false)
    for (;;) {
      seen.push(...page.runs.map(each => each.activityId))
      const last = page.runs.at(-1)
      if (!page.hasOlder || !last) break
      const cursor = { startedAt: last.startedAt, id: last.activityId }
      page = await feed('UHEAD', { turn: { direction: 'older', cursor } })
    }
    expect([...seen].sort()).toEqual([...all].sort())
    expect(new Set(seen).size).toBe(32)
    const [first] = page.runs
    const cursor = { startedAt: first?.startedAt ?? 0, id: first?.activityId ?? '' }
    const back = await feed('UHEAD', { turn: { direction: 'newer', cursor } })
    const at = seen.indexOf(first?.activityId ?? '')
    expect(back.runs.map(each => each.activityId)).toEqual(seen.slice(at - FEED_PAGE, at))
    expect(checkedMessage(feedShown(back, { turnTo: () => 'x' }))).toEqual([])
  })

  it('filters by sub-types and their aliases; `run` means every run; the unknown is named with the nearest', async () => {
    await run('UANA', 1, { subType: 'tempo' })
    await run('UANA', 2, { subType: 'swim' })
    await run('UANA', 3, { subType: 'race' })
    const kinds = async (...subTypes: string[]) =>
      (await feed('UHEAD', { subTypes })).runs.map(each => each.subType)
    expect(await kinds()).toEqual(['tempo', 'swim', 'race'])
    expect(await kinds('run')).toEqual(['tempo', 'race'])
    expect(await kinds('tempo_run', 'swimming')).toEqual(['tempo', 'swim'])
    const wrong = await ask(engine, by('UHEAD').who, showFeed, {
      groupId: group.id,
      subTypes: ['tempoo'],
      range: null,
      turn: null,
    })
    expect(wrong).toMatchObject({ refusal: { code: 'sub-type-unknown', suggestion: 'tempo' } })
  })

  it('shows members what is shared, coaches what is theirs to see, and nobody more', async () => {
    await run('UBEN', 1, { visibility: 'coach-only', km: 1 })
    await run('UBEN', 2, { visibility: 'hide', km: 2 })
    await run('UBEN', 3, { km: 3, climbCm: 5_000 })
    const kms = async (who: string) => (await feed(who)).runs.map(each => (each.distanceCm ?? 0) / 100_000)
    expect(await kms('UHEAD')).toEqual([1, 3])
    expect(await kms('UASSIST')).toEqual([3])
    expect(await kms('UANA')).toEqual([3])
    expect(await kms('UBEN')).toEqual([1, 2, 3])
    const switches = { ...DEFAULT_SWITCHES, pace: false, heartRateAndElevation: false }
    await perform(engine, by('UBEN'), setPrivacy, { switches, groups: [] })
    expect((await feed('UANA')).runs).toMatchObject([
      { durationMs: null, climbCm: null, distanceCm: 300_000 },
    ])
    await engine.db.updateTable('group_memberships').set({ joined_at: TEST_NOW }).execute()
    expect(await kms('UANA')).toEqual([])
    expect(await ask(engine, by('USTRANGER').who, showFeed, {} as ShowFeed)).toMatchObject({ ok: false })
  })

  it('is read from the covering index, whatever else the table holds', async () => {
    const question = {
      organizationId: club.organizationId,
      groupId: group.id,
      subTypes: null,
      from: instant(0),
      until: TEST_NOW,
      readerId: club.accounts.UHEAD,
      isAllInCare: true,
      visibilities: { own: ['share'], inCare: ['share'], rest: ['share'] },
      onlySinceJoining: false,
    } as const
    const planOf = async (query: {
      explain(format: undefined, plan: RawBuilder<unknown>): Promise<unknown>
    }) => JSON.stringify(await query.explain(undefined, sql`query plan`))
    expect(await planOf(feedMembersQuery(engine.db, question, null))).toContain(
      'SEARCH act USING COVERING INDEX activities_covering (account_id=? AND started_at>? AND started_at<?)',
    )
    const runs = feedRunsQuery(engine.db, question, null, { accountIds: [club.accounts.UANA], limit: 8 })
    expect(await planOf(runs)).toContain('SEARCH act USING COVERING INDEX activities_covering')
    expect(await planOf(runs)).not.toContain('SCAN act')
  })

  it('counts a cheer once a person and run, by button or reaction, and not for one’s own', async () => {
    const id = await run('UANA', 1)
    const cheer = (who: string, reaction?: [string, boolean]) =>
      perform(engine, by(who), changeKudos, {
        activityId: id,
        by: reaction ? { kind: 'reaction', name: reaction[0], isAdded: reaction[1] } : { kind: 'button' },
      })
    const given = async () =>
      (await countCheersGiven(engine.db, club.organizationId, group.id, TEST_NOW, instant(TEST_NOW + 1))).get(
        club.accounts.UBEN,
      )
    const before = await wholeDatabase(engine)
    expect(await cheer('UANA')).toMatchObject({ refusal: { code: 'own-kudos' } })
    expect(await cheer('USTRANGER')).toMatchObject({ ok: false })
    expect(await wholeDatabase(engine)).toEqual(before)
    await cheer('UBEN', ['heart', true])
    await cheer('UBEN', ['clap', true])
    await cheer('UBEN', ['clap', true])
    expect((await feed('UANA')).runs[0]?.kudos).toBe(1)
    expect(await given()).toBe(1)
    await cheer('UBEN', ['heart', false])
    expect(await given()).toBe(1)
    await cheer('UBEN', ['clap', false])
    expect(await given()).toBeUndefined()
    expect(await cheer('UBEN')).toMatchObject({ value: { isGiven: true } })
    const mine = await ask(engine, by('UANA').who, listRuns, { kind: 'newest' })
    expect(mine.ok && myRuns(mine.value).text).toContain('👏 Ben')
    expect(await cheer('UBEN')).toMatchObject({ value: { isGiven: false } })
    expect((await feed('UANA')).runs[0]?.kudos).toBe(0)
  })

  it('keeps a coach’s feedback with the run, and sends it to the athlete', async () => {
    const id = await run('UANA', 1)
    const say = (who: string, text: string, slackMessage: string | null = null) =>
      perform(engine, by(who), commentRun, { activityId: id, text, slackMessage })
    const before = await wholeDatabase(engine)
    expect(await say('UASSIST', 'Well paced.')).toMatchObject({ refusal: { code: 'not-your-athlete' } })
    expect(await say('UBEN', 'Well paced.')).toMatchObject({ refusal: { code: 'not-a-coach' } })
    expect(await say('UHEAD', ' \n ')).toMatchObject({ refusal: { code: 'comment-empty' } })
    expect(await say('UHEAD', 'x'.repeat(2_001))).toMatchObject({ refusal: { code: 'comment-too-long' } })
    expect(await wholeDatabase(engine)).toEqual(before)
    await assign()
    expect(await say('UASSIST', 'Well *paced*.')).toMatchObject({ ok: true, value: { athleteName: 'Ana' } })
    expect(await say('UASSIST', 'From the thread.', 'C0RUN:1.2')).toMatchObject({ ok: true })
    await say('UASSIST', 'From the thread.', 'C0RUN:1.2')
    const queued = await engine.db.selectFrom('outbox').select(['kind', 'recipient']).execute()
    expect(queued).toEqual([
      { kind: 'run-feedback', recipient: 'UANA' },
      { kind: 'run-feedback', recipient: 'UANA' },
    ])
    await engine.db
      .updateTable('memberships')
      .set({ left_at: TEST_NOW })
      .where('account_id', '=', club.accounts.UASSIST)
      .execute()
    const mine = await ask(engine, by('UANA').who, listRuns, { kind: 'newest' })
    expect(mine.ok && myRuns(mine.value).text).toContain('💬 *Coach Ivo:* Well ∗paced∗.')
  })

  it('goes where coaches and owners send it, within a budget that the head coach sets', async () => {
    const subscribe = (who: string, subTypes: string[] = []) =>
      perform(engine, by(who), setSubscription, {
        groupId: group.id,
        channelId: 'C0RUN',
        mode: 'each',
        subTypes,
      })
    const before = await wholeDatabase(engine)
    expect(await subscribe('UANA')).toMatchObject({ refusal: { code: 'not-a-board-poster' } })
    expect(await subscribe('UHEAD', ['tempoo'])).toMatchObject({ refusal: { code: 'sub-type-unknown' } })
    const budget = (who: string, runsADay: number) =>
      perform(engine, by(who), setChannelBudget, { channelId: 'C0RUN', budget: { boardsAWeek: 1, runsADay } })
    expect(await budget('UASSIST', 3)).toMatchObject({ refusal: { code: 'not-the-head-coach' } })
    expect(await budget('UHEAD', 1_000)).toMatchObject({ refusal: { code: 'budget-wrong' } })
    expect(await wholeDatabase(engine)).toEqual(before)
    expect(await subscribe('UASSIST')).toMatchObject({ ok: true, value: { isChange: false } })
    expect(await subscribe('UHEAD', ['race'])).toMatchObject({ ok: true, value: { isChange: true } })
    expect(await budget('UHEAD', 3)).toMatchObject({ ok: true })
  })
})
