/** One word of a typed command, as Slack delivers it with `should_escape`. */
export type Word =
  | { kind: 'text'; text: string; isQuoted: boolean }
  | { kind: 'person'; slackUserId: string; text: string }
  | { kind: 'channel'; channelId: string; text: string }
  | { kind: 'flag'; name: string; text: string }

const WORD =
  /<@(?<person>[UW][A-Z0-9]+)(?:\|[^>]*)?>|<#(?<channel>[CGD][A-Z0-9]+)(?:\|[^>]*)?>|["“”„«»](?<double>[^"“”„«»]*)["“”„«»]|(?<![\p{L}\p{N}])['‘’](?<single>[^'‘’]*)['‘’](?![\p{L}\p{N}])|(?<flag>(?:--|—)[a-z][a-z-]*)(?=\s|$)|(?<text>\S+)/gu

/** Splits what was typed into words: straight and curly quotes group, mentions and `--flags` are recognised. */
export function splitWords(typed: string): Word[] {
  return [...typed.matchAll(WORD)].map(match => {
    const found = match.groups ?? {}
    if (found.person) return { kind: 'person', slackUserId: found.person, text: match[0] }
    if (found.channel) return { kind: 'channel', channelId: found.channel, text: match[0] }
    if (found.flag) return { kind: 'flag', name: found.flag.replace(/^(--|—)/, ''), text: match[0] }
    const quoted = found.double ?? found.single
    return {
      kind: 'text',
      text: plainTextOf(quoted ?? found.text ?? ''),
      isQuoted: quoted !== undefined,
    }
  })
}

/** The words as one text again, for a name typed without quotes. */
export function textOf(words: readonly Word[]): string {
  return words
    .map(word => word.text)
    .join(' ')
    .trim()
}

/** Slack escapes what people type; inside Astral text is plain. */
export function plainTextOf(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
