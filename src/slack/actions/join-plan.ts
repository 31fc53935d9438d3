import { z } from 'zod'
import type { JoinWay } from '#domain/plan/template/join-question.ts'
import { instant, isLocalDay, localDay } from '#kernel/instant.ts'
import { perform } from '#usecases/perform.ts'
import { joinGroupPlan } from '#usecases/plan/join-group-plan.ts'
import { groupPlanJoined, JOIN_PLAN_ACTIONS, joinedNotNow } from '#views/join-plan.ts'
import { type Message, words } from '#views/message.ts'
import { modalView } from '#views/modal.ts'
import { refusalInWords } from '#views/refusal.ts'
import { type Action, freeAction, type Pressed, type PressedView } from '../kit/button.ts'

const asked = z.object({
  groupId: z.string().min(1),
  planId: z.string().min(1),
  startOn: z.string().refine(isLocalDay),
  joinedAt: z.coerce.number().int(),
})

function read(value: string) {
  const [groupId, planId, startOn, joinedAt] = value.split(' ')
  return asked.safeParse({ groupId, planId, startOn, joinedAt })
}

/** In a modal the answer takes its place, below a message it is said: there may be a second plan to answer for. */
function said(message: Message, view: PressedView | null): Pressed {
  if (!view) return { say: message }
  return { update: modalView({ callbackId: 'plan-joined', title: 'Training plan', blocks: message.blocks }) }
}

function joinButton(way: JoinWay): Action {
  return freeAction(JOIN_PLAN_ACTIONS[way], async (context, value, view) => {
    const question = read(value)
    if (!question.success) return { say: words(refusalInWords({ code: 'stale-button' })) }
    const { groupId, planId, startOn, joinedAt } = question.data
    const done = await perform(context.deps.engine, { who: context.who, surface: 'button' }, joinGroupPlan, {
      groupId,
      planId,
      startOn: localDay(startOn),
      joinedAt: instant(joinedAt),
      way,
    })
    return said(done.ok ? groupPlanJoined(done.value) : words(refusalInWords(done.refusal)), view)
  })
}

/** The answers to what becomes of newcomers in a group that is on a plan. */
export const joinPlanButtons: readonly Action[] = [
  joinButton('week'),
  joinButton('start'),
  freeAction(JOIN_PLAN_ACTIONS.notNow, async (_context, _value, view) => said(joinedNotNow, view)),
]
