import { z } from 'zod'
import { localDayAt } from '#domain/calendar/local-day.ts'
import { requireAthlete } from '#domain/organization/policy.ts'
import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result } from '#kernel/result.ts'
import { logForm } from '#usecases/activity/log-form.ts'
import { ask } from '#usecases/ask.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { perform } from '#usecases/perform.ts'
import { activityLoggedModal } from '#views/activity-logged.ts'
import type { ModalView } from '#views/message.ts'
import { inPlain } from '#views/mrkdwn.ts'
import { refusalInWords } from '#views/refusal.ts'
import { refusedModal } from '#views/refused.ts'
import { likelyTheSame, logRunForm } from '#views/run-form.ts'
import type { SlackContext } from '../kit/context.ts'
import type { Modal } from '../kit/modal.ts'
import { readRunForm, runFieldOf } from './run-fields.ts'

/** The empty form, for an athlete. */
export async function logRunView(context: SlackContext): Promise<Result<ModalView, Refusal>> {
  const { engine } = context.deps
  const me = await ask(engine, context.who, whoAmI, {})
  if (!me.ok) return me
  const athlete = requireAthlete(me.value)
  if (!athlete.ok) return athlete
  return ok(logRunForm(localDayAt(engine.businessNow(), athlete.value.zone), context.units))
}

const metaSchema = z.object({ isAgain: z.boolean() })

/** A run that looks like one that is there is asked about in the same form, with all that was filled in. */
export const logRunModal: Modal = {
  callbackId: 'log-run',
  async submit(context, values, rawMeta) {
    const { isAgain } = metaSchema.parse(rawMeta)
    const read = readRunForm(values)
    if (!read.ok) return { kind: 'errors', errors: read.refusal }
    const { draft, distanceCm, durationMs } = read.value
    const { name, subType, on, at, note, visibility, effort } = draft
    const done = await perform(context.deps.engine, { who: context.who, surface: 'modal' }, logForm, {
      name,
      distanceCm,
      durationMs,
      subType,
      on,
      at,
      note,
      visibility,
      perceivedEffort: effort ?? null,
      isAgain,
    })
    if (done.ok) return { kind: 'update', view: activityLoggedModal(done.value, context.units) }
    if (done.refusal.code === 'activity-duplicate-likely') {
      const warning = likelyTheSame(done.refusal.existing, context.units)
      const today = localDayAt(context.deps.engine.businessNow(), done.refusal.existing.zone)
      return { kind: 'update', view: logRunForm(today, context.units, { draft, warning }) }
    }
    const words = refusalInWords(done.refusal, context.units)
    const field = done.refusal.code === 'already-handled' ? null : runFieldOf(done.refusal)
    if (field) return { kind: 'errors', errors: { [field]: inPlain(words) } }
    return { kind: 'update', view: refusedModal(words) }
  },
}
