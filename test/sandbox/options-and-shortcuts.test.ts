import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accessory, type Block, option, options, plain } from './samples.ts'
import { REF, type Scene, setScene } from './scene.ts'
import { latest } from './wire-app.ts'
import { IDS } from './world-for-tests.ts'

let scene: Scene
beforeEach(async () => {
  scene = await setScene()
})
afterEach(() => scene.close())

describe('options that the app gives', () => {
  const asking = (more: Block = {}) => accessory({ type: 'external_select', action_id: 'a', ...more })

  it('are asked for from the third letter on', async () => {
    scene.answerNext('block_suggestion', {
      options: [option('Tuesday'), option('Track', { description: plain('fast') })],
    })
    const place = await scene.posted(asking())
    expect(await scene.sandbox.desk.suggest(IDS.ana, place, REF, 'tu')).toEqual([])
    expect(() => latest(scene.app, 'block_suggestion')).toThrow()
    expect(await scene.sandbox.desk.suggest(IDS.ana, place, REF, 'tue')).toEqual([
      { text: 'Tuesday', value: 'Tuesday' },
      { text: 'Track', value: 'Track', description: 'fast' },
    ])
    expect(latest(scene.app, 'block_suggestion')).toMatchObject({
      value: 'tue',
      action_id: 'a',
      block_id: 'b',
      container: { type: 'message' },
    })
    await scene.sandbox.desk.act(IDS.ana, place, REF, 'Tuesday', {})
    expect(latest(scene.app, 'block_actions').actions).toMatchObject([{ selected_option: option('Tuesday') }])
  })

  it('come in groups', async () => {
    scene.answerNext('block_suggestion', {
      option_groups: [{ label: plain('Groups'), options: [option('one')] }],
    })
    const place = await scene.posted(asking({ min_query_length: 0 }))
    expect(await scene.sandbox.desk.suggest(IDS.ana, place, REF, '')).toEqual([
      { text: 'one', value: 'one', group: 'Groups' },
    ])
  })

  it.each([
    ['more than a hundred', { options: options(101) }],
    ['without text', { options: [{ value: 'a' }] }],
    ['nothing at all', undefined],
  ])('are refused when they are %s', async (_what, payload) => {
    scene.answerNext('block_suggestion', payload)
    const place = await scene.posted(asking({ min_query_length: 0 }))
    expect(await scene.sandbox.desk.suggest(IDS.ana, place, REF, '')).toEqual([])
    expect(scene.sandbox.desk.deliveries().at(-1)).toMatchObject({
      kind: 'block_suggestion',
      outcome: 'failed',
    })
  })
})

describe('a shortcut', () => {
  it('from anywhere carries a trigger and no channel', async () => {
    expect(await scene.sandbox.desk.runShortcut(IDS.ana, 'log_run')).toEqual({ ok: true })
    const payload = latest(scene.app, 'shortcut')
    expect(payload).toMatchObject({
      callback_id: 'log_run',
      user: { id: IDS.ana },
      trigger_id: expect.any(String),
    })
    expect(payload.channel).toBeUndefined()
  })

  it('on a message carries the message', async () => {
    await scene.sandbox.desk.type(IDS.ben, IDS.general, 'ran 8 km')
    const ts = scene.sandbox.desk.messages(IDS.ana, IDS.general)[0]?.ts ?? ''
    expect(await scene.sandbox.desk.runShortcut(IDS.ana, 'count_run', { channel: IDS.general, ts })).toEqual({
      ok: true,
    })
    expect(latest(scene.app, 'message_action')).toMatchObject({
      callback_id: 'count_run',
      channel: { id: IDS.general },
      message_ts: ts,
      message: { text: 'ran 8 km', user: IDS.ben },
      response_url: expect.any(String),
    })
  })

  it('is one the app registered, for its place', async () => {
    expect(await scene.sandbox.desk.runShortcut(IDS.ana, 'other')).toMatchObject({
      error: 'no_such_shortcut',
    })
    expect(await scene.sandbox.desk.runShortcut(IDS.ana, 'count_run')).toMatchObject({
      error: 'no_such_shortcut',
    })
  })
})
