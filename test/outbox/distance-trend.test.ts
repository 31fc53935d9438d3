import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_SWITCHES } from '#domain/privacy/privacy-switches.ts'
import { perform } from '#usecases/perform.ts'
import { setPrivacy } from '#usecases/privacy/set-privacy.ts'
import { askForTrend } from '#usecases/roster/ask-for-trend.ts'
import { type DeliveringClub, deliveringClub } from '../fixtures/delivering-club.ts'
import { setStatus } from '../fixtures/test-club.ts'
import { by } from '../fixtures/test-engine.ts'
import { putRun } from '../fixtures/test-runs.ts'

describe('an athlete’s weeks as a picture', () => {
  let at: DeliveringClub

  beforeEach(async () => {
    at = await deliveringClub()
    await putRun(at.engine, at.club, at.club.accounts.UANA, '2026-11-03T17:00:00Z', { km: 12 })
  })
  afterEach(() => at.close())

  const ask = (who: string, athleteId: string | null) =>
    perform(at.engine, by(who), askForTrend, { athleteId })
  const sent = async () => {
    await at.outbox.drain()
    return JSON.stringify(at.slack.posts)
  }

  it('comes to the coach who asks, with every number in its alt text', async () => {
    expect(await ask('UHEAD', at.club.accounts.UANA)).toMatchObject({ ok: true })
    const posts = await sent()
    expect(posts).toContain('Ana, week by week')
    expect(posts).toMatch(
      /"alt_text":"Column chart: Ana, week by week\. .*2 Nov 12\.0 km; 9 Nov 0\.0 km; 16 Nov 8\.2 km"/,
    )
    expect(posts).toContain('*20.2 km* in 12 weeks, 1.7 km a week on average.')
    expect(at.chart.drawn).toBe(1)
  })

  it('comes to the athlete in their own units, also while they are suspended', async () => {
    await setStatus(at.engine, at.club.accounts.UANA, 'suspended')
    await at.engine.db
      .insertInto('athlete_profiles')
      .values({
        organization_id: at.club.organizationId,
        account_id: at.club.accounts.UANA,
        units: 'mi',
        updated_at: 0,
      })
      .execute()
    expect(await ask('UANA', null)).toMatchObject({ ok: true })
    const posts = await sent()
    expect(posts).toContain('My running, week by week')
    expect(posts).toContain('2 Nov 7.5 mi')
    expect(posts).not.toMatch(/\d km/)
  })

  it('says so in words where there is nothing to draw, or no picture can be drawn', async () => {
    await ask('UBEN', null)
    expect(await sent()).toContain('No runs in the last 12 weeks.')
    at.chart.isAvailable = false
    await ask('UANA', null)
    expect(await sent()).toContain('16 Nov 8.2 km')
  })

  it.each([
    ['UBEN', 'not-a-coach'],
    ['USTRANGER', 'not-a-member'],
  ])('is refused to %s, and nothing was written', async (who, code) => {
    expect(await ask(who, at.club.accounts.UANA)).toMatchObject({ refusal: { code } })
    expect(await at.rows()).toEqual([])
  })

  it('is refused where the athlete shows no coach their runs, and not sent when they stop meanwhile', async () => {
    await ask('UHEAD', at.club.accounts.UANA)
    const switches = { ...DEFAULT_SWITCHES, withCoach: false }
    await perform(at.engine, by('UANA'), setPrivacy, { switches, groups: [] })
    expect(await sent()).not.toContain('week by week')
    expect(await ask('UHEAD', at.club.accounts.UANA)).toMatchObject({ refusal: { code: 'metrics-hidden' } })
  })
})
