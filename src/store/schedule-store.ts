import type { Schedule } from '#domain/schedule/schedule.ts'
import type { AccountId, GroupId, OrganizationId, ScheduleId, SlackChannelId } from '#kernel/ids.ts'
import type { Instant, LocalTime, Zone } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import type { SchedulesTable } from './schema-posting.ts'

/** Inserts a schedule. Throws when the group has one in that channel: `findLiveSchedule` in the same transaction. */
export async function insertSchedule(tx: Tx, schedule: Schedule): Promise<void> {
  await tx.insertInto('schedules').values(rowOf(schedule)).execute()
}

export async function updateSchedule(tx: Tx, schedule: Schedule): Promise<void> {
  await tx
    .updateTable('schedules')
    .set(rowOf(schedule))
    .where('organization_id', '=', schedule.organizationId)
    .where('id', '=', schedule.id)
    .execute()
}

export async function findSchedule(
  db: Reading,
  organizationId: OrganizationId,
  id: string,
): Promise<Schedule | undefined> {
  const row = await db
    .selectFrom('schedules')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && scheduleOf(row)
}

/** The schedule of a group in a channel that has not ended. */
export async function findLiveSchedule(
  db: Reading,
  organizationId: OrganizationId,
  groupId: GroupId,
  channelId: string,
): Promise<Schedule | undefined> {
  const row = await db
    .selectFrom('schedules')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('group_id', '=', groupId)
    .where('channel_id', '=', channelId)
    .where('state', '<>', 'ended')
    .executeTakeFirst()
  return row && scheduleOf(row)
}

/** Schedules of live groups that have not ended, oldest first. */
export async function listLiveSchedules(db: Reading, organizationId: OrganizationId): Promise<Schedule[]> {
  const rows = await ofLiveGroups(db)
    .where('s.organization_id', '=', organizationId)
    .where('s.state', '<>', 'ended')
    .orderBy('s.id')
    .execute()
  return rows.map(scheduleOf)
}

export type ScheduleTurn = { schedule: Schedule; lastTurnDueAt: Instant | null }

/** Every active schedule of every club, with when its latest occurrence was due. */
export async function listActiveSchedules(db: Reading): Promise<ScheduleTurn[]> {
  const rows = await ofLiveGroups(db)
    .where('s.state', '=', 'active')
    .select(expression =>
      expression
        .selectFrom('occurrences as o')
        .whereRef('o.schedule_id', '=', 's.id')
        .select(inner => inner.fn.max('o.due_at').as('last'))
        .as('last_due_at'),
    )
    .orderBy('s.id')
    .execute()
  return rows.map(row => ({
    schedule: scheduleOf(row),
    lastTurnDueAt: row.last_due_at as Instant | null,
  }))
}

function ofLiveGroups(db: Reading) {
  return db
    .selectFrom('schedules as s')
    .innerJoin('groups as g', join => join.onRef('g.id', '=', 's.group_id').on('g.deleted_at', 'is', null))
    .selectAll('s')
}

function rowOf(schedule: Schedule): SchedulesTable {
  return {
    id: schedule.id,
    organization_id: schedule.organizationId,
    group_id: schedule.groupId,
    channel_id: schedule.channelId,
    kind: schedule.kind,
    metric: schedule.metric,
    weekday: schedule.weekday,
    local_time: schedule.time,
    zone: schedule.zone,
    catch_up_hours: schedule.catchUpHours,
    active_from: schedule.activeFrom,
    state: schedule.state,
    pause_reason: schedule.pauseReason,
    set_by: schedule.setBy,
    created_at: schedule.createdAt,
    updated_at: schedule.updatedAt,
  }
}

function scheduleOf(row: SchedulesTable): Schedule {
  return {
    id: row.id as ScheduleId,
    organizationId: row.organization_id as OrganizationId,
    groupId: row.group_id as GroupId,
    channelId: row.channel_id as SlackChannelId,
    kind: row.kind as Schedule['kind'],
    metric: row.metric,
    weekday: row.weekday,
    time: row.local_time as LocalTime,
    zone: row.zone as Zone,
    catchUpHours: row.catch_up_hours,
    activeFrom: row.active_from as Instant,
    state: row.state as Schedule['state'],
    pauseReason: row.pause_reason,
    setBy: row.set_by as AccountId,
    createdAt: row.created_at as Instant,
    updatedAt: row.updated_at as Instant,
  }
}
