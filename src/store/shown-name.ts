import { type RawBuilder, sql } from 'kysely'
import type { OrganizationId } from '#kernel/ids.ts'

/**
 * The name under which the club knows a member: its own name for them, else Slack's. One rule for every name that is
 * printed inside the organization; here for every read with `memberships as m` and `accounts as a`.
 */
export function shownName(): RawBuilder<string> {
  return sql<string>`coalesce(m.nickname, a.display_name)`
}

/** The same for an account under another alias, whose membership the read does not join; who left has Slack's name. */
export function shownNameOf<Name extends string | null = string>(
  alias: string,
  organizationId: OrganizationId,
): RawBuilder<Name> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql<Name>`coalesce((
    select own.nickname from memberships as own
    where own.account_id = ${column('id')} and own.organization_id = ${organizationId} and own.left_at is null
  ), ${column('display_name')})`
}
