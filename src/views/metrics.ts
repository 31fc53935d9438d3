import type { ActivityLoad, LoadInputs } from '#domain/metrics/activity-load.ts'
import type { EffortMethod } from '#domain/metrics/effort-score.ts'
import { METRIC_ENTRIES } from '#domain/metrics/metric-registry.ts'
import type { MetricExplained, RunExplained, TrainingState } from '#domain/metrics/metrics-card.ts'
import { measuresText } from './activity-words.ts'
import { actions, button, context, divider, section } from './blocks.ts'
import { dayText, paceText, type Units } from './figures.ts'
import { LIMITS } from './limits.ts'
import type { Message } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { basisText, METRIC_ACTIONS, OWN_LOAD, vdotText } from './paces.ts'
import { shortenMrkdwn } from './shorten.ts'

const METHODS: Record<EffortMethod, string> = {
  pace: 'pace',
  'heart-rate': 'heart rate',
  plus: 'pace, corrected by heart rate',
  'session-rpe': 'how hard it felt',
  duration: 'duration alone',
}

const MAXIMUM_FROM: Record<NonNullable<LoadInputs['maxHeartRateFrom']>, string> = {
  given: 'from your profile',
  measured: 'measured in the last 90 days',
  age: 'guessed from your age',
}

/** What the chart of training load shows. */
const PICTURED: ReadonlySet<string> = new Set(['form', 'load', 'monotony', 'load-ratio'])

/** One decimal is what a load is good for. */
const points = (milli: number) => (milli / 1_000).toFixed(1)

/** Every metric there is, a line each. */
export function metricsListed(): Message {
  const title = mrkdwn`*What Astral reckons, and how.* Type \`/astral why load\`, the number of a run (\`/astral why 1\` is your newest), a day, or the link of a message.`
  const lines = METRIC_ENTRIES.map(entry => mrkdwn`*${entry.name}* ${entry.label}: ${entry.what}`)
  return {
    text: shortenMrkdwn(joinMrkdwn([title, ...lines], '\n').mrkdwn, LIMITS.messageText),
    blocks: [section(title), ...lines.map(line => section(line))],
  }
}

/** What a metric is and what went into one's own. */
export function metricExplained(
  { entry, state, latest, on, today }: MetricExplained,
  units: Units = 'km',
): Message {
  const head = mrkdwn`*${entry.label}* · ${entry.version}\n${entry.what}`
  const own = ownLines(entry.name, state, { latest, on, today }, units)
  const facts = [
    mrkdwn`*Formula* ${entry.formula}`,
    mrkdwn`*Made from* ${entry.inputs}`,
    mrkdwn`*Unit* ${entry.unit}`,
    mrkdwn`*Known limits* ${entry.limits}`,
    mrkdwn`*Reckoned anew when* ${entry.recomputed}`,
  ]
  const source = mrkdwn`Source: ${entry.source} Only you see this. Not medical advice.`
  return {
    text: shortenMrkdwn(joinMrkdwn([head, ...own, ...facts, source], '\n').mrkdwn, LIMITS.messageText),
    blocks: [
      section(head),
      section(joinMrkdwn([mrkdwn`*Yours*`, ...own], '\n')),
      divider,
      ...facts.map(fact => section(fact)),
      ...(latest
        ? [
            actions(
              'why',
              ...(PICTURED.has(entry.name)
                ? [button(METRIC_ACTIONS.loadPicture, 'Send me the chart', OWN_LOAD)]
                : []),
              button(
                METRIC_ACTIONS.whyRun,
                on ? 'Why that run’s numbers?' : 'Why my newest run’s numbers?',
                latest.run.id,
              ),
            ),
          ]
        : []),
      context(source),
    ],
  }
}

