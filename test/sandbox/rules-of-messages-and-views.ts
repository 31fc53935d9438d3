import { SLACK_LIMITS } from '#kernel/slack-limits.ts'
import { args, blocks, type Rule } from './rule.ts'
import { divider, input, markdown, plain, section, times, typing, words } from './samples.ts'

const { message: MESSAGE, view: VIEW } = SLACK_LIMITS

const MESSAGES: Rule[] = [
  {
    rule: 'fifty blocks a message',
    limits: ['message.blocks'],
    on: 'message',
    legal: blocks(...times(MESSAGE.blocks, divider)),
    illegal: blocks(...times(MESSAGE.blocks + 1, divider)),
    says: 'no more than 50 items allowed [json-pointer:/blocks]',
  },
  {
    rule: 'the text of all blocks together',
    limits: ['message.blocks_text_sum_safe', 'message.blocks_text_sum_rejected_about'],
    on: 'message',
    legal: blocks(...times(3, () => section({ text: plain(words(MESSAGE.blocks_text_sum_safe / 3)) }))),
    illegal: blocks(
      ...times(3, () => section({ text: plain(words(MESSAGE.blocks_text_sum_safe / 3)) })),
      section({ text: plain('x') }),
    ),
    error: 'msg_blocks_too_long',
  },
  {
    rule: 'markdown blocks hold so much together',
    limits: ['blocks.markdown.sum'],
    on: 'message',
    legal: blocks(markdown(words(4_500)), markdown(words(4_500))),
    illegal: blocks(markdown(words(6_000)), markdown(words(6_001))),
    says: 'markdown blocks must hold less than 12001 characters together',
  },
  {
    rule: 'blocks are a list',
    on: 'message',
    legal: args({ text: 'a', blocks: '[]' }),
    illegal: args({ text: 'a', blocks: 'not json' }),
    error: 'invalid_blocks_format',
  },
  {
    rule: 'blocks are a list of objects',
    on: 'message',
    legal: args({ text: 'a', blocks: [divider()] }),
    illegal: args({ text: 'a', blocks: ['divider'] }),
    error: 'invalid_blocks_format',
  },
  {
    rule: 'a message says something',
    on: 'message',
    legal: args({ text: 'a' }),
    illegal: args({ text: ' ' }),
    error: 'no_text',
  },
  {
    rule: 'markdown_text is so long at most',
    limits: ['message.markdown_text'],
    on: 'message',
    legal: args({ markdown_text: words(MESSAGE.markdown_text) }),
    illegal: args({ markdown_text: words(MESSAGE.markdown_text + 1) }),
    error: 'msg_too_long',
  },
  {
    rule: 'markdown_text comes without text',
    on: 'message',
    legal: args({ markdown_text: 'a' }),
    illegal: args({ markdown_text: 'a', text: 'b' }),
    error: 'markdown_text_conflict',
  },
  {
    rule: 'a hundred attachments a message',
    limits: ['message.attachments'],
    on: 'message',
    legal: args({ text: 'a', attachments: times(MESSAGE.attachments, () => ({ text: 'a' })) }),
    illegal: args({ text: 'a', attachments: times(MESSAGE.attachments + 1, () => ({ text: 'a' })) }),
    error: 'too_many_attachments',
  },
  {
    rule: 'metadata has a type and a flat payload',
    on: 'message',
    legal: args({ text: 'a', metadata: { event_type: 'e', event_payload: { id: '1', ids: ['1'] } } }),
    illegal: args({
      text: 'a',
      metadata: { event_type: 'e', event_payload: { deep: { er: { still: 1 } } } },
    }),
    error: 'invalid_metadata_format',
  },
  {
    rule: 'metadata is small',
    on: 'message',
    legal: args({ text: 'a', metadata: { event_type: 'e', event_payload: { id: words(900) } } }),
    illegal: args({ text: 'a', metadata: { event_type: 'e', event_payload: { id: words(1_100) } } }),
    error: 'metadata_too_large',
  },
  {
    rule: 'an argument nobody knows is refused',
    on: 'message',
    legal: args({ text: 'a', unfurl_links: false }),
    illegal: args({ text: 'a', unfurl_link: false }),
    error: 'invalid_arguments',
    says: 'unknown argument: unfurl_link',
  },
  {
    rule: 'an argument has its kind',
    on: 'message',
    legal: args({ text: 'a', unfurl_media: 'false' }),
    illegal: args({ text: 'a', unfurl_media: 'no' }),
    error: 'invalid_arguments',
    says: '[json-pointer:/unfurl_media]',
  },
]

