import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nextOccurrence } from '#domain/calendar/weekly-occurrence.ts'
import { HOUR_MS, type LocalTime, MINUTE_MS, zone } from '#kernel/instant.ts'
import { type ClubInSandbox, clubInSandbox, DEMO } from '../fixtures/club-in-sandbox.ts'

describe('a weekly post into a channel that was closed', () => {
  let club: ClubInSandbox
  beforeAll(async () => {
    club = await clubInSandbox()
  })
  afterAll(() => club.stop())

  it('pauses, tells whoever set it with a button, and resumes when the channel is mended', async () => {
    const { desk, app } = club
    const coach = DEMO.coach
    const channel = desk.createChannel(coach, 'results')
    const type = async (text: string) => (await club.say(coach, DEMO.general, text)).text
    const line = '/astral schedule "Morning Milers" monday 08:00 #results'
    expect(await type(line)).toContain('I am not in')
    await desk.joinChannel(DEMO.astral, channel)
    expect(await type(line)).toContain('First post: Monday')

    await desk.leaveChannel(DEMO.astral, channel)
    const { dueAt } = nextOccurrence(
      { weekday: 1, time: '08:00' as LocalTime, zone: zone('Europe/Oslo') },
      app.engine.businessNow(),
    )
    await moveClockTo(dueAt)
    const dm = club.dm(coach)
    const told = () =>
      desk.messages(coach, dm).filter(message => message.text.includes('could not be posted'))
    await desk.until(() => told().length === 1, 15_000)
    const [problem] = told()
    if (!problem) throw new Error('not told')
    expect(problem.text).toContain('is paused until you resume it')
    await moveClockTo(dueAt + 24 * HOUR_MS)
    expect(told()).toHaveLength(1)

    const place = { kind: 'message', channel: dm, ts: problem.ts } as const
    const resume = { blockId: 'schedule', actionId: 'schedule-resume' }
    await desk.act(coach, place, resume, null, {})
    await desk.until(() => club.last(coach, dm).text.includes('I am not in'))
    await desk.joinChannel(DEMO.astral, channel)
    await desk.act(coach, place, resume, null, {})
    const now = () => desk.messages(coach, dm).find(message => message.ts === problem.ts)?.text ?? ''
    await desk.until(() => now().startsWith('Resumed the weekly leaderboard of *Morning Milers*.'))
    expect(now()).toContain('Next post: Monday')
    const { state } = await app.engine.db.selectFrom('schedules').select('state').executeTakeFirstOrThrow()
    expect(state).toBe('active')
  })

  async function moveClockTo(instant: number): Promise<void> {
    const url = club.app.sandboxUrl ?? ''
    const answer = await fetch(`${url}/page/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(url).origin },
      body: JSON.stringify({ as: DEMO.coach, do: 'move-clock', args: { instant: instant + MINUTE_MS } }),
    })
    expect(await answer.json()).toMatchObject({ ok: true })
  }
})
