import { SUB_TYPES } from '#domain/activity/sub-type.ts'
import type { Group } from '#domain/group/group.ts'
import { SUB_TYPE_CHOICES } from './activity-words.ts'
import { input, option, plain } from './blocks.ts'
import { initial, onlyOne } from './leaderboard-form.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { groupPicker } from './pickers.ts'

export const SUBSCRIBE_FORM = {
  group: 'group',
  channel: 'channel',
  mode: 'mode',
  subTypes: 'sub-types',
} as const
export const FEED_FORM = { group: 'group', subTypes: 'sub-types', range: 'range' } as const

/** A group's runs into a channel, from nothing. */
export function subscribeForm(groups: readonly Group[]): ModalView {
  const modes = [
    option('One card a day', 'daily', 'Edited in place; every run is in its thread'),
    option('A message a run', 'each', 'As many as the channel’s budget has'),
    option('One digest a week', 'weekly', 'On Monday morning'),
  ]
  return modalView({
    callbackId: 'subscribe',
    title: 'Runs into a channel',
    submit: 'Subscribe',
    blocks: [
      input(SUBSCRIBE_FORM.group, 'Group', groupPicker('Choose a group', onlyOne(groups))),
      input(
        SUBSCRIBE_FORM.channel,
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
      input(SUBSCRIBE_FORM.mode, 'How', {
        type: 'static_select',
        action_id: 'value',
        options: modes,
        ...initial(modes, 'daily'),
      }),
      subTypesInput('Every run unless you choose some.'),
    ],
  })
}

/** Which group's feed, and what of it. */
export function feedForm(
  groups: readonly Group[],
  { subTypes, range }: { subTypes: readonly string[]; range: string | null },
): ModalView {
  return modalView({
    callbackId: 'feed',
    title: 'Feed',
    submit: 'Show',
    blocks: [
      input(FEED_FORM.group, 'Group', groupPicker('Choose a group', onlyOne(groups))),
      subTypesInput('Everything unless you choose some.', subTypes),
      input(
        FEED_FORM.range,
        'Days',
        { type: 'plain_text_input', action_id: 'value', ...(range ? { initial_value: range } : {}) },
        { optional: true, hint: 'Such as today, this week, 30d or 2026-04-01..2026-04-30.' },
      ),
    ],
  })
}

function subTypesInput(hint: string, chosen: readonly string[] = []) {
  const options = SUB_TYPE_CHOICES.map(({ subType, label }) => option(label, subType))
  const initially = options.filter(
    ({ value }) => chosen.includes(value ?? '') && (SUB_TYPES as readonly string[]).includes(value ?? ''),
  )
  return input(
    SUBSCRIBE_FORM.subTypes,
    'Kinds of runs',
    {
      type: 'multi_static_select',
      action_id: 'value',
      options,
      placeholder: plain('All'),
      ...(initially.length > 0 ? { initial_options: initially } : {}),
    },
    { optional: true, hint },
  )
}
