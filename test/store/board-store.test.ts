import { CompiledQuery } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { boardScope } from '#domain/privacy/board-scope.ts'
import type { AccountId, GroupId } from '#kernel/ids.ts'
import { instant } from '#kernel/instant.ts'
import { endGroupMember } from '#store/group-membership-store.ts'
import { type BoardQuestion, boardQuery, findBoardFacts } from '#store/read/board-store.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { perform } from '#usecases/perform.ts'
import { putInGroup, setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { putRun } from '../fixtures/test-runs.ts'

const FROM = instant(Date.UTC(2026, 10, 14))
const UNTIL = instant(Date.UTC(2026, 10, 21))

describe('what a board counts', () => {
  let engine: TestEngine
  let club: TestClub
  let ana: AccountId
  let ben: AccountId
  let groupId: GroupId

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    ana = club.accounts.UANA
    ben = club.accounts.UBEN
    const made = await perform(engine, by(club.headCoach), createGroup, {
      name: 'Tuesday Track',
      description: '',
      privacy: 'public',
    })
    if (!made.ok) throw new Error('no group')
    groupId = made.value.id
    await putInGroup(engine, club, groupId, ana, true)
    await putInGroup(engine, club, groupId, ben, false)
  })
  afterEach(() => engine.close())

  const inChannel = boardScope('teammate', 'channel')
  const question = (other: Partial<BoardQuestion> = {}): BoardQuestion => ({
    organizationId: club.organizationId,
    groupId,
    from: FROM,
    until: UNTIL,
    scope: inChannel,
    readerId: null,
    ...other,
  })
  const facts = (other: Partial<BoardQuestion> = {}) => findBoardFacts(engine.db, question(other))
  const names = async (other: Partial<BoardQuestion> = {}) =>
    (await facts(other)).members.map(member => member.name)

  it('sums runs of the range and counts local days once', async () => {
    await putRun(engine, club, ana, '2026-11-16T06:00:00Z', { km: 8.2, minutes: 45, climbCm: 12_000 })
    await putRun(engine, club, ana, '2026-11-16T17:00:00Z', { km: 5, minutes: 30 })
    await putRun(engine, club, ana, '2026-11-18T06:00:00Z', { km: 10, minutes: 50, climbCm: 3_000 })
    expect((await facts()).members).toEqual([
      {
        memberId: ana,
        name: 'Ana',
        activities: 3,
        distanceCm: 2_320_000,
        durationMs: 125 * 60_000,
        loadMilli: null,
        climbCm: 15_000,
        activeDays: 2,
      },
    ])
  })

  it('takes the first instant of the range in and the last out', async () => {
    await putRun(engine, club, ana, FROM, { km: 1 })
    await putRun(engine, club, ana, instant(UNTIL - 1), { km: 2 })
    await putRun(engine, club, ana, instant(FROM - 1), { km: 100 })
    await putRun(engine, club, ana, UNTIL, { km: 100 })
    expect((await facts()).members).toMatchObject([{ distanceCm: 300_000, activities: 2 }])
  })

  it('counts runs alone unless asked otherwise', async () => {
    await putRun(engine, club, ana, '2026-11-16T06:00:00Z', { km: 40, subType: 'ride' })
    await putRun(engine, club, ana, '2026-11-16T08:00:00Z', { km: 4, subType: 'treadmill' })
    expect((await facts()).members).toMatchObject([{ distanceCm: 400_000 }])
    expect((await facts({ subTypes: ['ride'] })).members).toMatchObject([{ distanceCm: 4_000_000 }])
  })

  it('shows a channel those who share, and says how many of all they are', async () => {
    await putRun(engine, club, ben, '2026-11-16T06:00:00Z')
    expect(await facts()).toMatchObject({ members: [{ name: 'Ana', activities: 0 }], sharing: 1, total: 2 })
  })

  it('shows a coach everybody, less what is hidden', async () => {
    await putRun(engine, club, ben, '2026-11-16T06:00:00Z', { km: 3, visibility: 'coach-only' })
    await putRun(engine, club, ben, '2026-11-17T06:00:00Z', { km: 7, visibility: 'hide' })
    const seen = await facts({ scope: boardScope('coach', 'private') })
    expect(seen.members).toMatchObject([
      { name: 'Ana', activities: 0 },
      { name: 'Ben', distanceCm: 300_000, activities: 1 },
    ])
  })

  it('keeps runs for the coach alone out of channels and from team-mates', async () => {
    await putRun(engine, club, ana, '2026-11-16T06:00:00Z', { visibility: 'coach-only' })
    expect((await facts()).members).toMatchObject([{ name: 'Ana', activities: 0 }])
    expect((await facts({ scope: boardScope('teammate', 'private'), readerId: ben })).members).toMatchObject([
      { name: 'Ana', activities: 0 },
      { name: 'Ben' },
    ])
  })

  it('shows readers their own runs whatever they share', async () => {
    await putRun(engine, club, ben, '2026-11-16T06:00:00Z', { km: 6, visibility: 'hide' })
    const seen = await facts({ scope: boardScope('teammate', 'private'), readerId: ben })
    expect(seen.members.find(member => member.memberId === ben)).toMatchObject({ distanceCm: 600_000 })
  })

  it('leaves out who joined after the range and who was removed since', async () => {
    expect(await names({ from: instant(FROM - 1), until: instant(TEST_NOW - 1) })).toEqual([])
    await engine.db
      .transaction()
      .execute(tx => endGroupMember(tx, club.organizationId, groupId, ana, instant(UNTIL + 5)))
    expect(await names()).toEqual([])
  })

  it('counts somebody who left and came back in a range at whose end they were there', async () => {
    await engine.db
      .transaction()
      .execute(tx => endGroupMember(tx, club.organizationId, groupId, ana, instant(UNTIL + 5)))
    await putInGroup(engine, club, groupId, ana)
    await engine.db
      .updateTable('group_memberships')
      .set({ joined_at: UNTIL + 10 })
      .where('account_id', '=', ana)
      .where('left_at', 'is', null)
      .execute()
    expect(await names()).toEqual(['Ana'])
  })

  it('counts active athletes only', async () => {
    await putInGroup(engine, club, groupId, club.accounts.UASSIST)
    expect(await names()).toEqual(['Ana'])
    await setStatus(engine, ana, 'inactive')
    expect(await facts()).toMatchObject({ members: [], sharing: 0, total: 1 })
  })

  it('counts nothing of another organization', async () => {
    const elsewhere = { ...club.accounts, organizationId: engine.newId<TestClub['organizationId']>() }
    await engine.db
      .insertInto('organizations')
      .values({
        id: elsewhere.organizationId,
        slack_team_id: 'T0OTHER',
        name: 'Other',
        zone: 'UTC',
        is_demo: 0,
        created_at: TEST_NOW,
      })
      .execute()
    await putRun(engine, elsewhere, ana, '2026-11-16T06:00:00Z')
    expect((await facts()).members).toMatchObject([{ activities: 0 }])
    expect(await facts({ organizationId: elsewhere.organizationId })).toMatchObject({ total: 0 })
  })

  it('reads activities from their covering index alone, by member and instant', async () => {
    const { sql, parameters } = boardQuery(question({ readerId: ben })).compile(engine.db)
    const plan = await engine.db.executeQuery<{ detail: string }>(
      CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
    )
    const details = plan.rows.map(step => step.detail)
    expect(details.filter(detail => detail.includes(' act '))).toEqual([
      'SEARCH act USING COVERING INDEX activities_covering (account_id=? AND started_at>? AND started_at<?)',
    ])
    expect(details.filter(detail => detail.startsWith('SCAN'))).toEqual([])
  })
})
