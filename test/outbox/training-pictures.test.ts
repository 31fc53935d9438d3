import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_SWITCHES } from '#domain/privacy/privacy-switches.ts'
import { localDay, zone } from '#kernel/instant.ts'
import { ask } from '#usecases/ask.ts'
import { askForLoadPicture } from '#usecases/metrics/ask-for-load-picture.ts'
import { loadHistory } from '#usecases/metrics/load-history.ts'
import { perform } from '#usecases/perform.ts'
import { setPrivacy } from '#usecases/privacy/set-privacy.ts'
import { showAthlete } from '#usecases/roster/show-athlete.ts'
import { askForWeeks } from '#usecases/stats/ask-for-weeks.ts'
import { type DeliveringClub, deliveringClub } from '../fixtures/delivering-club.ts'
import { joinClub, putInGroup, setStatus } from '../fixtures/test-club.ts'
import { by } from '../fixtures/test-engine.ts'
import { putRun, type RunGiven } from '../fixtures/test-runs.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

describe('pictures of training', () => {
  let at: DeliveringClub

  beforeEach(async () => {
    at = await deliveringClub()
    await at.engine.db
      .updateTable('group_memberships')
      .set({ joined_at: Date.parse('2026-01-01') })
      .execute()
  })
  afterEach(() => at.close())

  const sent = async () => {
    await at.outbox.drain()
    return JSON.stringify(at.slack.posts)
  }
  /** A run of Ana's worth so many points. */
  async function loaded(on: string, points: number, given: RunGiven = {}): Promise<void> {
    const id = await putRun(at.engine, at.club, at.club.accounts.UANA, `${on}T06:00:00Z`, given)
    await at.engine.db
      .updateTable('activities')
      .set({ vdot_load_milli: points * 1_000 })
      .where('id', '=', id)
      .execute()
  }
  const hide = (switches: object, who = 'UANA') =>
    perform(at.engine, by(who), setPrivacy, {
      switches: { ...DEFAULT_SWITCHES, ...switches },
      groups: [],
    })

  describe('load, fitness, fatigue and form', () => {
    const askLoad = (who: string, athleteId: string | null) =>
      perform(at.engine, by(who), askForLoadPicture, { athleteId })

    it('come to the athlete with their numbers in the alt text', async () => {
      await loaded('2026-11-10', 42)
      await loaded('2026-11-19', 21)
      expect(await askLoad('UANA', null)).toMatchObject({ ok: true })
      const posts = await sent()
      expect(posts).toContain('My training load')
      expect(posts).toMatch(/"alt_text":"Chart of daily load.*seven days to 20 Nov: load 21\.0, fitness/)
      expect(posts).toContain('"channel":"DANA"')
      expect(at.chart.drawn).toBe(1)
    })

    it('end where the athlete card of their coach stands, and leave out what that coach may not see', async () => {
      for (let day = 1; day <= 28; day += 3) {
        await loaded(`2026-0${(day % 6) + 4}-${String(day).padStart(2, '0')}`, day)
      }
      await loaded('2026-11-18', 50, { visibility: 'hide' })
      await loaded('2026-11-19', 20, { visibility: 'coach-only' })
      const { organizationId, accounts } = at.club
      const seen = (viewerId: string) =>
        loadHistory(
          at.engine.db,
          organizationId,
          { athleteId: accounts.UANA, viewerId: viewerId as typeof accounts.UANA },
          at.engine.businessNow(),
        )
      const head = await seen(accounts.UHEAD)
      expect(head?.days).toHaveLength(90)
      expect(head?.days.slice(-3).map(day => day.load)).toEqual([0, 20, 0])
      expect((await seen(accounts.UANA))?.days.slice(-3).map(day => day.load)).toEqual([50, 20, 0])
      const card = await ask(at.engine, by('UHEAD').who, showAthlete, { accountId: accounts.UANA })
      const last = head?.days.at(-1)
      expect(card).toMatchObject({
        value: { training: { form: { fitness: last?.fitness, fatigue: last?.fatigue, form: last?.form } } },
      })
      expect(await seen(accounts.UBEN)).toBeNull()
    })

    it('are refused to others, and nothing was written', async () => {
      const before = await wholeDatabase(at.engine)
      expect(await askLoad('UBEN', at.club.accounts.UANA)).toMatchObject({ refusal: { code: 'not-a-coach' } })
      expect(await askLoad('USTRANGER', null)).toMatchObject({ refusal: { code: 'not-a-member' } })
      expect(await askLoad('UHEAD', 'nobody')).toMatchObject({ refusal: { code: 'person-not-in-club' } })
      expect(await wholeDatabase(at.engine)).toEqual(before)
    })

    it('are not sent to a coach from whom they are hidden meanwhile, and refused to them after', async () => {
      await loaded('2026-11-10', 42)
      expect(await askLoad('UHEAD', at.club.accounts.UANA)).toMatchObject({ ok: true })
      await hide({ withCoach: false })
      expect(await sent()).not.toContain('Training load')
      expect(await askLoad('UHEAD', at.club.accounts.UANA)).toMatchObject({
        refusal: { code: 'metrics-hidden' },
      })
    })

    it('say so in words while there is nothing to draw', async () => {
      await askLoad('UBEN', null)
      expect(await sent()).toContain('No load yet')
      expect(at.chart.drawn).toBe(0)
    })
  })

  describe('the weeks of a group', () => {
    const askWeeks = (who: string, given: object = {}) =>
      perform(at.engine, by(who), askForWeeks, {
        groupId: at.groupId,
        until: localDay('2026-11-20'),
        zone: zone('Europe/Oslo'),
        ...given,
      })

    it('name the seven who ran farthest, and sum up the rest', async () => {
      for (let index = 0; index < 9; index += 1) {
        const accountId = await joinClub(at.engine, at.club, `UM${index}`, `Member ${index}`)
        await putInGroup(at.engine, at.club, at.groupId, accountId)
        await putRun(at.engine, at.club, accountId, '2026-11-04T06:00:00Z', { km: 20 + index })
      }
      await at.engine.db.updateTable('group_memberships').set({ joined_at: 0, is_shared: 1 }).execute()
      expect(await askWeeks('UANA')).toMatchObject({ ok: true })
      const posts = await sent()
      expect(posts).toContain('1. Member 8: 28.0 km')
      expect(posts).toContain('7. Member 2: 22.0 km')
      // Two of the nine, and Ana with her 8.2 km.
      expect(posts).toContain('3 others: 49.2 km')
      expect(posts).not.toContain('Member 1')
      expect(posts).toMatch(/"alt_text":"Stacked columns a week: .*week of 2 Nov: 216; /)
    })

    it('show members only what is shared, and the coach what is for coaches too', async () => {
      await putRun(at.engine, at.club, at.club.accounts.UBEN, '2026-11-12T06:00:00Z', {
        km: 11,
        visibility: 'coach-only',
      })
      await at.engine.db.updateTable('group_memberships').set({ is_shared: 1 }).execute()
      await askWeeks('UANA')
      expect(await sent()).not.toContain('Ben')
      await askWeeks('UHEAD')
      expect(await sent()).toContain('1. Ben: 11.0 km')
    })

    it('leave out who hides from boards by the time they are sent', async () => {
      await at.engine.db.updateTable('group_memberships').set({ is_shared: 1 }).execute()
      await askWeeks('UBEN')
      await hide({ onLeaderboards: false })
      const posts = await sent()
      expect(posts).toContain('No runs in these 8 weeks that you may see.')
      expect(posts).not.toContain('Ana')
    })

    it('are refused to who is not of the group, and to strange days; nothing was written', async () => {
      await joinClub(at.engine, at.club, 'UOUT', 'Out')
      await setStatus(at.engine, at.club.accounts.UBEN, 'suspended')
      const before = await wholeDatabase(at.engine)
      expect(await askWeeks('UOUT')).toMatchObject({ ok: false })
      expect(await askWeeks('UBEN')).toMatchObject({ refusal: { code: 'suspended' } })
      expect(await askWeeks('UHEAD', { groupId: 'none' })).toMatchObject({ ok: false })
      expect(await wholeDatabase(at.engine)).toEqual(before)
    })
  })
})
