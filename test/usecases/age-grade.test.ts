import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AgeGradeTable } from '#domain/metrics/age-grade.ts'
import type { GroupId } from '#kernel/ids.ts'
import { replaceAgeGradeTable } from '#store/age-grade-store.ts'
import { ask } from '#usecases/ask.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { showLeaderboard } from '#usecases/leaderboard/show-leaderboard.ts'
import { perform } from '#usecases/perform.ts'
import { type EditProfile, editProfile } from '#usecases/roster/edit-profile.ts'
import { setSchedule } from '#usecases/schedule/set-schedule.ts'
import { leaderboardShown } from '#views/leaderboard.ts'
import { putInGroup, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { putRun } from '../fixtures/test-runs.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

const TABLE: AgeGradeTable = {
  meters: [5_000, 10_000],
  standards: { male: { 50: [860, 1_783] }, female: { 50: [960, 1_956], 51: [970, 1_980] } },
}

const TYPED: EditProfile = {
  goalRaceName: '',
  goalRaceOn: null,
  targetPace: '',
  units: 'km',
  zone: 'Europe/Oslo',
  birthYear: '1976',
  maxHeartRate: '',
  restingHeartRate: '',
  thresholdHeartRate: '',
  ageGrading: null,
}

describe('ranking by age grade', () => {
  let engine: TestEngine
  let club: TestClub
  let groupId: GroupId
  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    const group = { name: 'Track', description: '', privacy: 'public' } as const
    const made = await perform(engine, by('UHEAD'), createGroup, group)
    if (!made.ok) throw new Error('no group')
    groupId = made.value.id
    for (const account of [club.accounts.UANA, club.accounts.UBEN]) {
      await putInGroup(engine, club, groupId, account)
    }
    await engine.db.transaction().execute(tx => replaceAgeGradeTable(tx, TABLE))
  })
  afterEach(() => engine.close())

  const board = (who = 'UHEAD') =>
    ask(engine, by(who).who, showLeaderboard, { groupId, range: '7d', metric: 'age grade' })
  const standings = async (who?: string) => {
    const shown = await board(who)
    if (!shown.ok) throw new Error(shown.refusal.code)
    return shown.value.standings.map(({ rank, facts, score }) => [rank, facts.name, score])
  }
  const choose = (who: string, profile: Partial<EditProfile>) =>
    perform(engine, by(who), editProfile, { ...TYPED, ...profile })

  it('takes the best race of the days, of those alone who chose a table', async () => {
    const { UANA: ana, UBEN: ben } = club.accounts
    await putRun(engine, club, ana, '2026-11-15T09:00:00Z', { subType: 'race', km: 10, minutes: 45 })
    await putRun(engine, club, ana, '2026-11-17T09:00:00Z', { subType: 'race', km: 5, minutes: 30 })
    await putRun(engine, club, ana, '2026-11-18T09:00:00Z', { subType: 'tempo', km: 10, minutes: 35 })
    await putRun(engine, club, ana, '2026-10-18T09:00:00Z', { subType: 'race', km: 10, minutes: 35 })
    await putRun(engine, club, ben, '2026-11-15T09:00:00Z', { subType: 'race', km: 10, minutes: 40 })
    expect(await standings()).toEqual([])
    await choose('UANA', { ageGrading: 'female' })
    expect(await standings()).toEqual([[1, 'Ana', 724]])
    await choose('UBEN', { ageGrading: 'male' })
    expect(await standings()).toEqual([
      [1, 'Ben', 743],
      [2, 'Ana', 724],
    ])
    await choose('UBEN', { ageGrading: null })
    expect(await standings()).toEqual([[1, 'Ana', 724]])
  })

  it('says why there is nobody on it, instead of an empty chart', async () => {
    const shown = await board()
    if (!shown.ok) throw new Error(shown.refusal.code)
    expect(leaderboardShown(shown.value).text).toContain(
      'Nobody can be ranked by age grade in these days: 2 without a graded race. It takes a run marked as a race',
    )
  })

  it('says to one decimal what the grade is', async () => {
    await putRun(engine, club, club.accounts.UANA, '2026-11-15T09:00:00Z', {
      subType: 'race',
      km: 10,
      minutes: 45,
    })
    await choose('UANA', { ageGrading: 'female' })
    const shown = await board('UANA')
    if (!shown.ok) throw new Error(shown.refusal.code)
    expect(leaderboardShown(shown.value).text).toContain('Ana, 72.4 %')
  })

  it('leaves out whoever keeps their pace to themselves, but not from their own eyes', async () => {
    const ana = club.accounts.UANA
    await putRun(engine, club, ana, '2026-11-15T09:00:00Z', { subType: 'race', km: 10, minutes: 45 })
    await choose('UANA', { ageGrading: 'female' })
    await engine.db
      .insertInto('privacy_settings')
      .values({
        organization_id: club.organizationId,
        account_id: ana,
        is_shown: 1,
        with_coach: 1,
        on_leaderboards: 1,
        shows_pace: 0,
        shows_heart_rate: 1,
        shows_race_goal: 1,
        shows_profile: 1,
        updated_at: 0,
      })
      .execute()
    expect(await standings('UBEN')).toEqual([])
    expect(await standings('UANA')).toEqual([[1, 'Ana', 724]])
  })

  it('is refused without a table, and nothing is written', async () => {
    await engine.db.transaction().execute(tx => replaceAgeGradeTable(tx, null))
    expect(await board()).toEqual({ ok: false, refusal: { code: 'no-age-grades' } })
    const before = await wholeDatabase(engine)
    const set = {
      groupId,
      channelId: 'C1',
      weekday: 1,
      time: '09:00',
      zone: null,
      metric: 'age-grade',
    } as const
    const refused = await perform(engine, by('UHEAD'), setSchedule, set as never)
    expect(refused).toEqual({ ok: false, refusal: { code: 'no-age-grades' } })
    expect(await wholeDatabase(engine)).toEqual(before)
  })

  it('needs a birth year, and nothing is written', async () => {
    const before = await wholeDatabase(engine)
    expect(await choose('UANA', { ageGrading: 'female', birthYear: '' })).toEqual({
      ok: false,
      refusal: { code: 'birth-year-for-grading' },
    })
    expect(await wholeDatabase(engine)).toEqual(before)
  })
})
