import { describe, expect, it } from 'vitest'
import { valueOfAction } from '#slack/kit/action-value.ts'
import { formValues, stateSchema } from '#slack/kit/form-values.ts'

/** What each kind of input holds, filled and empty. */
const INPUTS = [
  [{ type: 'plain_text_input', value: 'Track' }, 'Track'],
  [{ type: 'plain_text_input', value: null }, null],
  [{ type: 'static_select', selected_option: { value: 'a', text: { type: 'plain_text', text: 'A' } } }, 'a'],
  [{ type: 'radio_buttons', selected_option: null }, null],
  [{ type: 'users_select', selected_user: 'U1' }, 'U1'],
  [{ type: 'channels_select', selected_channel: 'C1' }, 'C1'],
  [{ type: 'conversations_select', selected_conversation: 'C2' }, 'C2'],
  [{ type: 'datepicker', selected_date: '2026-11-20' }, '2026-11-20'],
  [{ type: 'timepicker', selected_time: '08:00' }, '08:00'],
] as const

describe('the values of a form', () => {
  it.each(INPUTS)('of %o', (input, expected) => {
    const values = formValues(stateSchema.parse({ values: { block: { value: input } } }))
    expect(values.text('block')).toBe(expected)
    expect(values.all()).toEqual({ block: expected })
    expect(values.list('block')).toEqual([])
  })

  it('are lists where several can be chosen', () => {
    const state = stateSchema.parse({
      values: {
        people: { value: { type: 'multi_users_select', selected_users: ['U1', 'U2'] } },
        kinds: { value: { type: 'checkboxes', selected_options: [{ value: 'a' }, { value: 'b' }] } },
      },
    })
    expect(formValues(state).list('people')).toEqual(['U1', 'U2'])
    expect(formValues(state).list('kinds')).toEqual(['a', 'b'])
    expect(formValues(state).text('people')).toBeNull()
  })

  it('are nothing where there is no such block', () => {
    const values = formValues(stateSchema.parse({ values: { empty: {} } }))
    expect([values.text('none'), values.list('none'), values.text('empty')]).toEqual([null, [], null])
  })

  it.each([null, {}, { values: [] }, { values: { block: { value: { value: 1 } } } }])(
    'are not read from %o',
    state => {
      expect(stateSchema.safeParse(state).success).toBe(false)
    },
  )
})

describe('the value of an action', () => {
  it.each(INPUTS)('of %o', (input, expected) => {
    expect(valueOfAction({ action_id: 'x', ...input })).toBe(expected ?? '')
  })

  it('is what the button carries, or nothing', () => {
    expect(valueOfAction({ type: 'button', action_id: 'x', value: 'id' })).toBe('id')
    expect(valueOfAction({ type: 'button', action_id: 'x' })).toBe('')
    expect(valueOfAction({ type: 'overflow', selected_option: { value: 'edit' } })).toBe('edit')
  })
})
