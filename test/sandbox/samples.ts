/** Smallest legal examples of everything Block Kit has. */
export type Block = Record<string, unknown>

export const words = (length: number): string => 'x'.repeat(length)
export const plain = (text: string): Block => ({ type: 'plain_text', text })
export const mrkdwn = (text: string): Block => ({ type: 'mrkdwn', text })
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

export const option = (name: string, more: Block = {}): Block => ({ text: plain(name), value: name, ...more })
export const options = (count: number): Block[] => times(count, index => option(`o${index}`))

export const button = (more: Block = {}): Block => ({ type: 'button', text: plain('Go'), ...more })
export const picture = (more: Block = {}): Block => ({
  type: 'image',
  image_url: 'https://example.com/a.png',
  alt_text: 'a',
  ...more,
})
export const select = (more: Block = {}): Block => ({ type: 'static_select', options: options(2), ...more })
export const typing = (more: Block = {}): Block => ({ type: 'plain_text_input', ...more })
export const number = (more: Block = {}): Block => ({
  type: 'number_input',
  is_decimal_allowed: true,
  ...more,
})

export const section = (more: Block = {}): Block => ({ type: 'section', text: mrkdwn('Words'), ...more })
export const header = (text: string): Block => ({ type: 'header', text: plain(text) })
export const divider = (): Block => ({ type: 'divider' })
export const actions = (...elements: Block[]): Block => ({ type: 'actions', elements })
export const accessory = (element: Block): Block => section({ accessory: element })
export const input = (element: Block = typing(), more: Block = {}): Block => ({
  type: 'input',
  label: plain('Label'),
  element,
  ...more,
})
export const context = (...elements: Block[]): Block => ({ type: 'context', elements })
export const markdown = (text: string): Block => ({ type: 'markdown', text })
export const richText = (text = 'Words'): Block => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
})

export const raw = (text: string): Block => ({ type: 'raw_text', text })
export const rawNumber = (value: number): Block => ({ type: 'raw_number', value, text: String(value) })
export const table = (rows: unknown, more: Block = {}): Block => ({ type: 'table', rows, ...more })
export const dataTable = (rows: unknown, more: Block = {}): Block => ({
  type: 'data_table',
  caption: 'Who ran how far',
  rows,
  ...more,
})
export const grid = (rows: number, columns: number, text = 'x'): Block[][] =>
  times(rows, () => times(columns, () => raw(text)))

export const bars = (more: Block = {}, chart: Block = {}): Block => ({
  type: 'data_visualization',
  title: 'Kilometres',
  chart: {
    type: 'bar',
    series: [{ name: 'km', data: [{ label: 'Ana', value: 3 }] }],
    axis_config: { categories: ['Ana'] },
    ...chart,
  },
  ...more,
})
export const pie = (segments: Block[]): Block => bars({ chart: { type: 'pie', segments } })

export const card = (more: Block = {}): Block => ({ type: 'card', title: mrkdwn('Card'), ...more })
export const carousel = (count: number): Block => ({ type: 'carousel', elements: times(count, () => card()) })
export const container = (children: Block[], more: Block = {}): Block => ({
  type: 'container',
  title: plain('Box'),
  child_blocks: children,
  ...more,
})
export const alert = (text: string): Block => ({ type: 'alert', text: mrkdwn(text) })
export const feedback = (): Block => ({
  type: 'feedback_buttons',
  positive_button: { text: plain('Good'), value: 'good' },
  negative_button: { text: plain('Bad'), value: 'bad' },
})
export const contextActions = (count: number): Block => ({
  type: 'context_actions',
  elements: times(count, feedback),
})
export const taskCard = (): Block => ({ type: 'task_card', task_id: 't', title: 'Task', status: 'complete' })
export const plan = (): Block => ({ type: 'plan', title: 'Plan', tasks: [taskCard()] })
export const video = (): Block => ({
  type: 'video',
  video_url: 'https://example.com/v',
  thumbnail_url: 'https://example.com/t.png',
  alt_text: 'v',
  title: plain('Video'),
})

/** One legal block of every type; `file` cannot be sent at all. */
export const ONE_OF_EACH: Readonly<Record<string, Block>> = {
  actions: actions(button()),
  alert: alert('Careful'),
  card: card(),
  carousel: carousel(1),
  container: container([divider()]),
  context: context(mrkdwn('Small')),
  context_actions: contextActions(1),
  data_table: dataTable(grid(2, 1)),
  data_visualization: bars(),
  divider: divider(),
  file: { type: 'file', source: 'remote', external_id: 'x' },
  header: header('Head'),
  image: picture(),
  input: input(),
  markdown: markdown('Words'),
  plan: plan(),
  rich_text: richText(),
  section: section(),
  table: table(grid(1, 1)),
  task_card: taskCard(),
  video: video(),
}
