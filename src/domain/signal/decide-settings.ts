import { ok, type Result, refuse } from '#kernel/result.ts'
import type { SignalRefusal } from './signal-refusal.ts'
import {
  type RuleSetting,
  SIGNAL_RULE_IDS,
  SIGNAL_RULES,
  type SignalRuleId,
  type SignalSettings,
} from './signal-rule.ts'

/** Which rules are on, and the thresholds as typed; empty keeps what it is. */
export type SettingsTyped = {
  on: readonly string[]
  thresholds: Readonly<Partial<Record<SignalRuleId, string>>>
}

/** The club's thresholds, each within its bounds. */
export function decideSettings(
  typed: SettingsTyped,
  kept: SignalSettings,
): Result<SignalSettings, SignalRefusal> {
  const decided: Partial<Record<SignalRuleId, RuleSetting>> = {}
  for (const rule of SIGNAL_RULE_IDS) {
    const { threshold } = SIGNAL_RULES[rule]
    const text = (typed.thresholds[rule] ?? '').trim().replace(/\s*%$/, '')
    let value = kept[rule].threshold
    if (threshold && text !== '') {
      const { least, most, unit } = threshold
      value = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
      if (!(value >= least && value <= most))
        return refuse({ code: 'threshold-wrong', rule, least, most, unit })
    }
    decided[rule] = { isOn: typed.on.includes(rule), threshold: value }
  }
  return ok(decided as SignalSettings)
}

export function isSameSettings(one: SignalSettings, other: SignalSettings): boolean {
  return SIGNAL_RULE_IDS.every(
    rule => one[rule].isOn === other[rule].isOn && one[rule].threshold === other[rule].threshold,
  )
}
