import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type LocalTime, localDay, zone } from '#kernel/instant.ts'
import { upsertAccount } from '#store/account-store.ts'
import { logForm } from '#usecases/activity/log-form.ts'
import { ask } from '#usecases/ask.ts'
import { listAthletesToRecompute, recomputeLoads } from '#usecases/metrics/recompute-loads.ts'
import { perform } from '#usecases/perform.ts'
import { type EditProfile, editProfile, showOwnProfile } from '#usecases/roster/edit-profile.ts'
import { showAthlete } from '#usecases/roster/show-athlete.ts'
import { viewerUnits } from '#usecases/viewer-units.ts'
import { type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, TEST_TEAM, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

const EMPTY: EditProfile = {
  goalRaceName: '',
  goalRaceOn: null,
  targetPace: '',
  units: 'km',
  zone: 'Europe/Oslo',
  birthYear: '',
  maxHeartRate: '',
  restingHeartRate: '',
  thresholdHeartRate: '',
  ageGrading: null,
}

describe('an athlete’s profile', () => {
  let engine: TestEngine
  let club: TestClub

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
  })
  afterEach(() => engine.close())

  const edit = (who: string, given: Partial<EditProfile>) =>
    perform(engine, by(who), editProfile, { ...EMPTY, ...given })

  it('is kept, shows the coach the goal, and stays out of the audit', async () => {
    const done = await edit('UANA', {
      goalRaceName: 'Oslo Marathon',
      goalRaceOn: localDay('2027-09-18'),
      targetPace: '8:03/mi',
      maxHeartRate: '191',
      restingHeartRate: '48',
    })
    expect(done.ok && done.value.profile.targetPaceMsPerKm).toBe(300_122)
    const card = await ask(engine, by('UHEAD').who, showAthlete, { accountId: club.accounts.UANA })
    expect(card.ok && card.value.goal).toEqual({
      name: 'Oslo Marathon',
      on: '2027-09-18',
      paceMsPerKm: 300_122,
    })
    const details = await engine.db.selectFrom('audit_details').select('detail_json').execute()
    expect(details.map(row => row.detail_json).join()).toContain('maximum heart rate')
    expect(details.map(row => row.detail_json).join()).not.toMatch(/191|Oslo Marathon/)
  })

  it.each([
    [{ targetPace: 'fast' }, 'target-pace-wrong'],
    [{ targetPace: '1:30' }, 'target-pace-wrong'],
    [{ birthYear: '1815' }, 'profile-number-wrong'],
    [{ birthYear: '2025' }, 'profile-number-wrong'],
    [{ maxHeartRate: '300' }, 'profile-number-wrong'],
    [{ restingHeartRate: '5O' }, 'profile-number-wrong'],
    [{ thresholdHeartRate: '180', maxHeartRate: '170' }, 'heart-rates-out-of-order'],
    [{ goalRaceOn: localDay('2026-11-19') }, 'race-over'],
    [{ goalRaceName: 'x'.repeat(81) }, 'race-name-too-long'],
    [{ zone: 'Europe/Atlantis' }, 'zone-unknown'],
  ])('refuses %j, and nothing is written', async (given, code) => {
    const before = await wholeDatabase(engine)
    expect(await edit('UANA', given)).toMatchObject({ refusal: { code } })
    expect(await wholeDatabase(engine)).toEqual(before)
  })

  it('lets the effort scores of today follow other heart rates, and those of before stand', async () => {
    const runs = ['2026-11-19', '2026-11-20'].map(on => ({ on: localDay(on), at: '07:00' as LocalTime }))
    for (const { on, at } of runs) {
      const run = {
        name: '',
        distanceCm: 1_000_000,
        durationMs: 3_000_000,
        subType: 'ride' as const,
        on,
        at,
      }
      const logged = await perform(engine, by('UANA'), logForm, { ...run, note: '', isAgain: false })
      if (!logged.ok) throw new Error(logged.refusal.code)
    }
    await engine.db.updateTable('activities').set({ average_heart_rate: 150, max_heart_rate: 170 }).execute()
    const scores = async () =>
      (
        await engine.db.selectFrom('activities').select('effort_score_milli').orderBy('local_on').execute()
      ).map(row => row.effort_score_milli)
    const who = { organizationId: club.organizationId, athleteId: club.accounts.UANA }
    const tick = () =>
      perform(
        engine,
        { who: { kind: 'system', organizationId: club.organizationId }, surface: 'clock' },
        recomputeLoads,
        who,
      )
    await edit('UANA', { maxHeartRate: '190', restingHeartRate: '50' })
    await tick()
    const before = await scores()
    await edit('UANA', { maxHeartRate: '205', restingHeartRate: '50' })
    await tick()
    const after = await scores()
    expect(after[0]).toBe(before[0])
    expect(after[1]).toBeLessThan(before[1] ?? 0)
    await edit('UANA', { maxHeartRate: '205', restingHeartRate: '50', goalRaceName: 'Oslo' })
    expect(await listAthletesToRecompute(engine)).toEqual([])
  })

  it('keeps the units, which count as chosen from then on, and whose pace reads the same', async () => {
    const missing = async () => {
      const own = await ask(engine, by('UANA').who, showOwnProfile, {})
      return own.ok ? own.value.quality.missing : []
    }
    expect(await missing()).toContain('units')
    await edit('UANA', { targetPace: '5:30' })
    const saved = await edit('UANA', { targetPace: '8:51 /mi', units: 'mi' })
    expect(saved.ok && saved.value.profile).toMatchObject({ units: 'mi', targetPaceMsPerKm: 330_000 })
    expect(await missing()).not.toContain('units')
    expect(await viewerUnits(engine, by('UANA').who)).toBe('mi')
    expect(await viewerUnits(engine, by('UBEN').who)).toBe('km')
  })

  it('has a zone of its own, which Slack does not overwrite', async () => {
    await edit('UANA', { zone: 'America/New_York' })
    const fromSlack = async (slackUserId: string) =>
      engine.db.transaction().execute(tx =>
        upsertAccount(
          tx,
          engine.newId,
          {
            slackTeamId: TEST_TEAM,
            slackUserId,
            displayName: 'Somebody',
            zone: zone('Asia/Tokyo'),
            isDeactivated: false,
          },
          TEST_NOW,
        ),
      )
    await fromSlack('UANA')
    await fromSlack('UBEN')
    const zoneOf = async (who: string) => {
      const own = await ask(engine, by(who).who, showOwnProfile, {})
      return own.ok && own.value.zone
    }
    expect(await zoneOf('UANA')).toBe('America/New_York')
    expect(await zoneOf('UBEN')).toBe('Asia/Tokyo')
  })

  it('is for athletes', async () => {
    expect(await edit('UHEAD', {})).toMatchObject({ refusal: { code: 'not-an-athlete' } })
    expect(await edit('USTRANGER', {})).toMatchObject({ refusal: { code: 'not-a-member' } })
  })
})
