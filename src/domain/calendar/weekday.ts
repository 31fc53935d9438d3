/** ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** English names, Monday first: the weekday's number is its place here plus one. */
export const WEEKDAY_NAMES = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const

const SHORT_FORMS = [
  'mon',
  'tue',
  'tues',
  'wed',
  'weds',
  'thu',
  'thur',
  'thurs',
  'fri',
  'sat',
  'sun',
] as const

/** Every word that `weekdayFromWord` understands, in lower case. */
export const WEEKDAY_WORDS: readonly string[] = [
  ...WEEKDAY_NAMES.map(name => name.toLowerCase()),
  ...SHORT_FORMS,
]

/** The weekday a word such as `Monday`, `mondays` or `tue` means, if any. */
export function weekdayFromWord(word: string): Weekday | undefined {
  const key = word.trim().toLowerCase().replace(/days$/, 'day')
  if (!WEEKDAY_WORDS.includes(key)) return undefined
  return (WEEKDAY_NAMES.findIndex(name => name.toLowerCase().startsWith(key.slice(0, 3))) + 1) as Weekday
}

/** The English name of a weekday. Throws a RangeError outside 1–7. */
export function weekdayName(weekday: number): string {
  const name = WEEKDAY_NAMES[weekday - 1]
  if (!name) throw new RangeError(`not a weekday: ${weekday}`)
  return name
}