function ownLines(
  name: string,
  state: TrainingState,
  { latest, on, today }: Pick<MetricExplained, 'latest' | 'on' | 'today'>,
  units: Units,
): Mrkdwn[] {
  const vdot = state.vdot
    ? mrkdwn`VDOT ${vdotText(state.vdot.vdotMilli)}. ${basisText(state.vdot, today, units)}`
    : mrkdwn`No VDOT yet: log a race or a hard run of at least 1.5 km, or type \`/astral paces 5km 21:00\`.`
  switch (name) {
    case 'form': {
      const { fitness, fatigue, form } = state.form
      return [
        mrkdwn`Fitness ${fitness.toFixed(1)}, fatigue ${fatigue.toFixed(1)}, form ${form.toFixed(1)} today.`,
      ]
    }
    case 'monotony':
      return state.strain
        ? [
            mrkdwn`Monotony ${state.strain.monotony.toFixed(2)}, strain ${state.strain.strain.toFixed(0)} over the last seven days.`,
          ]
        : [mrkdwn`Nothing to say: there are not seven days that differ yet.`]
    case 'load-ratio':
      return state.ratio === null
        ? [mrkdwn`Not shown before 28 days of training.`]
        : [mrkdwn`${state.ratio.toFixed(2)} today.`]
    case 'vdot':
    case 'paces':
      return [vdot]
    case 'age-grade':
      return [
        mrkdwn`Which table grades you, if any, is in \`/astral profile\`; \`/astral leaderboard "group" this year age-grade\` ranks your best race.`,
      ]
    case 'graded-pace':
    case 'effort':
      return latest ? [newestText(latest, on !== null), ...runLines(latest)] : [mrkdwn`You have no runs yet.`]
    default:
      return [
        mrkdwn`This week ${state.weekLoad.toFixed(1)}${state.usualWeekLoad === null ? '' : `, the four before it ${state.usualWeekLoad.toFixed(1)} on average`}.`,
        vdot,
        ...(latest ? [newestText(latest, on !== null), ...runLines(latest)] : []),
      ]
  }
}

function newestText({ run, units, today }: RunExplained, isAsked: boolean): Mrkdwn {
  return mrkdwn`${isAsked ? 'Your run' : 'Your newest run'}, ${dayText(run.localOn, today)}: ${measuresText(run, units)}`
}

/** Where one run's numbers come from. */
export function runNumbersExplained(card: RunExplained): Message {
  const title = mrkdwn`*Why these numbers?* “${card.run.name}”, ${dayText(card.run.localOn, card.today)}: ${measuresText(card.run, card.units)}`
  const lines = [...runLines(card), ...inputLines(card)]
  const source = mrkdwn`Formulas: \`/astral why load\`, \`/astral why effort\`. Only you see this. Not medical advice.`
  return {
    text: shortenMrkdwn(joinMrkdwn([title, ...lines, source], '\n').mrkdwn, LIMITS.messageText),
    blocks: [section(title), section(joinMrkdwn(lines, '\n')), context(source)],
  }
}

function runLines({ run, load, units, today }: RunExplained): Mrkdwn[] {
  if (!load) return [mrkdwn`The numbers of ${dayText(run.localOn, today)}’s run are still being reckoned.`]
  const pace = load.inputs.gradedPace
  return [
    mrkdwn`VDOT load: ${load.vdotLoadMilli === null ? missingText(load) : mrkdwn`*${points(load.vdotLoadMilli)}* points`}`,
    load.effortScoreMilli === null
      ? mrkdwn`Effort score: none; there is neither heart rate nor a felt effort, and it is no run.`
      : mrkdwn`Effort score: *${Math.round(load.effortScoreMilli / 1_000)}*, by ${METHODS[load.method ?? 'duration']}; certainty ${load.confidence ?? 'low'}`,
    ...(pace === null ? [] : [mrkdwn`Grade-adjusted pace: ${paceText(100_000, pace * 1_000, units) ?? ''}`]),
  ]
}

function inputLines({ load, today }: RunExplained): Mrkdwn[] {
  if (!load) return []
  const { inputs } = load
  return [
    inputs.vdot === null
      ? mrkdwn`Reckoned without a VDOT.`
      : mrkdwn`Reckoned with VDOT ${inputs.vdot.toFixed(1)}, in force since ${inputs.vdotFrom ? dayText(inputs.vdotFrom, today) : 'then'}${inputs.vdotBasis === 'effort' ? ', an estimate from training' : ''}.`,
    inputs.from === 'stream'
      ? mrkdwn`From the recording, second by second, with the ground’s slope.`
      : mrkdwn`From distance, time and climb of the whole run: there is no full recording.`,
    ...(inputs.maxHeartRate === null || inputs.maxHeartRateFrom === null
      ? []
      : [
          mrkdwn`Heart: maximum ${inputs.maxHeartRate} (${MAXIMUM_FROM[inputs.maxHeartRateFrom]}), resting ${inputs.restingHeartRate ?? '60 (assumed)'}, threshold ${inputs.thresholdHeartRate ?? '90 % of the maximum (assumed)'}; weights for men and women averaged.`,
        ]),
    mrkdwn`Version: ${inputs.version}.`,
  ]
}

function missingText({ inputs }: ActivityLoad): Mrkdwn {
  switch (inputs.missing) {
    case 'not-on-foot':
      return mrkdwn`none; only running and walking have one.`
    case 'no-distance':
      return mrkdwn`none, because it has no distance. *Edit* adds one.`
    case 'no-vdot':
    case null:
      return mrkdwn`none, because no VDOT was known that day. Log a race, or type \`/astral paces 5km 21:00\`.`
  }
}
