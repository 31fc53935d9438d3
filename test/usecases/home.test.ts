import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MemberHome } from '#domain/organization/home-card.ts'
import { DAY_MS, instant, zone } from '#kernel/instant.ts'
import { ask } from '#usecases/ask.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { showHome } from '#usecases/home/show-home.ts'
import { inviteAthlete } from '#usecases/invitation/invite-athlete.ts'
import { perform } from '#usecases/perform.ts'
import { putInGroup, setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { person } from '../fixtures/test-people.ts'
import { putRun } from '../fixtures/test-runs.ts'

describe('the Home tab', () => {
  let engine: TestEngine
  let club: TestClub

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    const made = await perform(engine, by('UHEAD'), createGroup, {
      name: 'Track',
      description: '',
      privacy: 'private',
    })
    if (!made.ok) throw new Error('no group')
    await putInGroup(engine, club, made.value.id, club.accounts.UANA, false)
  })
  afterEach(() => engine.close())

  it('shows a coach the club: athletes, who ran, groups, who has not answered', async () => {
    await perform(engine, by('UHEAD'), inviteAthlete, { person: person('UNORA', 'Nora'), groupName: 'Track' })
    await putRun(engine, club, club.accounts.UANA, instant(TEST_NOW - 6 * DAY_MS))
    await putRun(engine, club, club.accounts.UBEN, instant(TEST_NOW - 8 * DAY_MS))
    for (const who of ['UHEAD', 'UASSIST']) {
      const { club: seen, week } = await homeOf(who)
      expect(week).toBeNull()
      expect(seen).toMatchObject({
        totalAthletes: 2,
        unassignedCount: 1,
        activeThisWeek: 1,
        groups: [{ group: { name: 'Track' }, members: 1 }],
        pending: [{ name: 'Nora', groupName: 'Track' }],
        nextPosts: [],
      })
    }
  })

  it('counts nobody for a run that they hid', async () => {
    await putRun(engine, club, club.accounts.UANA, TEST_NOW, { visibility: 'hide' })
    expect((await homeOf('UHEAD')).club).toMatchObject({ activeThisWeek: 0 })
  })

  it('shows an athlete their own week from Monday in their own zone, hidden runs too', async () => {
    await putRun(engine, club, club.accounts.UANA, '2026-11-15T22:59:00Z', { km: 1 })
    await putRun(engine, club, club.accounts.UANA, '2026-11-15T23:00:00Z', { km: 2 })
    await putRun(engine, club, club.accounts.UANA, '2026-11-18T08:00:00Z', { km: 4, visibility: 'hide' })
    await putRun(engine, club, club.accounts.UBEN, '2026-11-18T08:00:00Z', { km: 8 })
    const card = await homeOf('UANA')
    expect(card.club).toBeNull()
    expect(card.week).toMatchObject({
      from: '2026-11-16',
      today: '2026-11-20',
      distanceCm: 600_000,
      groups: [{ group: { name: 'Track' }, isShared: false }],
    })
    expect(card.week?.runs).toHaveLength(2)
  })

  it('counts a run on the day of the zone in which it was run', async () => {
    const kiritimati = zone('Pacific/Kiritimati')
    await putRun(engine, club, club.accounts.UANA, '2026-11-15T11:00:00Z', { zone: kiritimati })
    expect((await homeOf('UANA')).week?.runs).toMatchObject([{ localOn: '2026-11-16' }])
  })

  it('shows somebody suspended their own week, and a suspended coach no club', async () => {
    await setStatus(engine, club.accounts.UANA, 'suspended')
    await setStatus(engine, club.accounts.UASSIST, 'suspended')
    expect(await homeOf('UANA')).toMatchObject({ isSuspended: true, week: { runs: [] } })
    expect(await homeOf('UASSIST')).toMatchObject({ isSuspended: true, club: null })
  })

  async function homeOf(who: string): Promise<MemberHome> {
    const card = await ask(engine, by(who).who, showHome, {})
    if (!card.ok || card.value.kind !== 'member') throw new Error('not a member')
    return card.value
  }
})
