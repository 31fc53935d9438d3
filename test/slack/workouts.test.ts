import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Place } from '#sandbox/desk.ts'
import { stepsOf, workoutCommands } from '#slack/commands/workouts.ts'
import { formValues } from '#slack/kit/form-values.ts'
import { splitWords } from '#slack/kit/words.ts'
import { createWorkoutModal, editWorkoutModal } from '#slack/modals/workouts.ts'
import { type ClubInSandbox, clubInSandbox, DEMO, refusedCalls } from '../fixtures/club-in-sandbox.ts'
import { slackContext } from '../fixtures/slack-context.ts'
import { testClub } from '../fixtures/test-club.ts'
import { testEngine } from '../fixtures/test-engine.ts'

describe('the workout library in Slack', () => {
  let club: ClubInSandbox

  beforeAll(async () => {
    club = await clubInSandbox()
  })
  afterAll(async () => {
    const refused = refusedCalls(club.desk)
    await club.stop()
    expect(refused).toEqual([])
  })

  const coach = DEMO.coach
  const modals = () => club.desk.modals(coach)
  const top = () => modals().at(-1)
  const shown = () => JSON.stringify(top()?.blocks ?? [])

  it('previews what is typed without losing it, points at a slip, saves and finds it again', async () => {
    await club.desk.type(coach, DEMO.general, '/astral workout create')
    await club.desk.until(() => top()?.title === 'New workout')
    const write = async (text: string, until: string) => {
      const place: Place = { kind: 'view', viewId: top()?.id ?? '' }
      const at = { blockId: 'text', actionId: 'workout-preview' }
      const typed = { title: { value: 'Yasso 800s' }, text: { 'workout-preview': text } }
      expect(await club.desk.act(coach, place, at, text, typed)).toEqual({ ok: true })
      await club.desk.until(() => shown().includes(until))
    }
    await write('2km easy + 10x800 @3:30/km', '“800” has no unit')
    expect(shown()).toContain('^^^')
    await write('2km easy + 10x800m @3:30/km r400m jog + 2km easy', 'In all about 15.6 km')
    await club.desk.submit(coach, top()?.id ?? '', {
      title: { value: 'Yasso 800s' },
      text: { 'workout-preview': '2km easy + 10x800m @3:30/km r400m jog + 2km easy' },
    })
    await club.desk.until(() => shown().includes('Saved.'))
    await club.desk.close(coach, top()?.id ?? '')
    await club.desk.type(coach, DEMO.general, '/astral workout list yasso')
    await club.desk.until(() => top()?.title === 'Workout library')
    expect(shown()).toContain('1 workout found')
  })
})

describe('a workout that is typed or sent', () => {
  const filled = (title: string, text: string) =>
    formValues({
      values: {
        title: { value: { value: title } },
        text: { 'workout-preview': { value: text } },
        'sub-type': { value: { selected_option: { value: 'by-text' } } },
        visibility: { value: { selected_option: { value: 'coaches' } } },
      },
    })

  it('keeps notes and ticks of what was typed in one line', () => {
    const words = splitWords(`"Hills" 15min easy + 6x30" z5 "short steps" r1'30" walk`)
    expect(stepsOf(words.slice(1))).toBe(`15min easy + 6x30" z5 "short steps" r1'30" walk`)
  })

  it('keeps what the second coach wrote, beside what the first one saved', async () => {
    const engine = await testEngine()
    await testClub(engine)
    const coach = slackContext(engine, 'UHEAD')
    const other = slackContext(engine, 'UASSIST')
    await createWorkoutModal.submit(coach, filled('Hills', '10km easy'), {})
    const { id } = await engine.db.selectFrom('workouts').select('id').executeTakeFirstOrThrow()
    const seen = { workoutId: id, version: 1 }
    await editWorkoutModal.submit(coach, filled('Hills', '11km easy'), seen)
    const second = await editWorkoutModal.submit(other, filled('Hills', '12km easy'), seen)
    const shown = JSON.stringify(second)
    expect(shown).toContain('Somebody changed it while you wrote')
    expect(shown).toContain('11km easy')
    expect(shown).toContain('"initial_value":"12km easy"')
    const again = await editWorkoutModal.submit(other, filled('Hills', '12km easy'), { ...seen, version: 2 })
    expect(JSON.stringify(again)).toContain('Saved.')
    const wrong = await editWorkoutModal.submit(other, filled('Hills', '12'), { ...seen, version: 3 })
    expect(wrong).toEqual({
      kind: 'errors',
      errors: { text: '“12” has no unit. Write 12m, 12min or 12s.' },
    })
    const row = await engine.db.selectFrom('workouts').select('text').executeTakeFirstOrThrow()
    expect(row.text).toBe('12km easy')
    await engine.close()
  })

  it('opens no form for an athlete', async () => {
    const engine = await testEngine()
    await testClub(engine)
    const create = workoutCommands.find(command => command.name === 'workout create')
    expect(await create?.answer(slackContext(engine, 'UANA'), [])).toMatchObject({
      refusal: { code: 'not-a-coach' },
    })
    await engine.close()
  })
})
