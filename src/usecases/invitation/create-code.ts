import type { DomainEvent } from '#domain/event.ts'
import type { Group, GroupRefusal } from '#domain/group/group.ts'
import {
  CAP_MAX,
  type CodeRefusal,
  hintOf,
  type InvitationCode,
  readVanityCode,
} from '#domain/invitation/invitation-code.ts'
import type { InvitedPlanCard } from '#domain/invitation/invited-plan.ts'
import { requireCoach } from '#domain/organization/policy.ts'
import type { InvitationCodeId } from '#kernel/ids.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { insertInvitationCode } from '#store/invitation-code-store.ts'
import { getOrganization } from '#store/organization-store.ts'
import { resolveGroup } from '../group/resolve-group.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { type AskedPlan, type AskedPlanRefusal, keepInvitedPlan } from '../plan/invited-plan.ts'
import { expiryOf } from './expiry-of.ts'
import { aboutCode } from './invitation-event.ts'
import { hashOfCode, newSecretCode } from './secret-code.ts'

export type CreateCode = {
  groupName: string | null
  cap: number | null
  /** The last day on which it is good, in the club's zone; null for always. */
  until: LocalDay | null
  /** A word of the coach's own; null for one nobody can guess. */
  vanity: string | null
  /** Where a Join button is posted; null for nowhere. */
  channelId: string | null
  /** What everybody who joins with it is put on. */
  plan?: AskedPlan | null
}
export type CodeCreated = {
  code: InvitationCode
  /** Shown once: only its hash is kept. */
  plain: string
  clubName: string
  groupName: string | null
  until: LocalDay | null
  channelId: string | null
  plan: InvitedPlanCard | null
}

export async function createCode(
  unit: UnitOfWork,
  input: CreateCode,
): Promise<Result<Done<CodeCreated>, AskedPlanRefusal | GroupRefusal | CodeRefusal>> {
  const { tx, actor, now, newId } = unit
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const { organizationId, accountId } = coach.value
  let group: Group | null = null
  if (input.groupName !== null) {
    const found = await resolveGroup(tx, actor, input.groupName)
    if (!found.ok) return found
    group = found.value
  }
  if (input.cap !== null && !(Number.isInteger(input.cap) && input.cap >= 1 && input.cap <= CAP_MAX)) {
    return refuse({ code: 'code-cap-wrong', text: String(input.cap), max: CAP_MAX })
  }
  const organization = await getOrganization(tx, organizationId)
  const expiry = expiryOf(input.until, organization.zone, now)
  if (!expiry.ok) return expiry
  const expiresAt = expiry.value
  const vanity = input.vanity === null ? null : readVanityCode(input.vanity)
  if (vanity?.ok === false) return vanity
  const plain = vanity?.value ?? newSecretCode()
  const code: InvitationCode = {
    id: newId<InvitationCodeId>(),
    organizationId,
    inviterId: accountId,
    groupId: group?.id ?? null,
    hint: hintOf(plain),
    isVanity: vanity !== null,
    cap: input.cap,
    uses: 0,
    expiresAt,
    revokedAt: null,
    createdAt: now,
  }
  if (!(await insertInvitationCode(tx, code, hashOfCode(plain)))) {
    return refuse({ code: 'code-taken', text: plain })
  }
  const to = { invitationId: code.id, inviteeId: null }
  const plan = await keepInvitedPlan(unit, coach.value, to, input.plan)
  if (!plan.ok) return plan
  const { channelId, until } = input
  const events: DomainEvent[] = [
    { type: 'code.created', ...aboutCode(code), before: null, after: code },
    ...(channelId === null
      ? []
      : [
          {
            type: 'code.posted' as const,
            ...aboutCode(code),
            before: null,
            after: { ...code, channelId, postedBy: accountId },
          },
        ]),
  ]
  return ok({
    value: {
      code,
      plain,
      clubName: organization.name,
      groupName: group?.name ?? null,
      until,
      channelId,
      plan: plan.value,
    },
    events,
  })
}
