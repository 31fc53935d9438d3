import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RawValue } from '#sandbox/desk.ts'
import {
  type Block,
  divider,
  input,
  number,
  option,
  options,
  plain,
  section,
  select,
  typing,
} from './samples.ts'
import { type Scene, setScene } from './scene.ts'
import { latest } from './wire-app.ts'
import { IDS } from './world-for-tests.ts'

let scene: Scene
beforeEach(async () => {
  scene = await setScene()
})
afterEach(() => scene.close())

describe('the state of a form', () => {
  it.each<[string, Block, RawValue, Block]>([
    ['text', typing(), 'abc', { value: 'abc' }],
    ['no text', typing(), '', { value: null }],
    ['a number', number(), '8.2', { value: '8.2' }],
    ['an e-mail address', { type: 'email_text_input' }, 'a@b.example', { value: 'a@b.example' }],
    ['an address', { type: 'url_text_input' }, 'https://a.example', { value: 'https://a.example' }],
    ['a choice', select(), 'o1', { selected_option: option('o1') }],
    ['no choice', select(), null, { selected_option: null }],
    [
      'choices',
      { type: 'multi_static_select', options: options(3) },
      ['o1', 'o2'],
      { selected_options: [option('o1'), option('o2')] },
    ],
    [
      'a radio button',
      { type: 'radio_buttons', options: options(2) },
      'o0',
      { selected_option: option('o0') },
    ],
    ['ticks', { type: 'checkboxes', options: options(2) }, [], { selected_options: [] }],
    ['a person', { type: 'users_select' }, IDS.ana, { selected_user: IDS.ana }],
    ['people', { type: 'multi_users_select' }, [IDS.ana], { selected_users: [IDS.ana] }],
    ['a channel', { type: 'channels_select' }, IDS.general, { selected_channel: IDS.general }],
    ['channels', { type: 'multi_channels_select' }, [IDS.general], { selected_channels: [IDS.general] }],
    ['a conversation', { type: 'conversations_select' }, IDS.general, { selected_conversation: IDS.general }],
    [
      'conversations',
      { type: 'multi_conversations_select' },
      [IDS.general],
      { selected_conversations: [IDS.general] },
    ],
    ['a day', { type: 'datepicker' }, '2026-11-16', { selected_date: '2026-11-16' }],
    ['a time', { type: 'timepicker' }, '07:30', { selected_time: '07:30' }],
    ['an instant', { type: 'datetimepicker' }, '1763280000', { selected_date_time: 1_763_280_000 }],
  ])('holds %s in Slack’s shape', async (_what, element, raw, held) => {
    const id = await scene.form(element, { optional: true })
    expect(await scene.sandbox.desk.submit(IDS.coach, id, { b: { a: raw } })).toEqual({ ok: true })
    expect(latest(scene.app, 'view_submission')).toMatchObject({
      view: { state: { values: { b: { a: { type: element.type, ...held } } } } },
    })
  })

  it('holds what the app filled in where nobody touched it', async () => {
    const id = await scene.modal([
      { ...input(typing({ action_id: 'a', initial_value: 'old' })), block_id: 'text' },
      { ...input(select({ action_id: 'a', initial_option: option('o1') })), block_id: 'choice' },
    ])
    await scene.sandbox.desk.submit(IDS.coach, id, {})
    expect(latest(scene.app, 'view_submission')).toMatchObject({
      view: {
        state: {
          values: { text: { a: { value: 'old' } }, choice: { a: { selected_option: option('o1') } } },
        },
      },
    })
  })

  it('starts with the conversation the modal was opened from', async () => {
    const id = await scene.form({
      type: 'conversations_select',
      default_to_current_conversation: true,
      response_url_enabled: true,
    })
    await scene.sandbox.desk.submit(IDS.coach, id, {})
    expect(latest(scene.app, 'view_submission')).toMatchObject({
      view: { state: { values: { b: { a: { selected_conversation: IDS.general } } } } },
      response_urls: [
        { block_id: 'b', action_id: 'a', channel_id: IDS.general, response_url: expect.any(String) },
      ],
    })
  })
})

