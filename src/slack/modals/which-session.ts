import { z } from 'zod'
import type { Refusal } from '#domain/refusal.ts'
import type { EnrollmentId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { type MatchTo, matchByHand } from '#usecases/plan/adherence/match-by-hand.ts'
import { whichSession } from '#usecases/plan/adherence/which-session.ts'
import type { ModalView } from '#views/message.ts'
import {
  matchedByHandModal,
  WHICH_AUTOMATIC,
  WHICH_NONE,
  WHICH_SESSION_FORM,
  whichSessionForm,
} from '#views/which-session.ts'
import type { SlackContext } from '../kit/context.ts'
import { modal } from '../kit/modal.ts'

export async function whichSessionView(
  context: SlackContext,
  activityId: string,
): Promise<Result<ModalView, Refusal>> {
  const which = await ask(context.deps.engine, context.who, whichSession, activityId)
  return which.ok ? ok(whichSessionForm(which.value, context.units)) : which
}

const NAME = /^(?<enrollmentId>\S+) (?<dayIndex>\d{1,4}) (?<slot>\d{1,2})$/

function readChoice(value: string | null): MatchTo | null {
  if (value === WHICH_NONE) return { kind: 'none' }
  if (value === WHICH_AUTOMATIC) return { kind: 'automatic' }
  const { enrollmentId, dayIndex, slot } = NAME.exec(value ?? '')?.groups ?? {}
  if (!enrollmentId) return null
  return {
    kind: 'session',
    session: {
      enrollmentId: enrollmentId as EnrollmentId,
      dayIndex: Number(dayIndex),
      slot: Number(slot),
    },
  }
}

export const whichSessionModal = modal({
  callbackId: 'which-session',
  meta: z.object({ activityId: z.string() }),
  read(values, { activityId }) {
    const to = readChoice(values.text(WHICH_SESSION_FORM.session))
    return to ? ok({ activityId, to }) : refuse({ [WHICH_SESSION_FORM.session]: 'Choose what it was.' })
  },
  useCase: matchByHand,
  fieldOf: refusal => (refusal.code.startsWith('match-') ? WHICH_SESSION_FORM.session : null),
  done: (done, _, { units }) => matchedByHandModal(done, units),
})
