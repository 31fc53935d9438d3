import { type AccessRefusal, requireCoach, requireHeadCoach } from '#domain/organization/policy.ts'
import { decideSettings, isSameSettings, type SettingsTyped } from '#domain/signal/decide-settings.ts'
import type { SignalRefusal } from '#domain/signal/signal-refusal.ts'
import type { SignalSettings } from '#domain/signal/signal-rule.ts'
import { ok, type Result } from '#kernel/result.ts'
import { findSignalSettings, upsertSignalSettings } from '#store/signal-settings-store.ts'
import type { UnitOfReading } from '../ask.ts'
import type { Done, UnitOfWork } from '../perform.ts'

/** The club's rules and thresholds, for every coach. */
export async function showSignalSettings({
  db,
  actor,
}: UnitOfReading): Promise<Result<{ settings: SignalSettings; mayChange: boolean }, AccessRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const settings = await findSignalSettings(db, coach.value.organizationId)
  return ok({ settings, mayChange: coach.value.roles.has('head-coach') })
}

/** The head coach turns rules on and off and sets how much it takes. */
export async function changeSignalSettings(
  { tx, actor, now }: UnitOfWork,
  typed: SettingsTyped,
): Promise<Result<Done<{ isChanged: boolean }>, AccessRefusal | SignalRefusal>> {
  const head = requireHeadCoach(actor)
  if (!head.ok) return head
  const { organizationId } = head.value
  const before = await findSignalSettings(tx, organizationId)
  const decided = decideSettings(typed, before)
  if (!decided.ok) return decided
  const after = decided.value
  if (isSameSettings(before, after)) return ok({ value: { isChanged: false }, events: [] })
  await upsertSignalSettings(tx, organizationId, after, now)
  return ok({
    value: { isChanged: true },
    events: [
      {
        type: 'signals.settings-changed',
        organizationId,
        target: { kind: 'organization', id: organizationId },
        subjectId: null,
        isVisibleToSubject: false,
        before,
        after,
      },
    ],
  })
}
