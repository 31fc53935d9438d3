/** One word of a typed command, as Slack delivers it with `should_escape`. */
export type Word =
  | { kind: 'text'; text: string; isQuoted: boolean }
  | { kind: 'person'; slackUserId: string; text: string }
  | { kind: 'channel'; channelId: string; text: string }
  | { kind: 'flag'; name: string; text: string }

const MENTION =
  /<@(?<person>[UW][A-Z0-9]+)(?:\|(?<personLabel>[^>]*))?>|<#(?<channel>[CGD][A-Z0-9]+)(?:\|(?<channelLabel>[^>]*))?>/u
/** An apostrophe between letters belongs to its word, in quotes and out of them. */
const QUOTED =
  /["“”„«»](?<double>[^"“”„«»]*)["“”„«»]|['‘’](?<single>(?:[^'‘’]|(?<=[\p{L}\p{N}])['‘’](?=[\p{L}\p{N}]))*)['‘’](?![\p{L}\p{N}])/u
/** Phones make a dash of two hyphens. */
const FLAG = /(?<flag>(?:--|—|–)[A-Za-z][A-Za-z-]*)(?=\s|$)/u
/** Up to the next space, or the next mention: people write `@ana,@ben` without one. */
const TEXT = /(?<text>(?:(?!<[@#][A-Z])\S)+|\S)/u

const WORD = new RegExp([MENTION, QUOTED, FLAG, TEXT].map(each => each.source).join('|'), 'gu')

/** Splits what was typed into words: straight and curly quotes group, mentions and `--flags` are recognised. */
export function splitWords(typed: string): Word[] {
  return [...typed.matchAll(WORD)].map(match => wordOf(match[0], match.groups ?? {})).filter(isNoSeparator)
}

function wordOf(typed: string, found: Record<string, string | undefined>): Word {
  if (found.person) {
    const text = `@${plainTextOf(found.personLabel || found.person)}`
    return { kind: 'person', slackUserId: found.person, text }
  }
  if (found.channel) {
    const text = `#${plainTextOf(found.channelLabel || found.channel)}`
    return { kind: 'channel', channelId: found.channel, text }
  }
  if (found.flag) {
    return { kind: 'flag', name: found.flag.replace(/^(--|—|–)/, '').toLowerCase(), text: typed }
  }
  const quoted = found.double ?? found.single
  return { kind: 'text', text: plainTextOf(quoted ?? typed), isQuoted: quoted !== undefined }
}

/** Commas between mentions say nothing. */
function isNoSeparator(word: Word): boolean {
  return word.kind !== 'text' || word.isQuoted || !/^[,;]+$/.test(word.text)
}

/** The words as one text again, for a name typed without quotes. */
export function textOf(words: readonly Word[]): string {
  return words
    .map(word => word.text)
    .join(' ')
    .trim()
}

/** What somebody typed as they typed it: Slack wraps links and mentions in `<…>` and escapes three characters. */
export function plainTextOf(text: string): string {
  return text
    .replaceAll(/<([@#!]?)([^<>|]+)(?:\|([^<>]*))?>/g, (_, sign: string, target: string, label?: string) => {
      const words = label || (sign === '!' ? target.replace(/^subteam\^/, '') : target)
      const mark = sign === '!' ? '@' : sign
      return words.startsWith(mark) ? words : `${mark}${words}`
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
