import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankSignals, SIGNALS_MOST } from '#domain/signal/rank-signals.ts'
import type { SignalRuleId } from '#domain/signal/signal-rule.ts'
import { SIGNAL_RULE_IDS } from '#domain/signal/signal-rule.ts'
import type { AccountId } from '#kernel/ids.ts'
import { instant } from '#kernel/instant.ts'
import { measureRules, raisedIn, rulesInWords } from './measure-rules.ts'
import { plantedClub } from './planted-club.ts'

/** What each rule must reach on the planted club, of a hundred: right among those raised, raised among those planted. */
const FLOOR: Readonly<Record<SignalRuleId, { precision: number; recall: number }>> = {
  pain: { precision: 95, recall: 95 },
  'longest-run': { precision: 60, recall: 95 },
  quiet: { precision: 90, recall: 95 },
  effort: { precision: 75, recall: 90 },
  jump: { precision: 60, recall: 70 },
  back: { precision: 95, recall: 95 },
  best: { precision: 70, recall: 90 },
  streak: { precision: 100, recall: 100 },
}

describe('the rules, on a club of 200 with planted events', () => {
  const club = plantedClub(200, 'autumn')
  const raised = raisedIn(club)
  const measured = measureRules(club, raised)

  it.each(SIGNAL_RULE_IDS)('%s finds what was planted, and little else', rule => {
    const found = measured.find(each => each.rule === rule)
    expect(found && Math.round(found.precision * 100)).toBeGreaterThanOrEqual(FLOOR[rule].precision)
    expect(found && Math.round(found.recall * 100)).toBeGreaterThanOrEqual(FLOOR[rule].recall)
    expect(found?.planted).toBeGreaterThan(15)
  })

  it('are as good as the README says', () => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
    expect(readme).toContain(rulesInWords(measured))
  })

  it('raise nothing of athletes in whose training nothing was planted but noise, but once in a while', () => {
    const calm = new Set(club.athletes.filter((_, index) => index % 8 === 0).map(each => each.athleteId))
    const found = raised.filter(
      each => calm.has(each.athleteId) && each.rule !== 'streak' && each.rule !== 'best',
    )
    // Twenty-five athletes over twelve weeks.
    expect(found.length).toBeLessThanOrEqual(25)
  })
})

it('is a list in one order however it came, five at a time by urgency, then age', () => {
  const signals = fc.array(
    fc.record({
      rule: fc.constantFrom(...SIGNAL_RULE_IDS),
      athleteId: fc.constantFrom('a', 'b', 'c').map(id => id as AccountId),
      subject: fc.string({ maxLength: 3 }),
      foundAt: fc.integer({ min: 0, max: 9 }).map(instant),
      finding: fc.constant({ rule: 'streak', since: '2026-01-05', weeks: 4 } as never),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(signals, list => {
      const ranked = rankSignals(list)
      const key = (each: (typeof list)[number]) =>
        `${SIGNAL_RULE_IDS.indexOf(each.rule)} ${each.foundAt} ${each.athleteId} ${each.subject}`
      expect(rankSignals(list.toReversed()).map(key)).toEqual(ranked.map(key))
      const places = ranked.map(each => SIGNAL_RULE_IDS.indexOf(each.rule) * 100 + each.foundAt)
      expect(places.toSorted((one, other) => one - other)).toEqual(places)
      expect(SIGNALS_MOST).toBe(5)
    }),
  )
})
