import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { listBoardGroups } from '#usecases/leaderboard/list-board-groups.ts'
import { perform } from '#usecases/perform.ts'
import { listSchedules } from '#usecases/schedule/list-schedules.ts'
import { setSchedule } from '#usecases/schedule/set-schedule.ts'
import { noGroupToSchedule, scheduleList, scheduleSet } from '#views/schedule.ts'
import { scheduleForm } from '#views/schedule-form.ts'
import { requirePostable } from '../directory.ts'
import type { SlackContext } from '../kit/context.ts'
import { type Answer, freeCommand, type Misuse, question } from '../kit/subcommand.ts'
import { readScheduleTyped } from '../schedule-typed.ts'

export const scheduleCommand = freeCommand({
  name: 'schedule',
  usage: 'schedule ["group" weekday time #channel] [zone] [metric]',
  summary: 'Post a group’s leaderboard every week',
  example: 'schedule "Morning Milers" monday 08:00 #general',
  audience: 'coach',
  async answer(context, words): Promise<Result<Answer, Refusal | Misuse>> {
    if (words.length === 0) return formAnswer(context)
    const typed = readScheduleTyped(words)
    if (!typed.ok) return typed
    const channel = await requirePostable(context.client, typed.value.channelId)
    if (!channel.ok) return channel
    const { engine } = context.deps
    const set = await perform(engine, { who: context.who, surface: 'command' }, setSchedule, typed.value)
    return set.ok ? ok({ kind: 'message', message: scheduleSet(set.value) }) : set
  },
})

async function formAnswer(context: SlackContext): Promise<Result<Answer, Refusal>> {
  const offered = await ask(context.deps.engine, context.who, listBoardGroups, {})
  if (!offered.ok) return offered
  const { postable, zone } = offered.value
  return postable.length === 0
    ? ok({ kind: 'message', message: noGroupToSchedule() })
    : ok({ kind: 'modal', view: scheduleForm(postable, zone) })
}

export const listSchedulesCommand = question({
  name: 'schedule list',
  usage: 'schedule list',
  summary: 'The weekly posts: pause, resume, end',
  example: 'schedule list',
  audience: 'coach',
  input: () => ok({}),
  query: listSchedules,
  view: cards => scheduleList(cards),
})
