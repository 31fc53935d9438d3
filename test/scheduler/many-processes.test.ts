import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LocalTime } from '#kernel/instant.ts'
import { connectSqlite } from '#store/connect.ts'
import { migrate } from '#store/migrate.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { perform } from '#usecases/perform.ts'
import { setSchedule } from '#usecases/schedule/set-schedule.ts'
import { testClub } from '../fixtures/test-club.ts'
import { by, countingIds, TEST_NOW, type TestEngine } from '../fixtures/test-engine.ts'

describe('several processes on one file', () => {
  let folder: string
  let path: string
  let engine: TestEngine

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'astral-turns-'))
    path = join(folder, 'club.db')
    const db = connectSqlite(path)
    await migrate(db)
    engine = {
      db,
      businessNow: () => TEST_NOW,
      realNow: () => TEST_NOW,
      newId: countingIds(),
      auditKey: new Uint8Array(32).fill(7),
      wakeOutbox: () => {},
      setNow: () => {},
      close: () => db.destroy(),
    }
  })
  afterEach(async () => {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('give each week one turn between them', async () => {
    const club = await testClub(engine)
    for (const name of ['One', 'Two']) {
      const group = await perform(engine, by(club.headCoach), createGroup, {
        name,
        description: '',
        privacy: 'public',
      })
      if (!group.ok) throw new Error('no group')
      await perform(engine, by(club.headCoach), setSchedule, {
        groupId: group.value.id,
        // A channel takes one weekly board.
        channelId: `C0${name.toUpperCase()}`,
        weekday: 1,
        time: '08:00' as LocalTime,
        zone: null,
        metric: null,
      })
    }
    const mondays = ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-28']
    const instants = mondays.map(day => Date.parse(`${day}T07:00:00Z`))
    await Promise.all([1, 2, 3].map(() => tickInThread(instants)))
    const turns = await engine.db.selectFrom('occurrences').select('local_on').execute()
    expect(turns).toHaveLength(2 * 6)
    const rows = await engine.db.selectFrom('outbox').select(['kind', 'dedupe_key']).execute()
    // Threads run ahead of one another, so which of the weeks are missed is chance; that each has one turn is not.
    expect(new Set(rows.map(row => row.dedupe_key)).size).toBe(rows.length)
    const posted = await engine.db
      .selectFrom('occurrences')
      .select('local_on')
      .where('state', '=', 'posting')
      .execute()
    expect(rows.filter(row => row.kind === 'leaderboard')).toHaveLength(posted.length)
    const audited = await engine.db
      .selectFrom('audit_entries')
      .select('seq')
      .where('action', 'like', 'occurrence.%')
      .execute()
    expect(audited).toHaveLength(turns.length)
  })

  function tickInThread(instants: number[]): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const worker = new Worker(new URL('./ticking-worker.ts', import.meta.url), {
      workerData: { path, instants },
    })
    worker.once('error', reject)
    worker.once('exit', code => (code === 0 ? resolve() : reject(new Error(`a thread left with ${code}`))))
    return promise
  }
})
