/** What one member did in the range that a board is about; sums over the activities that count. */
export type MemberFacts = {
  readonly memberId: string
  /** As it is shown. */
  readonly name: string
  readonly activities: number
  /** Whole centimetres. */
  readonly distanceCm: number
  /** Whole milliseconds. */
  readonly durationMs: number
  /** Whole centimetres; activities that do not know their climb add nothing. */
  readonly climbCm: number
  /** VDOT load in whole thousandths of a point; null where no activity's load is known. */
  readonly loadMilli?: number | null
  /** The member's own calendar days with at least one activity. */
  readonly activeDays: number
  /** Days in a row with a run up to the range's end, planned rest forgiven; only where a metric needs it. */
  readonly streakDays?: number
  /** Time against one's own four spans before, in whole per cent; null without such, only where a metric needs it. */
  readonly gainPercent?: number | null
  /** Share of the planned sessions done, in whole per cent; null without any, only where a metric needs it. */
  readonly planPercent?: number | null
  /** Cheers given to others in the range; only where a metric needs it. */
  readonly cheersGiven?: number
  /** Best graded race in whole tenths of a per cent; null without one, only where a metric needs it. */
  readonly ageGradeTenths?: number | null
  /** Distance and time are never shown together: together they are the pace. */
  readonly hidesPace?: boolean
  /** The climb is not to be seen, and is 0 here. */
  readonly hidesClimb?: boolean
}

/** What a score counts, and so how a view writes it. */
export type MetricUnit =
  | 'distance-cm'
  | 'duration-ms'
  | 'activities'
  | 'climb-cm'
  | 'days'
  | 'load-milli'
  | 'streak-days'
  | 'plan-percent'
  | 'gain-percent'
  | 'cheers'
  | 'age-grade-tenths'

/** Facts that cost a question of their own, asked only for a metric that needs them. */
export type MoreFacts = 'streak' | 'gain' | 'plan' | 'cheers' | 'age-grade'

/**
 * A way to rank members: the higher the score the better. A metric that needs more facts than these names them in its
 * type, and whoever asks for it must bring them.
 */
export type Metric<Facts extends MemberFacts = MemberFacts> = {
  /** What is stored and typed: kebab-case. */
  readonly name: string
  /** For people, as a heading. */
  readonly label: string
  readonly unit: MetricUnit
  readonly needs?: MoreFacts
  /** Null for who cannot be ranked by it, because there is nothing to reckon from. */
  scoreOf(facts: Facts): number | null
  /** Did nothing that this counts; without it, who has no activity. */
  isIdle?(facts: Facts): boolean
}

export const AGE_GRADE = 'age-grade'

/** Boards go into channels, so none of these is reckoned from heart rate. */
export const METRICS: readonly Metric[] = [
  {
    name: 'distance',
    label: 'Distance',
    unit: 'distance-cm',
    scoreOf: ({ distanceCm }) => distanceCm,
  },
  {
    name: 'time',
    label: 'Time',
    unit: 'duration-ms',
    scoreOf: ({ durationMs }) => durationMs,
  },
  {
    name: 'activities',
    label: 'Activities',
    unit: 'activities',
    scoreOf: ({ activities }) => activities,
  },
  {
    name: 'elevation',
    label: 'Elevation gain',
    unit: 'climb-cm',
    scoreOf: ({ climbCm }) => climbCm,
  },
  {
    name: 'load',
    label: 'Training load',
    unit: 'load-milli',
    scoreOf: ({ loadMilli = null }) => loadMilli,
  },
  {
    name: 'active-days',
    label: 'Active days',
    unit: 'days',
    scoreOf: ({ activeDays }) => activeDays,
  },
  {
    name: 'streak',
    label: 'Streak',
    unit: 'streak-days',
    needs: 'streak',
    scoreOf: ({ streakDays = 0 }) => streakDays,
    isIdle: ({ streakDays = 0 }) => streakDays === 0,
  },
  {
    name: 'plan',
    label: 'Share of plan done',
    unit: 'plan-percent',
    needs: 'plan',
    scoreOf: ({ planPercent = null }) => planPercent,
    isIdle: () => false,
  },
  {
    name: 'gain',
    label: 'Gain over one’s own four weeks',
    unit: 'gain-percent',
    needs: 'gain',
    scoreOf: ({ gainPercent = null }) => gainPercent,
    isIdle: () => false,
  },
  {
    name: 'cheers',
    label: 'Cheers given',
    unit: 'cheers',
    needs: 'cheers',
    scoreOf: ({ cheersGiven = 0 }) => cheersGiven,
    isIdle: ({ cheersGiven = 0 }) => cheersGiven === 0,
  },
  {
    name: AGE_GRADE,
    label: 'Age grade',
    unit: 'age-grade-tenths',
    needs: 'age-grade',
    scoreOf: ({ ageGradeTenths = null }) => ageGradeTenths,
    isIdle: () => false,
  },
]

const ALIASES: Readonly<Record<string, string>> = {
  dist: 'distance',
  km: 'distance',
  kilometers: 'distance',
  kilometres: 'distance',
  miles: 'distance',
  mileage: 'distance',
  duration: 'time',
  hours: 'time',
  minutes: 'time',
  runs: 'activities',
  sessions: 'activities',
  count: 'activities',
  elev: 'elevation',
  climb: 'elevation',
  climbing: 'elevation',
  ascent: 'elevation',
  vert: 'elevation',
  'training-load': 'load',
  'vdot-load': 'load',
  points: 'load',
  days: 'active-days',
  streaks: 'streak',
  adherence: 'plan',
  'share-of-plan': 'plan',
  gains: 'gain',
  progress: 'gain',
  kudos: 'cheers',
  'age-graded': AGE_GRADE,
  'age-grading': AGE_GRADE,
  agegrade: AGE_GRADE,
  wma: AGE_GRADE,
}

/** Every word that `metricFromWord` understands, the metrics' own names first. */
export const METRIC_WORDS: readonly string[] = [...METRICS.map(({ name }) => name), ...Object.keys(ALIASES)]

/** The metric a word means, case, `_` and spaces forgiven; undefined when it means none. */
export function metricFromWord(word: string): Metric | undefined {
  const key = word
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
  const name = Object.hasOwn(ALIASES, key) ? ALIASES[key] : key
  return METRICS.find(metric => metric.name === name)
}
