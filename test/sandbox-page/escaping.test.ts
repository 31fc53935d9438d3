import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawConversation } from '../../src/sandbox/page/conversation.ts'
import { escapeText, html, toMarkup } from '../../src/sandbox/page/html.ts'
import { lookingFrom } from '../../src/sandbox/page/looking.ts'
import { drawMessage } from '../../src/sandbox/page/message.ts'
import { sceneOf } from '../../src/sandbox/page/scene.ts'
import { drawSidebar } from '../../src/sandbox/page/sidebar.ts'
import { IDS, testSandbox } from '../sandbox/world-for-tests.ts'
import { drawn, mrkdwn, plain } from './example-drawing.ts'
import { strictTags } from './strict-markup.ts'

const hostile = fc.constantFrom(
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><b onclick="x">',
  "' onload='x",
  '</textarea>',
  '</template><script>',
  '<!channel>',
  '<@U0ANA|<b>>',
  '<#C0RUN|a>',
  '<javascript:alert(1)|x>',
  '<https://a.b/"onx="|y>',
  '<!date^1^{date}^javascript:x|f>',
  '&lt;b&gt;',
  '&amp;lt;',
  '&',
  '*',
  '_',
  '~',
  '`',
  '```',
  '\n',
  '> ',
  ':tada:',
  '[x](javascript:alert(1))',
  '![a](https://x.y/"z)',
  '|a|\n|---|\n|b|',
  '# ',
  '- ',
  '\u202e',
  '​',
  '$\u007bx}',
  '-->',
)
const text = fc
  .array(fc.oneof(hostile, fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 6 })
  .map(parts => parts.join(''))

const harmless = new Set([
  'a',
  'article',
  'bdi',
  'blockquote',
  'br',
  'button',
  'caption',
  'code',
  'details',
  'div',
  'em',
  'figcaption',
  'figure',
  'form',
  'h1',
  'h2',
  'h3',
  'header',
  'kbd',
  'nav',
  'h4',
  'h5',
  'hr',
  'img',
  'input',
  'label',
  'li',
  'line',
  'ol',
  'optgroup',
  'option',
  'p',
  'polygon',
  'polyline',
  'pre',
  'rect',
  's',
  'select',
  'small',
  'span',
  'strong',
  'summary',
  'svg',
  'table',
  'tbody',
  'td',
  'template',
  'textarea',
  'text',
  'th',
  'thead',
  'time',
  'title',
  'tr',
  'u',
  'ul',
])