const long = (name: string, most: number): Rule => ({
  rule: `view.${name}: ${most} at most`,
  limits: [`view.${name}`],
  on: 'modal',
  legal: args({ [name]: words(most) }),
  illegal: args({ [name]: words(most + 1) }),
  says: `must be less than ${most + 1} characters [json-pointer:/view/${name}]`,
})

const longWords = (name: string, most: number): Rule => ({
  rule: `view.${name}: ${most} at most`,
  limits: [`view.${name}`],
  on: 'modal',
  legal: args({ [name]: plain(words(most)) }),
  illegal: args({ [name]: plain(words(most + 1)) }),
  says: `must be less than ${most + 1} characters [json-pointer:/view/${name}/text]`,
})

/** A view of about so many bytes, within every other limit. */
const heavy = (bytes: number) => times(84, () => section({ text: plain(words(Math.floor(bytes / 84) - 52)) }))

const VIEWS: Rule[] = [
  {
    rule: 'a hundred blocks a view',
    limits: ['view.blocks'],
    on: 'modal',
    legal: blocks(...times(VIEW.blocks, divider)),
    illegal: blocks(...times(VIEW.blocks + 1, divider)),
    says: 'no more than 100 items allowed [json-pointer:/view/blocks]',
  },
  {
    rule: 'a hundred blocks a Home',
    limits: ['view.blocks'],
    on: 'home',
    legal: blocks(...times(VIEW.blocks, divider)),
    illegal: blocks(...times(VIEW.blocks + 1, divider)),
    says: '[json-pointer:/view/blocks]',
  },
  longWords('title', VIEW.title),
  longWords('submit', VIEW.submit),
  longWords('close', VIEW.close),
  long('private_metadata', VIEW.private_metadata),
  long('callback_id', VIEW.callback_id),
  long('external_id', VIEW.external_id),
  {
    rule: 'a view is so heavy at most',
    limits: ['view.bytes'],
    on: 'modal',
    legal: blocks(...heavy(VIEW.bytes - 1_000)),
    illegal: blocks(...heavy(VIEW.bytes + 1_000)),
    error: 'view_too_large',
  },
  {
    rule: 'a view with inputs has a submit button',
    on: 'modal',
    legal: args({ blocks: [input()], submit: plain('Save') }),
    illegal: args({ blocks: [input()], submit: undefined }),
    says: 'missing required field: submit',
  },
  {
    rule: 'a modal has a title',
    on: 'modal',
    legal: args({ title: plain('Title') }),
    illegal: args({ title: undefined }),
    says: 'missing required field: title',
  },
  {
    rule: 'a title is plain text',
    on: 'modal',
    legal: args({ title: plain('Title') }),
    illegal: args({ title: { type: 'mrkdwn', text: 'Title' } }),
    says: '/view/title/type',
  },
  {
    rule: 'a view has only known properties',
    on: 'modal',
    legal: args({ notify_on_close: true }),
    illegal: args({ private_metdata: 'x' }),
    says: 'invalid additional property: private_metdata [json-pointer:/view]',
  },
  {
    rule: 'Home has no title',
    on: 'home',
    legal: args({ callback_id: 'home' }),
    illegal: args({ title: plain('Title') }),
    says: 'invalid additional property: title',
  },
  {
    rule: 'a view has blocks',
    on: 'home',
    legal: blocks(divider()),
    illegal: args({ blocks: [] }),
    says: 'no fewer than 1 items',
  },
  {
    rule: 'a view stays of its type',
    on: 'modal',
    legal: args({ type: 'modal' }),
    illegal: args({ type: 'home' }),
    says: '/view/type',
  },
  {
    rule: 'an empty label is none',
    on: 'modal',
    legal: blocks(input(typing())),
    illegal: blocks(input(typing(), { label: plain('') })),
    says: '/view/blocks/0/label/text',
  },
]

export const RULES_OF_MESSAGES_AND_VIEWS: readonly Rule[] = [...MESSAGES, ...VIEWS]
