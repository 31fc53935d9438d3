import { type Node, NodeType, parse } from 'slack-message-parser'
import { type Html, html } from '../html.ts'
import { safeLink } from '../safe-url.ts'
import type { Drawing } from './drawing.ts'
import { emojiSign } from './emoji.ts'
import { drawChannelMention, drawDate, drawLink, drawPersonMention, drawPing } from './mention.ts'

const written: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

/** Slack's three entities back into the signs they stand for, once: `&amp;lt;` is the text `&lt;`. */
export function fromSlackEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/g, entity => written[entity] ?? entity)
}

/** Text of Slack's own mark-up language as HTML. Parsed once: what an entity stands for is never parsed again. */
export function drawMrkdwn(drawing: Drawing, text: string): Html {
  return html`${parse(text).children.map(node => drawNode(drawing, node))}`
}

function drawLines(text: string): Html {
  return html`${fromSlackEntities(text)
    .split('\n')
    .map((line, index) => (index === 0 ? line : html`<br>${line}`))}`
}

function sourceOf(nodes: readonly Node[] | undefined): string | null {
  return nodes && nodes.length > 0 ? fromSlackEntities(nodes.map(node => node.source).join('')) : null
}

function drawNode(drawing: Drawing, node: Node): Html {
  const inner = (children: readonly Node[]) => children.map(child => drawNode(drawing, child))
  switch (node.type) {
    case NodeType.Text:
      return drawLines(node.text)
    case NodeType.Bold:
      return html`<strong>${inner(node.children)}</strong>`
    case NodeType.Italic:
      return html`<em>${inner(node.children)}</em>`
    case NodeType.Strike:
      return html`<s>${inner(node.children)}</s>`
    case NodeType.Code:
      return html`<code>${fromSlackEntities(node.text)}</code>`
    case NodeType.PreText:
      return html`<pre>${fromSlackEntities(node.text.replace(/^\n/, ''))}</pre>`
    case NodeType.Quote:
      return html`<blockquote>${inner(node.children)}</blockquote>`
    case NodeType.Emoji:
      return html`${emojiSign(node.name, node.variation)}`
    case NodeType.UserLink:
      return drawPersonMention(drawing, node.userID, sourceOf(node.label))
    case NodeType.ChannelLink:
      return drawChannelMention(drawing, node.channelID, sourceOf(node.label))
    case NodeType.URL: {
      const address = fromSlackEntities(node.url)
      const href = safeLink(address)
      const label = node.label ? html`${inner(node.label)}` : html`${address}`
      return href ? drawLink(href, label) : html`${fromSlackEntities(node.source)}`
    }
    case NodeType.Command:
      return drawCommand(drawing, node)
    case NodeType.Root:
      return html`${inner(node.children)}`
  }
}

function drawCommand(drawing: Drawing, node: Extract<Node, { type: NodeType.Command }>): Html {
  const label = sourceOf(node.label)
  if (node.name === 'date') {
    const [seconds = '', format = '', link] = node.arguments
    return drawDate(drawing, seconds, format, label ?? '', link)
  }
  if (node.name === 'subteam') return drawPing((label ?? node.arguments[0] ?? 'group').replace(/^@/, ''))
  return drawPing(label?.replace(/^@/, '') ?? node.name)
}
