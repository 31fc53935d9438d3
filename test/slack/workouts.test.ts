import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Place } from '#sandbox/desk.ts'
import { type ClubInSandbox, clubInSandbox, DEMO, refusedCalls } from '../fixtures/club-in-sandbox.ts'

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
