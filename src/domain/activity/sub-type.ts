/** The one list of sub-types, in the order in which forms offer them. */
export const SUB_TYPES = [
  'easy-run',
  'long-run',
  'tempo',
  'interval',
  'race',
  'trail-run',
  'treadmill',
  'recovery',
  'walk',
  'hike',
  'ride',
  'swim',
  'strength',
  'other',
] as const

export type SubType = (typeof SUB_TYPES)[number]

/** The sub-types that are runs: what leaderboards count unless asked otherwise. */
export const RUN_SUB_TYPES = [
  'easy-run',
  'long-run',
  'tempo',
  'interval',
  'race',
  'trail-run',
  'treadmill',
  'recovery',
] as const satisfies readonly SubType[]

const ALIASES: Readonly<Record<string, SubType>> = {
  run: 'easy-run',
  easy: 'easy-run',
  jog: 'easy-run',
  jogged: 'easy-run',
  long: 'long-run',
  'tempo-run': 'tempo',
  threshold: 'tempo',
  intervals: 'interval',
  'interval-run': 'interval',
  track: 'interval',
  raced: 'race',
  trail: 'trail-run',
  'treadmill-run': 'treadmill',
  'recovery-run': 'recovery',
  walking: 'walk',
  walked: 'walk',
  hiking: 'hike',
  hiked: 'hike',
  bike: 'ride',
  biked: 'ride',
  rode: 'ride',
  cycling: 'ride',
  cycled: 'ride',
  swimming: 'swim',
  swam: 'swim',
  gym: 'strength',
  workout: 'strength',
}

export function isSubType(word: string): word is SubType {
  return (SUB_TYPES as readonly string[]).includes(word)
}

export function isRun(subType: SubType): boolean {
  return (RUN_SUB_TYPES as readonly string[]).includes(subType)
}

/** The sub-type a word means as input, aliases included and case and `_` forgiven; undefined when it means none. */
export function subTypeFromWord(word: string): SubType | undefined {
  const key = word.trim().toLowerCase().replaceAll('_', '-').replaceAll(' ', '-')
  if (isSubType(key)) return key
  return Object.hasOwn(ALIASES, key) ? ALIASES[key] : undefined
}

/** Every single word that `subTypeFromWord` understands; what a misspelt one is compared to. */
export const SUB_TYPE_WORDS: readonly string[] = [...SUB_TYPES, ...Object.keys(ALIASES)]
