import type { World } from '../world.ts'

/** Escapes what people type, as Slack's composer does. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const LINK = /(https?:\/\/[^\s<>]*[^\s<>.,;:!?)"'])/
const MENTION = /(?<![\p{L}\p{N}_])([@#])([\p{L}\p{N}][\p{L}\p{N}._-]*)/gu

/** Marks links, and turns `@name` and `#name` into mentions; `withNames` gives the form of commands, `<@U…|name>`. */
export function withMentions(world: World, text: string, withNames: boolean): string {
  return text
    .split(LINK)
    .map((part, index) =>
      index % 2 === 1 ? `<${escaped(part)}>` : mentioned(world, escaped(part), withNames),
    )
    .join('')
}

function mentioned(world: World, text: string, withNames: boolean): string {
  return text.replaceAll(MENTION, (whole, sign: string, typed: string) => {
    const mention = (name: string) =>
      sign === '@' ? personMention(world, name, withNames) : channelMention(world, name)
    const exact = mention(typed)
    if (exact !== null) return exact
    // A name may be followed by a full stop or a dash that is not its own.
    const name = typed.replace(/[._-]+$/, '')
    const found = mention(name)
    return found === null ? whole : found + typed.slice(name.length)
  })
}

function personMention(world: World, name: string, withNames: boolean): string | null {
  if (!withNames && ['channel', 'here', 'everyone'].includes(name)) return `<!${name}>`
  const wanted = name.toLowerCase()
  for (const person of world.space.people.values()) {
    if (person.name.toLowerCase() === wanted)
      return withNames ? `<@${person.id}|${person.name}>` : `<@${person.id}>`
  }
  return null
}

function channelMention(world: World, name: string): string | null {
  for (const channel of world.space.channels.values()) {
    if (channel.kind !== 'im' && channel.name === name) return `<#${channel.id}|${channel.name}>`
  }
  return null
}
