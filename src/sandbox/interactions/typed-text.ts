import type { World } from '../world.ts'

/** Escapes what people type, as Slack's composer does. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const MENTION = /(?<![\p{L}\p{N}_])([@#])([\p{L}\p{N}][\p{L}\p{N}._-]*)/gu

/** Turns `@name` and `#name` into mentions; `withNames` gives the form of commands, `<@U…|name>`. */
export function withMentions(world: World, text: string, withNames: boolean): string {
  return escaped(text).replaceAll(MENTION, (whole, sign: string, typed: string) => {
    const name = typed.replace(/[._-]+$/, '')
    const rest = typed.slice(name.length)
    const mention = sign === '@' ? personMention(world, name, withNames) : channelMention(world, name)
    const exact = sign === '@' ? personMention(world, typed, withNames) : channelMention(world, typed)
    return exact ?? (mention === null ? whole : mention + rest)
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
