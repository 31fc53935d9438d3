import { RANGE_WORDS } from '#domain/calendar/range-words.ts'
import { input, option } from './blocks.ts'
import { initial } from './leaderboard-form.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { groupPicker } from './pickers.ts'

export const STATS_FORM = { group: 'group', range: 'range' } as const

/** Which group's stats, and of which days. */
export function statsForm(range: string | null): ModalView {
  const ranges = RANGE_WORDS.map(word => option(word.charAt(0).toUpperCase() + word.slice(1), word))
  return modalView({
    callbackId: 'stats',
    title: 'Stats',
    submit: 'Show',
    blocks: [
      input(STATS_FORM.group, 'Group', groupPicker('Choose a group')),
      input(STATS_FORM.range, 'Days', {
        type: 'static_select',
        action_id: 'value',
        options: ranges,
        ...initial(ranges, range ?? '7d'),
      }),
    ],
  })
}
