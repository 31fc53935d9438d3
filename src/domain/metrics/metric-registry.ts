import { didYouMean } from '../text/edit-distance.ts'
import {
  AGE_GRADE_VERSION,
  EFFORT_SCORE_VERSION,
  VDOT_LOAD_VERSION,
  VDOT_RULE_VERSION,
} from './metric-version.ts'

/** Everything that is to be known of a figure that Astral reckons. All texts are whole sentences for people. */
export type MetricEntry = {
  /** What is typed: kebab-case. */
  name: string
  label: string
  version: string
  what: string
  formula: string
  inputs: string
  unit: string
  source: string
  limits: string
  recomputed: string
  /** Other words for it. */
  aliases: readonly string[]
}

export const METRIC_ENTRIES: readonly MetricEntry[] = [
  {
    name: 'vdot',
    label: 'VDOT',
    version: VDOT_RULE_VERSION,
    what: 'How fit a runner is for running, as one number that a race shows; paces, predictions and loads rest on it.',
    formula:
      'Oxygen cost at the race’s average speed v in m/min (−4.60 + 0.182258 v + 0.000104 v²), divided by the share that can be held for its t minutes (0.8 + 0.1894393 e^(−0.012778 t) + 0.2989558 e^(−0.1932605 t)).',
    inputs:
      'Races, the best effort of each run from 1.5 km up, and what is entered by hand. Entered holds at once. A race counts when it is better than what is in force, when that was only an estimate from training, or is older than 90 days. A training effort never lowers it. Treadmill runs, efforts under 3:30 or over 5 hours and times nobody can have run are left out.',
    unit: 'ml/kg/min of oxygen, as a score: 30 is a new runner, 50 a good club runner, 80 an Olympian.',
    source: 'Daniels & Gilbert, Oxygen Power, 1979; the rule for which value holds is Astral’s own.',
    limits:
      'Reads low after easy training alone, and on hilly, hot or muddy courses. No laboratory measurement, and not medical advice.',
    recomputed: 'A run is logged, edited or deleted, or a value is entered; loads follow from that day on.',
    aliases: ['fitness-level', 'threshold'],
  },
  {
    name: 'load',
    label: 'VDOT load',
    version: VDOT_LOAD_VERSION,
    what: 'How much a run adds to training, from its pace and the ground’s slope.',
    formula:
      'For each moving second: the oxygen cost of its graded speed divided by VDOT, to the fourth power, a minute; up to 1.2 of VDOT, nothing below 0.25. Added up.',
    inputs:
      'Speed and altitude second by second and the VDOT of that day. Without a recording: distance, time and climb of the whole run.',
    unit: 'VDOT points: an easy hour is about 10, an hour at threshold 36; a beginner’s week about 50.',
    source:
      'Astral’s own definition after the shape of Daniels’ intensity points (Daniels’ Running Formula); slope after Minetti and others, 2002.',
    limits:
      'Steep descents and soft ground cost more than it says. Averages hide the peaks of intervals. Not comparable with the load of other products.',
    recomputed: 'The run is edited, or VDOT changes, from its day on; old days keep the VDOT of their day.',
    aliases: ['vdot-load', 'vdot-points', 'training-load', 'points'],
  },
  {
    name: 'effort',
    label: 'Effort score',
    version: EFFORT_SCORE_VERSION,
    what: 'How hard a session was as a whole, in one figure for all ways of measuring; it names which way was used.',
    formula:
      'The first that is known: (1) pace, 100 · hours · (graded speed ÷ threshold speed)², the speed as fourth-power mean of 30-second means; (2) heart rate, 100 · TRIMP ÷ TRIMP of an hour at threshold; (3) perceived effort, 100 · hours · (RPE ÷ 7)²; (4) duration alone, 100 · hours · 0.8². Pace and heart rate together: pace × √(heart ÷ pace), held between 0.85 and 1.20.',
    inputs:
      'As for the load; heart rate with maximum, resting and threshold values from the profile. Resting is taken as 60 and threshold as 90 % of the maximum where not given.',
    unit: '100 is one hour at threshold.',
    source: 'Astral’s own definition; TRIMP after Banister 1991, session RPE after Foster 2001.',
    limits:
      'Duration alone is a guess. Heart rate is ignored when less than 80 % of it is possible or more than 5 % is stuck at one value. Computed from heart rate it is health data: only you and your coach see it.',
    recomputed:
      'The run is edited, or VDOT changes, from its day on. Heart rates in the profile count from when they are entered.',
    aliases: ['effort-score', 'ete', 'nexrex-ete-plus'],
  },
  {
    name: 'form',
    label: 'Fitness, fatigue and form',
    version: 'form-v1',
    what: 'Fitness is the load one is used to, fatigue the load of late, form what is left of fitness when fatigue is taken off.',
    formula:
      'Each day fitness moves 1/42 and fatigue 1/7 of the way to that day’s VDOT load. Form is yesterday’s fitness less yesterday’s fatigue.',
    inputs: 'The VDOT load of every day, rest days as 0; the last 180 days.',
    unit: 'VDOT points a day. Form below zero: tired; above: rested.',
    source: 'Banister 1975; in this form after Coggan, 2003.',
    limits:
      'Says nothing in the first six weeks, when fitness is still filling up. Strength training, sleep and life are not in it.',
    recomputed: 'Whenever a load changes; it is reckoned anew each time it is shown.',
    aliases: ['fitness', 'fatigue', 'tsb', 'ctl', 'atl'],
  },
  {
    name: 'monotony',
    label: 'Monotony and strain',
    version: 'foster-v1',
    what: 'Monotony is how alike the days of a week were; strain is the week’s load times that.',
    formula:
      'Mean of the seven daily loads divided by their standard deviation (sample); strain = sum × monotony.',
    inputs: 'The VDOT load of seven days, rest days as 0.',
    unit: 'A plain number; most weeks are between 0.8 and 2.',
    source: 'Foster 1998, Medicine & Science in Sports & Exercise 30.',
    limits:
      'Undefined where every day was the same. Made for session RPE: other loads give other usual values.',
    recomputed: 'Whenever a load changes.',
    aliases: ['strain'],
  },
  {
    name: 'load-ratio',
    label: 'Load ratio',
    version: 'coupled-7-28-v1',
    what: 'The load of the last week against that of the last four.',
    formula: 'Daily mean of the last 7 days ÷ daily mean of the last 28 days.',
    inputs: 'The VDOT load of 28 days.',
    unit: '1 is training as usual.',
    source: 'Gabbett 2016; disputed by Impellizzeri and others, 2020.',
    limits: 'A trend, no forecast of anything; not shown before 28 days.',
    recomputed: 'Whenever a load changes.',
    aliases: ['acwr', 'ratio'],
  },
  {
    name: 'graded-pace',
    label: 'Grade-adjusted pace',
    version: 'minetti-v1',
    what: 'The pace on the flat that would have cost as much as this one on its hills.',
    formula:
      'Speed × C(i) ÷ C(0) with C(i) = 155.4 i⁵ − 30.4 i⁴ − 43.3 i³ + 46.3 i² + 19.5 i + 3.6; i is the grade, at most 0.35.',
    inputs:
      'Altitude smoothed over 21 seconds, grade over at least 15 m to each side. Without a recording: climb and distance, as though half went up and half down.',
    unit: 'Minutes a kilometre or mile.',
    source: 'Minetti and others 2002, Journal of Applied Physiology 93.',
    limits:
      'Measured on smooth ground: it reads a little slower than Strava’s (within 8 %), and takes steep descents for easier than they are.',
    recomputed: 'Only when the file is read again.',
    aliases: ['gap', 'grade-adjusted-pace'],
  },
  {
    name: 'paces',
    label: 'Training paces and race predictions',
    version: 'daniels-paces-v1',
    what: 'The paces to train at, and what a race would take.',
    formula:
      'E 59–74 %, T 88 %, I 97.5 % and R 105–110 % of VDOT as speed; M is the marathon’s predicted pace. Predictions: equal VDOT, Riegel (t · (d₂/d₁)^1.06) and Cameron, shown as the spread of the three.',
    inputs: 'The VDOT in force, and the performance it comes from.',
    unit: 'Minutes a kilometre or mile; hours, minutes and seconds.',
    source: 'Daniels’ Running Formula; Riegel 1981, American Scientist 69; Cameron 1997.',
    limits:
      'Assumes training for the distance: without it the marathon takes longer (Vickers & Vertosick 2016).',
    recomputed: 'Whenever VDOT changes.',
    aliases: ['predictions', 'prediction', 'pace'],
  },
  {
    name: 'age-grade',
    label: 'Age grade',
    version: AGE_GRADE_VERSION,
    what: 'A race as a share of the best that is to be expected at one’s age, so that all ages rank on one board.',
    formula:
      '100 × the standard of one’s age over the distance ÷ the race’s time, pauses included, to one decimal. Between two distances of the table the standard is linear in the logarithm of the distance. A board takes the best race of its days.',
    inputs:
      'Runs marked as races, the birth year and the choice of the women’s or men’s table in the profile, and the table that whoever runs Astral supplies. Who chooses “Not for me” is graded nowhere.',
    unit: 'Per cent: 100 is about the world’s best at that age, 60 a good club runner.',
    source: 'Method of World Masters Athletics; the road standards are those of the table that is supplied.',
    limits:
      'Of the birthday only the year is known, so that before it the age is a year too high. Nothing under 8 years, nor outside the table’s distances; a distance measured by satellite is off by a per cent or so, and hills count for nothing.',
    recomputed: 'Each time it is shown.',
    aliases: ['age-grading', 'age-graded', 'agegrade', 'wma'],
  },
]

const BY_WORD = new Map(
  METRIC_ENTRIES.flatMap(entry => [entry.name, ...entry.aliases].map(word => [word, entry] as const)),
)

/** What a word means, case, `_` and spaces forgiven; undefined when it means none. */
export function metricEntryOf(word: string): MetricEntry | undefined {
  return BY_WORD.get(
    word
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-'),
  )
}

/** The name that may have been meant. */
export function nearestMetric(word: string): string | null {
  return didYouMean(word.trim().toLowerCase(), [...BY_WORD.keys()]) ?? null
}
