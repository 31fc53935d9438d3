import type { AuditLine, AuditPage } from '#domain/audit/audit-card.ts'
import { instantsOf } from '#domain/calendar/day-range.ts'
import { localDayAt } from '#domain/calendar/local-day.ts'
import { parseRangeWords, type RangeRefusal } from '#domain/calendar/range-words.ts'
import type { Member } from '#domain/organization/actor.ts'
import { isCoach } from '#domain/organization/policy.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import type { Reading } from '#store/db.ts'
import { listGroupNames } from '#store/group-store.ts'
import { listMembersBySlackUser } from '#store/membership-store.ts'
import type { AuditFilter } from '#store/read/audit-read.ts'

export type AuditAsked = {
  /** Only what this person of the workspace did or what is about them; only the head coach may ask so. */
  bySlackUser: { slackUserId: string; name: string } | null
  kind: string | null
  /** Days in words, of the reader's own zone; null or left out for all. */
  range?: string | null
}

/** The head coach reads everything; whoever is suspended, coach or not, reads only what concerns them. */
export function auditScopeOf(member: Member): AuditPage['scope'] {
  if (member.status === 'suspended') return 'about-me'
  if (member.roles.has('head-coach')) return 'all'
  return isCoach(member) ? 'own-deeds' : 'about-me'
}

/** What the reader may see of what they asked for. */
export async function auditFilterOf(
  db: Reading,
  member: Member,
  asked: AuditAsked,
  now: Instant,
): Promise<Result<AuditFilter, MembershipRefusal | RangeRefusal>> {
  const { organizationId, zone } = member
  const filter: AuditFilter = { ...ownPart(member), ...(asked.kind ? { kind: asked.kind } : {}) }
  if (asked.range) {
    const range = parseRangeWords(asked.range, localDayAt(now, zone))
    if (!range.ok) return range
    const { from, until } = instantsOf(range.value, zone)
    filter.since = from
    filter.until = until
  }
  if (asked.bySlackUser && auditScopeOf(member) === 'all') {
    const { slackUserId, name } = asked.bySlackUser
    const found = (await listMembersBySlackUser(db, organizationId, [slackUserId])).get(slackUserId)
    if (!found) return refuse({ code: 'person-not-in-club', name })
    filter.personId = found.accountId
  }
  return ok(filter)
}

/** What of the audit somebody may read at all. */
export function ownPart(member: Member): AuditFilter {
  const scope = auditScopeOf(member)
  return {
    ...(scope === 'own-deeds' ? { actorId: member.accountId } : {}),
    ...(scope === 'about-me' ? { subjectId: member.accountId } : {}),
  }
}

/** Names of the accounts and groups that the lines speak of, by id. */
export async function namesIn(
  db: Reading,
  organizationId: OrganizationId,
  lines: readonly AuditLine[],
): Promise<ReadonlyMap<string, string>> {
  const ids = lines.flatMap(line => [...idsIn(line.before), ...idsIn(line.after)])
  const accounts = await listAccounts(db, organizationId, ids)
  const groups = await listGroupNames(db, organizationId, ids)
  return new Map([...groups, ...[...accounts].map(([id, { displayName }]) => [id, displayName] as const)])
}

/** Every id that an entry's detail mentions, wherever it stands. */
function idsIn(detail: unknown): string[] {
  if (typeof detail === 'string') return /^[0-9a-f-]{36}$/.test(detail) ? [detail] : []
  if (detail === null || typeof detail !== 'object') return []
  return Object.values(detail).flatMap(idsIn)
}
