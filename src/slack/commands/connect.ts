import { CONNECTED_SOURCES, type ConnectedSource } from '#domain/connection/connection.ts'
import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Message } from '#views/message.ts'
import { connectionsShown, connectSource, disconnect } from '../connect-source.ts'
import { type Answer, freeCommand } from '../kit/subcommand.ts'
import { textOf, type Word } from '../kit/words.ts'

export const connectCommand = freeCommand({
  name: 'connect',
  usage: 'connect [apple-health|strava]',
  summary: 'Sources that send your runs by themselves; alone it lists them',
  example: 'connect apple-health',
  audience: 'athlete',
  async answer(context, words) {
    if (words.length === 0) return said(await connectionsShown(context))
    const source = sourceNamed(words)
    return source.ok ? said(await connectSource(context, source.value, 'command')) : source
  },
})

export const disconnectCommand = freeCommand({
  name: 'disconnect',
  usage: 'disconnect [apple-health|strava]',
  summary: 'End a connection; alone it lists them',
  example: 'disconnect apple-health',
  audience: 'athlete',
  async answer(context, words) {
    if (words.length === 0) return said(await connectionsShown(context))
    const source = sourceNamed(words)
    return source.ok ? said(await disconnect(context, source.value, 'command')) : source
  },
})

/** `Apple Health`, `apple-health` and `apple` are one. */
function sourceNamed(words: readonly Word[]): Result<ConnectedSource, Refusal> {
  const text = textOf(words)
  const typed = text.toLowerCase().replaceAll(/[\s_]+/g, '-')
  const found = CONNECTED_SOURCES.find(source => source === typed || source.split('-')[0] === typed)
  return found ? ok(found) : refuse({ code: 'source-unknown', text })
}

function said(message: Result<Message, Refusal>): Result<Answer, Refusal> {
  return message.ok ? ok({ kind: 'message', message: message.value }) : message
}
