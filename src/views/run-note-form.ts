import type { Activity } from '#domain/activity/activity.ts'
import { ACTIVITY_NOTE_MAX } from '#domain/activity/activity-limits.ts'
import { activityText } from './activity-words.ts'
import { input, plain, section } from './blocks.ts'
import type { Units } from './figures.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { mrkdwn } from './mrkdwn.ts'

export const RUN_NOTE_FORM = { note: 'note' } as const

/** One field, for how it was. */
export function runNoteForm(activity: Activity, units: Units = 'km'): ModalView {
  return modalView({
    callbackId: 'note-run',
    title: 'How was it?',
    submit: 'Save',
    meta: { activityId: activity.id },
    blocks: [
      section(mrkdwn`${activityText(activity, units)}`),
      input(
        RUN_NOTE_FORM.note,
        'Note',
        {
          type: 'plain_text_input',
          action_id: 'value',
          multiline: true,
          max_length: ACTIVITY_NOTE_MAX,
          placeholder: plain('Legs, weather, company …'),
          ...(activity.note === '' ? {} : { initial_value: activity.note }),
        },
        { optional: true },
      ),
    ],
  })
}
