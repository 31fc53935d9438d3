import { createHash } from 'node:crypto'
import type { PersonFacts } from '#domain/invitation/invitation.ts'
import type { ClaimRefusal } from '#domain/refusal.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import type { Zone } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { markClaimCodeUsed } from '#store/claim-code-store.ts'
import type { Tx } from '#store/db.ts'
import { insertMembership } from '#store/membership-store.ts'
import {
  findHeadCoach,
  getOrganization,
  insertOrganization,
  type Organization,
} from '#store/organization-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { accountOfPerson } from './account-of-person.ts'

export type ClaimOrganization = { code: string; teamName: string; person: PersonFacts }

/** Whoever has the one-time code becomes head coach, and the workspace a club. */
export async function claimOrganization(
  { tx, actor, now, newId }: UnitOfWork,
  { code, teamName, person }: ClaimOrganization,
): Promise<Result<Done<Organization>, ClaimRefusal>> {
  if (
    actor.kind !== 'stranger' ||
    (actor.organizationId && (await findHeadCoach(tx, actor.organizationId)))
  ) {
    return refuse({ code: 'already-claimed' })
  }
  if (!(await markClaimCodeUsed(tx, hashOfClaimCode(code), now))) return refuse({ code: 'claim-code-wrong' })
  const organization = actor.organizationId
    ? await getOrganization(tx, actor.organizationId)
    : await foundOrganization(tx, {
        id: newId<OrganizationId>(),
        slackTeamId: actor.slackTeamId,
        name: teamName,
        zone: person.zone as Zone,
        isDemo: false,
        createdAt: now,
      })
  const accountId = await accountOfPerson({ tx, now, newId }, actor.slackTeamId, person)
  await insertMembership(tx, newId, {
    organizationId: organization.id,
    accountId,
    roles: ['head-coach'],
    sharesByDefault: false,
    joinedAt: now,
  })
  return ok({
    value: organization,
    events: [
      {
        type: 'organization.claimed',
        organizationId: organization.id,
        target: { kind: 'organization', id: organization.id },
        subjectId: accountId,
        isVisibleToSubject: true,
        before: null,
        after: { name: organization.name, headCoachId: accountId },
      },
    ],
  })
}

async function foundOrganization(tx: Tx, organization: Organization): Promise<Organization> {
  await insertOrganization(tx, organization)
  return organization
}

/** The code is stored only as its SHA-256, letter case, dashes and spaces forgiven. */
export function hashOfClaimCode(code: string): string {
  return createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))
    .digest('hex')
}
