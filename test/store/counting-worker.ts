import { workerData } from 'node:worker_threads'
import { sql } from 'kysely'
import { connectSqlite } from '#store/connect.ts'

const { path, rounds } = workerData as { path: string; rounds: number }
const db = connectSqlite(path)
for (let round = 0; round < rounds; round++) {
  await db.transaction().execute(async tx => {
    const { rows } = await sql<{ counted: number }>`select counted from counters`.execute(tx)
    const counted = rows[0]?.counted ?? 0
    await sql`update counters set counted = ${counted + 1}`.execute(tx)
  })
}
await db.destroy()
