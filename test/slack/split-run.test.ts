import { afterEach, beforeEach, expect, it } from 'vitest'
import { decodeActivityFile } from '#ingest/decode-activity-file.ts'
import type { FileDecoder } from '#ingest/ingest-pool.ts'
import { packFile } from '#ingest/pack-file.ts'
import type { ActivityId } from '#kernel/ids.ts'
import { DAY_MS, instant } from '#kernel/instant.ts'
import { runAfterwardsActions } from '#slack/actions/run-afterwards.ts'
import { findLoad } from '#store/load-store.ts'
import { logFile } from '#usecases/activity/log-file.ts'
import { perform } from '#usecases/perform.ts'
import { RUN_ACTIONS } from '#views/run-actions.ts'
import { encodeFitRun } from '../activity-files/encode-fit.ts'
import { encodeGpxRun } from '../activity-files/encode-gpx.ts'
import { slackContext } from '../fixtures/slack-context.ts'
import { type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

const inThisThread: FileDecoder = {
  decode: async (bytes, name) => decodeActivityFile(bytes, name),
  close: async () => {},
}
const RUN = {
  startedAt: instant(TEST_NOW - DAY_MS),
  distanceMeters: 8_000,
  durationSeconds: 2_700,
  heartRate: 150,
}

let engine: TestEngine
let club: TestClub
beforeEach(async () => {
  engine = await testEngine()
  club = await testClub(engine)
})
afterEach(() => engine.close())

async function drop(bytes: Uint8Array) {
  const decoded = decodeActivityFile(bytes, 'run')
  if (!decoded.ok) throw new Error(decoded.refusal.code)
  const { format, sha256, activities } = decoded.value
  const packed = await packFile(bytes)
  const file = { sha256, format, sizeBytes: bytes.length, packed }
  const done = await perform(engine, by(club.ana), logFile, {
    source: format,
    sha256,
    activities,
    note: '',
    file,
  })
  if (!done.ok) throw new Error(done.refusal.code)
  return done.value
}

function press(value: string) {
  const button = runAfterwardsActions.find(action => action.actionId === RUN_ACTIONS.split)
  if (!button) throw new Error('no such button')
  return button.press(slackContext(engine, club.ana, { decoder: inThisThread }), value)
}

it.each([
  ['FIT', 'GPX', [encodeFitRun(RUN), encodeGpxRun(RUN)]],
  ['GPX', 'FIT', [encodeGpxRun(RUN), encodeFitRun(RUN)]],
] as const)('reckons both runs from their own recordings again: %s, then %s', async (_one, _two, files) => {
  await drop(files[0])
  const { merged } = await drop(files[1])
  const [{ activity, originId }] = [merged[0] ?? { activity: null, originId: '' }]
  const pressed = await press(JSON.stringify({ id: activity?.id, originId }))
  expect(pressed.say?.text).toContain('They are two runs again')
  const who = { organizationId: club.organizationId, athleteId: club.accounts.UANA }
  const rows = await engine.db.selectFrom('activities').select('id').execute()
  const loads = await Promise.all(rows.map(row => findLoad(engine.db, who, row.id as ActivityId)))
  expect(loads).toMatchObject([{ inputs: { from: 'stream' } }, { inputs: { from: 'stream' } }])
})

it('says that a button with another value is too old, and writes nothing', async () => {
  const before = await wholeDatabase(engine)
  for (const value of ['', 'x', '{"id":1}']) {
    expect((await press(value)).say?.text).toMatch(/old|no longer|any more/i)
  }
  expect(await wholeDatabase(engine)).toEqual(before)
})
