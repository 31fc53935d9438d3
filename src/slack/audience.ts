import type { Actor } from '#domain/organization/actor.ts'
import { isCoach } from '#domain/organization/policy.ts'
import type { Audience, Subcommand } from './kit/subcommand.ts'

/** Which commands are offered to somebody; whether they may is each use case's own business. */
export function offeredTo(actor: Actor, table: readonly Subcommand[]): Subcommand[] {
  const audiences = audiencesOf(actor)
  return table.filter(command => audiences.has(command.audience))
}

function audiencesOf(actor: Actor): ReadonlySet<Audience> {
  const audiences = new Set<Audience>(['everyone'])
  if (actor.organizationId === null) audiences.add('unclaimed')
  if (actor.kind !== 'member') return audiences
  audiences.add('member')
  if (actor.roles.has('athlete')) audiences.add('athlete')
  if (isCoach(actor)) audiences.add('coach')
  if (actor.roles.has('head-coach')) audiences.add('head-coach')
  return audiences
}
