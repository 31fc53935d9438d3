import { expect, it } from 'vitest'
import { importArchive } from '#slack/dm/import-archive.ts'
import { startImport } from '#usecases/import/start-import.ts'
import { perform } from '#usecases/perform.ts'
import { slackContext } from '../fixtures/slack-context.ts'
import { testClub } from '../fixtures/test-club.ts'
import { by, testEngine } from '../fixtures/test-engine.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

it('fetches no archive of whoever may not have one read, or has one being read', async () => {
  const engine = await testEngine()
  const club = await testClub(engine)
  const job = { id: 'i1', fileName: 'old.zip', isStravaExport: false, total: 3, passedOver: 0 }
  const started = { ...job, channelId: 'D0ANA', messageTs: '1.1' }
  expect(await perform(engine, by(club.ana), startImport, started)).toMatchObject({ ok: true })
  const before = await wholeDatabase(engine)
  const said = async (who: string) => {
    const edits: string[] = []
    // Without an address: whatever is fetched cannot be reached, and says so.
    await importArchive(slackContext(engine, who), { id: 'F1', name: 'export.zip' }, 'key', {
      post: async () => '2.1',
      edit: async (_ts, message) => void edits.push(message.text),
    })
    return edits.join()
  }
  const unreachable = await said(club.ben)
  for (const who of [club.ana, club.stranger, club.headCoach]) {
    const text = await said(who)
    expect(text).toContain('Not read: *export.zip*')
    expect(text).not.toBe(unreachable)
  }
  expect(await wholeDatabase(engine)).toEqual(before)
  await engine.close()
})
