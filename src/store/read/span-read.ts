import { sql } from 'kysely'
import type { AccountId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'
import { type BoardQuestion, maySee } from './board-store.ts'
import { listedSubTypes } from './listed-sub-types.ts'

/** `until` is no longer in it. */
export type Span = { from: Instant; until: Instant }

/**
 * How long each present member ran in each of the spans, in milliseconds and in the spans' order, as boards over them
 * would say: who was not in the group at a span's end has 0 there. In one pass over the members' activities.
 */
export async function findSpanDurations(
  db: Reading,
  question: Omit<BoardQuestion, 'from' | 'until'>,
  spans: readonly Span[],
): Promise<Map<AccountId, number[]>> {
  if (spans.length === 0) return new Map()
  const { organizationId, groupId, care } = question
  const first = Math.min(...spans.map(({ from }) => from))
  const end = Math.max(...spans.map(({ until }) => until))
  const assignment = care
    ? sql`left join coach_assignments as c on c.organization_id = gm.organization_id and c.athlete_id = gm.account_id
        and c.coach_id = ${care.coachId} and c.ended_at is null`
    : sql``
  const sums = spans.map(
    ({ from, until }, at) => sql`case when ${wasIn(until)} then sum(
      case when act.started_at >= ${from} and act.started_at < ${until} then act.duration_ms end
    ) end as ${sql.ref(`span_${at}`)}`,
  )
  const { rows } = await sql<{ account_id: string } & Record<`span_${number}`, number | null>>`
    select gm.account_id, ${sql.join(sums)}
    from group_memberships as gm ${assignment}
    cross join activities as act
    where gm.organization_id = ${organizationId}
      and gm.group_id = ${groupId}
      and gm.left_at is null
      and act.account_id = gm.account_id
      and act.started_at >= ${first}
      and act.started_at < ${end}
      and act.organization_id = ${organizationId}
      and act.sub_type in (${listedSubTypes(question.subTypes)})
      -- Strava's API terms: on no board.
      and act.source <> 'strava'
      and ${maySee(question)}
    group by gm.account_id`.execute(db)
  return new Map(
    rows.map(row => [row.account_id as AccountId, spans.map((_, at) => Number(row[`span_${at}`] ?? 0))]),
  )
}

function wasIn(until: Instant) {
  return sql`(gm.joined_at < ${until} or exists (
    select 1 from group_memberships as past
    where past.organization_id = gm.organization_id
      and past.group_id = gm.group_id
      and past.account_id = gm.account_id
      and past.joined_at < ${until}
      and past.left_at >= ${until}
  ))`
}
