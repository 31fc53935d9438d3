import { type SelectQueryBuilder, sql } from 'kysely'
import type { MemberStatus } from '#domain/organization/role.ts'
import {
  NO_FILTERS,
  ROSTER_PAGE,
  type RosterChoices,
  type RosterFilters,
  type RosterRow,
} from '#domain/roster/roster-card.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import { listLabels } from '../athlete-attributes-store.ts'
import type { Reading } from '../db.ts'
import type { Schema } from '../schema.ts'
import { wordsWithin } from '../search-key-store.ts'

/** As many options as a menu holds. */
const CHOICES_MOST = 100

/** One page of the athletes that match, by name. */
export async function listRoster(
  db: Reading,
  organizationId: OrganizationId,
  filters: RosterFilters,
  offset: number,
  limit: number = ROSTER_PAGE,
): Promise<{ rows: RosterRow[]; total: number }> {
  const matching = filtered(db, organizationId, filters)
  const { total } = await matching
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const page = await columns(matching).limit(limit).offset(offset).execute()
  return { rows: await withDetails(db, organizationId, page), total: Number(total) }
}

/** Athletes in whose name or address each word typed occurs, by name; at most `limit`. */
export async function suggestAthletes(
  db: Reading,
  organizationId: OrganizationId,
  typed: string,
  limit: number,
): Promise<{ accountId: string; name: string; slackName: string; email: string | null }[]> {
  const rows = await filtered(db, organizationId, { ...NO_FILTERS, text: typed })
    .select(['m.account_id', 'm.nickname', 'a.display_name', 'a.email'])
    .orderBy('m.search_key')
    .orderBy('m.account_id')
    .limit(limit)
    .execute()
  return rows.map(row => ({
    accountId: row.account_id,
    name: row.nickname ?? row.display_name,
    slackName: row.display_name,
    email: row.email,
  }))
}

/** Account ids of everybody who matches, by name; at most `limit`. */
export async function listMatchingIds(
  db: Reading,
  organizationId: OrganizationId,
  filters: RosterFilters,
  limit: number,
): Promise<AccountId[]> {
  const rows = await filtered(db, organizationId, filters)
    .select('m.account_id')
    .orderBy('m.search_key')
    .limit(limit)
    .execute()
  return rows.map(row => row.account_id as AccountId)
}

/** What the roster can be narrowed to. */
export async function listRosterChoices(
  db: Reading,
  organizationId: OrganizationId,
): Promise<Omit<RosterChoices, 'coaches'>> {
  const levels = await db
    .selectFrom('memberships')
    .select('member_level')
    .distinct()
    .where('organization_id', '=', organizationId)
    .where('left_at', 'is', null)
    .where('member_level', 'is not', null)
    .orderBy('member_level')
    .limit(CHOICES_MOST)
    .execute()
  const labels = await listLabelsInUse(db, organizationId, CHOICES_MOST)
  const groups = await db
    .selectFrom('groups')
    .select(['id', 'name'])
    .where('organization_id', '=', organizationId)
    .where('deleted_at', 'is', null)
    .orderBy('name_key')
    .limit(CHOICES_MOST)
    .execute()
  return {
    levels: levels.flatMap(row => (row.member_level === null ? [] : [row.member_level])),
    labels,
    groups: groups.map(row => ({ groupId: row.id, name: row.name })),
  }
}

/** Labels in use by their keys, as one of those who carry each has it written. */
export async function listLabelsInUse(
  db: Reading,
  organizationId: OrganizationId,
  limit: number,
): Promise<{ label: string; key: string }[]> {
  const rows = await db
    .selectFrom('athlete_labels')
    .select(({ fn }) => ['label_key', fn.min('label').as('label')])
    .where('organization_id', '=', organizationId)
    .groupBy('label_key')
    .orderBy('label_key')
    .limit(limit)
    .execute()
  return rows.map(row => ({ label: row.label, key: row.label_key }))
}

