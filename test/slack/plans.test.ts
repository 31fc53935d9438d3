import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ACTIONS } from '#slack/actions/action-table.ts'
import { COMMANDS } from '#slack/commands/command-table.ts'
import { answerPlans, plansAmong } from '#slack/dm/answer-plans.ts'
import type { DroppedFile } from '#slack/dm/direct-message.ts'
import { splitWords } from '#slack/kit/words.ts'
import { perform } from '#usecases/perform.ts'
import { namePlan } from '#usecases/plan/name-plan.ts'
import { clubClaimed } from '#views/club-claimed.ts'
import type { Message, ModalView } from '#views/message.ts'
import { checkedMessage, checkedView } from '../fixtures/checked-view.ts'
import { slackContext } from '../fixtures/slack-context.ts'
import { testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

const FILES: Record<string, string> = {
  'Spring_base.txt': 'Week 1\nMon 8km easy\nSun 12km easy',
  'headed.txt': 'Title: Spring half\nLevel: Advanced\nVisibility: public\n\nWeek 1\nMon 8km easy',
  'odd.txt': 'Level: heroic\nWeek 1\nMon 8km easy',
  'low.txt': 'Title: Low\n\nWeek 1\nMon 8 potatoes',
  'bad.txt': 'Week 1\nMon 8 potatoes',
  'half.csv': 'week,day,workout,notes\n1,mon,8km easy,flat\n',
  'people.csv': 'name,email\nAna,ana@example.org\n',
}

describe('plans in Slack', () => {
  let engine: TestEngine
  let server: Server
  let base: string
  const said: Message[] = []
  beforeEach(async () => {
    engine = await testEngine()
    await testClub(engine)
    said.length = 0
    server = createServer((request, response) => response.end(FILES[request.url?.slice(1) ?? ''] ?? ''))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  })
  afterEach(async () => {
    server.closeAllConnections()
    server.close()
    await engine.close()
  })
  const file = (name: string) => ({ id: name, name, url_private_download: `${base}${name}` }) as DroppedFile
  const drop = async (who: string, ...names: string[]) => {
    const context = slackContext(engine, who, { apiUrl: `${base}api/` })
    const plans = await plansAmong(context, names.map(file))
    const reply = { post: async (message: Message) => void said.push(message) }
    await answerPlans(context, plans, 'E1', reply as never)
    return [...plans].map(each => each.name)
  }
  const type = async (who: string, typed: string) => {
    const command = COMMANDS.find(each => typed.startsWith(each.name))
    const answer = await command?.answer(
      slackContext(engine, who),
      splitWords(typed.slice(command.name.length)),
    )
    if (!answer?.ok) return answer?.refusal.code
    return answer.value.kind === 'message' ? answer.value.message.text : answer.value.view.callback_id
  }

  it('come as text or CSV files, told from the roster by their header', async () => {
    expect(await drop('UHEAD', 'Spring_base.txt', 'half.csv', 'people.csv')).toEqual([
      'Spring_base.txt',
      'half.csv',
    ])
    expect(said.map(message => message.text.includes('Saved'))).toEqual([true, true])
    expect(await type('UHEAD', 'plan list')).toContain('Spring base')
    expect(await type('UHEAD', 'plan scale "half" week 1 50%')).toContain('4km easy')
    expect(await type('UHEAD', 'plan scale "half" weak')).toBe('misuse')
    expect(await type('UHEAD', 'plan assign "half"')).toBe('assign-plan')
    expect(await type('UHEAD', 'plan edit "half"')).toBe('edit-plan')
    expect(await type('UANA', 'plan show')).toContain('no plan')
  })

  it('say in their head what they are called and for whom, or are named by a button afterwards', async () => {
    await drop('UHEAD', 'headed.txt')
    expect(said[0]?.text).toContain('*Spring half* · advanced · 1 week · everybody sees it')
    expect(checkedMessage(said[0] as Message)).toEqual([])
    const { id } = await engine.db.selectFrom('plans').select('id').executeTakeFirstOrThrow()
    const named = ACTIONS.find(each => each.actionId === 'plan-name')
    const pressed = await named?.press(slackContext(engine, 'UHEAD'), id)
    expect(checkedView(pressed?.open as ModalView)).toEqual([])
    expect((await named?.press(slackContext(engine, 'UANA'), id))?.say?.text).toContain('Only coaches')
    const before = await engine.db.selectFrom('plan_versions').select('id').execute()
    const change = { planId: id, title: 'Summer half', level: 'basic', visibility: 'coaches' } as const
    expect(await perform(engine, by('UHEAD'), namePlan, change)).toMatchObject({
      value: { title: 'Summer half', level: 'basic', visibility: 'coaches' },
    })
    expect(await engine.db.selectFrom('plan_versions').select('id').execute()).toEqual(before)
    const whole = await wholeDatabase(engine)
    expect(await perform(engine, by('UHEAD'), namePlan, { ...change, title: ' ' })).toMatchObject({
      refusal: { code: 'plan-title-empty' },
    })
    await drop('UHEAD', 'odd.txt', 'low.txt')
    expect(said[1]?.text).toContain('Line 1: “heroic” is not one of basic, intermediate, advanced')
    // The line is counted in the file, its head included.
    expect(said[2]?.text).toContain('line 4')
    expect(await wholeDatabase(engine)).toEqual(whole)
  })

  it('begin with our examples where the club is new, once', async () => {
    const message = clubClaimed({ name: 'Club', zone: 'Europe/Oslo' })
    expect(checkedMessage(message)).toEqual([])
    const first = ACTIONS.find(each => JSON.stringify(message.blocks).includes(`"${each.actionId}"`))
    for (const _ of [1, 2]) {
      const pressed = await first?.press(slackContext(engine, 'UHEAD'), '-')
      expect(pressed?.say?.text).toContain('Marathon in 16 weeks')
      expect(pressed?.replace).toBeUndefined()
    }
    expect(await engine.db.selectFrom('plans').select('id').execute()).toHaveLength(3)
    expect((await first?.press(slackContext(engine, 'UANA'), '-'))?.say?.text).toContain('Only coaches')
  })

  it('that cannot be read are refused with line and word, and nothing is written', async () => {
    const before = await wholeDatabase(engine)
    await drop('UHEAD', 'bad.txt')
    expect(said[0]?.text).toContain('line 2')
    expect(said[0]?.text).toContain('potatoes')
    await drop('UANA', 'half.csv')
    expect(said[1]?.text).toContain('Only coaches')
    expect(await wholeDatabase(engine)).toEqual(before)
  })
})
