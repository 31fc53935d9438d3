import { LEVEL_MAX, NICKNAME_MAX, NOTE_MAX } from '#domain/roster/decide-attributes.ts'
import type { AthleteCard } from '#domain/roster/roster-card.ts'
import type { AttributesData } from '#domain/roster/roster-event.ts'
import { context, input, plain, section } from './blocks.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { joinMrkdwn, mrkdwn } from './mrkdwn.ts'
import { attributeChanges } from './roster-audit.ts'
import { shorten } from './shorten.ts'

/** Block ids of the forms' fields; refusals are shown at them. */
export const ATHLETE_FORM = { nickname: 'nickname', level: 'level', labels: 'labels' } as const
export const NOTE_FORM = { text: 'note-text' } as const

type Draft = { nickname: string; memberLevel: string; labels: string }

/**
 * What the club keeps of an athlete. `mine` is what the coach had typed when somebody else was quicker: it stays in the
 * fields, and what the other has set stands above them.
 */
export function editAthleteForm(card: AthleteCard, mine?: Draft): ModalView {
  const draft = mine ?? {
    nickname: card.name === card.slackName ? '' : card.name,
    memberLevel: card.memberLevel ?? '',
    labels: card.labels.map(label => `@${label}`).join(' '),
  }
  const text = (value: string) => (value === '' ? {} : { initial_value: value })
  return modalView({
    callbackId: 'edit-athlete',
    title: 'Edit athlete',
    submit: mine ? 'Save mine' : 'Save',
    meta: { accountId: card.accountId, version: card.version },
    blocks: [
      section(mrkdwn`*${card.name}*`),
      ...(mine
        ? [
            section(
              mrkdwn`Somebody else changed them meanwhile. Saved now: name “${card.name}”, level ${card.memberLevel ?? 'none'}, labels ${card.labels.map(label => `@${label}`).join(' ') || 'none'}. What you typed is below: *Save mine* replaces it.`,
            ),
          ]
        : []),
      input(
        ATHLETE_FORM.nickname,
        'Name in the club',
        {
          type: 'plain_text_input',
          action_id: 'value',
          max_length: NICKNAME_MAX,
          placeholder: plain(shorten(card.slackName, 100), 150),
          ...text(draft.nickname),
        },
        { optional: true, hint: 'Leave it empty for the name in Slack.' },
      ),
      input(
        ATHLETE_FORM.level,
        'Level',
        {
          type: 'plain_text_input',
          action_id: 'value',
          max_length: LEVEL_MAX,
          placeholder: plain('beginner'),
          ...text(draft.memberLevel),
        },
        { optional: true },
      ),
      input(
        ATHLETE_FORM.labels,
        'Labels',
        {
          type: 'plain_text_input',
          action_id: 'value',
          max_length: 400,
          placeholder: plain('@marathon @injury-watch'),
          ...text(draft.labels),
        },
        { optional: true, hint: 'Words apart by spaces; athletes do not see them.' },
      ),
    ],
  })
}

export function athleteEditedModal(name: string, before: AttributesData, after: AttributesData): ModalView {
  const changes = attributeChanges(before, after)
  return modalView({
    callbackId: 'athlete-edited',
    title: 'Saved',
    blocks: [
      section(
        changes.length === 0
          ? mrkdwn`Nothing changed for *${name}*.`
          : mrkdwn`Saved *${name}*: ${joinMrkdwn(changes, ', ')}.`,
      ),
    ],
  })
}

export function noteForm(athlete: { accountId: string; name: string }): ModalView {
  return modalView({
    callbackId: 'write-note',
    title: 'Private note',
    submit: 'Keep',
    meta: { accountId: athlete.accountId },
    blocks: [
      section(mrkdwn`About *${athlete.name}*`),
      input(NOTE_FORM.text, 'Note', {
        type: 'plain_text_input',
        action_id: 'value',
        multiline: true,
        max_length: NOTE_MAX,
      }),
      context(mrkdwn`The head coach and you can read it; the athlete never does.`),
    ],
  })
}

export function noteWrittenModal(note: { name: string; text: string }): ModalView {
  return modalView({
    callbackId: 'note-written',
    title: 'Note kept',
    blocks: [section(mrkdwn`Kept about *${note.name}*:`), section(mrkdwn`${note.text}`)],
  })
}
