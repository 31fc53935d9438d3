import type { Role } from '#domain/organization/role.ts'
import type { AccountId } from '#kernel/ids.ts'
import { ask } from '#usecases/ask.ts'
import { listRoster } from '#usecases/roster/list-roster.ts'
import { joinClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, testEngine } from '../fixtures/test-engine.ts'
import type { BenchRow } from './bench-row.ts'

const ATHLETES = 2_000
const GROUPS = 200
const ROUNDS = 41

/** A page of a roster of 2,000 athletes in 200 groups, against one bare query for the names on it, in turns. */
export async function rosterBench(): Promise<BenchRow[]> {
  const engine = await testEngine()
  const club = await testClub(engine)
  const athletes: AccountId[] = []
  for (let n = 0; n < ATHLETES; n += 1) {
    athletes.push(await joinClub(engine, club, `U${n}`, `Runner ${n}`, ['athlete'] satisfies Role[]))
  }
  await engine.db.transaction().execute(async tx => {
    for (let n = 0; n < GROUPS; n += 1) {
      await tx
        .insertInto('groups')
        .values({
          id: `g${n}`,
          organization_id: club.organizationId,
          name: `Group ${n}`,
          name_key: `group ${n}`,
          description: '',
          privacy: 'public',
          owner_id: club.accounts.UHEAD,
          version: 1,
          created_at: TEST_NOW,
          updated_at: TEST_NOW,
          deleted_at: null,
        })
        .execute()
    }
    for (const [n, accountId] of athletes.entries()) {
      await tx
        .insertInto('group_memberships')
        .values({
          id: `m${n}`,
          organization_id: club.organizationId,
          group_id: `g${n % GROUPS}`,
          account_id: accountId,
          is_shared: 1,
          joined_at: TEST_NOW,
          left_at: null,
        })
        .execute()
    }
  })
  const { who } = by('UHEAD')
  const bare = () =>
    engine.db
      .selectFrom('memberships as m')
      .innerJoin('accounts as a', 'a.id', 'm.account_id')
      .select(['a.id', 'a.display_name'])
      .where('m.organization_id', '=', club.organizationId)
      .orderBy('a.display_name')
      .limit(15)
      .execute()
  const rows = [
    await compare('roster, first page of 2,000', () => ask(engine, who, listRoster, {}), bare),
    await compare('roster, last page of 2,000', () => ask(engine, who, listRoster, { offset: 1_995 }), bare),
    await compare(
      'roster, 2,000 searched by name',
      () => ask(engine, who, listRoster, { filters: { text: 'runner 19' } }),
      bare,
    ),
  ]
  await engine.close()
  return rows
}

/** Median milliseconds of each, in turns, so that what else the machine does falls on both. */
async function compare(
  name: string,
  ours: () => Promise<unknown>,
  peer: () => Promise<unknown>,
): Promise<BenchRow> {
  const [our, their]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    our.push(await millisecondsOf(ours))
    their.push(await millisecondsOf(peer))
  }
  return { name, ours: median(our), peer: median(their), ratio: median(our) / median(their), unit: 'ms' }
}

async function millisecondsOf(act: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await act()
  return performance.now() - startedAt
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
