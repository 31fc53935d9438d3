import { z } from 'zod'
import type { Weekday } from '#domain/calendar/weekday.ts'
import { isLocalTime, isZone } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { type SetSchedule, setSchedule } from '#usecases/schedule/set-schedule.ts'
import { inPlain } from '#views/mrkdwn.ts'
import { refusalInWords } from '#views/refusal.ts'
import { scheduleSetModal } from '#views/schedule.ts'
import { SCHEDULE_FORM } from '#views/schedule-form.ts'
import { requirePostable } from '../directory.ts'
import { type FieldErrors, modal, noMeta, readForm } from '../kit/modal.ts'

const fields = z.object({
  [SCHEDULE_FORM.group]: z.string({ error: 'Choose a group.' }),
  [SCHEDULE_FORM.channel]: z.string({ error: 'Choose a channel.' }),
  [SCHEDULE_FORM.weekday]: z.coerce.number().int().min(1).max(7),
  [SCHEDULE_FORM.time]: z
    .string({ error: 'Choose a time.' })
    .refine(isLocalTime, { error: 'Choose a time.' }),
  [SCHEDULE_FORM.zone]: z
    .string({ error: 'Give a time zone such as Europe/Oslo.' })
    .trim()
    .refine(isZone, { error: 'I do not know that time zone. Use a name such as Europe/Oslo.' }),
  [SCHEDULE_FORM.metric]: z.string().nullable(),
})

export const scheduleModal = modal({
  callbackId: 'schedule',
  meta: noMeta,
  async read(values, _meta, context): Promise<Result<SetSchedule, FieldErrors>> {
    const form = readForm(fields, values.all())
    if (!form.ok) return form
    const { group, channel, weekday, time, zone, metric } = form.value
    const postable = await requirePostable(context.client, channel)
    if (!postable.ok) return refuse({ [SCHEDULE_FORM.channel]: inPlain(refusalInWords(postable.refusal)) })
    return ok({
      groupId: group,
      channelId: channel,
      weekday: weekday as Weekday,
      time,
      zone,
      metric,
    })
  },
  useCase: setSchedule,
  fieldOf: refusal => {
    switch (refusal.code) {
      case 'group-gone':
      case 'not-a-board-poster':
        return SCHEDULE_FORM.group
      case 'zone-unknown':
        return SCHEDULE_FORM.zone
      default:
        return null
    }
  },
  done: scheduleSetModal,
})
