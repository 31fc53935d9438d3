import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { GroupId, OrganizationId } from '#kernel/ids.ts'
import { leaderboardDelivery } from '#outbox/deliveries/leaderboard.ts'
import { ask } from '#usecases/ask.ts'
import { changeKudos } from '#usecases/feed/change-kudos.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { requestLeaderboard } from '#usecases/leaderboard/request-leaderboard.ts'
import { showWeek } from '#usecases/leaderboard/show-week.ts'
import { perform } from '#usecases/perform.ts'
import { setSchedule } from '#usecases/schedule/set-schedule.ts'
import { joinClub, putInGroup, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { putRun } from '../fixtures/test-runs.ts'

const WEEK = '2026-11-09..2026-11-15'

describe('the card of five ways to win', () => {
  let engine: TestEngine
  let club: TestClub
  let groupId: GroupId

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    const made = await perform(engine, by(club.headCoach), createGroup, {
      name: 'Milers',
      description: '',
      privacy: 'private',
    })
    if (!made.ok) throw new Error('no group')
    groupId = made.value.id
    await putInGroup(engine, club, groupId, club.accounts.UANA, true)
    await putInGroup(engine, club, groupId, club.accounts.UBEN, true)
    await putInGroup(engine, club, groupId, await joinClub(engine, club, 'UHID', 'Hidden Hal'), false)
    await engine.db.updateTable('group_memberships').set({ joined_at: 0 }).execute()
  })
  afterEach(() => engine.close())

  const run = (who: 'UANA' | 'UBEN', at: string, minutes: number) =>
    putRun(engine, club, club.accounts[who], at, { minutes })
  async function week(who: string, range = WEEK) {
    const shown = await ask(engine, by(who).who, showWeek, { groupName: 'milers', range })
    if (!shown.ok) throw new Error(shown.refusal.code)
    return shown.value
  }
  /** What the post would say in the channel. */
  async function posted() {
    const row = await engine.db.selectFrom('outbox').selectAll().executeTakeFirstOrThrow()
    const drawing = await leaderboardDelivery.draw(
      {
        db: engine.db,
        organizationId: row.organization_id as OrganizationId,
        outboxId: row.id,
        now: engine.businessNow(),
        exportData: async () => new Uint8Array(),
      } as Parameters<typeof leaderboardDelivery.draw>[0],
      JSON.parse(row.payload_json),
    )
    if (drawing === 'skip' || drawing.kind !== 'rich-post') throw new Error('no post')
    return drawing
  }

  it('counts time, days with their streak, and the gain over one’s own four weeks', async () => {
    for (const day of ['10', '11', '12']) await run('UANA', `2026-11-${day}T06:00:00Z`, 30)
    await run('UANA', '2026-10-20T06:00:00Z', 90)
    await run('UANA', '2026-10-27T06:00:00Z', 90)
    await run('UBEN', '2026-11-15T09:00:00Z', 120)
    await run('UBEN', '2026-11-14T09:00:00Z', 60)
    const { own } = await week(club.ana)
    expect(
      own?.map(({ way, place }) => [way, place?.rank ?? null, place?.score ?? null, place?.tieBreak]),
    ).toEqual([
      ['time', 2, 90 * 60_000, 0],
      ['days', 1, 3, 0],
      ['plan', null, null, undefined],
      ['gain', 1, 100, 0],
      ['cheers', null, null, undefined],
    ])
    expect((await week(club.ben)).own?.[1]).toMatchObject({ place: { score: 2, tieBreak: 2 } })
  })

  it('counts cheers given in the week, once a person and run, and not those taken back', async () => {
    const cheer = (who: string, activityId: string) =>
      perform(engine, by(who), changeKudos, { activityId, by: { kind: 'button' } })
    const today = (who: 'UANA' | 'UBEN', hour: number) => run(who, `2026-11-20T0${hour}:00:00Z`, 30)
    const [first, second, third] = [await today('UANA', 5), await today('UANA', 6), await today('UBEN', 7)]
    expect(await cheer(club.ben, first)).toMatchObject({ ok: true })
    await cheer(club.ben, second)
    await cheer(club.ana, third)
    await cheer(club.ana, third)
    expect(await cheer(club.ana, first)).toMatchObject({ ok: false, refusal: { code: 'own-kudos' } })
    const { card, own } = await week(club.ben, 'this week')
    expect(own?.[4]).toMatchObject({ way: 'cheers', of: 1, place: { rank: 1, score: 2 } })
    expect(card.podiums[4]?.places).toEqual([])
    expect((await week(club.ben, 'last week')).own?.[4]).toMatchObject({ of: 0, place: null })
  })

  it('names no gain where there is nothing to compare with', async () => {
    await run('UANA', '2026-11-10T06:00:00Z', 30)
    await run('UANA', '2026-11-03T06:00:00Z', 10)
    expect((await week(club.ana)).own?.[3]).toMatchObject({ way: 'gain', place: null })
  })

  it('names those who share and stand on a podium, and nobody else, in picture, words and alt text', async () => {
    await run('UANA', '2026-11-10T06:00:00Z', 30)
    await putRun(engine, club, await account('UHID'), '2026-11-10T06:00:00Z', { minutes: 300 })
    await perform(engine, by(club.headCoach), requestLeaderboard, {
      groupId,
      range: WEEK,
      metric: 'five ways',
      channelId: 'C0RUN',
    })
    const { chart, message } = await posted()
    const said = JSON.stringify([
      chart,
      message({ chartFileId: 'F1', withTable: true }),
      message({ chartFileId: null, withTable: true }),
    ])
    expect(said).toContain('Ana')
    expect(said).not.toContain('Hal')
    expect(said).not.toContain('Ben')
    const alt = z
      .object({ alt_text: z.string() })
      .loose()
      .parse(message({ chartFileId: 'F1', withTable: true }).blocks.find(block => block.type === 'image'))
    expect(alt.alt_text).toContain('1. Ana (30:00)')
  })

  it('says a quiet week without a picture', async () => {
    await perform(engine, by(club.headCoach), requestLeaderboard, {
      groupId,
      range: WEEK,
      metric: 'five-ways',
      channelId: 'C0RUN',
    })
    const { chart, message } = await posted()
    expect(chart).toBeNull()
    expect(message({ chartFileId: null, withTable: true }).text).toContain('A quiet week')
  })

  it('is what a weekly post is unless told otherwise', async () => {
    const set = (metric: string | null) =>
      perform(engine, by(club.headCoach), setSchedule, {
        groupId,
        channelId: 'C0RUN',
        weekday: 1,
        time: '08:00' as never,
        zone: null,
        metric,
      })
    expect(await set(null)).toMatchObject({
      ok: true,
      value: { card: { schedule: { metric: 'five-ways' } } },
    })
    expect(await set('distance')).toMatchObject({
      ok: true,
      value: { card: { schedule: { metric: 'distance' } } },
    })
    expect(await set('five wayz')).toMatchObject({
      ok: false,
      refusal: { code: 'metric-unknown', suggestion: 'five-ways' },
    })
  })

  it('is not for those outside the group', async () => {
    await joinClub(engine, club, 'UOUT', 'Out')
    const shown = await ask(engine, by('UOUT').who, showWeek, { groupName: 'milers', range: null })
    expect(shown).toMatchObject({ ok: false, refusal: { code: 'group-unknown' } })
  })

  async function account(slackUserId: string) {
    const row = await engine.db
      .selectFrom('accounts')
      .select('id')
      .where('slack_user_id', '=', slackUserId)
      .executeTakeFirstOrThrow()
    return row.id as (typeof club.accounts)['UANA']
  }
})
