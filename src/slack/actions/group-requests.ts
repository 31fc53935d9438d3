import { z } from 'zod'
import type { JoinAnswer } from '#domain/group/join-request.ts'
import type { Refusal } from '#domain/refusal.ts'
import { ask } from '#usecases/ask.ts'
import { answerJoinRequest } from '#usecases/group/answer-join-request.ts'
import { askToJoin } from '#usecases/group/ask-to-join.ts'
import { leaveGroup } from '#usecases/group/leave-group.ts'
import { listGroupsFor } from '#usecases/group/list-groups.ts'
import { listJoinRequests } from '#usecases/group/list-join-requests.ts'
import { withdrawJoinRequest } from '#usecases/group/withdraw-join-request.ts'
import { perform } from '#usecases/perform.ts'
import { GROUP_ACTIONS } from '#views/group-card.ts'
import { withJoinQuestion } from '#views/join-plan.ts'
import {
  askedToJoin,
  groupLeft,
  joinRequestAnswered,
  joinRequestList,
  requestWithdrawn,
} from '#views/join-request.ts'
import { type Message, words } from '#views/message.ts'
import type { Mrkdwn } from '#views/mrkdwn.ts'
import { publicGroups } from '#views/public-groups.ts'
import { refusalInWords } from '#views/refusal.ts'
import { type Action, freeAction, type Pressed, type PressedView } from '../kit/button.ts'
import type { SlackContext } from '../kit/context.ts'
import { inModal, placedButton, shown } from '../where-pressed.ts'

const id = z.string().min(1)
const isOver = ({ code }: Refusal) => ['join-answered', 'join-unknown', 'group-gone'].includes(code)

const askButton = placedButton({
  actionId: GROUP_ACTIONS.ask,
  title: 'Group',
  value: id.transform(groupId => ({ groupId })),
  useCase: askToJoin,
  done: askedToJoin,
})

const withdrawButton = placedButton({
  actionId: GROUP_ACTIONS.withdraw,
  title: 'Group',
  value: id,
  useCase: withdrawJoinRequest,
  done: requestWithdrawn,
  isOver,
})

const leaveButton = placedButton({
  actionId: GROUP_ACTIONS.leave,
  title: 'Group',
  value: id.transform(groupId => ({ groupId })),
  useCase: leaveGroup,
  done: groupLeft,
})

function answerButton(actionId: string, answer: JoinAnswer): Action {
  return placedButton({
    actionId,
    title: 'Request',
    value: id.transform(requestId => ({ requestId, answer })),
    useCase: answerJoinRequest,
    done: answered => withJoinQuestion(joinRequestAnswered(answered), answered.joining),
    isOver,
  })
}

const requestsButton = freeAction(GROUP_ACTIONS.requests, async (context, _, view) =>
  shown(context, view, 'Asking to join', await requestsNow(context, null)),
)

/** The same from a list, which then shows what is left of it. */
function listAnswerButton(actionId: string, answer: JoinAnswer): Action {
  return freeAction(actionId, async (context, requestId, view) => {
    const deed = { who: context.who, surface: 'button' } as const
    const done = await perform(context.deps.engine, deed, answerJoinRequest, { requestId, answer })
    const note = done.ok ? said(joinRequestAnswered(done.value)) : refusalInWords(done.refusal)
    return redrawn(view, 'Asking to join', await requestsNow(context, note))
  })
}

async function requestsNow(context: SlackContext, note: Mrkdwn | null): Promise<Message> {
  const lines = await ask(context.deps.engine, context.who, listJoinRequests, {})
  return lines.ok ? joinRequestList(lines.value, note) : words(refusalInWords(lines.refusal))
}

const listAskButton = freeAction(GROUP_ACTIONS.listAsk, async (context, groupId, view) => {
  const deed = { who: context.who, surface: 'button' } as const
  const done = await perform(context.deps.engine, deed, askToJoin, { groupId })
  const note = done.ok ? said(askedToJoin(done.value)) : refusalInWords(done.refusal)
  return redrawn(view, 'Public groups', await publicNow(context, note))
})

const listWithdrawButton = freeAction(GROUP_ACTIONS.listWithdraw, async (context, requestId, view) => {
  const deed = { who: context.who, surface: 'button' } as const
  const done = await perform(context.deps.engine, deed, withdrawJoinRequest, requestId)
  const note = done.ok ? said(requestWithdrawn(done.value)) : refusalInWords(done.refusal)
  return redrawn(view, 'Public groups', await publicNow(context, note))
})

const findButton = freeAction(GROUP_ACTIONS.find, async (context, _, view) =>
  shown(context, view, 'Public groups', await publicNow(context, null)),
)

async function publicNow(context: SlackContext, note: Mrkdwn | null): Promise<Message> {
  const listing = await ask(context.deps.engine, context.who, listGroupsFor, { isPublicOnly: true })
  return listing.ok ? publicGroups(listing.value, note) : words(refusalInWords(listing.refusal))
}

function said({ text }: Message): Mrkdwn {
  return { mrkdwn: text }
}

function redrawn(view: PressedView | null, title: string, message: Message): Pressed {
  return view ? { update: inModal(title, message) } : { replace: message }
}

export const groupRequestButtons: readonly Action[] = [
  askButton,
  withdrawButton,
  leaveButton,
  answerButton(GROUP_ACTIONS.approve, 'approved'),
  answerButton(GROUP_ACTIONS.decline, 'declined'),
  requestsButton,
  listAnswerButton(GROUP_ACTIONS.listApprove, 'approved'),
  listAnswerButton(GROUP_ACTIONS.listDecline, 'declined'),
  findButton,
  listAskButton,
  listWithdrawButton,
]
