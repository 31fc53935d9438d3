import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ok } from '#kernel/result.ts'
import { calendarButtons } from '#slack/actions/calendar.ts'
import { calendarCommand } from '#slack/commands/calendar.ts'
import type { Connecting } from '#slack/kit/context.ts'
import { splitWords } from '#slack/kit/words.ts'
import { readOwnData } from '#store/read/own-data.ts'
import { CALENDAR_ACTIONS, calendarAddress } from '#views/calendar-address.ts'
import { refusalInWords } from '#views/refusal.ts'
import { checkedMessage } from '../fixtures/checked-view.ts'
import { type FakeSlack, fakeSlack } from '../fixtures/fake-slack.ts'
import { slackContext } from '../fixtures/slack-context.ts'
import { setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

describe('/astral calendar', () => {
  let engine: TestEngine
  let club: TestClub
  let slack: FakeSlack
  const open: Connecting = {
    pushBase: () => ok('https://astral.example.com'),
    startStrava: null,
    wake: () => {},
  }
  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    slack = await fakeSlack(engine.realNow)
  })
  afterEach(async () => {
    await slack.close()
    await engine.close()
  })

  const context = (who: string, connecting: Connecting | null) =>
    slackContext(engine, who, { apiUrl: slack.apiUrl, ...(connecting ? { connecting } : {}) })
  async function type(text = '', who = 'UANA', connecting: Connecting | null = open) {
    const answer = await calendarCommand.answer(context(who, connecting), splitWords(text))
    if (!answer.ok) {
      if (answer.refusal.code === 'misuse') return answer.refusal.problem
      return refusalInWords(answer.refusal).mrkdwn
    }
    if (answer.value.kind !== 'message') throw new Error('a modal')
    expect(checkedMessage(answer.value.message)).toEqual([])
    return JSON.stringify(answer.value.message)
  }
  const press = async (actionId: string) => {
    const action = calendarButtons.find(each => each.actionId === actionId)
    if (!action) throw new Error('no such button')
    return action.press(context('UANA', open), '-')
  }

  it('writes the address into the direct message once, then shows how it stands, replaces and stops it', async () => {
    expect(await type()).toContain('into our direct message')
    const secret =
      /astral\.example\.com\/plans\/([0-9a-f]{48})\.ics/.exec(slack.posts[0]?.text ?? '')?.[1] ?? ''
    expect([slack.posts[0]?.channel, secret.length]).toEqual(['DANA', 48])
    expect(checkedMessage(calendarAddress('https://astral.example.com/plans/0.ics', true))).toEqual([])
    expect(JSON.stringify(await wholeDatabase(engine))).not.toContain(secret)
    const card = await type()
    expect(card).toContain('since Fri 20 Nov')
    expect(card).toContain('New address')
    expect(card).toContain('Stop it')
    expect(card).not.toContain(secret)
    expect(slack.posts).toHaveLength(1)
    const own = await readOwnData(engine.db, club.organizationId, club.accounts.UANA)
    expect(own.calendarAddress).toEqual({ openedAt: engine.businessNow() })
    expect((await press(CALENDAR_ACTIONS.renew)).replace?.text).toContain('direct message')
    expect(slack.posts[1]?.text).toContain('The one before works no more')
    expect((await press(CALENDAR_ACTIONS.stop)).replace?.text).toContain('works no more')
    expect((await press(CALENDAR_ACTIONS.stop)).say?.text).toContain('nothing to stop')
    const said = await engine.db
      .selectFrom('audit_entries')
      .select(['action', 'is_visible_to_subject', 'subject_id'])
      .execute()
    expect(said).toEqual(
      ['calendar.opened', 'calendar.opened', 'calendar.closed'].map(action => ({
        action,
        is_visible_to_subject: 1,
        subject_id: club.accounts.UANA,
      })),
    )
  })

  it('says who may not, what the operator must do, and what was typed wrong', async () => {
    const before = await wholeDatabase(engine)
    expect(await type('', 'UANA', null)).toContain('to set `PORT` and `PUBLIC_URL`')
    expect(await type('stop')).toContain('nothing to stop')
    expect(await type('tomorrow')).toContain('`new` or `stop`')
    expect(await type('new', 'UHEAD')).toContain('Only athletes')
    expect(await type('', 'UHEAD')).toContain('No calendar reads')
    expect(await type('', 'USTRANGER')).toContain('not in this club')
    expect(await wholeDatabase(engine)).toEqual(before)
    expect(slack.posts).toEqual([])
  })

  it('lets somebody who is suspended look and stop, not begin', async () => {
    await type()
    await setStatus(engine, club.accounts.UANA, 'suspended')
    expect(await type()).not.toContain('New address')
    expect(await type('new')).toContain('suspended')
    expect(await type('stop')).toContain('works no more')
    expect(await type()).toContain('No calendar reads')
    expect(slack.posts).toHaveLength(1)
  })
})
