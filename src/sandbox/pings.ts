import { isDict } from './block-kit/check.ts'

const PING =
  /<!(?:channel|here|everyone)(?:\|[^>]*)?>|<!subteam\^[A-Z0-9]+(?:\|[^>]*)?>|<@[UW][A-Z0-9]+(?:\|[^>]*)?>/g

/** Every notification that a message's text and blocks would cause, each once. */
export function pingsIn(text: string, blocks: unknown, linkNames: boolean): string[] {
  const found = new Set<string>()
  collect(text, found)
  if (linkNames)
    for (const [, name] of text.matchAll(/(?:^|\s)@(channel|here|everyone)\b/g)) found.add(`<!${name}>`)
  walk(blocks, found)
  return [...found]
}

function collect(text: string, found: Set<string>): void {
  for (const [ping] of text.matchAll(PING)) found.add(ping.replace(/\|[^>]*>$/, '>'))
}

function walk(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const each of value) walk(each, found)
    return
  }
  if (!isDict(value)) return
  // Only these are parsed by Slack; plain_text, raw_text and rich_text's own text never are.
  if ((value.type === 'mrkdwn' || value.type === 'markdown') && typeof value.text === 'string') {
    collect(value.text, found)
  }
  if (value.type === 'broadcast') found.add(`<!${String(value.range)}>`)
  if (value.type === 'user' && typeof value.user_id === 'string') found.add(`<@${value.user_id}>`)
  if (value.type === 'usergroup') found.add(`<!subteam^${String(value.usergroup_id)}>`)
  for (const each of Object.values(value)) walk(each, found)
}
