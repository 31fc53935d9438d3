import type { InvitedPlan, InvitedPlanCard, InvitedPlanOutcome } from '#domain/invitation/invited-plan.ts'
import type { OrganizationId, PlanId } from '#kernel/ids.ts'
import type { LocalDay } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'

/** What an invitation of any kind, or a code, brings with it. */
export async function insertInvitedPlan(
  tx: Tx,
  organizationId: OrganizationId,
  invitationId: string,
  plan: InvitedPlan,
  outcome: InvitedPlanOutcome | null = null,
): Promise<void> {
  await tx
    .insertInto('invited_plans')
    .values({
      organization_id: organizationId,
      invitation_id: invitationId,
      plan_id: plan.planId,
      start_on: plan.startOn,
      race_on: plan.raceOn,
      outcome,
    })
    .execute()
}

/** Keeps what became of it, and from when it truly runs. */
export async function updateInvitedPlan(
  tx: Tx,
  organizationId: OrganizationId,
  invitationId: string,
  settled: { outcome: InvitedPlanOutcome; startOn: LocalDay },
): Promise<void> {
  await tx
    .updateTable('invited_plans')
    .set({ outcome: settled.outcome, start_on: settled.startOn })
    .where('organization_id', '=', organizationId)
    .where('invitation_id', '=', invitationId)
    .execute()
}

export async function findInvitedPlan(
  db: Reading,
  organizationId: OrganizationId,
  invitationId: string,
): Promise<InvitedPlan | undefined> {
  const row = await db
    .selectFrom('invited_plans')
    .select(['plan_id', 'start_on', 'race_on'])
    .where('organization_id', '=', organizationId)
    .where('invitation_id', '=', invitationId)
    .executeTakeFirst()
  return (
    row && {
      planId: row.plan_id as PlanId,
      startOn: row.start_on as LocalDay,
      raceOn: row.race_on as LocalDay | null,
    }
  )
}

/** What is said of it; null without one, and while nobody accepted also when the plan was archived. */
export async function findInvitedPlanCard(
  db: Reading,
  organizationId: OrganizationId,
  invitationId: string,
): Promise<InvitedPlanCard | null> {
  const row = await db
    .selectFrom('invited_plans as i')
    .innerJoin('plans as p', join =>
      join.onRef('p.id', '=', 'i.plan_id').onRef('p.organization_id', '=', 'i.organization_id'),
    )
    .where('i.organization_id', '=', organizationId)
    .where('i.invitation_id', '=', invitationId)
    .select(['p.title', 'p.weeks', 'p.archived_at', 'i.start_on', 'i.race_on', 'i.outcome'])
    .executeTakeFirst()
  if (!row || (row.outcome === null && row.archived_at !== null)) return null
  return {
    title: row.title,
    weeks: row.weeks,
    startOn: row.start_on as LocalDay,
    raceOn: row.race_on as LocalDay | null,
    outcome: row.outcome as InvitedPlanOutcome | null,
  }
}
