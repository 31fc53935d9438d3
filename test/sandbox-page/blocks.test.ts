import { describe, expect, test } from 'vitest'
import { drawnBlockTypes } from '../../src/sandbox/page/blocks/draw-blocks.ts'
import { drawn, inner, mrkdwn, plain } from './example-drawing.ts'
import { strictTags } from './strict-markup.ts'

describe('blocks', () => {
  test('every block an app may send is drawn', () => {
    const sendable = [
      'actions',
      'alert',
      'card',
      'carousel',
      'container',
      'context',
      'context_actions',
      'data_table',
      'data_visualization',
      'divider',
      'header',
      'image',
      'input',
      'markdown',
      'plan',
      'rich_text',
      'section',
      'table',
      'task_card',
      'video',
    ]
    expect([...drawnBlockTypes].sort()).toEqual(sendable)
  })

  test('a block of unknown type is shown, not swallowed', () => {
    expect(inner({ type: 'hologram', text: '<b>' })).toContain('“hologram” is not drawn here')
  })

  test('a section puts text, fields and accessory in their places', () => {
    expect(inner({ type: 'section', text: mrkdwn('*A*'), fields: [mrkdwn('one'), plain('two')] })).toBe(
      '<div class="section"><div class="section-body"><div class="section-text" dir="auto"><strong>A</strong></div>' +
        '<div class="fields"><div dir="auto">one</div><div dir="auto"><span class="plain">two</span></div></div></div></div>',
    )
  })

  test('plain text is never parsed, and its emoji only when it says so', () => {
    expect(inner({ type: 'section', text: plain('*A* <!channel> <@U0NOA> :tada:') })).toContain(
      '<span class="plain">*A* &lt;!channel&gt; &lt;@U0NOA&gt; :tada:</span>',
    )
    expect(inner({ type: 'header', text: plain('Well run :tada:', true) })).toBe(
      '<h4 class="header" dir="auto"><bdi>Well run 🎉</bdi></h4>',
    )
    expect(inner({ type: 'section', text: plain('&lt;b&gt;') })).toContain('&amp;lt;b&amp;gt;')
  })

  test('an image comes from the workspace’s own files or from the web, with its words', () => {
    expect(inner({ type: 'image', slack_file: { id: 'F0CHART001' }, alt_text: 'Bars: 1 "Ana"' })).toContain(
      '<img class="block-image" src="/files/F0CHART001" alt="Bars: 1 &quot;Ana&quot;" loading="lazy">',
    )
    expect(
      inner({
        type: 'image',
        slack_file: { url: 'https://files.example.org/T1-F0CHART001/x.png' },
        alt_text: 'a',
      }),
    ).toContain('src="/files/F0CHART001"')
    expect(
      inner({ type: 'image', image_url: 'https://example.org/a.png', title: plain('A'), alt_text: 'a' }),
    ).toContain('<figcaption>A</figcaption>')
    expect(inner({ type: 'image', image_url: 'javascript:alert(1)', alt_text: 'a' })).not.toContain(
      'javascript',
    )
  })

  test('rich text styles its pieces and never parses them', () => {
    const block = {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: '*not bold* ', style: {} },
            { type: 'text', text: 'bold', style: { bold: true, italic: true } },
            { type: 'emoji', name: 'runner' },
            { type: 'link', url: 'https://example.org', text: 'here' },
            { type: 'user', user_id: 'U0ANA' },
            { type: 'channel', channel_id: 'C0RUN' },
            { type: 'broadcast', range: 'here' },
            { type: 'date', timestamp: 1_795_248_000, format: '{date_num}', fallback: 'f' },
          ],
        },
        {
          type: 'rich_text_list',
          style: 'ordered',
          indent: 2,
          offset: 3,
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'item' }] }],
        },
        { type: 'rich_text_quote', elements: [{ type: 'text', text: 'said' }] },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'a < b\n c' }] },
      ],
    }
    const markup = inner(block)
    expect(markup).toContain('*not bold* <strong><em>bold</em></strong>🏃')
    expect(markup).toContain('@<bdi>Ana Kovačević</bdi>')
    expect(markup).toContain('<span class="ping"')
    expect(markup).toContain('<time datetime="2026-11-21T08:00:00.000Z">2026-11-21</time>')
    expect(markup).toContain('<ol class="indent-2" start="4"><li dir="auto">item</li></ol>')
    expect(markup).toContain('<blockquote dir="auto">said</blockquote><pre>a &lt; b\n c</pre>')
  })

  test('markdown is drawn from its own grammar, HTML in it as text', () => {
    const markup = inner({
      type: 'markdown',
      text: '# Plan\n**Tue** and *easy* `8 km` [map](https://example.org) [bad](javascript:x)\n\n- one\n- [x] two\n\n| a | b |\n|---|---|\n| 1 | **2** |\n\n> calm\n\n```\n<b>\n```',
    })
    expect(markup).toContain('<h4 class="header" dir="auto">Plan</h4>')
    expect(markup).toContain('<strong>Tue</strong> and <em>easy</em> <code>8 km</code>')
    expect(markup).toContain('[bad](javascript:x)')
    expect(markup).toContain('<ul><li dir="auto">one</li><li dir="auto">☑ two</li></ul>')
    expect(markup).toContain('<td>1</td><td><strong>2</strong></td>')
    expect(markup).toContain('<pre>&lt;b&gt;</pre>')
  })

  test('a container folds when it may, and draws what it holds', () => {
    const block = {
      type: 'container',
      title: plain('Details'),
      child_blocks: [{ type: 'section', text: plain('inside') }],
      is_collapsible: true,
    }
    expect(strictTags(inner(block))[0]?.attributes.has('open')).toBe(true)
    expect(strictTags(inner({ ...block, default_collapsed: true }))[0]?.attributes.has('open')).toBe(false)
    expect(inner({ ...block, is_collapsible: false })).toMatch(/^<div class="container container-standard">/)
    expect(inner(block)).toContain('inside')
  })

  test('a chart says its figures in words, draws them, and lists them in a table', () => {
    const markup = inner({
      type: 'data_visualization',
      title: 'Distance',
      chart: {
        type: 'bar',
        series: [
          {
            name: 'km',
            data: [
              { label: 'Mon', value: 8 },
              { label: 'Tue', value: -2 },
            ],
          },
        ],
        axis_config: { categories: ['Mon', 'Tue'] },
      },
    })
    expect(markup).toContain('aria-label="km: Mon 8, Tue -2"')
    expect(markup.match(/<rect/g)).toHaveLength(2)
    expect(markup).toContain('<th scope="row"><bdi>Tue</bdi></th><td class="align-right">-2</td>')
    const pie = inner({
      type: 'data_visualization',
      title: 'Kinds',
      chart: {
        type: 'pie',
        segments: [
          { label: 'Easy', value: 3 },
          { label: 'Hard', value: 1 },
        ],
      },
    })
    expect(pie).toContain('aria-label="Easy 75 %, Hard 25 %"')
  })

  test('cards, carousels, alerts, plans and videos keep their words', () => {
    const card = {
      type: 'card',
      title: mrkdwn('*Run*'),
      body: plain('easy'),
      actions: [{ type: 'button', action_id: 'a', text: plain('Go') }],
    }
    expect(inner(card)).toContain('<div class="card-title" dir="auto"><strong>Run</strong></div>')
    expect(inner(card)).toContain('data-action="a"')
    expect(inner({ type: 'carousel', elements: [card, card] }).match(/<article/g)).toHaveLength(2)
    expect(inner({ type: 'alert', level: 'warning', text: plain('Careful') })).toContain('alert-warning')
    expect(
      inner({ type: 'plan', title: 'Work', tasks: [{ task_id: '1', title: 'One', status: 'complete' }] }),
    ).toContain('Done')
    expect(
      inner({
        type: 'video',
        title: plain('Form'),
        title_url: 'https://example.org/v',
        video_url: 'https://example.org/e',
        thumbnail_url: 'https://example.org/t.png',
        alt_text: 'A runner',
      }),
    ).toContain('alt="A runner"')
  })

  test('context actions show a button only to those it is for', () => {
    const block = (ids: string[]) => ({
      type: 'context_actions',
      elements: [
        {
          type: 'icon_button',
          action_id: 'bin',
          icon: 'trash',
          text: plain('Delete'),
          visible_to_user_ids: ids,
        },
      ],
    })
    expect(drawn(block(['U0MARA']))).toContain('Delete')
    expect(drawn(block(['U0ANA']))).not.toContain('Delete')
  })
})
