import type { Activity, Visibility } from '#domain/activity/activity.ts'
import { ACTIVITY_NAME_MAX, ACTIVITY_NOTE_MAX } from '#domain/activity/activity-limits.ts'
import type { SubType } from '#domain/activity/sub-type.ts'
import { localTimeAt } from '#domain/calendar/local-day.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { activityText, EFFORT_CHOICES, SUB_TYPE_CHOICES } from './activity-words.ts'
import { input, option, plain, section } from './blocks.ts'
import { distanceField, durationText, type Units } from './figures.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'

/** Block ids of the form's fields; refusals are shown at them. */
export const RUN_FORM = {
  distance: 'distance',
  unit: 'unit',
  time: 'time',
  subType: 'sub-type',
  on: 'on',
  at: 'at',
  name: 'name',
  note: 'note',
  effort: 'effort',
  visibility: 'visibility',
} as const

/** What stands in the fields. */
export type RunDraft = {
  name: string
  distance: string
  unit: Units
  time: string
  subType: SubType
  on: LocalDay
  /** `HH:MM`, or null when it is left open. */
  at: string | null
  note: string
  visibility: Visibility
  /** 1 to 10. */
  effort?: number | null
}

/** The form for a run that is done; `warning` asks whether it is one that is logged already. */
export function logRunForm(
  today: LocalDay,
  units: Units = 'km',
  again?: { draft: RunDraft; warning: Mrkdwn },
): ModalView {
  const empty: RunDraft = {
    name: '',
    distance: '',
    unit: units,
    time: '',
    subType: 'easy-run',
    on: today,
    at: null,
    note: '',
    visibility: 'share',
  }
  return modalView({
    callbackId: 'log-run',
    title: 'Log a run',
    submit: again ? 'Log anyway' : 'Log',
    meta: { isAgain: again !== undefined },
    blocks: [...(again ? [section(again.warning)] : []), ...formFields(again?.draft ?? empty)],
  })
}

/** What the form asks about a run that looks like one that is there. */
export function likelyTheSame(existing: Activity, units: Units = 'km'): Mrkdwn {
  return mrkdwn`This looks like the run you have logged: ${activityText(existing, units)}. If it was another one, log it anyway.`
}

/** The same form on a run that is there. What its fields show travels with it, so that only what is touched changes. */
export function editRunForm(activity: Activity, units: Units = 'km'): ModalView {
  const draft = draftOf(activity, units)
  return modalView({
    callbackId: 'edit-run',
    title: 'Edit run',
    submit: 'Save',
    meta: {
      activityId: activity.id,
      distance: draft.distance,
      unit: draft.unit,
      time: draft.time,
      on: draft.on,
      at: draft.at,
    },
    blocks: formFields(draft),
  })
}

function draftOf(activity: Activity, units: Units): RunDraft {
  const { name, distanceCm, durationMs, subType, localOn, startedAt, zone, note, visibility } = activity
  const effort = activity.perceivedEffort
  return {
    name,
    distance: distanceCm === null ? '' : distanceField(distanceCm, units),
    unit: units,
    time: durationText(durationMs),
    subType,
    on: localOn,
    at: localTimeAt(startedAt, zone),
    note,
    visibility,
    effort,
  }
}

const UNIT_OPTIONS = {
  km: option('kilometres', 'km'),
  mi: option('miles', 'mi'),
}

const VISIBILITY_OPTIONS: Record<Visibility, ReturnType<typeof option>> = {
  share: option('As I share with my groups', 'share'),
  'coach-only': option('My coaches only', 'coach-only'),
  hide: option('Nobody but me', 'hide'),
}

const EFFORT_OPTIONS = EFFORT_CHOICES.map(({ effort, label }) => option(label, String(effort)))

function formFields(draft: RunDraft) {
  const text = (value: string) => (value === '' ? {} : { initial_value: value })
  const subTypes = SUB_TYPE_CHOICES.map(({ subType, label }) => option(label, subType))
  const effort = EFFORT_OPTIONS.find(choice => choice.value === String(draft.effort ?? ''))
  const chosen = subTypes.find(choice => choice.value === draft.subType)
  return [
    input(
      RUN_FORM.distance,
      'Distance',
      {
        type: 'plain_text_input',
        action_id: 'value',
        max_length: 20,
        placeholder: plain('8.2'),
        ...text(draft.distance),
      },
      { optional: true, hint: 'Leave it out where there is none, as for strength.' },
    ),
    input(RUN_FORM.unit, 'Unit', {
      type: 'static_select',
      action_id: 'value',
      options: [UNIT_OPTIONS.km, UNIT_OPTIONS.mi],
      initial_option: UNIT_OPTIONS[draft.unit],
    }),
    input(
      RUN_FORM.time,
      'Time',
      {
        type: 'plain_text_input',
        action_id: 'value',
        max_length: 20,
        placeholder: plain('45:10'),
        ...text(draft.time),
      },
      { hint: '45:10 is minutes and seconds, 1:12:30 hours.' },
    ),
    input(RUN_FORM.subType, 'Kind', {
      type: 'static_select',
      action_id: 'value',
      options: subTypes,
      ...(chosen ? { initial_option: chosen } : {}),
    }),
    input(RUN_FORM.on, 'Day', { type: 'datepicker', action_id: 'value', initial_date: draft.on }),
    input(
      RUN_FORM.at,
      'Start',
      { type: 'timepicker', action_id: 'value', ...(draft.at ? { initial_time: draft.at } : {}) },
      { optional: true },
    ),
    input(
      RUN_FORM.name,
      'Name',
      { type: 'plain_text_input', action_id: 'value', max_length: ACTIVITY_NAME_MAX, ...text(draft.name) },
      { optional: true },
    ),
    input(
      RUN_FORM.note,
      'Note',
      {
        type: 'plain_text_input',
        action_id: 'value',
        multiline: true,
        max_length: ACTIVITY_NOTE_MAX,
        placeholder: plain('How it was'),
        ...text(draft.note),
      },
      { optional: true },
    ),
    input(
      RUN_FORM.effort,
      'How hard was it?',
      {
        type: 'static_select',
        action_id: 'value',
        placeholder: plain('1 to 10'),
        options: EFFORT_OPTIONS,
        ...(effort ? { initial_option: effort } : {}),
      },
      { optional: true },
    ),
    input(RUN_FORM.visibility, 'Who sees it', {
      type: 'static_select',
      action_id: 'value',
      options: Object.values(VISIBILITY_OPTIONS),
      initial_option: VISIBILITY_OPTIONS[draft.visibility],
    }),
  ]
}
