import type { KnownBlock } from '@slack/types'
import type { JoinQuestion } from '#domain/plan/template/join-question.ts'
import type { BulkEffect } from '#domain/roster/bulk-change.ts'
import { LEVEL_MAX } from '#domain/roster/decide-attributes.ts'
import { NO_FILTERS, type RosterPage } from '#domain/roster/roster-card.ts'
import { actions, button, context, divider, input, option, plain, section } from './blocks.ts'
import { someNames } from './bulk-words.ts'
import { count } from './group-card.ts'
import { joinQuestionBlocks } from './join-plan.ts'
import { LIMITS } from './limits.ts'
import { type ModalView, words } from './message.ts'
import { modalView } from './modal.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { athletesPicker, groupPicker } from './pickers.ts'

/** Block ids of the form's fields; refusals are shown at them. */
export const BULK_FORM = {
  who: 'who',
  everybody: 'everybody',
  level: 'level',
  add: 'add-labels',
  remove: 'remove-labels',
  group: 'group',
  coach: 'coach',
} as const

export const BULK_UNDO = 'bulk-undo'

const OPTIONAL = { optional: true } as const

/** Whom, and what to change. What is left empty stays as it is; coaches are the head coach's to assign. */
export function bulkForm(page: RosterPage, mayAssign: boolean): ModalView {
  const isFiltered = JSON.stringify(page.filters) !== JSON.stringify(NO_FILTERS)
  const everybody = option(`Everybody this filter shows (${page.total})`, 'yes')
  const labels = (block: string, label: string, example: string) =>
    input(
      block,
      label,
      { type: 'plain_text_input', action_id: 'value', max_length: 400, placeholder: plain(example) },
      OPTIONAL,
    )
  return modalView({
    callbackId: 'roster-bulk',
    title: 'Act on several',
    submit: 'Change all',
    meta: { ...page.filters },
    blocks: [
      input(BULK_FORM.who, 'Athletes', athletesPicker(), isFiltered ? OPTIONAL : {}),
      ...(isFiltered
        ? [
            input(
              BULK_FORM.everybody,
              'Or all at once',
              { type: 'checkboxes', action_id: 'value', options: [everybody] },
              OPTIONAL,
            ),
          ]
        : []),
      divider,
      input(
        BULK_FORM.level,
        'Level',
        {
          type: 'plain_text_input',
          action_id: 'value',
          max_length: LEVEL_MAX,
          placeholder: plain('beginner'),
        },
        { optional: true, hint: 'Write none to take the level away.' },
      ),
      labels(BULK_FORM.add, 'Add labels', '@marathon'),
      labels(BULK_FORM.remove, 'Remove labels', '@injury-watch'),
      input(BULK_FORM.group, 'Put into group', groupPicker('No group'), OPTIONAL),
      ...(mayAssign ? [coachInput(page)] : []),
      context(mrkdwn`What you leave empty stays as it is. All of them are changed, or nobody.`),
    ],
  })
}

function coachInput({ choices }: RosterPage): KnownBlock {
  return input(
    BULK_FORM.coach,
    'Assign to coach',
    {
      type: 'static_select',
      action_id: 'value',
      placeholder: plain('No coach', LIMITS.optionText),
      options: choices.coaches
        .slice(0, LIMITS.options)
        .map(coach => option(coach.name === 'My athletes' ? 'Me' : coach.name, coach.accountId)),
    },
    OPTIONAL,
  )
}

export type BulkDone = {
  changeId: string
  effect: BulkEffect
  chosen: number
  changed: number
  counts: { level: number; added: number; removed: number; joined: number; assigned: number }
  names: readonly string[]
  joining?: JoinQuestion | null
}

/** What changed for how many, with a button that takes exactly that back. */
export function manyChangedModal(done: BulkDone): ModalView {
  const same = done.chosen - done.changed
  const lines = [
    mrkdwn`Changed *${count(done.changed, 'athlete')}*: ${someNames(done.names, done.changed)}`,
    ...effectLines(done).map(line => mrkdwn`• ${line}`),
  ]
  return modalView({
    callbackId: 'bulk-done',
    title: 'Changed',
    blocks: [
      section(joinMrkdwn(lines, '\n')),
      ...(same > 0 ? [context(mrkdwn`For ${same} more it was like that already.`)] : []),
      actions(
        'bulk-done',
        button(BULK_UNDO, 'Undo', done.changeId, { label: 'Undo this change of several' }),
      ),
      ...joinQuestionBlocks(done.joining ?? null),
      context(
        mrkdwn`*Undo* takes back only this change. It works for a day, as long as nobody changed the same since.`,
      ),
    ],
  })
}

function effectLines({ effect, counts }: BulkDone): Mrkdwn[] {
  const labels = (names: readonly string[]) => names.map(name => `@${name}`).join(' ')
  return [
    ...(effect.level === undefined ? [] : [mrkdwn`level → ${effect.level ?? 'none'}, for ${counts.level}`]),
    ...(effect.add.length === 0 ? [] : [mrkdwn`added ${labels(effect.add)}, for ${counts.added}`]),
    ...(effect.remove.length === 0 ? [] : [mrkdwn`removed ${labels(effect.remove)}, for ${counts.removed}`]),
    ...(effect.group ? [mrkdwn`put into *${effect.group.name}*, ${counts.joined}; they are told`] : []),
    ...(effect.coach ? [mrkdwn`assigned to ${effect.coach.name}, ${counts.assigned}`] : []),
  ]
}

export function manyRestoredModal(restored: number): ModalView {
  const { blocks } = words(
    mrkdwn`Taken back for ${count(restored, 'athlete')}: they are as they were before.`,
  )
  return modalView({ callbackId: 'bulk-undone', title: 'Taken back', blocks })
}
