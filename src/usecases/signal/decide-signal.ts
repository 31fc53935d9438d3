import type { SignalRefusal } from '#domain/signal/signal-refusal.ts'
import type { SignalRuleId } from '#domain/signal/signal-rule.ts'
import { type SnoozeDays, snoozeUntil } from '#domain/signal/signal-state.ts'
import { ok, type Result } from '#kernel/result.ts'
import { insertSignal, updateSignal } from '#store/signal-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import type { AthleteRefusal } from '../roster/require-athlete-of.ts'
import { requireSignal } from './require-signal.ts'

export type DecideSignal = {
  rule: SignalRuleId
  athleteId: string
  subject: string
  /** Null is done with. */
  snoozeDays: SnoozeDays | null
}
export type SignalDecided = { name: string; snoozeDays: SnoozeDays | null }

/** A coach puts a signal off for some days, or is done with it; for every coach of that athlete alike. */
export async function decideSignal(
  { tx, actor, now, newId }: UnitOfWork,
  input: DecideSignal,
): Promise<Result<Done<SignalDecided>, AthleteRefusal | SignalRefusal>> {
  const found = await requireSignal(tx, actor, input, now)
  if (!found.ok) return found
  const { signal, coach, shown } = found.value
  const { organizationId } = coach
  const { snoozeDays } = input
  await insertSignal(tx, newId, organizationId, signal, now)
  await updateSignal(tx, organizationId, signal, {
    state: snoozeDays === null ? 'done' : 'snoozed',
    snoozedUntil: snoozeDays === null ? null : snoozeUntil(now, snoozeDays),
    by: coach.accountId,
    at: now,
  })
  return ok({
    value: { name: shown.name, snoozeDays },
    events: [
      {
        type: snoozeDays === null ? 'signal.done' : 'signal.snoozed',
        organizationId,
        target: { kind: 'signal', id: signal.athleteId },
        subjectId: signal.athleteId,
        isVisibleToSubject: false,
        before: null,
        after: { rule: signal.rule, subject: signal.subject, days: snoozeDays },
      },
    ],
  })
}