describe('a form', () => {
  it.each<[string, Block, RawValue, RawValue]>([
    ['what is required', typing(), null, 'a'],
    ['a choice that is required', select(), null, 'o0'],
    ['the least length', typing({ min_length: 3 }), 'ab', 'abc'],
    ['the greatest length', typing({ max_length: 3 }), 'abcd', 'abc'],
    ['an e-mail address', { type: 'email_text_input' }, 'nobody', 'a@b.example'],
    ['an address', { type: 'url_text_input' }, 'nowhere', 'https://a.example'],
    ['a number', number(), 'eight', '8'],
    ['a whole number', number({ is_decimal_allowed: false }), '8.5', '8'],
    ['the least number', number({ min_value: '1' }), '0', '1'],
    ['the greatest number', number({ max_value: '9' }), '10', '9'],
    [
      'as many choices as allowed',
      { type: 'multi_users_select', max_selected_items: 1 },
      [IDS.ana, IDS.ben],
      [IDS.ana],
    ],
  ])('is sent only with %s', async (_what, element, wrong, right) => {
    const id = await scene.form(element)
    const refused = await scene.sandbox.desk.submit(IDS.coach, id, { b: { a: wrong } })
    expect(refused).toMatchObject({ ok: false, error: 'invalid_input' })
    expect(Object.keys(scene.sandbox.desk.modals(IDS.coach)[0]?.errors ?? {})).toEqual(['b'])
    expect(scene.app.envelopes.filter(each => each.payload.type === 'view_submission')).toEqual([])
    expect(await scene.sandbox.desk.submit(IDS.coach, id, { b: { a: right } })).toEqual({ ok: true })
  })

  it('shows the errors of the app at its inputs, and is taken when they are gone', async () => {
    const id = await scene.form(typing())
    scene.answerNext('view_submission', { response_action: 'errors', errors: { b: 'Taken.' } })
    expect(await scene.sandbox.desk.submit(IDS.coach, id, { b: { a: 'x' } })).toEqual({ ok: true })
    expect(scene.sandbox.desk.modals(IDS.coach)[0]).toMatchObject({ errors: { b: 'Taken.' }, isBusy: false })
    scene.answerNext('view_submission', undefined)
    await scene.sandbox.desk.submit(IDS.coach, id, { b: { a: 'y' } })
    expect(scene.sandbox.desk.modals(IDS.coach)).toEqual([])
  })

  it('is updated, pushed upon and cleared as the app answers', async () => {
    const id = await scene.modal([section()])
    const view = (title: string) => ({
      type: 'modal',
      title: plain(title),
      submit: plain('Save'),
      blocks: [divider()],
    })
    const titles = () => scene.sandbox.desk.modals(IDS.coach).map(each => each.title)
    scene.answerNext('view_submission', { response_action: 'update', view: view('Updated') })
    await scene.sandbox.desk.submit(IDS.coach, id, {})
    expect(titles()).toEqual(['Updated'])
    scene.answerNext('view_submission', { response_action: 'push', view: view('Pushed') })
    await scene.sandbox.desk.submit(IDS.coach, id, {})
    expect(titles()).toEqual(['Updated', 'Pushed'])
    const top = scene.sandbox.desk.modals(IDS.coach)[1]?.id ?? ''
    expect(await scene.sandbox.desk.submit(IDS.coach, id, {})).toMatchObject({ error: 'not_found' })
    scene.answerNext('view_submission', undefined)
    await scene.sandbox.desk.submit(IDS.coach, top, {})
    expect(titles()).toEqual(['Updated'])
    scene.answerNext('view_submission', { response_action: 'clear' })
    await scene.sandbox.desk.submit(IDS.coach, id, {})
    expect(titles()).toEqual([])
  })

  it.each([
    [
      'errors of a block that is no input',
      { response_action: 'errors', errors: { other: 'No.' } },
      'invalid_errors',
    ],
    ['no errors', { response_action: 'errors', errors: {} }, 'invalid_errors'],
    ['errors without words', { response_action: 'errors', errors: { b: '' } }, 'invalid_errors'],
    [
      'a broken view',
      { response_action: 'update', view: { type: 'modal', blocks: [] } },
      'invalid_arguments',
    ],
    ['an unknown action', { response_action: 'close' }, 'invalid_response_action'],
    ['something else', { text: 'Done' }, 'invalid_response_action'],
  ])('is not answered with %s', async (_what, payload, error) => {
    const id = await scene.form(typing())
    scene.answerNext('view_submission', payload)
    expect(await scene.sandbox.desk.submit(IDS.coach, id, { b: { a: 'x' } })).toMatchObject({
      ok: false,
      error,
    })
    expect(scene.sandbox.desk.deliveries().at(-1)).toMatchObject({
      kind: 'view_submission',
      outcome: 'failed',
    })
    expect(scene.sandbox.desk.modals(IDS.coach)).toMatchObject([{ id, isBusy: false }])
  })

  it('tells that it was closed only when it is asked to', async () => {
    await scene.sandbox.desk.close(IDS.coach, await scene.modal([divider()]))
    expect(() => latest(scene.app, 'view_closed')).toThrow()
    const id = await scene.modal([divider()], { notify_on_close: true, private_metadata: 'm' })
    await scene.sandbox.desk.close(IDS.coach, id)
    expect(latest(scene.app, 'view_closed')).toMatchObject({
      is_cleared: false,
      view: { id, private_metadata: 'm' },
    })
    expect(await scene.sandbox.desk.close(IDS.coach, id)).toMatchObject({ error: 'not_found' })
  })
})
