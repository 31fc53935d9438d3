import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { metricButtons } from '#slack/actions/metrics.ts'
import { statsButtons } from '#slack/actions/stats.ts'
import { statsCommand } from '#slack/commands/stats.ts'
import { whyCommand } from '#slack/commands/why.ts'
import { splitWords } from '#slack/kit/words.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { perform } from '#usecases/perform.ts'
import { METRIC_ACTIONS, OWN_LOAD } from '#views/paces.ts'
import { STATS_ACTIONS } from '#views/stats.ts'
import { slackContext } from '../fixtures/slack-context.ts'
import { putInGroup, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { putRun } from '../fixtures/test-runs.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

describe('buttons that send pictures of training', () => {
  let engine: TestEngine
  let club: TestClub
  beforeAll(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    const made = await perform(engine, by(club.headCoach), createGroup, {
      name: 'Milers',
      description: '',
      privacy: 'private',
    })
    if (!made.ok) throw new Error('no group')
    await putInGroup(engine, club, made.value.id, club.accounts.UANA, true)
    await engine.db.updateTable('group_memberships').set({ joined_at: 0 }).execute()
    await putRun(engine, club, club.accounts.UANA, '2026-11-18T06:00:00Z')
  })
  afterAll(() => engine.close())

  const buttonsOf = async (command: typeof whyCommand, typed: string) => {
    const answer = await command.answer(slackContext(engine, 'UANA'), splitWords(typed))
    const blocks = answer.ok && answer.value.kind === 'message' ? answer.value.message.blocks : []
    return blocks.flatMap(block => (block.type === 'actions' ? block.elements : []))
  }
  const press = (actionId: string, value: string, as = 'UANA') =>
    [...metricButtons, ...statsButtons]
      .find(each => each.actionId === actionId)
      ?.press(slackContext(engine, as), value)
  const queued = () => engine.db.selectFrom('outbox').select('payload_json').execute()

  it('stand under what they picture, and send it to whoever presses', async () => {
    expect(await buttonsOf(whyCommand, 'form')).toContainEqual(
      expect.objectContaining({ action_id: METRIC_ACTIONS.loadPicture, value: OWN_LOAD }),
    )
    expect(await buttonsOf(whyCommand, 'vdot')).not.toContainEqual(
      expect.objectContaining({ action_id: METRIC_ACTIONS.loadPicture }),
    )
    const weeks = (await buttonsOf(statsCommand, 'Milers 7d')).find(
      element => element.type === 'button' && element.action_id === STATS_ACTIONS.weeksPicture,
    )
    expect(weeks).toBeDefined()
    const value = weeks?.type === 'button' ? (weeks.value ?? '') : ''
    expect((await press(STATS_ACTIONS.weeksPicture, value))?.say?.text).toContain('direct message')
    expect((await press(METRIC_ACTIONS.loadPicture, OWN_LOAD))?.say?.text).toContain('direct message')
    const coach = await press(METRIC_ACTIONS.loadPicture, club.accounts.UANA, 'UHEAD')
    expect(coach?.say?.text).toContain('direct message')
    expect((await queued()).map(row => Object.keys(JSON.parse(row.payload_json))[0])).toEqual([
      'weeksOf',
      'loadOf',
      'loadOf',
    ])
  })

  it('say what is wrong to others and with old values, and nothing is written', async () => {
    const before = await wholeDatabase(engine)
    expect((await press(METRIC_ACTIONS.loadPicture, club.accounts.UANA, 'UBEN'))?.say?.text).toBeDefined()
    expect((await press(STATS_ACTIONS.weeksPicture, 'old', 'UANA'))?.say?.text).toBeDefined()
    expect((await press(STATS_ACTIONS.weeksPicture, 'x|0001-01-01|0001-01-01|UTC'))?.say?.text).toBeDefined()
    expect(await wholeDatabase(engine)).toEqual(before)
  })
})
