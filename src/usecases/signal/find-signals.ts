import type { Visibility } from '#domain/activity/activity.ts'
import { addDays, localDayAt } from '#domain/calendar/local-day.ts'
import { mayShow, type Relation } from '#domain/privacy/may-show.ts'
import { type AthleteFacts, FACT_DAYS } from '#domain/signal/athlete-facts.ts'
import { decideSignals } from '#domain/signal/decide-signals.ts'
import { racedLately } from '#domain/signal/rules/personal-best.ts'
import type { Signal } from '#domain/signal/signal.ts'
import type { SignalSettings } from '#domain/signal/signal-rule.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import { DAY_MS, type Instant, instant } from '#kernel/instant.ts'
import type { Reading } from '#store/db.ts'
import {
  type ActivityRow,
  listActivityFacts,
  listEarlierBests,
  listWithEarlier,
  type SignalAthlete,
} from '#store/read/signal-facts.ts'

const ALL: readonly Visibility[] = ['share', 'coach-only', 'hide']
const TO_COACHES: readonly Visibility[] = ['share', 'coach-only']

/**
 * What the rules find in these athletes' training now, as whoever asks may see it: every activity goes through `mayShow`
 * before a rule sees it. The same few questions to the store, however many they are.
 */
export async function findSignals(
  db: Reading,
  organizationId: OrganizationId,
  asked: {
    athletes: readonly SignalAthlete[]
    settings: SignalSettings
    viewer: Extract<Relation, 'coach' | 'self'>
    now: Instant
  },
): Promise<Signal[]> {
  const { settings, viewer, now } = asked
  const isSelf = viewer === 'self'
  const athletes = asked.athletes.filter(athlete => isSelf || sees(athlete, viewer, null))
  const ids = athletes.map(athlete => athlete.accountId)
  // A day's width more on either side serves every zone.
  const since = instant(now - (FACT_DAYS + 1) * DAY_MS)
  const rows = groupByAthlete(await listActivityFacts(db, organizationId, ids, since))
  const withEarlier = await listWithEarlier(db, organizationId, ids, since)
  const found: Signal[] = []
  for (const athlete of athletes) {
    const today = localDayAt(now, athlete.zone)
    const all = (rows.get(athlete.accountId) ?? []).filter(row => row.localOn <= today)
    const from = addDays(today, 1 - FACT_DAYS)
    const activities = all.filter(row => row.localOn >= from && sees(athlete, viewer, row))
    const facts: AthleteFacts = {
      athleteId: athlete.accountId,
      today,
      activities,
      lastOn: all.at(-1)?.localOn ?? null,
      hasEarlier: withEarlier.has(athlete.accountId) || all.length > activities.length,
      earlierBests: new Map(),
    }
    // Only somebody who has just run a race distance has their whole history asked for it.
    const hasRaced = settings.best.isOn && racedLately(facts)
    const earlierBests = hasRaced
      ? await listEarlierBests(db, organizationId, athlete.accountId, since, isSelf ? ALL : TO_COACHES)
      : facts.earlierBests
    found.push(...decideSignals({ ...facts, earlierBests }, settings, isSelf ? 'athlete' : 'coach'))
  }
  return found
}

/** May it be shown: an activity and its note, or without one anything of theirs at all? */
function sees(athlete: SignalAthlete, relation: Relation, row: ActivityRow | null): boolean {
  const item = {
    athlete: {
      status: athlete.status,
      hasAnswered: false,
      sharesWithGroup: false,
      switches: athlete.switches,
    },
    source: row?.source === 'strava' ? ('strava-api' as const) : ('owned' as const),
    visibility: row?.visibility ?? ('share' as const),
  }
  const viewer = { relation, isSuspended: false }
  return (['activity', 'note'] as const).every(kind => mayShow({ ...item, kind }, viewer, 'home'))
}

function groupByAthlete(rows: readonly ActivityRow[]): Map<string, ActivityRow[]> {
  const grouped = new Map<string, ActivityRow[]>()
  for (const row of rows) {
    const mine = grouped.get(row.accountId)
    if (mine) mine.push(row)
    else grouped.set(row.accountId, [row])
  }
  return grouped
}
