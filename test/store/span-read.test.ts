import { expect, it } from 'vitest'
import { boardScope } from '#domain/privacy/board-scope.ts'
import type { GroupId } from '#kernel/ids.ts'
import { DAY_MS, instant } from '#kernel/instant.ts'
import { findBoardFacts } from '#store/read/board-store.ts'
import { findSpanDurations } from '#store/read/span-read.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { perform } from '#usecases/perform.ts'
import { putInGroup, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, testEngine } from '../fixtures/test-engine.ts'
import { putRun } from '../fixtures/test-runs.ts'

it('says of each span what a board over it would, for who came late, came back or shows the coach alone', async () => {
  const engine = await testEngine()
  const club = await testClub(engine)
  const { UANA: ana, UBEN: ben, UASSIST: assistant } = club.accounts
  const made = await perform(engine, by('UHEAD'), createGroup, {
    name: 'Track',
    description: '',
    privacy: 'public',
  })
  if (!made.ok) throw new Error('no group')
  const groupId: GroupId = made.value.id
  const day = (ago: number) => instant(TEST_NOW - ago * DAY_MS)
  for (const account of [ana, ben]) await putInGroup(engine, club, groupId, account, true)
  const joins = (account: string, joinedAt: number) =>
    engine.db
      .updateTable('group_memberships')
      .set({ joined_at: joinedAt })
      .where('account_id', '=', account)
      .execute()
  await joins(ana, day(100))
  await joins(ben, day(10))
  // Ben was there before, and away for a week.
  const { id: _, ...row } = await engine.db
    .selectFrom('group_memberships')
    .selectAll()
    .where('account_id', '=', ben)
    .executeTakeFirstOrThrow()
  await engine.db
    .insertInto('group_memberships')
    .values({ ...row, id: 'before', joined_at: day(40), left_at: day(17) })
    .execute()
  for (let ago = 1; ago < 35; ago += 3) {
    await putRun(engine, club, ana, day(ago), { minutes: 20 + ago })
    await putRun(engine, club, ben, day(ago), {
      minutes: 60 + ago,
      visibility: ago % 2 ? 'coach-only' : 'share',
    })
  }
  await engine.db
    .insertInto('coach_assignments')
    .values({
      id: 'care',
      organization_id: club.organizationId,
      coach_id: assistant,
      athlete_id: ben,
      assigned_at: day(50),
      ended_at: null,
    })
    .execute()
  const spans = [7, 14, 21, 28].map(ago => ({ from: day(ago), until: day(ago - 7) }))
  const base = { organizationId: club.organizationId, groupId, readerId: null }
  const channel = { ...base, scope: boardScope('teammate', 'channel') }
  const care = { coachId: assistant, scope: boardScope('coach', 'private') }
  for (const question of [channel, { ...channel, readerId: ben }, { ...channel, care }]) {
    const durations = await findSpanDurations(engine.db, question, spans)
    for (const [at, span] of spans.entries()) {
      const { members } = await findBoardFacts(engine.db, { ...question, ...span })
      for (const { memberId, durationMs } of members) {
        const found = [...durations].find(([id]) => id === memberId)?.[1][at] ?? 0
        expect({ at, memberId, durationMs: found }).toEqual({ at, memberId, durationMs })
      }
    }
    expect(durations.get(ana)?.every(durationMs => durationMs > 0)).toBe(true)
    // Away at the end of the third week back.
    expect(durations.get(ben)?.map(durationMs => durationMs > 0)).toEqual([true, true, false, true])
  }
  await engine.close()
})
