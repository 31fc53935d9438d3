import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Notice } from '#domain/notice/notice.ts'
import { instant, type LocalTime } from '#kernel/instant.ts'
import { claimOutboxRow, insertNotice, shortenHeldRows } from '#store/outbox-store.ts'
import { upsertQuietHours } from '#store/quiet-hours-store.ts'
import { type TestClub, testClub } from '../fixtures/test-club.ts'
import { type TestEngine, testEngine } from '../fixtures/test-engine.ts'

/** Saturday 21 November 2026, 23:00 in Oslo. */
const NIGHT = instant(Date.UTC(2026, 10, 21, 22))
const MORNING = instant(Date.UTC(2026, 10, 22, 6))

describe('messages at night', () => {
  let engine: TestEngine
  let club: TestClub

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    engine.setNow(NIGHT)
  })
  afterEach(() => engine.close())

  const queue = (dedupeKey: string, given: Partial<Notice> = {}, now = NIGHT) =>
    engine.db
      .transaction()
      .execute(tx =>
        insertNotice(
          tx,
          engine.newId,
          club.organizationId,
          { kind: 'club-welcome', to: { accountId: club.accounts.UANA }, dedupeKey, payload: {}, ...given },
          NIGHT,
          now,
        ),
      )
  const claim = async (now: number) =>
    (await claimOutboxRow(engine.db, { owner: 'one', now: instant(now), settleMs: 1_000 }))?.dedupe_key

  it('wait for the morning when nobody asked for them', async () => {
    await queue('by-itself', { keepsQuietHours: true })
    expect(await claim(MORNING - 1)).toBeUndefined()
    expect(await claim(MORNING)).toBe('by-itself')
  })

  it('do not hold up what somebody asked for', async () => {
    await queue('by-itself', { keepsQuietHours: true })
    await queue('asked')
    expect(await claim(NIGHT)).toBe('asked')
  })

  it('go by the hours that the person chose, and by the business clock', async () => {
    const choose = (quiet: Parameters<typeof upsertQuietHours>[3]) =>
      engine.db
        .transaction()
        .execute(tx =>
          upsertQuietHours(tx, club.organizationId, club.accounts.UANA, quiet, engine.businessNow()),
        )
    await choose(null)
    await queue('never-quiet', { keepsQuietHours: true })
    expect(await claim(NIGHT)).toBe('never-quiet')
    await choose({ from: '22:30' as LocalTime, to: '23:30' as LocalTime })
    await queue('half-an-hour', { keepsQuietHours: true })
    await queue('at-noon', { keepsQuietHours: true }, instant(MORNING + 5 * 3_600_000))
    const rows = await engine.db.selectFrom('outbox').select(['dedupe_key', 'not_before']).execute()
    expect(Object.fromEntries(rows.map(row => [row.dedupe_key, row.not_before - NIGHT]))).toEqual({
      'never-quiet': 0,
      'half-an-hour': 30 * 60_000,
      'at-noon': 0,
    })
  })

  it('come at once when the clock is moved over the night', async () => {
    await queue('by-itself', { keepsQuietHours: true })
    await shortenHeldRows(engine.db, NIGHT, MORNING - NIGHT)
    expect(await claim(NIGHT)).toBe('by-itself')
  })
})
