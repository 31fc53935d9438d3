import { atLeast, atMost, blocks, CHARACTERS, ITEMS, type Rule } from './rule.ts'
import {
  accessory,
  actions,
  type Block,
  button,
  input,
  mrkdwn,
  option,
  options,
  picture,
  plain,
  section,
  select,
  times,
  typing,
  words,
} from './samples.ts'

const confirm = (more: Block): Block => button({ confirm: { text: mrkdwn('Sure?'), ...more } })
const overflow = (all: Block[]): Block => ({ type: 'overflow', options: all })
const boxes = (all: Block[], more: Block = {}): Block => ({ type: 'checkboxes', options: all, ...more })
const radio = (all: Block[], more: Block = {}): Block => ({ type: 'radio_buttons', options: all, ...more })
const group = (label: string, count = 1): Block => ({ label: plain(label), options: options(count) })
const grouped = (groups: Block[]): Block => ({ type: 'static_select', option_groups: groups })
const fileInput = (more: Block = {}): Block => ({ type: 'file_input', ...more })
const richInput = (more: Block): Block => ({ type: 'rich_text_input', ...more })
const on = 'modal'

const LIMITS: Rule[] = [
  atMost('elements.button.text', 'message', n => actions(button({ text: plain(words(n)) })), CHARACTERS),
  atMost('elements.button.value', 'message', n => actions(button({ value: words(n) })), CHARACTERS),
  atMost(
    'elements.button.url',
    'message',
    n => actions(button({ url: `https://a.example/${words(n - 18)}` })),
    CHARACTERS,
  ),
  atMost(
    'elements.button.accessibility_label',
    'message',
    n => actions(button({ accessibility_label: words(n) })),
    CHARACTERS,
  ),
  atMost(
    'elements.option.text',
    on,
    n => input(select({ options: [option('a', { text: plain(words(n)) })] })),
    CHARACTERS,
  ),
  atMost(
    'elements.option.value',
    on,
    n => input(select({ options: [option('a', { value: words(n) })] })),
    CHARACTERS,
  ),
  atMost(
    'elements.option.description',
    on,
    n => input(select({ options: [option('a', { description: plain(words(n)) })] })),
    CHARACTERS,
  ),
  atMost(
    'elements.option.url',
    on,
    n => accessory(overflow([option('a', { url: `https://a.example/${words(n - 18)}` })])),
    CHARACTERS,
  ),
  atMost('elements.option_group.label', on, n => input(grouped([group(words(n))])), CHARACTERS),
  atMost('elements.option_group.groups', on, n => input(grouped(times(n, i => group(`g${i}`)))), ITEMS),
  atMost('elements.option_group.options', on, n => input(grouped([group('g', n)])), ITEMS),
  atMost('elements.static_select.options', on, n => input(select({ options: options(n) })), ITEMS),
  atMost('elements.overflow.options', 'message', n => accessory(overflow(options(n))), ITEMS),
  atLeast('elements.overflow.options', 'message', n => accessory(overflow(options(n))), ITEMS),
  atMost('elements.checkboxes.options', on, n => input(boxes(options(n))), ITEMS),
  atMost('elements.radio_buttons.options', on, n => input(radio(options(n))), ITEMS),
  atMost('elements.confirm.title', 'message', n => actions(confirm({ title: plain(words(n)) })), CHARACTERS),
  atMost('elements.confirm.text', 'message', n => actions(confirm({ text: mrkdwn(words(n)) })), CHARACTERS),
  atMost(
    'elements.confirm.confirm',
    'message',
    n => actions(confirm({ confirm: plain(words(n)) })),
    CHARACTERS,
  ),
  atMost('elements.confirm.deny', 'message', n => actions(confirm({ deny: plain(words(n)) })), CHARACTERS),
  atMost('elements.placeholder', on, n => input(typing({ placeholder: plain(words(n)) })), CHARACTERS),
  atMost(
    'elements.plain_text_input.max_length',
    on,
    n => input(typing({ max_length: n })),
    'less than or equal to',
  ),
  atMost(
    'elements.rich_text_input.lines',
    on,
    n => input(richInput({ max_lines: n })),
    'less than or equal to',
  ),
  atLeast(
    'elements.rich_text_input.lines',
    on,
    n => input(richInput({ min_lines: n })),
    'greater than or equal to',
  ),
  atMost(
    'elements.file_input.max_files',
    on,
    n => input(fileInput({ max_files: n })),
    'less than or equal to',
  ),
  atLeast(
    'elements.file_input.max_files',
    on,
    n => input(fileInput({ max_files: n })),
    'greater than or equal to',
  ),
  atMost('elements.image.alt_text', 'message', n => accessory(picture({ alt_text: words(n) })), CHARACTERS),
  atMost(
    'elements.image.image_url',
    'message',
    n => accessory(picture({ image_url: `https://a.example/${words(n - 18)}` })),
    CHARACTERS,
  ),
  atMost('ids.block_id', 'message', n => section({ block_id: words(n) }), CHARACTERS),
  atMost('ids.action_id', 'message', n => actions(button({ action_id: words(n) })), CHARACTERS),
]

