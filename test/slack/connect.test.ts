import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ok } from '#kernel/result.ts'
import { connectionButtons } from '#slack/actions/connections.ts'
import { connectCommand, disconnectCommand } from '#slack/commands/connect.ts'
import type { Connecting } from '#slack/kit/context.ts'
import { splitWords } from '#slack/kit/words.ts'
import { ask } from '#usecases/ask.ts'
import { listOwnConnections } from '#usecases/connection/list-own-connections.ts'
import { showAthlete } from '#usecases/roster/show-athlete.ts'
import { athleteCard } from '#views/athlete-card.ts'
import { CONNECTION_ACTIONS } from '#views/connections.ts'
import { refusalInWords } from '#views/refusal.ts'
import { type FakeSlack, fakeSlack } from '../fixtures/fake-slack.ts'
import { slackContext } from '../fixtures/slack-context.ts'
import { type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

describe('/astral connect', () => {
  let engine: TestEngine
  let club: TestClub
  let slack: FakeSlack
  let woken = 0
  const open: Connecting = {
    pushBase: () => ok('https://astral.example.com'),
    startStrava: async () => ok('https://strava.example.com/oauth/authorize?state=s'),
    wake: () => {
      woken += 1
    },
  }
  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    slack = await fakeSlack(engine.realNow)
    woken = 0
  })
  afterEach(async () => {
    await slack.close()
    await engine.close()
  })

  const context = (who: string, connecting?: Connecting) =>
    slackContext(engine, who, { apiUrl: slack.apiUrl, ...(connecting ? { connecting } : {}) })
  async function type(command: typeof connectCommand, text: string, who = 'UANA', connecting?: Connecting) {
    const answer = await command.answer(context(who, connecting), splitWords(text))
    if (!answer.ok) {
      if (answer.refusal.code === 'misuse') throw new Error(answer.refusal.problem)
      return refusalInWords(answer.refusal).mrkdwn
    }
    if (answer.value.kind !== 'message') throw new Error('a modal')
    return answer.value.message.text
  }

  it('writes the address into the direct message, once, and keeps only its hash', async () => {
    const answer = await type(connectCommand, 'Apple Health', 'UANA', open)
    expect(answer).toContain('into our direct message')
    const [post] = slack.posts
    const secret = /push\/apple-health\/([0-9a-f]{48})/.exec(post?.text ?? '')?.[1] ?? ''
    expect([post?.channel, secret.length]).toEqual(['DANA', 48])
    expect(answer).not.toContain(secret)
    expect(JSON.stringify(await wholeDatabase(engine))).not.toContain(secret)
    const card = await type(connectCommand, '', 'UANA', open)
    expect(card).toContain('*Apple Health* · connected since Fri 20 Nov, nothing received yet')
    expect(card).toContain('*Strava* · not connected')
    await type(connectCommand, 'apple', 'UANA', open)
    expect(slack.posts[1]?.text).toContain('The one before works no more')
    expect(slack.posts[1]?.text).not.toContain(secret)
  })

  it('says plainly what the operator must do, and offers nothing that does not work', async () => {
    const before = await wholeDatabase(engine)
    expect(await type(connectCommand, 'apple-health')).toContain('to set `PORT` and `PUBLIC_URL`')
    expect(await type(connectCommand, 'strava')).toContain('The Strava connection is off here')
    expect(await type(connectCommand, 'garmin')).toContain('I do not know “garmin”')
    expect(await type(connectCommand, '')).toContain('*Strava* · not available here')
    expect(await type(disconnectCommand, 'strava')).toContain('is not connected')
    expect(await type(connectCommand, 'apple-health', 'UHEAD', open)).toContain('Only athletes')
    expect(await type(connectCommand, '', 'USTRANGER')).toContain('not in this club')
    expect(await wholeDatabase(engine)).toEqual(before)
    expect(slack.posts).toEqual([])
  })

  it('has buttons that do the same', async () => {
    const press = async (actionId: string, value: string) => {
      const action = connectionButtons.find(each => each.actionId === actionId)
      if (!action) throw new Error('no such button')
      return action.press(context('UANA', open), value)
    }
    expect((await press(CONNECTION_ACTIONS.connect, 'apple-health')).say?.text).toContain('direct message')
    const strava = (await press(CONNECTION_ACTIONS.connect, 'strava')).say
    expect(JSON.stringify(strava)).toContain('https://strava.example.com/oauth/authorize?state=s')
    expect((await press(CONNECTION_ACTIONS.connect, 'other')).say?.text).toContain('older message')
    const list = (await press(CONNECTION_ACTIONS.disconnect, 'apple-health')).replace
    expect(list?.text).toContain('Apple Health is disconnected')
    expect(woken).toBe(1)
    const own = await ask(engine, by('UANA').who, listOwnConnections, {})
    expect(own).toMatchObject({ value: { connections: [] } })
    const said = await engine.db
      .selectFrom('audit_entries')
      .select(['action', 'is_visible_to_subject', 'subject_id'])
      .execute()
    expect(said).toEqual(
      ['source.connected', 'source.disconnected'].map(action => ({
        action,
        is_visible_to_subject: 1,
        subject_id: club.accounts.UANA,
      })),
    )
  })

  it('stands on the profile that a coach sees', async () => {
    await type(connectCommand, 'apple-health', 'UANA', open)
    const card = await ask(engine, by('UHEAD').who, showAthlete, { accountId: club.accounts.UANA })
    if (!card.ok) throw new Error(card.refusal.code)
    expect(athleteCard(card.value).text).toContain('Connected: Apple Health')
    const both = athleteCard({ ...card.value, connected: ['apple-health', 'strava'] })
    expect(both.text).toContain('Connected: Apple Health, Strava (for their eyes alone)')
  })
})
