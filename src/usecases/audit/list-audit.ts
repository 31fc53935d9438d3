import { AUDIT_PAGE_SIZE, type AuditPage } from '#domain/audit/audit-card.ts'
import type { Member } from '#domain/organization/actor.ts'
import { isCoach, type NotAMember, requireMember } from '#domain/organization/policy.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import { listGroupNames } from '#store/group-store.ts'
import { listMembersBySlackUser } from '#store/membership-store.ts'
import { type AuditFilter, listAuditEntries } from '#store/read/audit-read.ts'
import type { UnitOfReading } from '../ask.ts'

export type ListAudit = {
  /** Only the deeds of this person of the workspace. */
  bySlackUser: { slackUserId: string; name: string } | null
  kind: string | null
  olderThan: number | null
}

/** The head coach reads everything, an assistant coach what they did, an athlete what concerns them. */
export async function listAudit(
  { db, actor }: UnitOfReading,
  input: ListAudit,
): Promise<Result<AuditPage, NotAMember | MembershipRefusal>> {
  const member = requireMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId } = member.value
  const scope = scopeOf(member.value)
  const filter: AuditFilter = {
    ...(scope === 'own-deeds' ? { actorId: accountId } : {}),
    ...(scope === 'about-me' ? { subjectId: accountId } : {}),
    ...(input.kind ? { kind: input.kind } : {}),
    ...(input.olderThan === null ? {} : { olderThan: input.olderThan }),
  }
  if (input.bySlackUser && scope === 'all') {
    const { slackUserId, name } = input.bySlackUser
    const found = (await listMembersBySlackUser(db, organizationId, [slackUserId])).get(slackUserId)
    if (!found) return refuse({ code: 'person-not-in-club', name })
    filter.actorId = found.accountId
  }
  const entries = await listAuditEntries(db, organizationId, filter, AUDIT_PAGE_SIZE)
  const lines = entries.slice(0, AUDIT_PAGE_SIZE)
  const ids = lines.flatMap(line => idsIn(line.after ?? line.before))
  const accounts = await listAccounts(db, organizationId, ids)
  const groups = await listGroupNames(db, organizationId, ids)
  return ok({
    lines,
    names: new Map([...groups, ...[...accounts].map(([id, { displayName }]) => [id, displayName] as const)]),
    olderThan: entries.length > lines.length ? (lines.at(-1)?.seq ?? null) : null,
    scope,
  })
}

/** Whoever is suspended, coach or not, reads only what concerns them. */
function scopeOf(member: Member): AuditPage['scope'] {
  if (member.status === 'suspended') return 'about-me'
  if (member.roles.has('head-coach')) return 'all'
  return isCoach(member) ? 'own-deeds' : 'about-me'
}

/** Every id that an entry's detail mentions, wherever it stands. */
function idsIn(detail: unknown): string[] {
  if (typeof detail === 'string') return /^[0-9a-f-]{36}$/.test(detail) ? [detail] : []
  if (detail === null || typeof detail !== 'object') return []
  return Object.values(detail).flatMap(idsIn)
}
