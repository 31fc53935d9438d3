import type { PlainTextOption } from '@slack/types'
import { RANGE_WORDS } from '#domain/calendar/range-words.ts'
import type { Group } from '#domain/group/group.ts'
import { DEFAULT_METRIC, DEFAULT_RANGE } from '#domain/ranking/board-words.ts'
import { METRICS } from '#domain/ranking/metric.ts'
import { FIVE_WAYS, FIVE_WAYS_LABEL } from '#domain/ranking/week-card.ts'
import { input, option, plain } from './blocks.ts'
import { LIMITS } from './limits.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { groupPicker } from './pickers.ts'

export const LEADERBOARD_FORM = {
  group: 'group',
  range: 'range',
  metric: 'metric',
  channel: 'channel',
} as const

/** Which board, and where to. Only those who may post are asked for a channel. */
export function leaderboardForm(given: {
  groups: readonly Group[]
  mayPost: boolean
  range: string | null
  metric: string | null
}): ModalView {
  const ranges = RANGE_WORDS.map(word => option(capital(word), word))
  return modalView({
    callbackId: 'leaderboard',
    title: 'Leaderboard',
    submit: 'Show',
    blocks: [
      input(LEADERBOARD_FORM.group, 'Group', groupPicker('Choose a group', onlyOne(given.groups))),
      input(LEADERBOARD_FORM.range, 'Days', {
        type: 'static_select',
        action_id: 'value',
        options: ranges,
        ...initial(ranges, given.range ?? DEFAULT_RANGE),
      }),
      metricInput(LEADERBOARD_FORM.metric, given.metric),
      ...(given.mayPost
        ? [
            input(
              LEADERBOARD_FORM.channel,
              'Post to channel',
              {
                type: 'conversations_select',
                action_id: 'value',
                placeholder: plain('Nowhere: only I see it'),
                filter: { include: ['public', 'private'], exclude_bot_users: true },
              },
              { optional: true, hint: 'Left empty, the leaderboard is shown to you alone.' },
            ),
          ]
        : []),
    ],
  })
}

export function metricInput(blockId: string, metric: string | null) {
  const metrics = [
    ...METRICS.map(({ name, label }) => option(label, name)),
    option(FIVE_WAYS_LABEL, FIVE_WAYS, 'Podiums for time, days, plan, gain and cheers'),
  ]
  return input(blockId, 'Ranked by', {
    type: 'static_select',
    action_id: 'value',
    options: metrics,
    ...initial(metrics, metric ?? DEFAULT_METRIC),
  })
}

export function groupOptions(groups: readonly Group[]): PlainTextOption[] {
  return groups.slice(0, LIMITS.options).map(group => option(group.name, group.id))
}

/** The group that is chosen from the start: where there is but one, nobody needs to look for it. */
export function onlyOne(groups: readonly Group[]): Group | null {
  return groups.length === 1 ? (groups[0] ?? null) : null
}

/** The option that is chosen from the start; none when there is no such option. */
export function initial(
  options: readonly PlainTextOption[],
  value: string,
): { initial_option?: PlainTextOption } {
  const chosen = options.find(candidate => candidate.value === value)
  return chosen ? { initial_option: chosen } : {}
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
