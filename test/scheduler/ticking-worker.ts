import { workerData } from 'node:worker_threads'
import { type Instant, instant } from '#kernel/instant.ts'
import { createScheduler } from '#scheduler/scheduler.ts'
import { connectSqlite } from '#store/connect.ts'
import { uuidv7Source } from '../../src/uuidv7.ts'
import { silentLogger } from '../fixtures/silent-logger.ts'

const { path, instants } = workerData as { path: string; instants: number[] }
const db = connectSqlite(path)
let now: Instant = instant(instants[0] ?? 0)
const scheduler = createScheduler(
  {
    db,
    businessNow: () => now,
    realNow: () => now,
    newId: uuidv7Source(() => now),
    auditKey: new Uint8Array(32).fill(7),
    wakeOutbox: () => {},
  },
  { logger: silentLogger },
)
for (const at of instants) {
  now = instant(at)
  await Promise.all([scheduler.tick(), scheduler.tick()])
}
await db.destroy()
