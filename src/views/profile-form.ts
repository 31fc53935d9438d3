import type { AthleteProfile } from '#domain/roster/athlete-profile.ts'
import { RACE_NAME_MAX } from '#domain/roster/decide-profile.ts'
import type { DataQuality } from '#domain/signal/data-quality.ts'
import { context, input, option, plain, section } from './blocks.ts'
import { qualityContext } from './data-quality.ts'
import { paceText, type Units } from './figures.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { mrkdwn } from './mrkdwn.ts'

/** Block ids of the form's fields; refusals are shown at them. */
export const PROFILE_FORM = {
  race: 'race',
  raceOn: 'race-on',
  pace: 'pace',
  units: 'units',
  zone: 'zone',
  birthYear: 'birthYear',
  maxHeartRate: 'maxHeartRate',
  thresholdHeartRate: 'thresholdHeartRate',
  restingHeartRate: 'restingHeartRate',
  ageGrading: 'age-grading',
} as const

/** The zones' typeahead. */
export const PICK_ZONE = 'pick-zone'

const UNITS: Record<Units, ReturnType<typeof option>> = {
  km: option('Kilometres', 'km'),
  mi: option('Miles', 'mi'),
}

const GRADINGS = {
  none: option('Not for me', 'none'),
  female: option('By the women’s table', 'female'),
  male: option('By the men’s table', 'male'),
}

const OPTIONAL = { optional: true } as const

/** What an athlete says of themselves. */
export function profileForm({
  profile,
  zone,
  quality,
}: {
  profile: AthleteProfile | null
  zone: string
  quality?: DataQuality
}): ModalView {
  const text = (value: string | number | null | undefined) =>
    value === null || value === undefined ? {} : { initial_value: String(value) }
  const number = (block: string, label: string, value: number | null | undefined, placeholder: string) =>
    input(
      block,
      label,
      {
        type: 'plain_text_input',
        action_id: 'value',
        max_length: 4,
        placeholder: plain(placeholder),
        ...text(value),
      },
      OPTIONAL,
    )
  const units = profile?.units ?? 'km'
  const pace = profile?.targetPaceMsPerKm ?? null
  return modalView({
    callbackId: 'profile',
    title: 'My profile',
    submit: 'Save',
    blocks: [
      ...(quality ? [qualityContext(quality)] : []),
      input(
        PROFILE_FORM.race,
        'Goal race',
        {
          type: 'plain_text_input',
          action_id: 'value',
          max_length: RACE_NAME_MAX,
          placeholder: plain('Oslo Marathon'),
          ...text(profile?.goalRaceName),
        },
        OPTIONAL,
      ),
      input(
        PROFILE_FORM.raceOn,
        'Its day',
        {
          type: 'datepicker',
          action_id: 'value',
          ...(profile?.goalRaceOn ? { initial_date: profile.goalRaceOn } : {}),
        },
        OPTIONAL,
      ),
      input(
        PROFILE_FORM.pace,
        'Target pace',
        {
          type: 'plain_text_input',
          action_id: 'value',
          max_length: 20,
          placeholder: plain('5:30'),
          ...text(pace === null ? null : paceText(100_000, pace, units)),
        },
        { optional: true, hint: 'For each kilometre; 8:51 /mi is for each mile.' },
      ),
      input(
        PROFILE_FORM.units,
        'Units',
        {
          type: 'static_select',
          action_id: 'value',
          options: [UNITS.km, UNITS.mi],
          initial_option: UNITS[units],
        },
        {
          hint: 'In what I show to you alone. Channels read kilometres; what you type is km unless you write mi.',
        },
      ),
      input(
        PROFILE_FORM.zone,
        'Time zone',
        {
          type: 'external_select',
          action_id: PICK_ZONE,
          min_query_length: 2,
          placeholder: plain('Europe/Oslo', 150),
          initial_option: option(zone, zone),
        },
        { hint: 'Your days and weeks go by it.' },
      ),
      number(PROFILE_FORM.birthYear, 'Birth year', profile?.birthYear, '1990'),
      input(
        PROFILE_FORM.ageGrading,
        'Age grading',
        {
          type: 'static_select',
          action_id: 'value',
          options: [GRADINGS.none, GRADINGS.female, GRADINGS.male],
          initial_option: GRADINGS[profile?.ageGrading ?? 'none'],
        },
        {
          hint: 'Ranks your races by the standard of your age, on boards your group asks for. Who knows your time may reckon your age from it.',
        },
      ),
      number(PROFILE_FORM.maxHeartRate, 'Maximum heart rate', profile?.maxHeartRate, '190'),
      number(PROFILE_FORM.thresholdHeartRate, 'Threshold heart rate', profile?.thresholdHeartRate, '168'),
      number(PROFILE_FORM.restingHeartRate, 'Resting heart rate', profile?.restingHeartRate, '50'),
      context(
        mrkdwn`Your coaches see the goal unless you keep it from them with \`/astral privacy\`. Birth year and heart rates are seen by you alone.`,
      ),
    ],
  })
}

export function profileSavedModal(saved: { zone: string; profile: { units: Units } }): ModalView {
  const far = saved.profile.units === 'mi' ? 'miles' : 'kilometres'
  return modalView({
    callbackId: 'profile-saved',
    title: 'Saved',
    blocks: [section(mrkdwn`Your profile is saved. Your days go by ${saved.zone}, distances are in ${far}.`)],
  })
}