function filtered(db: Reading, organizationId: OrganizationId, filters: RosterFilters) {
  let query = db
    .selectFrom('memberships as m')
    .innerJoin('membership_roles as r', 'r.membership_id', 'm.id')
    .innerJoin('accounts as a', 'a.id', 'm.account_id')
    .where('m.organization_id', '=', organizationId)
    .where('m.left_at', 'is', null)
    .where('r.role', '=', 'athlete')
  const { status, memberLevel, labelKey, coachId, groupId } = filters
  for (const isWithin of wordsWithin('m.search_key', filters.text)) query = query.where(isWithin)
  if (status !== null) query = query.where('m.status', '=', status)
  if (memberLevel !== null) query = query.where(sql`lower(m.member_level)`, '=', memberLevel.toLowerCase())
  if (labelKey !== null) {
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('athlete_labels as l')
          .where('l.organization_id', '=', organizationId)
          .where('l.label_key', '=', labelKey)
          .whereRef('l.account_id', '=', 'm.account_id')
          .select('l.label'),
      ),
    )
  }
  if (coachId !== null) {
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('coach_assignments as c')
          .where('c.organization_id', '=', organizationId)
          .where('c.coach_id', '=', coachId)
          .whereRef('c.athlete_id', '=', 'm.account_id')
          .where('c.ended_at', 'is', null)
          .select('c.id'),
      ),
    )
  }
  if (groupId !== null || filters.isInNoGroup) {
    query = query.where(({ exists, not, selectFrom }) => {
      let membership = selectFrom('group_memberships as gm')
        .innerJoin('groups as g', 'g.id', 'gm.group_id')
        .whereRef('gm.account_id', '=', 'm.account_id')
        .where('gm.organization_id', '=', organizationId)
        .where('gm.left_at', 'is', null)
        .where('g.deleted_at', 'is', null)
      if (!filters.isInNoGroup && groupId !== null) membership = membership.where('g.id', '=', groupId)
      const isIn = exists(membership.select('gm.id'))
      return filters.isInNoGroup ? not(isIn) : isIn
    })
  }
  return query
}

type Matching = SelectQueryBuilder<
  { m: Schema['memberships']; r: Schema['membership_roles']; a: Schema['accounts'] },
  'm' | 'r' | 'a',
  object
>

function columns(matching: ReturnType<typeof filtered> | Matching) {
  return (matching as Matching)
    .select(['m.account_id', 'm.status', 'm.nickname', 'm.member_level', 'a.slack_user_id', 'a.display_name'])
    .orderBy('m.search_key')
    .orderBy('m.account_id')
}

type Found = {
  account_id: string
  status: string
  nickname: string | null
  member_level: string | null
  slack_user_id: string
  display_name: string
}

async function withDetails(
  db: Reading,
  organizationId: OrganizationId,
  page: readonly Found[],
): Promise<RosterRow[]> {
  const ids = page.map(row => row.account_id as AccountId)
  const labels = await listLabels(db, organizationId, ids)
  const groups = await listGroupNamesOf(db, organizationId, ids)
  return page.map(row => ({
    accountId: row.account_id as AccountId,
    slackUserId: row.slack_user_id,
    name: row.nickname ?? row.display_name,
    status: row.status as MemberStatus,
    memberLevel: row.member_level,
    labels: labels.filter(each => each.accountId === row.account_id).map(each => each.label),
    groups: groups.filter(each => each.accountId === row.account_id).map(each => each.name),
  }))
}

/** Live groups of several athletes by name, and whether they share with them. */
export async function listGroupNamesOf(
  db: Reading,
  organizationId: OrganizationId,
  accountIds: readonly AccountId[],
): Promise<{ accountId: string; groupId: string; name: string; isShared: boolean }[]> {
  if (accountIds.length === 0) return []
  const rows = await db
    .selectFrom('group_memberships as gm')
    .innerJoin('groups as g', 'g.id', 'gm.group_id')
    .select(['gm.account_id', 'gm.is_shared', 'g.id', 'g.name'])
    .where('gm.organization_id', '=', organizationId)
    .where('gm.account_id', 'in', accountIds)
    .where('gm.left_at', 'is', null)
    .where('g.deleted_at', 'is', null)
    .orderBy('g.name_key')
    .execute()
  return rows.map(row => ({
    accountId: row.account_id,
    groupId: row.id,
    name: row.name,
    isShared: row.is_shared === 1,
  }))
}
