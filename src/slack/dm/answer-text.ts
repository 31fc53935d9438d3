import { parseActivityLine } from '#domain/activity/activity-line.ts'
import { zone } from '#kernel/instant.ts'
import { logLine } from '#usecases/activity/log-line.ts'
import { perform } from '#usecases/perform.ts'
import { activityLogged } from '#views/activity-logged.ts'
import { dmHint } from '#views/dm-hint.ts'
import { commandMisused } from '#views/help.ts'
import { type Message, words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { COMMANDS } from '../commands/command-table.ts'
import { logRunCommand } from '../commands/log-run.ts'
import type { SlackContext } from '../kit/context.ts'
import { splitWords, type Word } from '../kit/words.ts'
import { requireOwnLine } from '../typed-line.ts'

/**
 * Answers what somebody wrote: `help`, a run, or anything else with a hint. Null when the same delivery was answered
 * before.
 */
export async function answerText(
  context: SlackContext,
  text: string,
  requestKey: string,
): Promise<Message | null> {
  const typed = withoutSlashWord(splitWords(text))
  if (typed[0]?.text.toLowerCase() === 'help') return answerHelp(context, typed.slice(1))
  const line = requireOwnLine(typed)
  if (!line.ok) return commandMisused(logRunCommand, line.refusal.problem)
  if (isTalk(context, line.value.text)) return dmHint()
  const done = await perform(
    context.deps.engine,
    { who: context.who, surface: 'message', requestKey },
    logLine,
    line.value,
  )
  if (done.ok) return activityLogged(done.value, context.units)
  return done.refusal.code === 'already-handled' ? null : words(refusalInWords(done.refusal, context.units))
}

async function answerHelp(context: SlackContext, topic: readonly Word[]): Promise<Message> {
  const help = COMMANDS.find(command => command.name === 'help')
  const answer = await help?.answer(context, topic)
  return answer?.ok && answer.value.kind === 'message' ? answer.value.message : dmHint()
}

/** Some type `astral log …` here too, with or without the slash that Slack would have taken. */
function withoutSlashWord(typed: readonly Word[]): readonly Word[] {
  return /^\/?astral$/i.test(typed[0]?.text ?? '') ? typed.slice(1) : typed
}

/** Words that are no run and were not meant as one: nothing is measured in them. The zone has no part in that. */
function isTalk(context: SlackContext, text: string): boolean {
  const line = parseActivityLine(text, { now: context.deps.engine.businessNow(), zone: zone('UTC') })
  if (line.ok) return false
  const { code } = line.refusal
  return code === 'line-empty' || code === 'line-too-long' || (code === 'unknown-word' && !/\d/.test(text))
}
