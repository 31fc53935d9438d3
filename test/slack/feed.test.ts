import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Message } from '#sandbox/desk.ts'
import { readFeedTyped, readSubscribeTyped } from '#slack/feed-typed.ts'
import { splitWords } from '#slack/kit/words.ts'
import { type ClubInSandbox, clubInSandbox, DEMO, refusedCalls } from '../fixtures/club-in-sandbox.ts'

const CHANNEL = 'C0COUCHTO10K'
const SAM = 'U0SAM'
const PAVAN = 'U0PAVAN'

describe('what is typed about feeds', () => {
  it.each([
    [
      '"Morning Milers" tempo this week',
      { groupName: 'Morning Milers', subTypes: ['tempo'], range: 'this week' },
    ],
    ['Morning Milers 30d', { groupName: 'Morning Milers', subTypes: [], range: '30d' }],
    [
      'run 2026-04-01 to 2026-04-30',
      { groupName: null, subTypes: ['run'], range: '2026-04-01 to 2026-04-30' },
    ],
    ['"Milers" tempo,race', { groupName: 'Milers', subTypes: ['tempo', 'race'], range: null }],
    ['"Milers" tempoo', { groupName: 'Milers', subTypes: ['tempoo'], range: null }],
  ])('feed %s', (typed, wanted) => {
    expect(readFeedTyped(splitWords(typed))).toEqual({ ok: true, value: wanted })
  })

  it('subscribe takes group, channel, how and sub-types in any order', () => {
    expect(readSubscribeTyped(splitWords('each <#C0RUN|run> "Milers" race'))).toEqual({
      ok: true,
      value: { groupName: 'Milers', channelId: 'C0RUN', mode: 'each', subTypes: ['race'] },
    })
    expect(readSubscribeTyped(splitWords('<#C0RUN|run> weekly'))).toMatchObject({ ok: false })
  })
})

describe('a run in a channel', () => {
  let club: ClubInSandbox

  beforeAll(async () => {
    club = await clubInSandbox()
  })
  afterAll(async () => {
    const refused = refusedCalls(club.desk)
    await club.stop()
    expect(refused).toEqual([])
  })

  const shown = () => club.desk.messages(DEMO.coach, CHANNEL).filter(message => message.ephemeralFor === null)
  const post = (): Message | undefined => shown().find(message => message.text.includes('11.11 km'))
  const cheers = async () => {
    const rows = await club.app.engine.db.selectFrom('kudos').select(['reactions', 'is_by_button']).execute()
    return rows.map(row => (row.is_by_button === 1 ? 'button' : row.reactions))
  }
  const untilCheers = async (wanted: string[]) => {
    for (let tries = 0; tries < 5_000 && (await cheers()).join() !== wanted.join(); tries += 1) {
      await new Promise(resolve => setImmediate(resolve))
    }
    expect(await cheers()).toEqual(wanted)
  }

  it('is cheered by reaction, answered by the coach in its thread and by shortcut, and says why it is there', async () => {
    const { desk } = club
    await club.say(DEMO.coach, CHANNEL, '/astral subscribe "Couch to 10K" each')
    await club.say(SAM, CHANNEL, '/astral log 11.11km 1:20:00 easy "my knee"')
    await desk.until(() => post() !== undefined)
    const run = post()
    if (!run) throw new Error('not posted')
    expect(run.text).not.toContain('knee')
    await desk.react(PAVAN, CHANNEL, run.ts, 'clap')
    await desk.react(SAM, CHANNEL, run.ts, 'heart')
    await untilCheers(['clap'])
    await desk.react(PAVAN, CHANNEL, run.ts, 'clap')
    await untilCheers([])
    const samsDm = club.dm(SAM)
    const inDm = (words: string) => desk.messages(SAM, samsDm).some(message => message.text.includes(words))
    await desk.type(DEMO.coach, CHANNEL, 'Strong finish & smart!', run.ts)
    await desk.type(PAVAN, CHANNEL, 'Nobody keeps this', run.ts)
    await desk.runShortcut(DEMO.coach, 'give_feedback', { channel: CHANNEL, ts: run.ts })
    const form = () => desk.modals(DEMO.coach).find(view => view.callbackId === 'give-feedback')
    await desk.until(() => form() !== undefined)
    await desk.submit(DEMO.coach, form()?.id ?? '', { text: { value: 'Rest tomorrow.' } })
    await desk.until(() => inDm('Rest tomorrow.'))
    const kept = await club.app.engine.db
      .selectFrom('activity_comments')
      .select('text')
      .orderBy('id')
      .execute()
    expect(kept.map(({ text }) => text).sort()).toEqual(['Rest tomorrow.', 'Strong finish & smart!'])
    await desk.runShortcut(PAVAN, 'why_is_this_here', { channel: CHANNEL, ts: run.ts })
    await desk.until(() => club.last(PAVAN, CHANNEL).text.includes('let the runs of *Couch to 10K* come'))
    expect((await club.say(SAM, CHANNEL, '/astral runs')).text).toContain(
      '💬 *Sigrun:* Strong finish &amp; smart!',
    )
  })
})
