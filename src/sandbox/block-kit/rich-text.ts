import { type Check, flag, integer, list, object, ofType, oneOf, text, typed } from './check.ts'
import { blockId } from './objects.ts'

const style: Check = object({
  optional: {
    bold: flag,
    italic: flag,
    strike: flag,
    code: flag,
    underline: flag,
    highlight: flag,
    client_highlight: flag,
    unlink: flag,
  },
})

const words = text({ max: 12_000 })
const id = text({ max: 30 })
const run = (type: string, required: Record<string, Check>, optional: Record<string, Check> = {}): Check =>
  ofType(type, { required, optional: { style, ...optional } })

const RUNS: Readonly<Record<string, Check>> = {
  text: run('text', { text: words }),
  link: run('link', { url: text({ max: 3000 }) }, { text: words, unsafe: flag }),
  emoji: run(
    'emoji',
    { name: text({ max: 100 }) },
    { unicode: text({ max: 100 }), url: text({ max: 3000 }) },
  ),
  user: run('user', { user_id: id }),
  usergroup: run('usergroup', { usergroup_id: id }),
  channel: run('channel', { channel_id: id }),
  team: run('team', { team_id: id }),
  color: run('color', { value: text({ max: 20 }) }),
  broadcast: run('broadcast', { range: oneOf('here', 'channel', 'everyone') }),
  date: run(
    'date',
    { timestamp: integer({ min: 0, max: 9_999_999_999 }), format: text({ max: 1000 }) },
    { url: text({ max: 3000 }), fallback: text({ max: 1000 }) },
  ),
}

const runs: Check = list(typed(RUNS), { min: 0, max: 1000 })
const border = oneOf(0, 1)
const section = ofType('rich_text_section', { required: { elements: runs } })
const plainRuns = list(typed({ text: RUNS.text ?? words, link: RUNS.link ?? words }), { min: 0, max: 1000 })

const PARTS: Readonly<Record<string, Check>> = {
  rich_text_section: section,
  rich_text_list: ofType('rich_text_list', {
    required: {
      style: oneOf('bullet', 'ordered'),
      elements: list(typed({ rich_text_section: section }), { max: 1000 }),
    },
    optional: { indent: integer({ min: 0, max: 8 }), border, offset: integer({ min: 0, max: 1000 }) },
  }),
  rich_text_quote: ofType('rich_text_quote', { required: { elements: runs }, optional: { border } }),
  rich_text_preformatted: ofType('rich_text_preformatted', {
    required: { elements: plainRuns },
    optional: { border, language: text({ max: 50 }) },
  }),
}

export const richText: Check = ofType('rich_text', {
  required: { elements: list(typed(PARTS), { max: 1000 }) },
  optional: { block_id: blockId },
})
