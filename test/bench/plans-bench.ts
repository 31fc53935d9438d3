import { performance } from 'node:perf_hooks'
import { addDays } from '#domain/calendar/local-day.ts'
import { examplePlans } from '#domain/plan/template/example-plans.ts'
import { instant, localDay } from '#kernel/instant.ts'
import { listSessionsOf } from '#store/read/session-read.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { perform } from '#usecases/perform.ts'
import { assignPlan } from '#usecases/plan/assign-plan.ts'
import { createPlan } from '#usecases/plan/create-plan.ts'
import { readShareOfPlan } from '#usecases/plan/read-adherence.ts'
import { joinClub, putInGroup, testClub } from '../fixtures/test-club.ts'
import { by, testEngine } from '../fixtures/test-engine.ts'
import { putRun } from '../fixtures/test-runs.ts'
import type { BenchRow } from './bench-row.ts'

const ATHLETES = 500
const ROUNDS = 201
const KEPT_ROUNDS = 31
const MONDAY = localDay('2026-11-23')
/** What the assignment of sixteen weeks to five hundred may take. */
const LIMIT_MS = 2_000

/** Sixteen weeks for a group of 500 in one transaction, and one athlete's week against one bare query for its days. */
export async function plansBench(): Promise<BenchRow[]> {
  const engine = await testEngine()
  const club = await testClub(engine)
  const group = { name: 'All', description: '', privacy: 'public' } as const
  const made = await perform(engine, by('UHEAD'), createGroup, group)
  const content = examplePlans()[2]
  if (!made.ok || !content) throw new Error('nothing to assign')
  let last = club.accounts.UANA
  const athletes: (typeof last)[] = []
  for (let n = 0; n < ATHLETES; n += 1) {
    last = await joinClub(engine, club, `U${n}`, `Runner ${n}`)
    await putInGroup(engine, club, made.value.id, last)
    athletes.push(last)
  }
  const plan = await perform(engine, by('UHEAD'), createPlan, { ...content, visibility: 'public' })
  if (!plan.ok) throw new Error(plan.refusal.code)
  const { id: planId, versionId } = plan.value.plan
  const begun = performance.now()
  const assigned = await perform(engine, by('UHEAD'), assignPlan, {
    planId,
    seenVersionId: versionId,
    athletes: [],
    groupId: made.value.id,
    start: { kind: 'start', on: MONDAY },
    onConflict: null,
  })
  const assigningMs = performance.now() - begun
  if (!assigned.ok) throw new Error(assigned.refusal.code)
  const from = addDays(MONDAY, 56)
  const week = () => listSessionsOf(engine.db, club.organizationId, last, from, addDays(from, 6))
  const bare = () =>
    engine.db
      .selectFrom('plan_days')
      .selectAll()
      .where('organization_id', '=', club.organizationId)
      .where('version_id', '=', versionId)
      .where('day_index', '>=', 56)
      .where('day_index', '<=', 62)
      .execute()
  const [our, their]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    our.push(await millisecondsOf(week))
    their.push(await millisecondsOf(bare))
  }
  const [ours, peer] = [median(our), median(their)]
  const kept = await keptWeek()
  await engine.close()
  return [
    {
      name: '16 weeks to a group of 500, against the limit',
      ours: assigningMs,
      peer: LIMIT_MS,
      ratio: assigningMs / LIMIT_MS,
      unit: 'ms',
    },
    {
      name: 'one athlete’s planned week, against its days alone',
      ours,
      peer,
      ratio: ours / peer,
      unit: 'ms',
    },
    {
      name: 'how 500 athletes kept a week, against the bare SQL of their plans and runs',
      ours: kept.ours,
      peer: kept.peer,
      ratio: kept.ours / kept.peer,
      unit: 'ms',
    },
  ]

  /** Four runs each in the week, matched with what was planned; the floor reads the same rows and does nothing with them. */
  async function keptWeek(): Promise<{ ours: number; peer: number }> {
    for (const accountId of athletes) {
      for (const day of [1, 2, 5, 6]) {
        await putRun(engine, club, accountId, `${addDays(from, day)}T06:00:00Z`, { km: 5 + day })
      }
    }
    const to = addDays(from, 6)
    const wanted = {
      organizationId: club.organizationId,
      accountIds: athletes,
      from,
      to,
      now: instant(Date.parse(addDays(from, 7))),
      sees: () => true,
    }
    const rowsAlone = async () => {
      await engine.db
        .selectFrom('enrollments')
        .selectAll()
        .where('organization_id', '=', club.organizationId)
        .where('account_id', 'in', athletes)
        .execute()
      await engine.db
        .selectFrom('activities')
        .select(['id', 'account_id', 'local_on', 'sub_type', 'distance_cm', 'duration_ms', 'visibility'])
        .where('organization_id', '=', club.organizationId)
        .where('account_id', 'in', athletes)
        .where('local_on', '>=', from)
        .where('local_on', '<=', to)
        .execute()
    }
    const [our, their]: [number[], number[]] = [[], []]
    for (let round = 0; round < KEPT_ROUNDS; round += 1) {
      our.push(await millisecondsOf(() => readShareOfPlan(engine.db, wanted)))
      their.push(await millisecondsOf(rowsAlone))
    }
    return { ours: median(our), peer: median(their) }
  }
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
