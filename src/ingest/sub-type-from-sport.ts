import { type SubType, subTypeFromWord } from '#domain/activity/sub-type.ts'

/** Strava's older GPX exports write the activity's type as a number. */
const STRAVA_NUMBERS: ReadonlyMap<string, SubType> = new Map([
  ['1', 'ride'],
  ['4', 'hike'],
  ['9', 'easy-run'],
  ['10', 'walk'],
])

/** The first row with a word of the sport decides; a run is told apart further below. */
const SPORTS: readonly (readonly [SubType, readonly string[]])[] = [
  ['other', ['wheelchair']],
  ['easy-run', ['running', 'run', 'jogging', 'jog']],
  ['treadmill', ['treadmill']],
  ['ride', ['cycling', 'biking', 'bike', 'ride']],
  ['hike', ['hiking', 'hike', 'mountaineering', 'rucking']],
  ['walk', ['walking', 'walk']],
  ['swim', ['swimming', 'swim']],
  ['strength', ['strength', 'weight', 'weights']],
]

const RUNS: readonly (readonly [SubType, readonly string[]])[] = [
  ['trail-run', ['trail']],
  ['treadmill', ['treadmill', 'indoor', 'virtual']],
  ['interval', ['track']],
  ['long-run', ['ultra']],
]

/**
 * The sub-type of a sport as files name it: FIT's `running` with `trail`, GPX's `trail_running`, TCX's `Biking`, `TrailRun`.
 * Whatever is not known is `other`, so that it never counts as a run.
 */
export function subTypeFromSport(...texts: readonly (string | undefined)[]): SubType {
  const named = texts.filter(text => text !== undefined).join(' ')
  const words = new Set(wordsOf(named))
  const sport = firstWith(SPORTS, words)
  if (sport === 'easy-run') return firstWith(RUNS, words) ?? sport
  return sport ?? STRAVA_NUMBERS.get(named) ?? subTypeFromWord(named) ?? 'other'
}

function firstWith(rows: typeof SPORTS, words: ReadonlySet<string>): SubType | undefined {
  return rows.find(([, names]) => names.some(name => words.has(name)))?.[0]
}

function wordsOf(text: string): string[] {
  return text
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
}
