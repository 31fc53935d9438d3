import { z } from 'zod'
import { ok } from '#kernel/result.ts'
import { editActivity } from '#usecases/activity/edit-activity.ts'
import { activityEditedModal } from '#views/activity-logged.ts'
import { modal } from '../kit/modal.ts'
import { readRunForm, runFieldOf } from './run-fields.ts'

/** What the fields showed when the form was opened. */
const metaSchema = z.object({
  activityId: z.string(),
  distance: z.string(),
  unit: z.string(),
  time: z.string(),
  on: z.string(),
  at: z.string(),
})

/** Fields show rounded figures: only those that were touched are changed. */
export const editRunModal = modal({
  callbackId: 'edit-run',
  meta: metaSchema,
  read(values, shown) {
    const read = readRunForm(values)
    if (!read.ok) return read
    const { draft, distanceCm, durationMs } = read.value
    const { name, subType, note, visibility, effort, distance, unit, time, on, at } = draft
    const isDistanceTouched = distance.trim() !== shown.distance || unit !== shown.unit
    const isStartTouched = at !== null && (on !== shown.on || at !== shown.at)
    const isDayTouched = at === null && on !== shown.on
    return ok({
      activityId: shown.activityId,
      change: {
        name,
        subType,
        note,
        visibility,
        perceivedEffort: effort ?? null,
        ...(isDistanceTouched ? { distanceCm } : {}),
        ...(time.trim() === shown.time ? {} : { durationMs }),
        ...(isStartTouched ? { start: { on, at } } : {}),
        ...(isDayTouched ? { start: { on, at: null } } : {}),
      },
    })
  },
  useCase: editActivity,
  fieldOf: runFieldOf,
  done: (activity, _meta, { units }) => activityEditedModal(activity, units),
})
