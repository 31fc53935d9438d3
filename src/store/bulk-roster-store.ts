import { sql } from 'kysely'
import type { AthleteChange } from '#domain/roster/roster-import.ts'
import type { AccountId, IdSource, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Tx } from './db.ts'
import { inSlices } from './in-slices.ts'

type Described = Pick<AthleteChange, 'accountId' | 'seenVersion'> & {
  after: NonNullable<AthleteChange['after']>
}

/** Which of these are no longer as they were seen: changed, or gone from the club. */
export async function listChangedSince(
  tx: Tx,
  organizationId: OrganizationId,
  seen: readonly Pick<AthleteChange, 'accountId' | 'seenVersion'>[],
): Promise<Set<string>> {
  const versions = new Map<string, number>()
  await inSlices(seen, async slice => {
    const rows = await tx
      .selectFrom('memberships as m')
      .innerJoin('membership_roles as r', 'r.membership_id', 'm.id')
      .select(['m.account_id', 'm.attributes_version'])
      .where('m.organization_id', '=', organizationId)
      .where('m.left_at', 'is', null)
      .where('r.role', '=', 'athlete')
      .where(
        'm.account_id',
        'in',
        slice.map(each => each.accountId),
      )
      .execute()
    for (const row of rows) versions.set(row.account_id, row.attributes_version)
  })
  return new Set(
    seen.filter(each => versions.get(each.accountId) !== each.seenVersion).map(each => each.accountId),
  )
}

/** Writes name, level and labels of many over the versions that were seen; throws when one was changed in between. */
export async function updateManyAttributes(
  tx: Tx,
  organizationId: OrganizationId,
  changes: readonly Described[],
): Promise<void> {
  await inSlices(changes, async slice => {
    const wanted = sql.join(
      slice.map(
        ({ accountId, after, seenVersion }) =>
          sql`(${accountId}, ${after.nickname}, ${after.memberLevel}, cast(${seenVersion} as integer))`,
      ),
    )
    const { numAffectedRows } = await sql`
      with wanted(account_id, nickname, member_level, seen) as (values ${wanted})
      update memberships set nickname = wanted.nickname, member_level = wanted.member_level,
        attributes_version = wanted.seen + 1
      from wanted
      where memberships.account_id = wanted.account_id and memberships.organization_id = ${organizationId}
        and memberships.left_at is null and memberships.attributes_version = wanted.seen`.execute(tx)
    if (Number(numAffectedRows ?? 0) !== slice.length)
      throw new Error('a member changed within a transaction')
    await tx
      .deleteFrom('athlete_labels')
      .where('organization_id', '=', organizationId)
      .where(
        'account_id',
        'in',
        slice.map(each => each.accountId),
      )
      .execute()
  })
  const labels = changes.flatMap(({ accountId, after }) =>
    after.labels.map(({ label, key }) => ({
      organization_id: organizationId,
      account_id: accountId,
      label,
      label_key: key,
    })),
  )
  await inSlices(labels, slice => tx.insertInto('athlete_labels').values(slice).execute())
}

/** Puts many into one group, each with what they said last on sharing. Gives who was not in it before. */
export async function insertManyGroupMembers(
  tx: Tx,
  newId: IdSource,
  {
    organizationId,
    groupId,
    joinedAt,
  }: { organizationId: OrganizationId; groupId: string; joinedAt: Instant },
  accountIds: readonly string[],
): Promise<AccountId[]> {
  const added: AccountId[] = []
  await inSlices(accountIds, async slice => {
    const defaults = await tx
      .selectFrom('memberships')
      .select(['account_id', 'shares_by_default as is_shared'])
      .where('organization_id', '=', organizationId)
      .where('left_at', 'is', null)
      .where('account_id', 'in', slice)
      .execute()
    const before = await tx
      .selectFrom('group_memberships')
      .select(['account_id', 'is_shared'])
      .where('organization_id', '=', organizationId)
      .where('group_id', '=', groupId)
      .where('account_id', 'in', slice)
      .orderBy('joined_at')
      .orderBy('id')
      .execute()
    const sharing = new Map([...defaults, ...before].map(row => [row.account_id, row.is_shared]))
    const rows = await tx
      .insertInto('group_memberships')
      .values(
        slice.map(accountId => ({
          id: newId<string>(),
          organization_id: organizationId,
          group_id: groupId,
          account_id: accountId,
          is_shared: sharing.get(accountId) ?? 0,
          joined_at: joinedAt,
          left_at: null,
        })),
      )
      .onConflict(conflict => conflict.doNothing())
      .returning('account_id')
      .execute()
    added.push(...rows.map(row => row.account_id as AccountId))
  })
  return added
}

/** Puts many into one coach's care. Gives who was not in it before. */
export async function insertManyAssignments(
  tx: Tx,
  newId: IdSource,
  { organizationId, coachId, at }: { organizationId: OrganizationId; coachId: string; at: Instant },
  athleteIds: readonly string[],
): Promise<AccountId[]> {
  const added: AccountId[] = []
  await inSlices(athleteIds, async slice => {
    const rows = await tx
      .insertInto('coach_assignments')
      .values(
        slice.map(athleteId => ({
          id: newId<string>(),
          organization_id: organizationId,
          coach_id: coachId,
          athlete_id: athleteId,
          assigned_at: at,
          ended_at: null,
        })),
      )
      .onConflict(conflict => conflict.doNothing())
      .returning('athlete_id')
      .execute()
    added.push(...rows.map(row => row.athlete_id as AccountId))
  })
  return added
}
