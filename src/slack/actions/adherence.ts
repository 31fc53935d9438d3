import { z } from 'zod'
import { isLocalDay, type LocalDay, localDay } from '#kernel/instant.ts'
import { ask } from '#usecases/ask.ts'
import { askForWeekPicture } from '#usecases/plan/adherence/ask-for-week-picture.ts'
import { groupWeek } from '#usecases/plan/adherence/group-week.ts'
import { keptWeek } from '#usecases/plan/adherence/kept-week.ts'
import { GROUP_WEEK_ACTIONS, groupWeekShown } from '#views/group-week.ts'
import { KEPT_ACTIONS, keptWeekShown } from '#views/kept-week.ts'
import { type Message, words } from '#views/message.ts'
import { pictureComes } from '#views/picture.ts'
import { refusalInWords } from '#views/refusal.ts'
import { button, freeAction } from '../kit/button.ts'
import type { SlackContext } from '../kit/context.ts'
import { whichSessionView } from '../modals/which-session.ts'

/** `-` or an athlete's id, and a day of the week that is meant; without one it is the present week. */
async function kept(context: SlackContext, value: string): Promise<Message> {
  const [id = '-', day = ''] = value.split(' ')
  const week = await ask(context.deps.engine, context.who, keptWeek, {
    athlete: id === '-' ? null : { accountId: id },
    on: dayIn(day),
  })
  return week.ok ? keptWeekShown(week.value, context.units) : words(refusalInWords(week.refusal))
}

async function ofGroup(context: SlackContext, value: string): Promise<Message> {
  const [groupId = '', day = '', first = ''] = value.split(' ')
  const wanted = { groupId, on: dayIn(day), weeks: 0 }
  const week = await ask(context.deps.engine, context.who, groupWeek, wanted)
  if (!week.ok) return words(refusalInWords(week.refusal))
  return groupWeekShown(week.value, Math.trunc(Number(first)) || 0)
}

function dayIn(text: string): LocalDay | null {
  return isLocalDay(text) ? text : null
}

async function which(context: SlackContext, activityId: string) {
  const form = await whichSessionView(context, activityId)
  return form.ok ? { open: form.value } : { say: words(refusalInWords(form.refusal)) }
}

const pictureValue = z
  .string()
  .regex(/^\S+ \d{4}-\d{2}-\d{2} \d+$/)
  .refine(text => isLocalDay(text.split(' ')[1] ?? ''))
  .transform(text => ({
    groupId: text.split(' ')[0] ?? '',
    on: localDay(text.split(' ')[1] ?? ''),
  }))

export const adherenceActions = [
  freeAction(KEPT_ACTIONS.open, async (context, value) => ({ say: await kept(context, value) })),
  freeAction(KEPT_ACTIONS.earlier, async (context, value) => ({ replace: await kept(context, value) })),
  freeAction(KEPT_ACTIONS.later, async (context, value) => ({ replace: await kept(context, value) })),
  freeAction(KEPT_ACTIONS.which, which),
  freeAction(KEPT_ACTIONS.pick, which),
  freeAction(GROUP_WEEK_ACTIONS.turn, async (context, value) => ({ say: await ofGroup(context, value) })),
  ...[
    GROUP_WEEK_ACTIONS.earlier,
    GROUP_WEEK_ACTIONS.later,
    GROUP_WEEK_ACTIONS.less,
    GROUP_WEEK_ACTIONS.more,
  ].map(actionId =>
    freeAction(actionId, async (context, value) => ({ replace: await ofGroup(context, value) })),
  ),
  button({
    actionId: GROUP_WEEK_ACTIONS.picture,
    value: pictureValue,
    useCase: askForWeekPicture,
    pressed: () => ({ say: pictureComes() }),
  }),
  freeAction(GROUP_WEEK_ACTIONS.open, async (context, value) => ({ say: await kept(context, value) })),
]
