import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '#usecases/ask.ts'
import { showHome } from '#usecases/home/show-home.ts'
import { home } from '#views/home.ts'
import { checkedMessage, checkedView } from '../fixtures/checked-view.ts'
import { answerOf, everyCommandTyped } from '../fixtures/commands-at-work.ts'
import { largeClub, runnerId } from '../fixtures/large-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'

describe('in a club of 2,000 athletes and 200 groups', () => {
  let engine: TestEngine

  beforeAll(async () => {
    engine = await testEngine()
    await largeClub(engine)
  })
  afterAll(() => engine.close())

  it.each(everyCommandTyped().map(typed => [typed.name, typed] as const))(
    '%s fits Slack',
    async (_, typed) => {
      const answer = await answerOf(engine, typed, 0)
      if (answer?.kind === 'message') expect(checkedMessage(answer.message)).toEqual([])
      if (answer?.kind === 'modal') expect(checkedView(answer.view)).toEqual([])
    },
  )

  it.each(['UHEAD', 'UASSIST', runnerId(4), 'USTRANGER'])('the Home tab of %s fits Slack', async who => {
    const card = await ask(engine, by(who).who, showHome, {})
    expect(card.ok && checkedView(home(card.value))).toEqual([])
  })

  it.each(['leaderboard', 'group show', 'group members', 'group edit', 'roster', 'athlete', 'invitations'])(
    'the example of %s is answered, not refused',
    async name => {
      const typed = everyCommandTyped().find(each => each.command.name === name)
      expect(typed && (await answerOf(engine, typed, 1))).not.toBeNull()
    },
  )
})
