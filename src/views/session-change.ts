import type { Button, KnownBlock } from '@slack/types'
import type { ChangeNews, ChangeRequest } from '#domain/plan/living/change-request.ts'
import { CHANGE_NOTE_MAX } from '#domain/plan/living/change-request.ts'
import { actions, button, context, input, section } from './blocks.ts'
import { diffText } from './change-diff.ts'
import type { Message, ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { DAY_ACTIONS } from './today.ts'
import { WEEK_ACTIONS } from './training-week.ts'

export const CHANGE_ACTIONS = {
  ok: 'change-ok',
  no: 'change-no',
  undo: 'change-undo',
  ask: 'change-ask',
} as const

export const ASK_FORM = { text: 'ask-text' } as const

export type ChangeTold = {
  request: ChangeRequest
  news: ChangeNews
  /** Who did what is told. */
  byName: string
  athleteName: string
}

/** News of a change, to the athlete or to a coach: what is different, and the ways to answer. */
export function changeTold({ request, news, byName, athleteName }: ChangeTold): Message {
  const head = headOf(news, request, byName, athleteName)
  const diff = diffText(request)
  const note = noteText(request, news, athleteName)
  const buttons = buttonsOf(request, news)
  const blocks: KnownBlock[] = [
    section(joinMrkdwn([head, diff], '\n')),
    ...(note ? [section(note)] : []),
    ...(buttons.length > 0 ? [actions('session-change', ...buttons)] : []),
  ]
  return { text: joinMrkdwn([head, diff, ...(note ? [note] : [])], '\n').mrkdwn, blocks }
}

function headOf(news: ChangeNews, { kind }: ChangeRequest, byName: string, athleteName: string): Mrkdwn {
  switch (news) {
    case 'told':
      return mrkdwn`*${byName}* changed your plan:`
    case 'moved':
      return mrkdwn`*${athleteName}* moved a session:`
    case 'asked':
      return mrkdwn`*${athleteName}* asks for a change:`
    case 'ok':
      return kind === 'told'
        ? mrkdwn`*${athleteName}* is fine with your change:`
        : mrkdwn`*${byName}* said yes. It is in your plan:`
    case 'no':
      return kind === 'told'
        ? mrkdwn`*${athleteName}* cannot do what you changed:`
        : mrkdwn`*${byName}* said no, so the plan stays as it was. You asked for:`
    case 'undone':
      return mrkdwn`*${byName}* put your plan back as it was. Gone again is:`
    case 'question':
      return mrkdwn`*${athleteName}* writes about a change:`
  }
}

function noteText({ note }: ChangeRequest, news: ChangeNews, athleteName: string): Mrkdwn | null {
  if (note === '' || news === 'told') return null
  const isFromAthlete = news === 'asked' || news === 'moved' || news === 'question'
  return isFromAthlete ? mrkdwn`${athleteName}: “${note}”` : null
}

function buttonsOf(request: ChangeRequest, news: ChangeNews): Button[] {
  const { id, accountId, edits } = request
  const on = edits[0]?.after?.on ?? edits[0]?.before?.on ?? ''
  const theirWeek = button(DAY_ACTIONS.week, 'Their week', `${accountId} ${on}`)
  const undo = button(CHANGE_ACTIONS.undo, 'Put it back', id)
  switch (news) {
    case 'told':
      return [
        button(CHANGE_ACTIONS.ok, 'OK', id, { style: 'primary' }),
        button(CHANGE_ACTIONS.no, 'Can’t', id),
        button(CHANGE_ACTIONS.ask, 'Ask', id),
        button(DAY_ACTIONS.week, 'My week', `- ${on}`),
      ]
    case 'asked':
      return [
        button(CHANGE_ACTIONS.ok, 'OK', id, { style: 'primary' }),
        button(CHANGE_ACTIONS.no, 'No', id),
        theirWeek,
      ]
    case 'moved':
      return [undo, theirWeek]
    case 'question':
      return [theirWeek, button(WEEK_ACTIONS.edit, 'Change the week', `${accountId} ${on}`)]
    case 'no':
      return request.kind === 'told'
        ? [undo, button(WEEK_ACTIONS.edit, 'Change the week', `${accountId} ${on}`)]
        : [button(DAY_ACTIONS.week, 'My week', `- ${on}`)]
    case 'ok':
    case 'undone':
      return request.kind === 'told' && news === 'ok' ? [] : [button(DAY_ACTIONS.week, 'My week', `- ${on}`)]
  }
}

/** What stands in the place of the question once it is answered. */
export function changeAnswered({
  request,
  answer,
  isAthlete,
}: {
  request: ChangeRequest
  answer: 'ok' | 'no' | 'undone'
  isAthlete: boolean
}): Message {
  const said =
    answer === 'undone'
      ? mrkdwn`✓ Put back as it was. They are told.`
      : request.kind === 'told'
        ? answer === 'ok'
          ? mrkdwn`✓ You said OK.`
          : mrkdwn`✓ Your coach knows that you cannot do it.`
        : answer === 'ok'
          ? mrkdwn`✓ You said OK: it is in their plan, and they are told.`
          : mrkdwn`✓ You said no: the plan stays as it was, and they are told.`
  const diff = diffText(request)
  const ask =
    isAthlete && answer === 'no'
      ? [actions('session-change', button(CHANGE_ACTIONS.ask, 'Say why', request.id))]
      : []
  return { text: joinMrkdwn([said, diff], '\n').mrkdwn, blocks: [section(diff), ...ask, context(said)] }
}

/** What somebody reads who changed or asked for something themselves. */
export function changeDone({ request, name }: { request: ChangeRequest; name: string }): Message {
  const said =
    request.kind === 'asked'
      ? mrkdwn`✓ Your coach is asked. Until they answer the plan stays as it is:`
      : request.kind === 'moved'
        ? mrkdwn`✓ Moved. Your coach is told:`
        : mrkdwn`✓ Changed, and ${name} is told:`
  const diff = diffText(request)
  const on = request.edits[0]?.after?.on ?? request.edits[0]?.before?.on ?? ''
  const whose = request.kind === 'told' ? request.accountId : '-'
  return {
    text: joinMrkdwn([said, diff], '\n').mrkdwn,
    blocks: [
      section(joinMrkdwn([said, diff], '\n')),
      actions('session-change', button(DAY_ACTIONS.week, 'The week', `${whose} ${on}`)),
    ],
  }
}

export function changeDoneModal(done: Parameters<typeof changeDone>[0]): ModalView {
  return modalView({ callbackId: 'change-done', title: 'Plan', blocks: changeDone(done).blocks.slice(0, 1) })
}

export function askAboutForm(request: { id: string }): ModalView {
  return modalView({
    callbackId: 'ask-about-change',
    title: 'Ask your coach',
    submit: 'Send',
    meta: { requestId: request.id },
    blocks: [
      input(ASK_FORM.text, 'What would you like to say?', {
        type: 'plain_text_input',
        action_id: 'value',
        multiline: true,
        max_length: CHANGE_NOTE_MAX,
      }),
      context(mrkdwn`Your coach gets it as a direct message, and nobody else.`),
    ],
  })
}

export function questionSent(): ModalView {
  return modalView({
    callbackId: 'question-sent',
    title: 'Ask your coach',
    blocks: [section(mrkdwn`✓ Sent. Your coach answers you directly.`)],
  })
}
