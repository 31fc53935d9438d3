import { type RawBuilder, sql } from 'kysely'

/**
 * The name under which the club knows a member: its own name for them, else Slack's. The one place that says so, for
 * every read with `memberships as m` and `accounts as a`.
 */
export function shownName(): RawBuilder<string> {
  return sql<string>`coalesce(m.nickname, a.display_name)`
}
