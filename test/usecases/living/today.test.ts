import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_SWITCHES } from '#domain/privacy/privacy-switches.ts'
import { localDay } from '#kernel/instant.ts'
import { insertAssignment } from '#store/coach-store.ts'
import { ask } from '#usecases/ask.ts'
import { enterVdot } from '#usecases/metrics/enter-vdot.ts'
import { perform } from '#usecases/perform.ts'
import { changeEnrollment } from '#usecases/plan/change-enrollment.ts'
import { showDay, showTrainingWeek } from '#usecases/plan/living/show-day.ts'
import { myPlanWeek } from '#usecases/plan/my-plan-week.ts'
import { setPrivacy } from '#usecases/privacy/set-privacy.ts'
import { dayShown } from '#views/today.ts'
import { weekShown } from '#views/training-week.ts'
import { checkedMessage } from '../../fixtures/checked-view.ts'
import { putOnPlan } from '../../fixtures/planned-athlete.ts'
import { type TestClub, testClub } from '../../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../../fixtures/test-engine.ts'
import { putRun } from '../../fixtures/test-runs.ts'

const FRIDAY = localDay('2026-11-20')
const ANA = { slackUserId: 'UANA', name: 'Ana' }
const TEXT = `Week 1
Mon 8km easy
Fri 2km easy + 6x800m @z5 r400m jog + 2km easy // spikes if dry
Sat 30min easy
Sun 16km easy`

describe('the days of an athlete', () => {
  let engine: TestEngine
  let club: TestClub
  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
  })
  afterEach(() => engine.close())

  const onPlan = () => putOnPlan(engine, { text: TEXT, start: { kind: 'start', on: FRIDAY } })
  const day = async (who = 'UANA', input = {}) => {
    const shown = await ask(engine, by(who).who, showDay, { athlete: null, on: null, ...input })
    if (!shown.ok) return shown.refusal.code
    expect(checkedMessage(dayShown(shown.value))).toEqual([])
    return JSON.stringify(dayShown(shown.value))
  }

  it('say whom to ask where there is no plan', async () => {
    expect(await day()).toContain('Ask your coach or Coach Mara for one')
    const week = await ask(engine, by('UANA').who, showTrainingWeek, { athlete: null, on: null })
    expect(week.ok && weekShown(week.value).text).toContain('You are on no plan yet')
  })

  it('count the plan’s weeks at the day that is shown', async () => {
    await putOnPlan(engine, { text: `${TEXT}\nWeek 2\nMon 5km easy`, start: { kind: 'start', on: FRIDAY } })
    expect(await day()).toContain('week 1 of 2')
    const monday = localDay('2026-11-23')
    expect(await day('UANA', { on: monday })).toContain('week 2 of 2')
    const week = await ask(engine, by('UANA').who, showTrainingWeek, { athlete: null, on: monday })
    expect(week.ok && weekShown(week.value).text).toContain('week 2 of 2')
    const ahead = await ask(engine, by('UANA').who, myPlanWeek, { weeksAhead: 1 })
    expect(ahead.ok && ahead.value.plans).toMatchObject([{ week: 2 }])
  })

  it('show the session at the athlete’s own paces, and what is done', async () => {
    await onPlan()
    expect(await day()).toMatch(/6 ×.*800 m {2}z5\\n/)
    await perform(engine, by('UANA'), enterVdot, { athlete: null, text: '5km 21:00' })
    await putRun(engine, club, club.accounts.UANA, TEST_NOW)
    const shown = await day()
    expect(shown).toMatch(/800 m {2}z5 · 4:\d\d \/km/)
    expect(shown).toContain('spikes if dry')
    expect(shown).toContain('*Done*')
    expect(await day('UANA', { on: localDay('2026-11-19') })).toContain('begins on Fri 20 Nov')
    expect(await day('UANA', { on: localDay('2026-11-21') })).toContain('Tomorrow, Sat 21 Nov')
  })

  it('say of a week what is planned, what is done and what each comes to', async () => {
    await onPlan()
    await putRun(engine, club, club.accounts.UANA, TEST_NOW)
    const week = await ask(engine, by('UANA').who, showTrainingWeek, { athlete: null, on: null })
    if (!week.ok) throw new Error(week.refusal.code)
    const message = weekShown(week.value)
    expect(checkedMessage(message)).toEqual([])
    expect(message.text).toContain('*Mon 16 Nov* · rest')
    expect(message.text).toContain('*Fri 20 Nov* (today)')
    expect(message.text).toMatch(/Planned \d+\.\d km · done \d+\.\d km/)
  })

  it('say that a plan is paused', async () => {
    await onPlan()
    await perform(engine, by('UANA'), changeEnrollment, { deed: 'pause', athlete: null, title: null })
    expect(await day()).toContain('is paused')
  })

  it('are for the athlete and the coaches who may see their training', async () => {
    await onPlan()
    expect(await day('UHEAD', { athlete: ANA })).toContain('Ana · Today')
    expect(await day('UBEN', { athlete: ANA })).toBe('not-a-coach')
    expect(await day('USTRANGER')).toBe('not-a-member')
    // Ivo is not her coach, and she is in no group through which he could look.
    expect(await day('UASSIST', { athlete: ANA })).toBe('plan-hidden')
    await engine.db.transaction().execute(tx =>
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
    expect(await day('UASSIST', { athlete: ANA })).toContain('Ana · Today')
    const hidden = await perform(engine, by('UANA'), setPrivacy, {
      switches: { ...DEFAULT_SWITCHES, withCoach: false },
      groups: [],
    })
    expect(hidden.ok).toBe(true)
    expect(await day('UHEAD', { athlete: ANA })).toBe('plan-hidden')
  })

  it('are their own also to somebody who names themselves', async () => {
    await onPlan()
    expect(await day('UANA', { athlete: ANA })).toBe(await day())
  })
})
