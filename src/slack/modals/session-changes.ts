import { z } from 'zod'
import { parseWeek } from '#domain/plan/living/parse-week.ts'
import type { Refusal } from '#domain/refusal.ts'
import { isLocalDay, type LocalDay, localDay } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import type { NamedMember } from '#usecases/organization/require-club-member.ts'
import { askAboutChange } from '#usecases/plan/living/answer-change.ts'
import { changeWeek, openWeek } from '#usecases/plan/living/change-week.ts'
import { moveOptions, moveSession } from '#usecases/plan/living/move-session.ts'
import { readLibrary } from '#usecases/plan/read-library.ts'
import { EDIT_WEEK_FORM, editWeekForm } from '#views/edit-week-form.ts'
import type { ModalView } from '#views/message.ts'
import { MOVE_FORM, moveForm } from '#views/move-form.ts'
import { inPlain } from '#views/mrkdwn.ts'
import { refusalInWords } from '#views/refusal.ts'
import { ASK_FORM, changeDoneModal, questionSent } from '#views/session-change.ts'
import type { SlackContext } from '../kit/context.ts'
import { modal } from '../kit/modal.ts'
import { keyFrom } from '../session-value.ts'

/** Errors at a form's field are short; Slack shows no more than this. */
const ERROR_MOST = 1_800

export async function moveView(
  context: SlackContext,
  asked: Parameters<typeof moveOptions>[1],
  isCannot = false,
): Promise<Result<ModalView, Refusal>> {
  const options = await ask(context.deps.engine, context.who, moveOptions, asked)
  return options.ok ? ok(moveForm(options.value, isCannot)) : options
}

export async function editWeekView(
  context: SlackContext,
  asked: { athlete: NamedMember; on: LocalDay | null; weeksAhead: number },
): Promise<Result<ModalView, Refusal>> {
  const week = await ask(context.deps.engine, context.who, openWeek, asked)
  if (!week.ok) return week
  const form = editWeekForm(week.value)
  return form ? ok(form) : refuse({ code: 'week-too-long' })
}

export const moveSessionModal = modal({
  callbackId: 'move-session',
  meta: z.object({ athleteId: z.string().nullable() }),
  read(values, { athleteId }) {
    const which = keyFrom(values.text(MOVE_FORM.session) ?? '')
    if (!which) return refuse({ [MOVE_FORM.session]: 'Choose a session.' })
    const to = values.text(MOVE_FORM.to)
    return ok({
      athlete: athleteId === null ? null : { accountId: athleteId },
      which,
      to: to !== null && isLocalDay(to) ? to : null,
      isSwap: values.text(MOVE_FORM.swap) !== 'both',
      note: values.text(MOVE_FORM.note) ?? '',
    })
  },
  useCase: moveSession,
  fieldOf: refusal =>
    refusal.code === 'session-frozen' || refusal.code === 'week-unchanged' ? MOVE_FORM.to : null,
  done: changeDoneModal,
})

export const editWeekModal = modal({
  callbackId: 'edit-athlete-week',
  meta: z.object({ accountId: z.string(), from: z.string().transform(localDay), seen: z.string() }),
  async read(values, { accountId, from, seen }, context) {
    const library = await ask(context.deps.engine, context.who, readLibrary, {})
    const days = library.ok ? parseWeek(values.text(EDIT_WEEK_FORM.text) ?? '', library.value) : library
    if (!days.ok) {
      return refuse({ [EDIT_WEEK_FORM.text]: inPlain(refusalInWords(days.refusal)).slice(0, ERROR_MOST) })
    }
    return ok({ athlete: { accountId }, from, days: days.value, seen })
  },
  useCase: changeWeek,
  fieldOf: refusal =>
    refusal.code === 'session-frozen' || refusal.code === 'week-unchanged' ? EDIT_WEEK_FORM.text : null,
  done: changeDoneModal,
})

export const askAboutChangeModal = modal({
  callbackId: 'ask-about-change',
  meta: z.object({ requestId: z.string() }),
  read: (values, { requestId }) => ok({ requestId, text: values.text(ASK_FORM.text) ?? '' }),
  useCase: askAboutChange,
  fieldOf: refusal => (refusal.code.startsWith('question-') ? ASK_FORM.text : null),
  done: questionSent,
})
