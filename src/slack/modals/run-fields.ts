import { z } from 'zod'
import { VISIBILITIES } from '#domain/activity/activity.ts'
import type { ActivityRefusal } from '#domain/activity/activity-refusal.ts'
import { distanceFromWords, durationFromWords } from '#domain/activity/measures-from-words.ts'
import { SUB_TYPES } from '#domain/activity/sub-type.ts'
import type { AccessRefusal } from '#domain/organization/policy.ts'
import { isLocalDay, isLocalTime } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { RUN_FORM, type RunDraft } from '#views/run-form.ts'
import type { FormValues } from '../kit/form-values.ts'
import { type FieldErrors, readForm } from '../kit/modal.ts'

const orEmpty = z
  .string()
  .nullable()
  .transform(text => text ?? '')

const fields = z.object({
  [RUN_FORM.distance]: orEmpty,
  [RUN_FORM.unit]: z.enum(['km', 'mi']),
  [RUN_FORM.time]: z.string({ error: 'How long did it take?' }),
  [RUN_FORM.subType]: z.enum(SUB_TYPES),
  [RUN_FORM.on]: z.string({ error: 'Choose the day.' }).refine(isLocalDay, 'Choose the day.'),
  [RUN_FORM.at]: z.string().refine(isLocalTime, 'Write the start as 18:30.').nullable(),
  [RUN_FORM.name]: orEmpty,
  [RUN_FORM.note]: orEmpty,
  [RUN_FORM.effort]: z
    .string()
    .nullish()
    .transform(effort => (effort ? Number(effort) : null)),
  [RUN_FORM.visibility]: z.enum(VISIBILITIES),
})

export type RunFields = {
  /** As they stand in the form. */
  draft: RunDraft & Pick<z.output<typeof fields>, 'on' | 'at'>
  distanceCm: number | null
  durationMs: number
}

/** What the run form holds, and what its distance and time mean. */
export function readRunForm(values: FormValues): Result<RunFields, FieldErrors> {
  const form = readForm(fields, values.all())
  if (!form.ok) return form
  const draft = { ...form.value, subType: form.value[RUN_FORM.subType] }
  const distanceCm = draft.distance.trim() === '' ? null : distanceFromWords(draft.distance, draft.unit)
  const durationMs = durationFromWords(draft.time)
  if (distanceCm === undefined) {
    return refuse({ [RUN_FORM.distance]: 'I do not understand this distance. Write it as 8.2.' })
  }
  if (durationMs === undefined) {
    return refuse({
      [RUN_FORM.time]: 'I do not understand this time. Write it as 45:10 (minutes and seconds) or 1:12:30.',
    })
  }
  return ok({ draft, distanceCm, durationMs })
}

/** The field of the run form at which a refusal belongs; null for those about no field. */
export function runFieldOf(refusal: ActivityRefusal | AccessRefusal): string | null {
  switch (refusal.code) {
    case 'activity-name-too-long':
      return RUN_FORM.name
    case 'activity-note-too-long':
      return RUN_FORM.note
    case 'nothing-done':
      return refusal.field === 'distance' ? RUN_FORM.distance : RUN_FORM.time
    case 'distance-too-long':
      return RUN_FORM.distance
    case 'faster-than-world-record':
    case 'longer-than-a-day':
      return RUN_FORM.time
    case 'day-in-future':
    case 'too-long-ago':
    case 'day-too-full':
      return RUN_FORM.on
    case 'in-future':
    case 'activity-duplicate':
      return RUN_FORM.at
    default:
      return null
  }
}
