import type { AthleteFacts } from './athlete-facts.ts'
import { backAgain } from './rules/back-again.ts'
import { effortDrift } from './rules/effort-drift.ts'
import { longestRun } from './rules/longest-run.ts'
import { painNote } from './rules/pain-note.ts'
import { personalBest } from './rules/personal-best.ts'
import { quiet } from './rules/quiet.ts'
import { streak } from './rules/streak.ts'
import { weeklyJump } from './rules/weekly-jump.ts'
import { type Signal, type SignalFinding, subjectOf } from './signal.ts'
import {
  SIGNAL_RULE_IDS,
  SIGNAL_RULES,
  type SignalAudience,
  type SignalRuleId,
  type SignalSettings,
} from './signal-rule.ts'

/** What a rule finds in somebody's facts, today; with the club's threshold. */
export type Find = (facts: AthleteFacts, threshold: number) => SignalFinding[]

const FIND: Readonly<Record<SignalRuleId, Find>> = {
  pain: painNote,
  'longest-run': longestRun,
  quiet,
  effort: effortDrift,
  jump: weeklyJump,
  back: backAgain,
  best: personalBest,
  streak,
}

/** Everything the club's rules find today that is meant for coaches, or for the athlete; most urgent first. */
export function decideSignals(
  facts: AthleteFacts,
  settings: SignalSettings,
  audience: Exclude<SignalAudience, 'both'>,
): Signal[] {
  return SIGNAL_RULE_IDS.filter(
    id => settings[id].isOn && [audience, 'both'].includes(SIGNAL_RULES[id].audience),
  ).flatMap(id =>
    FIND[id](facts, settings[id].threshold).map(finding => ({
      rule: id,
      athleteId: facts.athleteId,
      subject: subjectOf(finding),
      finding,
    })),
  )
}
