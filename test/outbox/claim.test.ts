import { CompiledQuery } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NOTICE_KINDS } from '#domain/notice/notice.ts'
import { DELIVERIES } from '#outbox/deliveries/delivery-table.ts'
import { claimOutboxRow, dueOutboxRows, nextOutboxInstant } from '#store/outbox-store.ts'
import { type DeliveringClub, deliveringClub } from '../fixtures/delivering-club.ts'

describe('claiming what is due', () => {
  let at: DeliveringClub
  beforeEach(async () => {
    at = await deliveringClub()
  })
  afterEach(() => at.close())

  const lease = (other: { now?: number; owner?: string } = {}) => ({
    owner: other.owner ?? 'me',
    now: (other.now ?? at.engine.realNow()) as ReturnType<typeof at.engine.realNow>,
    settleMs: 120_000,
  })

  it('leases each row to one sender until it settles', async () => {
    await at.requestBoard()
    const now = at.engine.realNow()
    expect(await claimOutboxRow(at.engine.db, lease())).toMatchObject({ attempt: 1, owner: 'me' })
    expect(await claimOutboxRow(at.engine.db, lease({ now: now + 119_999 }))).toBeUndefined()
    expect(await claimOutboxRow(at.engine.db, lease({ now: now + 120_000, owner: 'you' }))).toMatchObject({
      attempt: 2,
      owner: 'you',
      first_attempt_at: now,
    })
  })

  it('knows when to look again', async () => {
    expect(await nextOutboxInstant(at.engine.db, 120_000)).toBeNull()
    await at.requestBoard()
    const now = at.engine.realNow()
    expect(await nextOutboxInstant(at.engine.db, 120_000)).toBe(now)
    await claimOutboxRow(at.engine.db, lease())
    expect(await nextOutboxInstant(at.engine.db, 120_000)).toBe(now + 120_000)
  })

  it('reads open rows alone, however many were sent', async () => {
    const { sql, parameters } = dueOutboxRows(at.engine.db, lease()).select('o.id').compile()
    const plan = await at.engine.db.executeQuery<{ detail: string }>(
      CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
    )
    const tables = plan.rows.map(step => step.detail).filter(detail => /^(SCAN|SEARCH)/.test(detail))
    expect(tables).toHaveLength(2)
    for (const table of tables) expect(table).toMatch(/ USING (COVERING )?INDEX outbox_open/)
  })

  it('has a way to draw every kind of message, but for mails, which go another way', () => {
    const drawn = NOTICE_KINDS.filter(kind => kind !== 'email')
    expect(DELIVERIES.map(delivery => delivery.kind).sort()).toEqual(drawn.sort())
  })
})
