import { addDays } from '#domain/calendar/local-day.ts'
import { decideSignals } from '#domain/signal/decide-signals.ts'
import type { SignalIdentity } from '#domain/signal/signal.ts'
import {
  DEFAULT_SIGNAL_SETTINGS,
  SIGNAL_RULE_IDS,
  SIGNAL_RULES,
  type SignalRuleId,
} from '#domain/signal/signal-rule.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { factsOn, type PlantedClub } from './planted-club.ts'

export type Measured = {
  rule: SignalRuleId
  threshold: string
  planted: number
  found: number
  /** Of the signals raised, how many were planted. */
  precision: number
  /** Of what was planted, how much was raised in time. */
  recall: number
}
type Raised = SignalIdentity & { on: LocalDay }

/** Runs every rule over the club day by day, as the round of each morning does, and counts. */
export function measureRules(club: PlantedClub, raised: readonly Raised[] = raisedIn(club)): Measured[] {
  return SIGNAL_RULE_IDS.map(rule => {
    const planted = club.planted.filter(each => each.rule === rule)
    const mine = raised.filter(each => each.rule === rule)
    const isOf = (each: Raised, truth: (typeof planted)[number]) =>
      each.athleteId === truth.athleteId && each.on >= truth.from && each.on <= truth.to
    const right = mine.filter(each => planted.some(truth => isOf(each, truth)))
    const noticed = planted.filter(truth => mine.some(each => isOf(each, truth)))
    const { threshold } = SIGNAL_RULES[rule]
    return {
      rule,
      threshold: threshold ? `${threshold.initial} ${threshold.unit}` : 'none',
      planted: planted.length,
      found: mine.length,
      precision: mine.length === 0 ? 1 : right.length / mine.length,
      recall: planted.length === 0 ? 1 : noticed.length / planted.length,
    }
  })
}

/** Each signal once, on the day on which it was first raised. */
export function raisedIn(club: PlantedClub): Raised[] {
  const raised = new Map<string, Raised>()
  for (const athlete of club.athletes) {
    for (let today = club.from; today <= club.to; today = addDays(today, 1)) {
      const facts = factsOn(athlete, today)
      for (const audience of ['coach', 'athlete'] as const) {
        for (const { rule, athleteId, subject } of decideSignals(facts, DEFAULT_SIGNAL_SETTINGS, audience)) {
          const key = `${rule} ${athleteId} ${subject}`
          if (!raised.has(key)) raised.set(key, { rule, athleteId, subject, on: today })
        }
      }
    }
  }
  return [...raised.values()]
}

/** The table of the README. */
export function rulesInWords(measured: readonly Measured[]): string {
  const percent = (share: number) => `${Math.round(share * 100)} %`
  return [
    '| Rule | Threshold | Planted | Raised | Precision | Recall |',
    '| --- | --- | --- | --- | --- | --- |',
    ...measured.map(
      each =>
        `| \`${each.rule}\` | ${each.threshold} | ${each.planted} | ${each.found} | ${percent(each.precision)} | ${percent(each.recall)} |`,
    ),
  ].join('\n')
}
