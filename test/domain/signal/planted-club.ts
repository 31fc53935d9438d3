import type { SubType } from '#domain/activity/sub-type.ts'
import { addDays, daysBetween, mondayOf, weekdayOf } from '#domain/calendar/local-day.ts'
import type { ActivityFact, AthleteFacts } from '#domain/signal/athlete-facts.ts'
import type { SignalRuleId } from '#domain/signal/signal-rule.ts'
import type { AccountId, ActivityId } from '#kernel/ids.ts'
import { type LocalDay, localDay } from '#kernel/instant.ts'
import { seededRandom } from '../../../src/cli/demo/seeded-random.ts'

/** Something that was put into an athlete's training, and the days on which it has to be noticed. */
export type Planted = { athleteId: AccountId; rule: SignalRuleId; from: LocalDay; to: LocalDay }
export type PlantedAthlete = { athleteId: AccountId; activities: ActivityFact[] }
export type PlantedClub = { athletes: PlantedAthlete[]; planted: Planted[]; from: LocalDay; to: LocalDay }

const FIRST = localDay('2026-06-01')
const WEEKS = 12
const DAYS = WEEKS * 7
const KINDS = ['none', 'longest-run', 'quiet', 'pause', 'jump', 'effort', 'best', 'pain'] as const
type Kind = (typeof KINDS)[number]

const HARMLESS = [
  'Lovely morning',
  'Windy along the fjord',
  'legs tired but fine',
  'No pain today',
  'schmerzfrei, endlich',
  'ingen smerter',
  'sans douleur, super',
  'felt strong',
  'new shoes, no niggles',
  'coffee afterwards',
]
const PAINFUL = [
  'sharp pain under the kneecap',
  'Achilles sore from 5 km on',
  'hamstring niggle again',
  'Knieschmerzen bergab',
  'vondt i hofta',
  'mal au mollet',
  'me duele el tobillo',
  'my hip hurts',
]

/** A club whose training wobbles as people's does, with one event planted in most athletes. The same for the same seed. */
export function plantedClub(athletes: number, seed: string): PlantedClub {
  const source = seededRandom(seed)
  const random = () => source.between(0, 1)
  const planted: Planted[] = []
  const people = Array.from({ length: athletes }, (_, index) => {
    const athleteId = `athlete-${index}` as AccountId
    const kind = KINDS[index % KINDS.length] ?? 'none'
    const { activities, truths } = trainingOf(athleteId, kind, random)
    planted.push(...truths, ...streaksOf(athleteId, activities))
    return { athleteId, activities }
  })
  return { athletes: people, planted, from: FIRST, to: addDays(FIRST, DAYS - 1) }
}

/** What is known of somebody on a day: what they had done by then. */
export function factsOn({ athleteId, activities }: PlantedAthlete, today: LocalDay): AthleteFacts {
  const known = activities.filter(activity => activity.localOn <= today)
  return {
    athleteId,
    today,
    activities: known,
    lastOn: known.at(-1)?.localOn ?? null,
    hasEarlier: false,
    earlierBests: new Map(),
  }
}

type Random = () => number

