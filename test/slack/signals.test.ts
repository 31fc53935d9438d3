import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Place } from '#sandbox/desk.ts'
import { type ClubInSandbox, clubInSandbox, DEMO, refusedCalls } from '../fixtures/club-in-sandbox.ts'

const INGRID = 'U0INGRID'
const coach = DEMO.coach

describe('who needs the coach, in Slack', () => {
  let club: ClubInSandbox

  beforeAll(async () => {
    club = await clubInSandbox()
    // Ingrid has one painful run, and nobody else anything.
    await club.app.engine.db.updateTable('activities').set({ note: '' }).execute()
    await club.say(INGRID, club.dm(INGRID), '8km 45:00 easy "sharp knee pain" today')
  })
  afterAll(async () => {
    const refused = refusedCalls(club.desk)
    await club.stop()
    expect(refused).toEqual([])
  })

  const top = () => club.desk.modals(coach).at(-1)
  const shown = () => JSON.stringify(top()?.blocks ?? [])
  async function press(place: Place, blockId: string, actionId: string, value: string | null = null) {
    expect(await club.desk.act(coach, place, { blockId, actionId }, value, {})).toEqual({ ok: true })
  }

  it('shows it in Home, and what the athlete may be glad of in theirs', async () => {
    await club.desk.openHome(coach)
    await club.desk.until(() => JSON.stringify(club.desk.home(coach)).includes('Who needs me today'))
    const home = JSON.stringify(club.desk.home(coach))
    expect(home).toContain('sharp knee pain')
    await club.desk.openHome(INGRID)
    await club.desk.until(() => JSON.stringify(club.desk.home(INGRID)).includes('My data'))
    expect(JSON.stringify(club.desk.home(INGRID))).not.toContain('Who needs me')
  })

  it('lets the coach write to the athlete in words of their own, once a day', async () => {
    const message = await club.say(coach, DEMO.general, '/astral signals')
    expect(message.text).toContain('A word of pain')
    const place: Place = { kind: 'message', channel: DEMO.general, ts: message.ts }
    await press(place, 'signal-0', 'signal-nudge')
    await club.desk.until(() => shown().includes('as a message from you'))
    const state = { 'nudge-text': { value: 'Rest today, <!channel> and *call* me.' } }
    await club.desk.submit(coach, top()?.id ?? '', state)
    await club.desk.until(() => shown().includes('Ingrid'))
    const dm = club.dm(INGRID)
    await club.desk.until(() => JSON.stringify(club.last(INGRID, dm)).includes('Rest today'))
    expect(JSON.stringify(club.last(INGRID, dm))).toContain('&lt;!channel&gt; and ∗call∗ me.')
    await press(place, 'signal-0', 'signal-done')
    await club.desk.until(() => !JSON.stringify(club.last(coach, DEMO.general)).includes('sharp knee'))
  })

  it('shows the thresholds, and the quiet hours', async () => {
    for (const view of club.desk.modals(coach).toReversed()) await club.desk.close(coach, view.id)
    await club.desk.type(coach, DEMO.general, '/astral signals settings')
    await club.desk.until(() => shown().includes('Look for'))
    expect(shown()).toContain('From 3 to 30; 7 unless changed.')
    await club.desk.close(coach, top()?.id ?? '')
    await club.desk.type(coach, DEMO.general, '/astral quiet')
    await club.desk.until(() => shown().includes('Keep quiet hours'))
    const typed = await club.say(coach, DEMO.general, '/astral quiet 22:00 6:30')
    expect(typed.text).toContain('from *22:00* to *06:30*')
    expect((await club.say(coach, DEMO.general, '/astral quiet soon')).text).toContain('Two times are needed')
  })
})
