import type { Connection } from '#domain/connection/connection.ts'
import { type NotAMember, requireMember } from '#domain/organization/policy.ts'
import type { Instant, Zone } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listConnections } from '#store/connection-store.ts'
import type { UnitOfReading } from '../ask.ts'

export type OwnConnections = { connections: Connection[]; isAthlete: boolean; now: Instant; zone: Zone }

/** What somebody has connected; suspended members may look at theirs too. */
export async function listOwnConnections(
  { db, actor, now }: UnitOfReading,
  _input: Record<string, never>,
): Promise<Result<OwnConnections, NotAMember>> {
  const member = requireMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId, roles, zone } = member.value
  const connections = await listConnections(db, organizationId, accountId)
  return ok({ connections, isAthlete: roles.has('athlete'), now, zone })
}