function trainingOf(athleteId: AccountId, kind: Kind, random: Random) {
  const normal = (mean: number, spread: number) => mean + spread * gaussian(random)
  const runDays = [7, 2, 4, 6, 1].slice(0, 3 + Math.floor(random() * 3))
  const easyKm = 6 + 6 * random()
  const longKm = easyKm * (1.5 + 0.4 * random())
  const raceMs = (19 + 12 * random()) * 60_000
  const effort = 3 + Math.floor(random() * 2)
  const eventOn = addDays(FIRST, 49 + Math.floor(random() * 14))
  const pauseDays = kind === 'pause' ? 18 + Math.floor(random() * 5) : 0
  const weekOfJump = mondayOf(eventOn)
  const activities: ActivityFact[] = []
  const truths: Planted[] = []
  const plant = (rule: SignalRuleId, from: LocalDay, to: LocalDay) =>
    truths.push({ athleteId, rule, from, to })
  const add = (on: LocalDay, subType: SubType, km: number, more: Partial<ActivityFact> = {}) => {
    activities.push({
      id: `${athleteId}:${activities.length}` as ActivityId,
      localOn: on,
      subType,
      distanceCm: Math.round(km * 100_000),
      durationMs: Math.round(km * normal(340, 12) * 1_000),
      effort: random() < 0.85 ? clamp(Math.round(normal(effort, 0.9)), 1, 10) : null,
      loadMilli: null,
      note: random() < 0.3 ? (HARMLESS[Math.floor(random() * HARMLESS.length)] ?? '') : '',
      ...more,
    })
    return activities.at(-1) as ActivityFact
  }
  // A few days off now and then, as work and colds have it: not what the rules are after.
  const illFrom = addDays(FIRST, Math.floor(random() * DAYS))
  let fastestMs = Number.POSITIVE_INFINITY
  let isWaiting = kind !== 'none'
  for (let day = 0; day < DAYS; day += 1) {
    const on = addDays(FIRST, day)
    if (kind === 'quiet' && on > eventOn) continue
    if (pauseDays > 0 && on > eventOn && daysBetween(eventOn, on) < pauseDays) continue
    const off = daysBetween(illFrom, on)
    if (mondayOf(on) !== weekOfJump && off >= 0 && off < 4 && random() < 0.8) continue
    const inJump = kind === 'jump' && mondayOf(on) === weekOfJump
    if (!inJump && (!runDays.includes(weekdayOf(on)) || random() < 0.1)) continue
    const week = Math.floor(day / 7)
    const isLong = weekdayOf(on) === 7
    const ofWeek = (week % 4 === 3 ? 0.8 : 1) * (1 + 0.015 * week)
    const inDrift = kind === 'effort' && on >= eventOn ? 2.5 : 0
    const isDue = isWaiting && on >= eventOn
    if (isLong && kind === 'longest-run' && isDue) {
      isWaiting = false
      const longest = Math.max(...activities.filter(each => daysBetween(each.localOn, on) <= 30).map(kmOf))
      add(on, 'long-run', longest * (1.18 + 0.25 * random()))
      plant('longest-run', on, addDays(on, 6))
      continue
    }
    if (week % 4 === 2 && weekdayOf(on) === 6) {
      const isBest = kind === 'best' && day > 28 && isWaiting
      if (isBest) isWaiting = false
      const durationMs = Math.round(raceMs * (isBest ? 0.95 + 0.02 * random() : normal(1.03, 0.008)))
      add(on, 'race', 5 * (1.003 + 0.01 * random()), { durationMs })
      if (durationMs <= fastestMs * 0.99 && Number.isFinite(fastestMs)) plant('best', on, addDays(on, 6))
      fastestMs = Math.min(fastestMs, durationMs)
      continue
    }
    const km = isLong ? normal(longKm, longKm * 0.03) : normal(easyKm, easyKm * 0.1)
    const run = add(on, isLong ? 'long-run' : 'easy-run', Math.max(2, km * ofWeek))
    if (run.effort !== null) run.effort = clamp(Math.round(run.effort + inDrift), 1, 10)
    if (kind === 'pain' && isDue) {
      isWaiting = false
      run.note = PAINFUL[Math.floor(random() * PAINFUL.length)] ?? ''
      plant('pain', on, addDays(on, 6))
    }
  }
  const last = activities.filter(activity => activity.localOn <= eventOn).at(-1)?.localOn ?? eventOn
  const next = activities.find(activity => activity.localOn > eventOn)?.localOn
  if (kind === 'quiet') plant('quiet', addDays(last, 7), addDays(FIRST, DAYS))
  if (kind === 'pause') plant('quiet', addDays(last, 7), next ?? addDays(FIRST, DAYS))
  if (kind === 'pause' && next) plant('back', next, addDays(next, 6))
  if (kind === 'jump') plant('jump', weekOfJump, addDays(weekOfJump, 13))
  if (kind === 'effort') plant('effort', eventOn, addDays(FIRST, DAYS))
  return { activities, truths }
}

/** Four weeks in a row, counted as a child would. */
function streaksOf(athleteId: AccountId, activities: readonly ActivityFact[]): Planted[] {
  let row = 0
  return Array.from({ length: WEEKS }, (_, week) => addDays(FIRST, 7 * week)).flatMap(monday => {
    row = activities.some(activity => mondayOf(activity.localOn) === monday) ? row + 1 : 0
    return row > 0 && row % 4 === 0
      ? [{ athleteId, rule: 'streak' as const, from: monday, to: addDays(monday, 6) }]
      : []
  })
}

function kmOf(activity: ActivityFact): number {
  return (activity.distanceCm ?? 0) / 100_000
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}

function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