const initial = (element: Block, wrong: Block, rule: string): Rule => ({
  rule,
  on,
  legal: blocks(input(element)),
  illegal: blocks(input({ ...element, ...wrong })),
  says: 'initial option is not one of the options',
})

const OTHERS: Rule[] = [
  initial(
    select({ initial_option: option('o1') }),
    { initial_option: option('o9') },
    'the first choice of a select is one of its options',
  ),
  initial(
    select({ initial_option: option('o1') }),
    { initial_option: { ...option('o1'), text: plain('other words') } },
    'the first choice of a select is letter for letter one of its options',
  ),
  initial(
    boxes(options(2), { initial_options: [option('o0')] }),
    { initial_options: [option('o9')] },
    'the first ticks of checkboxes are among its options',
  ),
  initial(
    radio(options(2), { initial_option: option('o0') }),
    { initial_option: option('o9') },
    'the first choice of radio buttons is one of its options',
  ),
  initial(
    { type: 'multi_static_select', options: options(2), initial_options: [option('o1')] },
    { initial_options: [option('o9')] },
    'the first choices of a multi-select are among its options',
  ),
  {
    rule: 'a select has options or groups, not both',
    on,
    legal: blocks(input(select())),
    illegal: blocks(input(select({ option_groups: [group('g')] }))),
    says: 'exactly one of options and option_groups',
  },
  {
    rule: 'a select has something to choose',
    on,
    legal: blocks(input(select())),
    illegal: blocks(input(select({ options: [] }))),
    says: 'no fewer than 1 items',
  },
  {
    rule: 'no two options have the same value',
    on,
    legal: blocks(input(select({ options: [option('a'), option('b')] }))),
    illegal: blocks(input(select({ options: [option('a'), option('b', { value: 'a' })] }))),
    says: 'unique',
  },
  {
    rule: 'options of selects are plain text',
    on,
    legal: blocks(input(radio([{ text: mrkdwn('*a*'), value: 'a' }]))),
    illegal: blocks(input(select({ options: [{ text: mrkdwn('*a*'), value: 'a' }] }))),
    says: '/text/type',
  },
  {
    rule: 'only overflow options lead somewhere',
    on: 'message',
    legal: blocks(accessory(overflow([option('a', { url: 'https://a.example/' })]))),
    illegal: blocks(accessory(select({ options: [option('a', { url: 'https://a.example/' })] }))),
    says: 'invalid additional property: url',
  },
  {
    rule: 'an option has a value',
    on,
    legal: blocks(input(select({ options: [option('a')] }))),
    illegal: blocks(input(select({ options: [{ text: plain('a') }] }))),
    says: 'missing required field: value',
  },
  {
    rule: 'a button has a known style',
    on: 'message',
    legal: blocks(actions(button({ style: 'danger' }))),
    illegal: blocks(actions(button({ style: 'warning' }))),
    says: 'must be one of the following: primary, danger',
  },
  {
    rule: 'a button says something',
    on: 'message',
    legal: blocks(actions(button())),
    illegal: blocks(actions(button({ text: plain('') }))),
    says: 'must be more than 0 characters [json-pointer:/blocks/0/elements/0/text/text]',
  },
  {
    rule: 'a confirmation asks something',
    on: 'message',
    legal: blocks(actions(confirm({}))),
    illegal: blocks(actions(button({ confirm: { title: plain('Sure?') } }))),
    says: 'missing required field: text',
  },
]

export const RULES_OF_ELEMENTS: readonly Rule[] = [...LIMITS, ...OTHERS]
