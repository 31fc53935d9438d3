import { SLACK_LIMITS, type Surface } from '#kernel/slack-limits.ts'
import { dataVisualization } from './charts.ts'
import { also, type Check, flag, list, object, ofType, oneOf, problem, text, typed } from './check.ts'
import {
  ACTIONS_ELEMENTS,
  CONTEXT_ACTIONS_ELEMENTS,
  cardButton,
  INPUT_ELEMENTS,
  SECTION_ACCESSORIES,
} from './elements.ts'
import {
  anyText,
  blockId,
  imageElement,
  link,
  mrkdwnText,
  picture,
  pictureUrl,
  plainText,
} from './objects.ts'
import { richText } from './rich-text.ts'
import { dataTable, table } from './tables.ts'

const { blocks: LIMITS } = SLACK_LIMITS

const block = (type: string, required: Record<string, Check>, optional: Record<string, Check> = {}): Check =>
  ofType(type, { required, optional: { block_id: blockId, ...optional } })

const section: Check = also(
  block(
    'section',
    {},
    {
      text: anyText(LIMITS.section.text[1], LIMITS.section.text[0]),
      fields: list(anyText(LIMITS.section.field_text), { max: LIMITS.section.fields }),
      accessory: typed(SECTION_ACCESSORIES),
      expand: flag,
    },
  ),
  (value, at, visit) => {
    if (value.text === undefined && value.fields === undefined) {
      problem(visit, at, 'missing required field: text or fields')
    }
  },
)

const input: Check = also(
  block(
    'input',
    { label: plainText(LIMITS.input.label), element: typed(INPUT_ELEMENTS) },
    { hint: plainText(LIMITS.input.hint), optional: flag, dispatch_action: flag },
  ),
  (value, at, visit) => {
    const element = value.element as Record<string, unknown>
    if (element.type === 'file_input' && value.dispatch_action === true) {
      problem(visit, at, 'dispatch_action cannot be used with file_input')
    }
    if (element.response_url_enabled === true && visit.surface !== 'modal') {
      problem(visit, `${at}/element`, 'response_url_enabled works only in modals')
    }
  },
)

const image: Check = picture(
  { altText: LIMITS.image.alt_text, url: LIMITS.image.image_url },
  { block_id: blockId, title: plainText(LIMITS.image.title) },
)

const card: Check = also(
  block(
    'card',
    {},
    {
      hero_image: imageElement,
      icon: imageElement,
      title: mrkdwnOrPlain(LIMITS.card.title),
      subtitle: mrkdwnOrPlain(LIMITS.card.subtitle),
      body: mrkdwnOrPlain(LIMITS.card.body),
      subtext: mrkdwnOrPlain(LIMITS.card.subtext),
      actions: list(typed({ button: cardButton }), { max: LIMITS.card.actions }),
    },
  ),
  (value, at, visit) => {
    const { hero_image, title, actions, body } = value
    if (!hero_image && !title && !actions && !body) {
      problem(visit, at, 'at least one of hero_image, title, actions and body must be given')
    }
  },
)

function mrkdwnOrPlain(max: number): Check {
  return typed({ mrkdwn: mrkdwnText(max), plain_text: plainText(max) })
}

const source = object({
  required: { type: oneOf('url'), url: link(3000), text: text({ max: 3000 }) },
})

const taskCard: Check = block(
  'task_card',
  {
    task_id: text({ max: 255 }),
    title: text({ max: 2000 }),
    status: oneOf('pending', 'in_progress', 'complete', 'error'),
  },
  { details: richText, output: richText, sources: list(source, { max: 100 }) },
)

const video: Check = also(
  block(
    'video',
    {
      video_url: pictureUrl(3000),
      thumbnail_url: pictureUrl(3000),
      alt_text: text({ max: 2000 }),
      title: plainText(199),
    },
    {
      title_url: link(3000),
      author_name: text({ max: 50 }),
      provider_name: text({ max: 50 }),
      provider_icon_url: pictureUrl(3000),
      description: plainText(200),
    },
  ),
  (_value, at, visit) => {
    if (!visit.hasScope('links.embed:write')) problem(visit, at, 'video needs the scope links.embed:write')
  },
)

const FLAT: Readonly<Record<string, Check>> = {
  actions: block('actions', { elements: list(typed(ACTIONS_ELEMENTS), { max: LIMITS.actions.elements }) }),
  alert: block(
    'alert',
    { text: anyText(LIMITS.alert.text) },
    { level: oneOf('default', 'info', 'warning', 'error', 'success') },
  ),
  card,
  carousel: block('carousel', {
    elements: list(typed({ card }), { min: LIMITS.carousel.cards[0], max: LIMITS.carousel.cards[1] }),
  }),
  context: block('context', {
    elements: list(typed({ image: imageElement, plain_text: plainText(3000), mrkdwn: mrkdwnText(3000) }), {
      max: LIMITS.context.elements,
    }),
  }),
  context_actions: block('context_actions', {
    elements: list(typed(CONTEXT_ACTIONS_ELEMENTS), { max: LIMITS.context_actions.elements }),
  }),
  data_table: dataTable,
  data_visualization: dataVisualization,
  divider: block('divider', {}),
  header: block('header', { text: plainText(LIMITS.header.text) }, { level: oneOf(1, 2, 3, 4) }),
  image,
  input,
  markdown: block('markdown', { text: text({ max: LIMITS.markdown.sum }) }),
  plan: block(
    'plan',
    { title: text({ max: 2000 }) },
    { tasks: list(typed({ task_card: taskCard }), { max: 50 }) },
  ),
  rich_text: richText,
  section,
  table,
  task_card: taskCard,
  video,
}

const childTypes: readonly string[] = LIMITS.container.child_types

const container: Check = also(
  block(
    'container',
    {
      child_blocks: list(
        typed(Object.fromEntries(Object.entries(FLAT).filter(([type]) => childTypes.includes(type)))),
        {
          max: LIMITS.container.child_blocks,
        },
      ),
    },
    {
      title: plainText(LIMITS.container.title),
      rich_text_title: richText,
      subtitle: anyText(LIMITS.container.subtitle),
      width: oneOf('narrow', 'standard', 'wide', 'full'),
      icon: imageElement,
      is_collapsible: flag,
      default_collapsed: flag,
      has_header_divider: flag,
    },
  ),
  (value, at, visit) => {
    if (value.title === undefined && value.rich_text_title === undefined) {
      problem(visit, at, 'missing required field: title or rich_text_title')
    }
  },
)

const BLOCKS: Readonly<Record<string, Check>> = { ...FLAT, container }

const SURFACES: Readonly<Record<string, readonly Surface[]>> = SLACK_LIMITS.surfaces

/** Any block that may stand on the visit's surface. */
export const anyBlock: Check = (value, at, visit) => {
  const allowed = Object.entries(BLOCKS).filter(([type]) => SURFACES[type]?.includes(visit.surface))
  typed(Object.fromEntries(allowed))(value, at, visit)
}
