import { listOrganizations } from '#store/organization-store.ts'
import { findClubMember } from '#store/role-store.ts'
import { setHeadCoach } from '#usecases/organization/set-head-coach.ts'
import { type Engine, perform } from '#usecases/perform.ts'

/**
 * Makes a member head coach without asking anybody: for a club whose head coach is lost. Recorded in the audit as the
 * operator's deed. Throws a sentence when that person is in no club here.
 */
export async function recoverHeadCoach(engine: Engine, slackUserId: string): Promise<string> {
  for (const { id: organizationId, name } of await listOrganizations(engine.db)) {
    if (!(await findClubMember(engine.db, organizationId, { slackUserId }))) continue
    const who = { kind: 'system', organizationId, isOperator: true } as const
    const done = await perform(engine, { who, surface: 'cli' }, setHeadCoach, { slackUserId })
    if (!done.ok) throw new Error(`${slackUserId} is head coach of ${name} already`)
    const before = done.value.beforeName
    return before === null
      ? `${done.value.name} is head coach of ${name}.`
      : `${done.value.name} is head coach of ${name}; ${before} is an assistant coach. Both are told when Astral runs.`
  }
  throw new Error(
    `${slackUserId} is a member of no club here. It must be a Slack member ID of the club: in Slack, open the person’s profile, ⋮, Copy member ID`,
  )
}
