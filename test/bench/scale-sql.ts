/** The least that gives the same answers, written by hand for SQLite and prepared once; the bench's peers. */

const RUNS = `'easy-run', 'long-run', 'tempo', 'interval', 'race', 'trail-run', 'treadmill', 'recovery'`

const COUNTED = `
  gm.organization_id = @club and gm.group_id = @group and gm.left_at is null
  and (gm.joined_at < @until or exists (
    select 1 from group_memberships as past
    where past.group_id = gm.group_id and past.account_id = gm.account_id
      and past.joined_at < @until and past.left_at >= @until
  ))`

const RAN = `
  act.account_id = gm.account_id and act.started_at >= @from and act.started_at < @until
  and act.organization_id = @club and act.sub_type in (${RUNS}) and act.source <> 'strava'`

const MEMBERS = `
  group_memberships as gm
  cross join memberships as m on m.account_id = gm.account_id and m.organization_id = gm.organization_id
    and m.left_at is null and m.status = 'active'
  cross join membership_roles as r on r.membership_id = m.id and r.role = 'athlete'
  left join privacy_settings as p on p.organization_id = gm.organization_id and p.account_id = gm.account_id`

/** A channel's board: every member with sums and switches, by name. */
export const BOARD_BY_HAND = `
  with sums as materialized (
    select gm.account_id, count(*) as activities, sum(act.distance_cm) as distance_cm, sum(act.duration_ms) as duration_ms,
      sum(act.climb_cm) as climb_cm, sum(act.vdot_load_milli) as load_milli, count(distinct act.local_on) as active_days
    from group_memberships as gm cross join activities as act
    where gm.organization_id = @club and gm.group_id = @group and gm.left_at is null
      and ${RAN} and act.visibility = 'share'
    group by gm.account_id
  )
  select gm.account_id, gm.is_shared, coalesce(m.nickname, a.display_name) as display_name,
    p.is_shown, p.with_coach, p.on_leaderboards, p.shows_pace, p.shows_heart_rate, p.shows_race_goal, p.shows_profile,
    sums.activities, sums.distance_cm, sums.duration_ms, sums.climb_cm, sums.load_milli, sums.active_days
  from ${MEMBERS}
  join accounts as a on a.id = gm.account_id
  left join sums on sums.account_id = gm.account_id
  where ${COUNTED}
  order by +m.search_key, gm.account_id`

/** A coach's sums: the club's switch is the only one that binds coaches. */
export const SUMS_BY_HAND = `
  select count(distinct gm.account_id) as total, count(distinct act.account_id) as active,
    count(act.started_at) as activities, sum(act.distance_cm) as distance_cm, sum(act.duration_ms) as duration_ms
  from ${MEMBERS}
  left join activities as act on ${RAN} and act.visibility in ('share', 'coach-only') and coalesce(p.is_shown, 1) = 1
  where ${COUNTED}
  group by gm.group_id`

export const DAYS_BY_HAND = `
  select (act.started_at - cast(@from as integer)) / 86400000 as day, count(distinct act.account_id) as active,
    count(*) as activities, sum(act.distance_cm) as distance_cm, sum(act.duration_ms) as duration_ms
  from ${MEMBERS}
  cross join activities as act on ${RAN} and act.visibility in ('share', 'coach-only')
  where ${COUNTED} and coalesce(p.is_shown, 1) = 1
  group by day`
