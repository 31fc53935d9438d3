import { WEEKDAY_NAMES } from '#domain/calendar/weekday.ts'
import type { Group } from '#domain/group/group.ts'
import { FIVE_WAYS } from '#domain/ranking/week-card.ts'
import type { Zone } from '#kernel/instant.ts'
import { input, option, plain } from './blocks.ts'
import { initial, metricInput, onlyOne } from './leaderboard-form.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { groupPicker } from './pickers.ts'

export const SCHEDULE_FORM = {
  group: 'group',
  channel: 'channel',
  weekday: 'weekday',
  time: 'time',
  zone: 'zone',
  metric: 'metric',
} as const

/** The weekly leaderboard of a group, from nothing. `zone` is the club's. */
export function scheduleForm(groups: readonly Group[], zone: Zone): ModalView {
  const weekdays = WEEKDAY_NAMES.map((name, index) => option(name, String(index + 1)))
  return modalView({
    callbackId: 'schedule',
    title: 'Weekly leaderboard',
    submit: 'Schedule',
    blocks: [
      input(SCHEDULE_FORM.group, 'Group', groupPicker('Choose a group', onlyOne(groups))),
      input(
        SCHEDULE_FORM.channel,
        'Channel',
        {
          type: 'conversations_select',
          action_id: 'value',
          placeholder: plain('Choose a channel'),
          default_to_current_conversation: true,
          filter: { include: ['public', 'private'], exclude_bot_users: true },
        },
        { hint: 'I have to be in it: type /invite @astral there first.' },
      ),
      input(SCHEDULE_FORM.weekday, 'Weekday', {
        type: 'static_select',
        action_id: 'value',
        options: weekdays,
        ...initial(weekdays, '1'),
      }),
      input(
        SCHEDULE_FORM.time,
        'Time',
        { type: 'timepicker', action_id: 'value', initial_time: '08:00' },
        { hint: 'Runs that arrive late count until then.' },
      ),
      input(
        SCHEDULE_FORM.zone,
        'Time zone',
        { type: 'plain_text_input', action_id: 'value', initial_value: zone, max_length: 60 },
        { hint: 'Such as Europe/Oslo. Weeks run from Monday to Sunday there.' },
      ),
      metricInput(SCHEDULE_FORM.metric, FIVE_WAYS),
    ],
  })
}
