import type { QuietHours } from '#domain/calendar/quiet-hours.ts'
import type { EventOf } from '#domain/event.ts'
import type { SignalRuleId, SignalSettings } from './signal-rule.ts'
import type { SnoozeDays } from './signal-state.ts'

export type SignalData = { rule: SignalRuleId; subject: string; days: SnoozeDays | null }
/** The words of a message stay out of the audit. */
export type NudgeData = { nudgeId: string; rule: SignalRuleId; isHeld: boolean }

/** What coaches did about signals, and what people decided of them. */
export type SignalEvent =
  | EventOf<'signal.snoozed' | 'signal.done', SignalData>
  | EventOf<'athlete.nudged', NudgeData>
  | EventOf<'signals.settings-changed', SignalSettings>
  | EventOf<'quiet-hours.changed', { hours: QuietHours | null }>
