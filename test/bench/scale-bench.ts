import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { boardScope } from '#domain/privacy/board-scope.ts'
import { sumScope } from '#domain/privacy/sum-scope.ts'
import { DAY_MS, instant } from '#kernel/instant.ts'
import { connectSqlite } from '#store/connect.ts'
import type { Db } from '#store/db.ts'
import { findBoardFacts } from '#store/read/board-store.ts'
import { findDaySums, findGroupSums } from '#store/read/stats-read.ts'
import type { BenchRow } from './bench-row.ts'
import { GROUP_SIZES, type GroupSize, groupOf, SCALE_CLUB, SCALE_END, writeScaleFile } from './scale-file.ts'
import { BOARD_BY_HAND, DAYS_BY_HAND, SUMS_BY_HAND } from './scale-sql.ts'

/** `SCALE=100000,1000000 npm run bench -- scale` leaves the large file out, which takes 3 GB and a minute to write. */
const HISTORIES = (process.env.SCALE ?? '100000,1000000,10000000').split(',').map(Number)
const WINDOW_DAYS = 7
/** Rounds before it is measured: then the week's pages are in memory. */
const WARM_UPS = 3
const ROUNDS: Record<GroupSize, number> = { 20: 201, 500: 41, 10000: 15 }

/** A file of `writeScaleFile`, opened by us and by the peer, and how many activities it holds. */
type History = { activities: number; db: Db; file: Database.Database }
type Question = { name: string; ours: () => Promise<unknown>; peer: () => unknown }

/**
 * What a group's leaderboard and stats cost over a week, against SQL written by hand over the same file; and over the
 * longest history against the shortest, which holds the very same week. All take turns.
 */
export async function scaleBench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'astral-scale-'))
  try {
    const paths = []
    for (const activities of HISTORIES)
      paths.push({ activities, path: await writeScaleFile(folder, activities) })
    return await measureScale(paths)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function measureScale(
  paths: readonly { activities: number; path: string }[],
): Promise<BenchRow[]> {
  const histories = paths.map(({ activities, path }): History => {
    const file = new Database(path, { readonly: true })
    file.pragma('cache_size = -65536')
    return { activities, db: connectSqlite(path), file }
  })
  const rows: BenchRow[] = []
  for (const size of GROUP_SIZES) {
    const asked = histories.map(history => ({ history, questions: questionsOf(history, size) }))
    for (const [at, { name }] of (asked[0]?.questions ?? []).entries()) {
      const turns = asked.flatMap(({ questions }) => questions.slice(at, at + 1))
      rows.push(...rowsOf(name, histories, await inTurns(turns, ROUNDS[size])))
    }
  }
  for (const { db, file } of histories) {
    file.close()
    await db.destroy()
  }
  return rows
}

function rowsOf(
  name: string,
  histories: readonly History[],
  medians: { ours: number; peer: number }[],
): BenchRow[] {
  const millions = (at: number) => `${(histories[at]?.activities ?? 0) / 1e6} million`
  const rows = medians.map(({ ours, peer }, at) => {
    return { name: `${name}, of ${millions(at)}`, ours, peer, ratio: ours / peer, unit: 'ms' }
  })
  const [first, last] = [medians[0], medians.at(-1)]
  if (!first || !last || first === last) return rows
  const growth = `${name}, ${millions(medians.length - 1)} against ${millions(0)}`
  return [
    ...rows,
    { name: growth, ours: last.ours, peer: first.ours, ratio: last.ours / first.ours, unit: 'ms' },
  ]
}

function questionsOf({ db, file }: History, size: GroupSize): Question[] {
  const from = instant(SCALE_END - WINDOW_DAYS * DAY_MS)
  const range = { organizationId: SCALE_CLUB, from, until: SCALE_END }
  const board = { ...range, groupId: groupOf(size), scope: boardScope('teammate', 'channel'), readerId: null }
  const stats = { ...range, groupIds: [groupOf(size)], scope: sumScope('coach', 'private') }
  const days = [{ from, index: 0, days: WINDOW_DAYS }]
  const byHand = (text: string) => {
    const statement = file.prepare(text)
    return () => statement.all({ club: SCALE_CLUB, group: groupOf(size), from, until: SCALE_END })
  }
  return [
    { name: `leaderboard of ${size}`, ours: () => findBoardFacts(db, board), peer: byHand(BOARD_BY_HAND) },
    { name: `sums of ${size}`, ours: () => findGroupSums(db, stats), peer: byHand(SUMS_BY_HAND) },
    { name: `daily sums of ${size}`, ours: () => findDaySums(db, stats, days), peer: byHand(DAYS_BY_HAND) },
  ]
}

/** Median milliseconds of each. Whoever goes first changes from round to round, since the second finds what the first has read. */
async function inTurns(
  questions: readonly Question[],
  rounds: number,
): Promise<{ ours: number; peer: number }[]> {
  const kept = questions.map(() => ({ ours: [] as number[], peer: [] as number[] }))
  for (let round = -WARM_UPS; round < rounds; round += 1) {
    for (const [at, { ours, peer }] of questions.entries()) {
      const isFirst = round % 2 === 0
      const before = isFirst ? await millisecondsOf(ours) : null
      const their = await millisecondsOf(peer)
      const our = before ?? (await millisecondsOf(ours))
      if (round < 0) continue
      kept[at]?.ours.push(our)
      kept[at]?.peer.push(their)
    }
  }
  return kept.map(({ ours, peer }) => ({ ours: median(ours), peer: median(peer) }))
}

async function millisecondsOf(act: () => unknown): Promise<number> {
  const startedAt = performance.now()
  await act()
  return performance.now() - startedAt
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
