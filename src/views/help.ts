import type { KnownBlock } from '@slack/types'
import { context, section } from './blocks.ts'
import type { Message } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { shorten } from './shorten.ts'

/** Of what somebody typed, so many characters are said back to them. */
const TYPED_SHOWN = 80

/** What help needs of a command. */
export type CommandWords = { name: string; usage: string; summary: string; example: string }

/** One line a topic with an example, or with a topic everything about the commands that start with it. */
export function commandHelp(commands: readonly CommandWords[], topic: string): Message {
  const about = commands.filter(command => `${command.name} `.startsWith(`${topic} `))
  if (topic !== '' && about.length === 0) return unknownCommand(topic, null, commands)
  if (topic !== '') {
    return message([
      mrkdwn`*Help: ${topic}*`,
      ...chunks(about.map(fullLine), 8).map(lines => joinMrkdwn(lines, '\n')),
    ])
  }
  const lines = [...topicsOf(commands).values()].map(topicLine)
  return message(
    [mrkdwn`*What you can do with Astral*`, joinMrkdwn(lines, '\n')],
    mrkdwn`\`/astral help group\` says more about one word. Drop a FIT, GPX or TCX file into a direct message with me to log it.`,
  )
}

/** Commands by their first word, in the order of the table. */
function topicsOf(commands: readonly CommandWords[]): Map<string, CommandWords[]> {
  const topics = new Map<string, CommandWords[]>()
  for (const command of commands) {
    const topic = command.name.split(' ')[0] ?? command.name
    topics.set(topic, [...(topics.get(topic) ?? []), command])
  }
  return topics
}

function topicLine(commands: readonly CommandWords[]): Mrkdwn {
  const [first, ...others] = commands
  if (!first) return mrkdwn``
  const more = others.map(command => command.name.split(' ').slice(1).join(' '))
  return more.length === 0 ? exampleLine(first) : mrkdwn`${exampleLine(first)} (also: ${more.join(', ')})`
}

export function unknownCommand(
  typed: string,
  suggestion: string | null,
  commands: readonly CommandWords[],
): Message {
  const heard = shorten(typed, TYPED_SHOWN)
  const suggested = commands.find(command => command.name === suggestion)
  return suggested
    ? message([
        mrkdwn`I don’t know “${heard}”. Did you mean *${suggested.name}*?\n${usageOf(suggested)} – ${suggested.summary}`,
      ])
    : message([mrkdwn`I don’t know “${heard}”. \`/astral help\` shows what I understand.`])
}

export function commandMisused(command: CommandWords, problem: string): Message {
  return message([
    mrkdwn`${problem}\nUsage: ${usageOf(command)}\nExample: ${code(`/astral ${command.example}`)}`,
  ])
}

function exampleLine(command: CommandWords): Mrkdwn {
  return mrkdwn`${code(`/astral ${command.example}`)} – ${command.summary}`
}

function fullLine(command: CommandWords): Mrkdwn {
  return mrkdwn`${usageOf(command)}\n${command.summary}. Example: ${code(`/astral ${command.example}`)}`
}

function usageOf(command: CommandWords): Mrkdwn {
  return code(`/astral ${command.usage}`)
}

/** Our own words as code; they hold no backticks. */
function code(text: string): Mrkdwn {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return { mrkdwn: `\`${escaped}\`` }
}

function message(paragraphs: readonly Mrkdwn[], footer: Mrkdwn | null = null): Message {
  const blocks: KnownBlock[] = paragraphs.map(paragraph => section(paragraph))
  if (footer) blocks.push(context(footer))
  return { text: joinMrkdwn([...paragraphs, ...(footer ? [footer] : [])], '\n').mrkdwn, blocks }
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const found: T[][] = []
  for (let start = 0; start < items.length; start += size) found.push(items.slice(start, start + size))
  return found
}
