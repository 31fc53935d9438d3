import type { KnownBlock } from '@slack/types'
import { actions, button, context, section } from './blocks.ts'
import { HELP_TOPICS, helpTopicOf } from './help-topics.ts'
import type { Message } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { shorten } from './shorten.ts'

/** Of what somebody typed, so many characters are said back to them. */
const TYPED_SHOWN = 80

/** A message holds fifty blocks. */
const COMMANDS_MOST = 46

/** The button that turns help to a topic, or with `all` back to the list of them. */
export const HELP_ACTIONS = { topic: 'help-topic' } as const
export const ALL_TOPICS = 'all'

/** What help needs of a command. */
export type CommandWords = { name: string; usage: string; summary: string; example: string }

/** The topics of what somebody may do, each with a button; or everything about one topic, or one word. */
export function commandHelp(commands: readonly CommandWords[], asked: string): Message {
  const topics = HELP_TOPICS.filter(({ id }) => commands.some(command => helpTopicOf(command.name) === id))
  if (asked === '') return overview(topics)
  const topic = topics.find(({ id }) => id === asked)
  const about = topic
    ? commands.filter(command => helpTopicOf(command.name) === topic.id)
    : commands.filter(command => `${command.name} `.startsWith(`${asked} `))
  if (about.length === 0) return unknownCommand(asked, null, commands)
  const title = mrkdwn`*${topic?.title ?? `Help: ${asked}`}*`
  const { text, blocks } = message([title, ...about.slice(0, COMMANDS_MOST).map(fullLine)])
  return { text, blocks: [...blocks, actions('help', button(HELP_ACTIONS.topic, 'All topics', ALL_TOPICS))] }
}

function overview(topics: readonly (typeof HELP_TOPICS)[number][]): Message {
  const title = mrkdwn`*What you can do with Astral*`
  const foot = mrkdwn`\`/astral help log\` says more about one word. Drop a FIT, GPX or TCX file into a direct message with me to log it.`
  const lines = topics.map(topic => mrkdwn`*${topic.title}* (\`/astral help ${topic.id}\`): ${topic.line}`)
  return {
    text: joinMrkdwn([title, ...lines, foot], '\n').mrkdwn,
    blocks: [
      section(title),
      ...topics.map(topic =>
        section(
          mrkdwn`*${topic.title}*\n${topic.line}`,
          button(HELP_ACTIONS.topic, 'Show', topic.id, { label: `Show ${topic.title}` }),
        ),
      ),
      context(foot),
    ],
  }
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

/** What it does, how it is written, and one line that works. */
function fullLine(command: CommandWords): Mrkdwn {
  const lines = [
    mrkdwn`*${command.summary}*`,
    usageOf(command),
    ...(command.example === command.usage ? [] : [mrkdwn`Example: ${code(`/astral ${command.example}`)}`]),
  ]
  return joinMrkdwn(lines, '\n')
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
