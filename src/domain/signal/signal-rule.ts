/** Who a signal is for: coaches, the athlete concerned, or both. */
export type SignalAudience = 'coach' | 'athlete' | 'both'

export type SignalRule = {
  id: SignalRuleId
  /** What the rule looks for, with its threshold as N. */
  sentence: string
  /** What the threshold counts; null where there is nothing to set. */
  threshold: { unit: string; initial: number; least: number; most: number } | null
  audience: SignalAudience
  /** The higher, the sooner somebody should look. */
  severity: number
}

export const SIGNAL_RULE_IDS = [
  'pain',
  'longest-run',
  'quiet',
  'effort',
  'jump',
  'back',
  'best',
  'streak',
] as const
export type SignalRuleId = (typeof SIGNAL_RULE_IDS)[number]

/**
 * The rules, most urgent first. None of them foretells anything: they say what happened, with the numbers. That one run
 * much longer than the longest of thirty days deserves a look is the better founded of such signs (BJSM 2025); the ratio
 * of acute to chronic load is contested and is not among them.
 */
export const SIGNAL_RULES: Readonly<Record<SignalRuleId, SignalRule>> = {
  pain: {
    id: 'pain',
    sentence: 'A note on a run of the last 7 days speaks of pain',
    threshold: null,
    audience: 'coach',
    severity: 80,
  },
  'longest-run': {
    id: 'longest-run',
    sentence: 'One run more than N % longer than the longest of the 30 days before',
    threshold: { unit: '%', initial: 10, least: 5, most: 50 },
    audience: 'coach',
    severity: 70,
  },
  quiet: {
    id: 'quiet',
    sentence: 'No activity for N days, and for twice as long as their usual pauses',
    threshold: { unit: 'days', initial: 7, least: 3, most: 30 },
    audience: 'coach',
    severity: 60,
  },
  effort: {
    id: 'effort',
    sentence: 'Easy runs feel N tenths harder than in the six weeks before, on the scale of ten',
    threshold: { unit: 'tenths', initial: 15, least: 5, most: 40 },
    audience: 'coach',
    severity: 50,
  },
  jump: {
    id: 'jump',
    sentence:
      'A week more than N % above the average of the four before, and half of that above the largest of them',
    threshold: { unit: '%', initial: 50, least: 10, most: 100 },
    audience: 'coach',
    severity: 40,
  },
  back: {
    id: 'back',
    sentence: 'The first run after a pause of N days or more',
    threshold: { unit: 'days', initial: 14, least: 7, most: 60 },
    audience: 'both',
    severity: 30,
  },
  best: {
    id: 'best',
    sentence: 'A race distance at least N % faster than ever logged before',
    threshold: { unit: '%', initial: 1, least: 0, most: 10 },
    audience: 'both',
    severity: 20,
  },
  streak: {
    id: 'streak',
    sentence: 'N weeks in a row with a run, and each time as many again',
    threshold: { unit: 'weeks', initial: 4, least: 2, most: 6 },
    audience: 'athlete',
    severity: 10,
  },
}

/** What a club decided of one rule. */
export type RuleSetting = { isOn: boolean; threshold: number }
export type SignalSettings = Readonly<Record<SignalRuleId, RuleSetting>>

/** Of a club that changed nothing. */
export const DEFAULT_SIGNAL_SETTINGS: SignalSettings = Object.fromEntries(
  SIGNAL_RULE_IDS.map(id => [id, { isOn: true, threshold: SIGNAL_RULES[id].threshold?.initial ?? 0 }]),
) as Record<SignalRuleId, RuleSetting>

export function isSignalRuleId(text: string): text is SignalRuleId {
  return (SIGNAL_RULE_IDS as readonly string[]).includes(text)
}
