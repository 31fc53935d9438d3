import { nameKey } from '../text/name-key.ts'

/** The five ways to win a week, in the order of the card. */
export const WAYS = ['time', 'days', 'plan', 'gain', 'cheers'] as const
export type Way = (typeof WAYS)[number]

/** What one member did in the week, as far as everybody in the channel may know it. */
export type WeekFacts = {
  readonly memberId: string
  /** As it is shown. */
  readonly name: string
  /** Whole milliseconds of running. */
  readonly durationMs: number
  /** The member's own calendar days with at least one run. */
  readonly activeDays: number
  /** Days in a row up to the week's end on which they ran or kept a planned rest. */
  readonly streakDays: number
  /** Share of the week's planned sessions done, in whole per cent; null without a plan in the week. */
  readonly planPercent: number | null
  /** Running time against the mean of their own four weeks before, in whole per cent; null without such weeks. */
  readonly gainPercent: number | null
  /** Cheers given to others. */
  readonly cheersGiven: number
}

/** Somebody's place in one of the ways. */
export type Place = {
  readonly facts: WeekFacts
  readonly way: Way
  /** In the way's unit: milliseconds, days, per cent, cheers. Days come before the streak, which breaks ties. */
  readonly score: number
  readonly tieBreak: number
  /** From 1 among all who may win in that way, on a podium among those who stand on it; equal scores share it. */
  readonly rank: number
}

export type Podium = {
  readonly way: Way
  readonly places: readonly Place[]
  /** Nobody stands on it, as everybody who could stands on another one. */
  readonly isPassedOn: boolean
}

/** Places on one podium; who ties for the last of them stands there too, as long as the podium holds. */
export const PODIUM_PLACES = 3
const MOST_ON_PODIUM = 6

/** What a member counts in a way; null where they cannot win in it. */
function scoreOf(way: Way, facts: WeekFacts): { score: number; tieBreak: number } | null {
  const scored = (score: number | null, tieBreak = 0) =>
    score !== null && score > 0 ? { score, tieBreak } : null
  switch (way) {
    case 'time':
      return scored(facts.durationMs)
    case 'days':
      return scored(facts.activeDays, facts.streakDays)
    case 'plan':
      return scored(facts.planPercent)
    case 'gain':
      return scored(facts.gainPercent)
    case 'cheers':
      return scored(facts.cheersGiven)
  }
}

/** Everybody who may win in the way, best first; whoever has the same score and tie-break shares a rank. */
export function placesIn(way: Way, members: readonly WeekFacts[]): Place[] {
  const scored = members.flatMap(facts => {
    const score = scoreOf(way, facts)
    return score ? [{ facts, way, ...score, key: nameKey(facts.name) }] : []
  })
  scored.sort(
    (one, other) =>
      other.score - one.score ||
      other.tieBreak - one.tieBreak ||
      compareText(one.key, other.key) ||
      compareText(one.facts.memberId, other.facts.memberId),
  )
  let rank = 0
  return scored.map(({ key: _, ...place }, index) => {
    const above = scored[index - 1]
    if (!above || above.score !== place.score || above.tieBreak !== place.tieBreak) rank = index + 1
    return { ...place, rank }
  })
}

/**
 * The week's podiums: one person stands on one podium alone. In each round every way, in the order of the card, gives
 * its next place to the best who stands nowhere yet, so that no way is left empty while somebody could win in it; who
 * stands already passes the place on. Who ties for the last place of a podium stands there too, unless it would hold
 * more than six. Nobody below a podium is in the answer.
 */
export function fiveWays(members: readonly WeekFacts[]): Podium[] {
  const standing = new Set<string>()
  const ways = WAYS.map(way => ({ way, queue: placesIn(way, members), places: [] as Place[] }))
  for (let round = 1; round <= MOST_ON_PODIUM; round += 1) {
    for (const { queue, places } of ways) {
      const next = queue.find(({ facts }) => !standing.has(facts.memberId))
      if (!next || !hasRoomFor(next, places)) continue
      places.push(next)
      standing.add(next.facts.memberId)
    }
  }
  return ways.map(({ way, queue, places }) => ({
    way,
    places: rankedAnew(places),
    isPassedOn: places.length === 0 && queue.length > 0,
  }))
}

/** Who stands elsewhere has passed their place on: the podium counts those who stand on it. */
function rankedAnew(places: readonly Place[]): Place[] {
  return places.map(place => ({ ...place, rank: 1 + places.filter(other => other.rank < place.rank).length }))
}

function hasRoomFor(place: Place, podium: readonly Place[]): boolean {
  if (podium.length < PODIUM_PLACES) return true
  return podium.at(-1)?.rank === place.rank && podium.length < MOST_ON_PODIUM
}

/** Where somebody stands in one way, for themselves alone. */
export type OwnPlace = {
  way: Way
  /** Null where they cannot win in it this week. */
  place: Place | null
  /** How many are in it. */
  of: number
  /** The one directly before and the one directly after them. */
  before: Place | null
  after: Place | null
  /** What is missing to the next better score, in the way's unit; 0 where nobody is better. */
  missing: number
}

/** One's own places in all five ways, with the two neighbours in each. */
export function ownPlaces(members: readonly WeekFacts[], memberId: string): OwnPlace[] {
  return WAYS.map(way => {
    const places = placesIn(way, members)
    const index = places.findIndex(({ facts }) => facts.memberId === memberId)
    const place = places[index] ?? null
    const better = place ? places.findLast(other => other.score > place.score) : places.at(-1)
    return {
      way,
      place,
      of: places.length,
      before: place ? (places[index - 1] ?? null) : null,
      after: place ? (places[index + 1] ?? null) : null,
      missing: better ? better.score - (place?.score ?? 0) : 0,
    }
  })
}

/** The way in which the least is missing to the next place, as a part of that place's score. */
export function nearestWin(own: readonly OwnPlace[]): OwnPlace | null {
  const reachable = own.filter(({ missing, place }) => missing > 0 && place !== null)
  const part = ({ missing, place }: OwnPlace) => missing / (missing + (place?.score ?? 0))
  return reachable.reduce<OwnPlace | null>(
    (best, each) => (best === null || part(each) < part(best) ? each : best),
    null,
  )
}

/** By code units: the same on every machine, whatever its language. */
function compareText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
