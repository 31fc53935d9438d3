import type { KnownBlock } from '@slack/types'
import { WORKOUT_PAGE, type WorkoutPage } from '#domain/plan/workout-card.ts'
import { actions, button, input, plain, section } from './blocks.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { mrkdwn } from './mrkdwn.ts'
import { shorten } from './shorten.ts'
import { WORKOUT_ACTIONS } from './workout-card.ts'
import { subTypeLabel } from './workout-kind.ts'
import { totalsInWords } from './workout-table.ts'

/** Block id of the search. */
export const WORKOUT_SEARCH = 'workout-search'

/** A row shows how a workout begins; its card has all of it. */
const TEXT_MOST = 120

/** The library: search, rows, pages. */
export function workoutLibrary(page: WorkoutPage): ModalView {
  return modalView({
    callbackId: 'workout-library',
    title: 'Workout library',
    submit: 'Search',
    close: 'Close',
    meta: { text: page.text, offset: page.offset },
    blocks: [
      {
        ...input(
          WORKOUT_SEARCH,
          'Search by title or kind of run',
          {
            type: 'plain_text_input',
            action_id: WORKOUT_ACTIONS.search,
            max_length: 80,
            placeholder: plain('800s, tempo, long run'),
            dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
            ...(page.text === '' ? {} : { initial_value: page.text }),
          },
          { optional: true },
        ),
        dispatch_action: true,
      },
      section(mrkdwn`*${headline(page)}*`),
      ...page.rows.map(({ workout, totals }) => {
        const facts = `${subTypeLabel(workout.subType)} · ${totalsInWords(totals)}${workout.visibility === 'coaches' ? ' · coaches only' : ''}`
        return section(
          mrkdwn`*${workout.title}* · ${facts}\n${shorten(workout.text, TEXT_MOST)}`,
          button(WORKOUT_ACTIONS.show, 'Open', workout.id, { label: `Open ${workout.title}` }),
        )
      }),
      ...buttons(page),
    ],
  })
}

function headline({ rows, total, text, offset, mayCreate }: WorkoutPage): string {
  if (total === 0 && text !== '') return 'No workout matches. Search for something else.'
  if (total === 0) return mayCreate ? 'The library is empty. Add the first workout.' : 'The library is empty.'
  const place = total > rows.length ? `, ${offset + 1}–${offset + rows.length} shown` : ''
  return `${total} ${total === 1 ? 'workout' : 'workouts'}${text === '' ? '' : ' found'}${place}`
}

function buttons({ rows, total, offset, mayCreate }: WorkoutPage): KnownBlock[] {
  const all = [
    ...(offset > 0 ? [button(WORKOUT_ACTIONS.earlier, 'Previous', String(offset - WORKOUT_PAGE))] : []),
    ...(offset + rows.length < total
      ? [button(WORKOUT_ACTIONS.later, 'Next', String(offset + WORKOUT_PAGE))]
      : []),
    ...(mayCreate ? [button(WORKOUT_ACTIONS.create, 'New workout', 'new')] : []),
  ]
  return all.length > 0 ? [actions('workout-page', ...all)] : []
}
