import { describe, expect, test } from 'vitest'
import { drawn, mrkdwn, plain } from './example-drawing.ts'
import { strictTags, type Tag } from './strict-markup.ts'

const option = (value: string, text = value, description?: string) => ({
  value,
  text: plain(text),
  ...(description ? { description: plain(description) } : {}),
})

function inActions(element: Record<string, unknown>): string {
  return drawn({ type: 'actions', block_id: 'b', elements: [{ action_id: 'a', ...element }] })
}

function inInput(element: Record<string, unknown>, more: Record<string, unknown> = {}, errors = {}): string {
  return drawn(
    { type: 'input', block_id: 'b', label: plain('Name'), element: { action_id: 'a', ...element }, ...more },
    { surface: 'modal', scope: 'V1', errors },
  )
}

function one(markup: string, name: string): Map<string, string> {
  const found = strictTags(markup).filter(tag => tag.name === name)
  expect(found).toHaveLength(1)
  return found[0]?.attributes ?? new Map()
}

function frame(markup: string): Map<string, string> {
  return strictTags(markup).find((tag: Tag) => tag.attributes.has('data-element'))?.attributes ?? new Map()
}

describe('elements', () => {
  test('a frame says whose action it is, how its value is read and when it is sent', () => {
    const attributes = frame(inActions({ type: 'static_select', options: [option('1')] }))
    expect(Object.fromEntries(attributes)).toMatchObject({
      'data-element': 'static_select',
      'data-block': 'b',
      'data-action': 'a',
      'data-holds': 'text',
      'data-dispatch': 'at-once',
    })
    expect(frame(inInput({ type: 'datepicker' })).get('data-dispatch')).toBe('never')
    expect(frame(inInput({ type: 'datepicker' }, { dispatch_action: true })).get('data-dispatch')).toBe(
      'at-once',
    )
  })

  test('a control keeps its id while block and action stay, and gets another when the block changes', () => {
    const idOf = (blockId: string) =>
      one(
        drawn({
          type: 'input',
          block_id: blockId,
          label: plain('L'),
          element: { type: 'plain_text_input', action_id: 'a' },
        }),
        'input',
      ).get('id')
    expect(idOf('b')).toBe(idOf('b'))
    expect(idOf('b')).not.toBe(idOf('b2'))
  })

  test('a button carries value, style and accessible name; one with an address is a link', () => {
    const markup = inActions({
      type: 'button',
      text: plain('Go <now>'),
      value: 'v"1',
      style: 'primary',
      accessibility_label: 'Go at once',
    })
    const button = one(markup, 'button')
    expect(button.get('value')).toBe('v&quot;1')
    expect(button.get('class')).toBe('button button-primary')
    expect(button.get('aria-label')).toBe('Go at once')
    expect(markup).toContain('Go &lt;now&gt;')
    expect(
      one(inActions({ type: 'button', text: plain('Map'), url: 'https://example.org/' }), 'a').get('href'),
    ).toBe('https://example.org/')
    expect(inActions({ type: 'button', text: plain('Map'), url: 'javascript:alert(1)' })).not.toContain(
      'javascript',
    )
  })

  test('what must be confirmed stands beside its element', () => {
    const markup = inActions({
      type: 'button',
      text: plain('Delete'),
      confirm: {
        title: plain('Sure?'),
        text: mrkdwn('*For ever*'),
        confirm: plain('Delete'),
        deny: plain('Keep'),
        style: 'danger',
      },
    })
    const template = one(markup, 'template')
    expect(template.get('data-title')).toBe('Sure?')
    expect(template.get('data-style')).toBe('danger')
    expect(markup).toContain('<strong>For ever</strong></template>')
  })

  test('selects are native, with groups, descriptions and the chosen one', () => {
    const markup = inActions({
      type: 'static_select',
      placeholder: plain('Pick'),
      option_groups: [{ label: plain('Mine'), options: [option('1', 'One', 'first'), option('2', 'Two')] }],
      initial_option: option('2', 'Two'),
    })
    expect(markup).toContain(
      '<option value="">Pick</option><optgroup label="Mine"><option value="1">One · first</option><option value="2" selected>Two</option></optgroup>',
    )
  })

  test('people, channels and conversations come from the workspace', () => {
    const people = inActions({ type: 'users_select', initial_user: 'U0ANA' })
    expect(people).toContain('<option value="U0ANA" selected>Ana Kovačević</option>')
    expect(people).not.toContain('Gustav Gone')
    expect(inActions({ type: 'channels_select' })).toContain('<option value="C0RUN">#tuesday-track</option>')
    expect(inActions({ type: 'conversations_select', filter: { include: ['im'] } })).not.toContain('C0RUN')
  })

  test('multi-selects are checkboxes of one name, filtered when there are many', () => {
    const markup = inActions({
      type: 'multi_static_select',
      options: Array.from({ length: 9 }, (_, index) => option(String(index))),
      initial_options: [option('3')],
      max_selected_items: 2,
    })
    const boxes = strictTags(markup).filter(tag => tag.attributes.get('type') === 'checkbox')
    expect(new Set(boxes.map(tag => tag.attributes.get('name'))).size).toBe(1)
    expect(
      boxes.filter(tag => tag.attributes.has('checked')).map(tag => tag.attributes.get('value')),
    ).toEqual(['3'])
    expect(markup).toContain('type="search"')
    expect(frame(markup).get('data-most')).toBe('2')
  })

  test('a typeahead says how much must be typed and what is chosen', () => {
    const attributes = frame(inActions({ type: 'external_select', initial_option: option('7', 'Seven') }))
    expect(attributes.get('data-least')).toBe('3')
    expect(attributes.get('data-chosen')).toBe(
      '[{&quot;value&quot;:&quot;7&quot;,&quot;text&quot;:&quot;Seven&quot;}]',
    )
    expect(frame(inActions({ type: 'external_select', min_query_length: 0 })).get('data-least')).toBe('0')
  })

  test('an overflow is a menu of its options', () => {
    const items = strictTags(
      inActions({
        type: 'overflow',
        options: [option('edit'), { ...option('help'), url: 'https://example.org' }],
      }),
    ).filter(tag => tag.attributes.get('role') === 'menuitem')
    expect(items.map(tag => tag.name)).toEqual(['button', 'a'])
  })

  test.each([
    ['datepicker', { initial_date: '2026-11-23' }, 'date', '2026-11-23'],
    ['timepicker', { initial_time: '09:00' }, 'time', '09:00'],
    [
      'datetimepicker',
      { initial_date_time: Date.UTC(2026, 10, 23, 8) / 1000 },
      'datetime-local',
      '2026-11-23T09:00',
    ],
    ['number_input', { is_decimal_allowed: false, min_value: '1', initial_value: '7' }, 'number', '7'],
    ['email_text_input', { initial_value: 'a@example.org' }, 'email', 'a@example.org'],
    ['url_text_input', { initial_value: 'https://example.org' }, 'url', 'https://example.org'],
    ['plain_text_input', { initial_value: '"quoted"' }, 'text', '&quot;quoted&quot;'],
  ])('%s is the native control with its first value', (type, more, nativeType, value) => {
    const input = one(inInput({ type, ...more }), 'input')
    expect(input.get('type')).toBe(nativeType)
    expect(input.get('value')).toBe(value)
    expect(input.get('name')).toBe(input.get('id'))
  })

  test('a long text keeps its first line, even an empty one', () => {
    expect(
      inInput({ type: 'plain_text_input', multiline: true, initial_value: '\n</textarea><b>' }),
    ).toContain('>\n\n&lt;/textarea&gt;&lt;b&gt;</textarea>')
  })

  test('radio buttons and checkboxes show mrkdwn in their words and carry what is chosen', () => {
    const radios = inInput({
      type: 'radio_buttons',
      options: [{ value: 'x', text: mrkdwn('*X*') }, option('y')],
      initial_option: option('y'),
    })
    const inputs = strictTags(radios).filter(tag => tag.name === 'input')
    expect(inputs.map(tag => tag.attributes.has('checked'))).toEqual([false, true])
    expect(radios).toContain('<strong>X</strong>')
    expect(radios).toContain('role="radiogroup"')
  })

  test('a file input takes only what the app asks for', () => {
    const input = one(inInput({ type: 'file_input', filetypes: ['fit', 'gpx'], max_files: 1 }), 'input')
    expect(input.get('accept')).toBe('.fit,.gpx')
    expect(input.has('multiple')).toBe(false)
  })

  test('typing is sent when the app says: on Enter, or with every character', () => {
    const triggers = (config: Record<string, unknown>) =>
      one(inInput({ type: 'plain_text_input', ...config }, { dispatch_action: true }), 'input').get(
        'data-triggers',
      )
    expect(triggers({})).toBe('on_enter_pressed')
    expect(triggers({ dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } })).toBe(
      'on_character_entered',
    )
  })

  test('an input names, describes and marks its control; the error stands at the field', () => {
    const markup = inInput({ type: 'plain_text_input' }, { hint: plain('Short') }, { b: 'Taken <already>' })
    const input = one(markup, 'input')
    const label = one(markup, 'label')
    expect(label.get('for')).toBe(input.get('id'))
    expect(input.get('aria-invalid')).toBe('true')
    expect(input.get('aria-required')).toBe('true')
    const described = (input.get('aria-describedby') ?? '').split(' ')
    expect(described).toHaveLength(2)
    for (const id of described) expect(markup).toContain(`id="${id}"`)
    expect(markup).toContain('Taken &lt;already&gt;')
    expect(inInput({ type: 'plain_text_input' }, { optional: true })).toContain('(optional)')
    expect(one(inInput({ type: 'plain_text_input' }, { optional: true }), 'input').has('aria-required')).toBe(
      false,
    )
  })
})
