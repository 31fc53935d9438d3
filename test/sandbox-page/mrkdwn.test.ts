import { describe, expect, test } from 'vitest'
import { drawMrkdwn } from '../../src/sandbox/page/blocks/mrkdwn.ts'
import { toMarkup } from '../../src/sandbox/page/html.ts'
import { exampleDrawing } from './example-drawing.ts'

const draw = (text: string) => toMarkup(drawMrkdwn(exampleDrawing(), text))

describe('mrkdwn', () => {
  test.each([
    ['*bold* and _italic_ and ~gone~', '<strong>bold</strong> and <em>italic</em> and <s>gone</s>'],
    ['`a < b`', '<code>a &lt; b</code>'],
    ['```\nline\n*not bold*```', '<pre>line\n*not bold*</pre>'],
    ['one\ntwo', 'one<br>two'],
    ['&gt; quoted', '<blockquote> quoted</blockquote>'],
    ['done :white_check_mark:', 'done ✅'],
    ['no such :made_up_emoji:', 'no such :made_up_emoji:'],
  ])('draws %j', (text, markup) => {
    expect(draw(text)).toBe(markup)
  })

  test('names people by who they are, whatever the label says, and keeps their name apart from the text around it', () => {
    expect(draw('<@U0NOA|someone else>')).toBe(
      '<span class="mention" data-person="U0NOA">@<bdi>נועה לוי</bdi></span>',
    )
  })

  test('marks a mention of the one who reads', () => {
    expect(draw('<@U0MARA>')).toContain('mention-me')
  })

  test('links a channel the reader sees and names no other', () => {
    expect(draw('<#C0RUN>')).toBe(
      '<a class="mention" data-nav href="/?c=C0RUN">#<bdi>tuesday-track</bdi></a>',
    )
    expect(draw('<#C0SECRET>')).toBe('<span class="mention">#private-channel</span>')
  })

  test('draws a real ping so that nobody overlooks it', () => {
    expect(draw('<!channel>')).toContain('<span class="ping"')
    expect(draw('<!subteam^S1|@coaches>')).toContain('@coaches</span>')
  })

  test('draws an escaped ping as text: parsed once, never again', () => {
    expect(draw('&lt;!channel&gt;')).toBe('&lt;!channel&gt;')
    expect(draw('&amp;lt;!channel&amp;gt;')).toBe('&amp;lt;!channel&amp;gt;')
    expect(draw('&lt;@U0NOA&gt;')).toBe('&lt;@U0NOA&gt;')
  })

  test('links only where a click does no harm', () => {
    expect(draw('<https://example.org/?a=1&amp;b=2|the plan>')).toBe(
      '<a href="https://example.org/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">the plan</a>',
    )
    expect(draw('<javascript:alert(1)|the plan>')).toBe('&lt;javascript:alert(1)|the plan&gt;')
  })

  test('shows a date in the zone of the reader', () => {
    // 2026-11-21T07:30Z is 08:30 in Berlin, and today.
    const seconds = Date.UTC(2026, 10, 21, 7, 30) / 1000
    expect(draw(`<!date^${seconds}^{date_short_pretty} at {time}|later>`)).toBe(
      '<time datetime="2026-11-21T07:30:00.000Z">today at 08:30</time>',
    )
    expect(draw(`<!date^${seconds - 86_400}^{date_long}|later>`)).toContain('Friday, 20 November 2026')
  })

  test('falls back to a date’s own words when there is no date', () => {
    expect(draw('<!date^soon^{date}|in a while>')).toBe('<span>in a while</span>')
  })
})
