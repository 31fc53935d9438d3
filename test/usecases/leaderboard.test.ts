import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_SWITCHES } from '#domain/privacy/privacy-switches.ts'
import type { GroupId } from '#kernel/ids.ts'
import { instant, zone } from '#kernel/instant.ts'
import { insertAssignment } from '#store/coach-store.ts'
import { ask } from '#usecases/ask.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { listBoardGroups } from '#usecases/leaderboard/list-board-groups.ts'
import { requestLeaderboard } from '#usecases/leaderboard/request-leaderboard.ts'
import { showLeaderboard } from '#usecases/leaderboard/show-leaderboard.ts'
import { perform } from '#usecases/perform.ts'
import { setPrivacy } from '#usecases/privacy/set-privacy.ts'
import { joinClub, putInGroup, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { putRun } from '../fixtures/test-runs.ts'

describe('a leaderboard', () => {
  let engine: TestEngine
  let club: TestClub
  let groupId: GroupId

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    const made = await perform(engine, by(club.headCoach), createGroup, {
      name: 'Secret Squad',
      description: '',
      privacy: 'private',
    })
    if (!made.ok) throw new Error('no group')
    groupId = made.value.id
    await putInGroup(engine, club, groupId, club.accounts.UANA, true)
    await putRun(engine, club, club.accounts.UANA, '2026-11-18T06:00:00Z', { km: 12 })
  })
  afterEach(() => engine.close())

  const show = (who: string, words: { range?: string; metric?: string; groupName?: string } = {}) =>
    ask(engine, by(who).who, showLeaderboard, {
      groupName: 'secret squad',
      range: null,
      metric: null,
      ...words,
    })
  const request = (who: string, words: { range?: string; metric?: string } = {}) =>
    perform(engine, by(who), requestLeaderboard, {
      groupId,
      range: null,
      metric: null,
      channelId: 'C0RUN',
      ...words,
    })

  it('is shown to coaches and members, by name in any letter case', async () => {
    const expected = {
      ok: true,
      value: { groupName: 'Secret Squad', standings: [{ rank: 1, score: 1_200_000 }], sharing: 1, total: 1 },
    }
    expect(await show(club.assistant)).toMatchObject(expected)
    expect(await show(club.ana)).toMatchObject(expected)
  })

  it('shows an assistant coach their own athletes, and of the others what the group sees', async () => {
    const { UBEN, UASSIST } = club.accounts
    const cleo = await joinClub(engine, club, 'UCLEO', 'Cleo')
    for (const account of [UBEN, cleo]) {
      await putInGroup(engine, club, groupId, account, false)
      await putRun(engine, club, account, '2026-11-18T06:00:00Z', { km: 5 })
    }
    await engine.db
      .transaction()
      .execute(tx =>
        insertAssignment(
          tx,
          engine.newId,
          { organizationId: club.organizationId, coachId: UASSIST, athleteId: UBEN },
          TEST_NOW,
        ),
      )
    const names = async (who: string) => {
      const board = await show(who)
      return board.ok
        ? {
            names: board.value.standings.map(each => each.facts.name).sort(),
            total: board.value.total,
            sharing: board.value.sharing,
          }
        : board
    }
    const counted = { total: 3, sharing: 1 }
    expect(await names(club.headCoach)).toEqual({ names: ['Ana', 'Ben', 'Cleo'], ...counted })
    expect(await names(club.assistant)).toEqual({ names: ['Ana', 'Ben'], ...counted })
    await perform(engine, by('UBEN'), setPrivacy, {
      switches: { ...DEFAULT_SWITCHES, withCoach: false },
      groups: [],
    })
    expect(await names(club.assistant)).toEqual({ names: ['Ana'], ...counted })
    expect(await names(club.headCoach)).toEqual({ names: ['Ana', 'Cleo'], ...counted })
  })

  it('of a private group is as unknown to others as a group that is not there', async () => {
    for (const groupName of ['Secret Squad', 'Sekret Squad']) {
      expect(await show(club.ben, { groupName })).toEqual({
        ok: false,
        refusal: { code: 'group-unknown', name: groupName, suggestion: null },
      })
    }
    expect(await show(club.headCoach, { groupName: 'Sekret Squad' })).toMatchObject({
      refusal: { suggestion: 'Secret Squad' },
    })
    expect(await request(club.ben)).toEqual({ ok: false, refusal: { code: 'group-gone' } })
  })

  it('of a public group is for its members', async () => {
    await engine.db.updateTable('groups').set({ privacy: 'public' }).execute()
    expect(await show(club.ben)).toEqual({
      ok: false,
      refusal: { code: 'board-for-members', name: 'Secret Squad' },
    })
  })

  it('goes by the reader’s own days', async () => {
    await engine.db
      .updateTable('accounts')
      .set({ zone: 'Pacific/Auckland' })
      .where('id', '=', club.accounts.UANA)
      .execute()
    // In Auckland it is Saturday already, and last Saturday's early run is out of the seven days.
    await putRun(engine, club, club.accounts.UANA, '2026-11-14T09:00:00Z', { km: 1 })
    expect(await show(club.ana)).toMatchObject({
      value: { zone: zone('Pacific/Auckland'), standings: [{ score: 1_200_000 }] },
    })
    expect(await show(club.headCoach)).toMatchObject({
      value: { standings: [{ score: 1_300_000 }] },
    })
  })

  it('refuses days and measures that nobody understands', async () => {
    expect(await show(club.headCoach, { range: 'someday' })).toMatchObject({
      refusal: { code: 'unknown-range' },
    })
    expect(await show(club.headCoach, { metric: 'distanse' })).toEqual({
      ok: false,
      refusal: { code: 'metric-unknown', text: 'distanse', suggestion: 'distance' },
    })
  })

  it('is asked for by a coach, for the days of the club’s zone, with one audit entry and one message', async () => {
    await engine.db.updateTable('accounts').set({ zone: 'Pacific/Auckland' }).execute()
    engine.setNow(instant(Date.parse('2026-11-20T22:30:00Z')))
    const done = await request(club.headCoach, { metric: 'km' })
    expect(done).toMatchObject({
      ok: true,
      value: {
        request: { from: '2026-11-14', to: '2026-11-20', zone: 'Europe/Oslo', metric: 'distance' },
      },
    })
    const rows = await engine.db.selectFrom('outbox').select(['kind', 'recipient']).execute()
    expect(rows).toEqual([{ kind: 'leaderboard', recipient: 'C0RUN' }])
    const entries = await engine.db
      .selectFrom('audit_entries')
      .select('action')
      .where('action', '=', 'leaderboard.requested')
      .execute()
    expect(entries).toHaveLength(1)
  })

  it('is asked for by its owner, and by no other athlete', async () => {
    expect(await request(club.ana)).toEqual({ ok: false, refusal: { code: 'not-a-board-poster' } })
    expect(await engine.db.selectFrom('outbox').selectAll().execute()).toEqual([])
    await engine.db.updateTable('groups').set({ owner_id: club.accounts.UBEN }).execute()
    expect((await request(club.ben)).ok).toBe(true)
  })

  it('is offered for the groups one may see, and for posting where one may', async () => {
    const offered = async (who: string) => {
      const found = await ask(engine, by(who).who, listBoardGroups, {})
      return found.ok && [found.value.groups.length, found.value.postable.length]
    }
    expect(await offered(club.headCoach)).toEqual([1, 1])
    expect(await offered(club.ana)).toEqual([1, 0])
    expect(await offered(club.ben)).toEqual([0, 0])
    await engine.db.updateTable('groups').set({ privacy: 'public' }).execute()
    expect(await offered(club.ben)).toEqual([0, 0])
  })
})
