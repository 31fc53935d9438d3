import { z } from 'zod'
import { ok } from '#kernel/result.ts'
import { editActivity } from '#usecases/activity/edit-activity.ts'
import { activityEditedModal } from '#views/activity-logged.ts'
import { RUN_NOTE_FORM } from '#views/run-note-form.ts'
import { modal } from '../kit/modal.ts'

export const noteRunModal = modal({
  callbackId: 'note-run',
  meta: z.object({ activityId: z.string() }),
  read: (values, { activityId }) =>
    ok({ activityId, change: { note: values.text(RUN_NOTE_FORM.note) ?? '' } }),
  useCase: editActivity,
  fieldOf: refusal => (refusal.code === 'activity-note-too-long' ? RUN_NOTE_FORM.note : null),
  done: (activity, _meta, { units }) => activityEditedModal(activity, units),
})