function checkHarmless(markup: string): void {
  for (const { name, attributes } of strictTags(markup)) {
    expect(harmless.has(name), name).toBe(true)
    for (const [attribute, value] of attributes) {
      expect(attribute).not.toMatch(/^on|^style$|^srcdoc$|^formaction$/)
      if (attribute === 'href' || attribute === 'src')
        expect(value).toMatch(/^(?:https?:|mailto:|tel:|\/(?!\/)|#)/)
    }
  }
}

function blocksWith(words: string): ({ type: string } & Record<string, unknown>)[] {
  const option = { value: words, text: mrkdwn(words), description: plain(words) }
  const flat = { value: words, text: plain(words), description: plain(words) }
  const element = { action_id: words, placeholder: plain(words), options: [flat], initial_value: words }
  const picture = { type: 'image', image_url: words, alt_text: words }
  const confirm = { title: plain(words), text: mrkdwn(words), confirm: plain(words), deny: plain(words) }
  const pieces = [
    { type: 'text', text: words, style: { bold: true, code: true } },
    { type: 'link', url: words, text: words },
    { type: 'user', user_id: words },
    { type: 'channel', channel_id: words },
    { type: 'emoji', name: words },
    { type: 'broadcast', range: words },
    { type: 'date', timestamp: 1, format: words, url: words, fallback: words },
  ]
  const rich = {
    type: 'rich_text',
    elements: ['rich_text_section', 'rich_text_quote', 'rich_text_preformatted']
      .map((type): Record<string, unknown> => ({ type, elements: pieces }))
      .concat({ type: 'rich_text_list', style: words, elements: [{ elements: pieces }] }),
  }
  const cells = [{ type: 'raw_text', text: words }, { type: 'raw_number', value: 1, text: words }, rich]
  const input = (type: string, more: object = {}) => ({
    type: 'input',
    block_id: words,
    label: plain(words),
    hint: mrkdwn(words),
    element: { type, ...element, ...more },
  })
  const acting = [
    'button',
    'overflow',
    'static_select',
    'multi_static_select',
    'external_select',
    'users_select',
    'icon_button',
    'feedback_buttons',
    'workflow_button',
    words,
  ]
  return [
    {
      type: 'section',
      block_id: words,
      text: mrkdwn(words),
      fields: [plain(words), mrkdwn(words)],
      accessory: picture,
    },
    { type: 'header', text: plain(words, true) },
    { type: 'context', elements: [picture, mrkdwn(words), plain(words)] },
    {
      type: 'actions',
      block_id: words,
      elements: acting.map(type => ({
        type,
        ...element,
        text: plain(words),
        url: words,
        value: words,
        confirm,
        initial_option: flat,
      })),
    },
    ...[
      'plain_text_input',
      'number_input',
      'email_text_input',
      'url_text_input',
      'rich_text_input',
      'datepicker',
      'timepicker',
      'datetimepicker',
      'file_input',
    ].map(type =>
      input(type, { initial_date: words, initial_time: words, filetypes: [words], timezone: words }),
    ),
    input('plain_text_input', { multiline: true }),
    input('checkboxes', { options: [option], initial_options: [option] }),
    input('radio_buttons', { options: [option] }),
    { type: 'image', image_url: words, alt_text: words, title: plain(words) },
    { type: 'image', slack_file: { id: words }, alt_text: words },
    rich,
    { type: 'markdown', text: words },
    { type: 'table', rows: [cells, cells], column_settings: [{ align: words }] },
    { type: 'data_table', caption: words, rows: [cells, cells] },
    {
      type: 'data_visualization',
      title: words,
      chart: {
        type: 'bar',
        series: [{ name: words, data: [{ label: words, value: 3 }] }],
        axis_config: { categories: [words] },
      },
    },
    {
      type: 'data_visualization',
      title: words,
      chart: { type: 'pie', segments: [{ label: words, value: 3 }] },
    },
    { type: 'card', title: mrkdwn(words), body: mrkdwn(words), hero_image: picture, icon: picture },
    {
      type: 'container',
      title: plain(words),
      subtitle: mrkdwn(words),
      is_collapsible: true,
      child_blocks: [{ type: words }],
    },
    { type: 'alert', level: words, text: mrkdwn(words) },
    {
      type: 'plan',
      title: words,
      tasks: [{ title: words, status: words, sources: [{ url: words, text: words }] }],
    },
    {
      type: 'video',
      title: plain(words),
      title_url: words,
      video_url: words,
      thumbnail_url: words,
      alt_text: words,
      author_name: words,
    },
    { type: words, text: words },
  ]
}

describe('escaping', () => {
  test('a template escapes what is put into it, once', () => {
    expect(
      toMarkup(html`<p title="${'"&'}">${'<b>'}${html`<i>${"'"}</i>`}${[1, null, false, ['&amp;']]}</p>`),
    ).toBe('<p title="&quot;&amp;">&lt;b&gt;<i>&#39;</i>1&amp;amp;</p>')
  })

  test('an object that looks like markup is not taken for it', () => {
    const forged = JSON.parse('{"markup":"<b>"}')
    expect(() => toMarkup(html`${forged}`)).toThrow()
  })

  test('escaped text comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), words => {
        const back = escapeText(words)
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&')
        expect(back).toBe(words)
      }),
    )
  })

  test('no text in any block yields markup', () => {
    fc.assert(
      fc.property(text, words => {
        for (const block of blocksWith(words)) checkHarmless(drawn(block, { errors: { [words]: words } }))
      }),
      { numRuns: 150 },
    )
  })

  test('no text of a message, a file, a channel or a person yields markup', async () => {
    const { desk, close } = await testSandbox()
    fc.assert(
      fc.property(text, words => {
        const looking = lookingFrom(desk, new URLSearchParams({ as: IDS.coach }))
        if (!looking) throw new Error('nobody')
        const people = desk.people().map(person => ({ ...person, name: words, realName: words, tz: 'UTC' }))
        const conversations = looking.conversations.map(one => ({ ...one, name: words, topic: words }))
        const scene = {
          ...sceneOf(desk, {}, { ...looking, conversations, conversation: conversations[0] ?? null }),
          people: new Map(people.map(person => [person.id, person])),
          conversations: new Map(conversations.map(one => [one.id, one])),
        }
        const message = {
          channel: IDS.general,
          ts: '1795248000.000100',
          threadTs: null,
          text: words,
          blocks: [],
          authorId: IDS.coach,
          reactions: [{ name: words, userIds: [words] }],
          files: [{ id: 'F1', name: words, title: words, mimetype: words, bytes: 1, path: '/files/F1' }],
          replyCount: 1,
          isEdited: true,
          ephemeralFor: null,
        }
        checkHarmless(toMarkup(drawMessage(scene, message, { continues: false, isInThread: false })))
        checkHarmless(toMarkup(drawSidebar(scene)))
        if (conversations[0]) checkHarmless(toMarkup(drawConversation(scene, conversations[0])))
      }),
      { numRuns: 60 },
    )
    await close()
  })
})
