import type { PacesCard } from '#domain/metrics/metrics-card.ts'
import type { Prediction } from '#domain/metrics/race-prediction.ts'
import type { Intensity, PaceBand } from '#domain/metrics/training-paces.ts'
import type { VdotCandidate } from '#domain/metrics/vdot-history.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { actions, button, context, fields, section } from './blocks.ts'
import { dayText, distanceText, durationText, paceText, type Units } from './figures.ts'
import { LIMITS } from './limits.ts'
import type { Message } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { shortenMrkdwn } from './shorten.ts'

export const METRIC_ACTIONS = {
  why: 'why-metric',
  whyRun: 'why-run',
  enterVdot: 'enter-vdot',
  loadPicture: 'load-picture',
} as const

/** In the place of an account: one's own. */
export const OWN_LOAD = 'own'

const INTENSITIES: Record<Intensity, string> = {
  E: 'Easy',
  M: 'Marathon',
  T: 'Threshold',
  I: 'Interval',
  R: 'Repetition',
}

const RACES: readonly (readonly [meters: number, name: string])[] = [
  [5_000, '5 km'],
  [10_000, '10 km'],
  [21_097.5, 'Half marathon'],
  [42_195, 'Marathon'],
]

/** Training paces, race predictions and what they rest on. */
export function pacesShown(card: PacesCard): Message {
  const whose = card.name === null ? 'Your' : `${card.name}’s`
  if (!card.vdot) return noPaces(card, whose)
  const { entry, paces, predictions } = card.vdot
  const title = mrkdwn`*${whose} training paces* · VDOT ${vdotText(entry.vdotMilli)}`
  const basis = basisText(entry, card.today, card.units)
  const training = [mrkdwn`*Training*`, ...paces.map(band => paceLine(band, card.units))]
  const racing = [
    mrkdwn`*Races, as the models spread*`,
    ...predictions.map(each => predictionLine(each, entry)),
  ]
  const how =
    card.name === null
      ? mrkdwn`Not right? \`/astral paces 5km 21:00\` sets them from what you can run today.`
      : mrkdwn`Not right? \`/astral paces @athlete 5km 21:00\` sets them from what they can run today.`
  return {
    text: shortenMrkdwn(
      joinMrkdwn([title, basis, ...training, ...racing, how], '\n').mrkdwn,
      LIMITS.messageText,
    ),
    blocks: [
      section(joinMrkdwn([title, basis], '\n')),
      fields(joinMrkdwn(training, '\n'), joinMrkdwn(racing, '\n')),
      actions(
        'paces',
        ...(card.name === null ? [button(METRIC_ACTIONS.enterVdot, 'Set from a race', 'own')] : []),
        button(METRIC_ACTIONS.why, 'Why these paces?', 'paces'),
        ...(card.name === null
          ? [button(METRIC_ACTIONS.loadPicture, 'Send me the load chart', OWN_LOAD)]
          : []),
      ),
      context(how, mrkdwn`Predictions assume training for the distance. Not medical advice.`),
    ],
  }
}

function noPaces(card: PacesCard, whose: string): Message {
  const said =
    card.name === null
      ? mrkdwn`*No paces yet.* They come from a race or a hard run of at least 1.5 km: log one, or type \`/astral paces 5km 21:00\` with what you can run today.`
      : mrkdwn`*No paces yet.* ${whose} log shows no race and no hard run of at least 1.5 km. Type \`/astral paces @athlete 5km 21:00\` with what they can run today.`
  return {
    text: said.mrkdwn,
    blocks: [
      section(said),
      ...(card.name === null
        ? [actions('paces', button(METRIC_ACTIONS.enterVdot, 'Set from a race', 'own'))]
        : []),
    ],
  }
}

/** `49.8` */
export function vdotText(vdotMilli: number): string {
  return (vdotMilli / 1_000).toFixed(1)
}

/** `from the race of 5 km in 21:00 on Mon 2 Nov` */
export function basisText(entry: VdotCandidate, today: LocalDay, units: Units = 'km'): Mrkdwn {
  const run =
    entry.distanceCm !== null && entry.durationMs !== null
      ? `${raceDistanceText(entry.distanceCm, units)} in ${durationText(entry.durationMs)}`
      : 'a value'
  const on = dayText(entry.on, today)
  switch (entry.basis) {
    case 'race':
      return mrkdwn`From the race of ${on}: ${run}.`
    case 'effort':
      return mrkdwn`Estimated from the best stretch of the run of ${on}: ${run}. A race makes it sure.`
    case 'entered':
      return mrkdwn`Entered by hand on ${on}: ${run}.`
  }
}

/** A race keeps its name in every unit: `5 km` is `5 km`. */
function raceDistanceText(distanceCm: number, units: Units): string {
  return RACES.some(([meters]) => Math.abs(meters - distanceCm / 100) < 1)
    ? distanceText(distanceCm)
    : distanceText(distanceCm, units)
}

function paceLine({ intensity, slow, fast }: PaceBand, units: Units): Mrkdwn {
  const [slowest, fastest] = [slow, fast].map(seconds => paceText(100_000, seconds * 1_000, units) ?? '')
  const range = slowest === fastest ? `${slowest}` : `${slowest?.replace(/ \/.*$/, '')} – ${fastest}`
  return mrkdwn`*${intensity}* ${INTENSITIES[intensity]}: ${range}`
}

function predictionLine({ meters, fastest, slowest }: Prediction, entry: VdotCandidate): Mrkdwn {
  const name = RACES.find(([each]) => each === meters)?.[1] ?? distanceText(meters * 100)
  const isRun = entry.distanceCm !== null && Math.abs(entry.distanceCm / 100 - meters) < 1
  if (isRun) return mrkdwn`${name}: ${durationText(fastest * 1_000)}, as run`
  const [from, to] = [Math.floor(fastest), Math.ceil(slowest)].map(seconds => durationText(seconds * 1_000))
  return mrkdwn`${name}: ${from ?? ''} – ${to ?? ''}`
}
