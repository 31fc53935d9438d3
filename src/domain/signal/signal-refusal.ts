import type { SignalRuleId } from './signal-rule.ts'

export type SignalRefusal =
  | { code: 'signal-gone' }
  | { code: 'threshold-wrong'; rule: SignalRuleId; least: number; most: number; unit: string }
  | { code: 'nudged-today'; name: string }
  | { code: 'nudge-empty' }
  | { code: 'nudge-too-long'; length: number; limit: number }
  | { code: 'athlete-not-active'; name: string }
  | { code: 'quiet-hours-wrong' }
