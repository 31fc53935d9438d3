import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ok, refuse } from '#kernel/result.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { inviteAthlete } from '#usecases/invitation/invite-athlete.ts'
import { perform } from '#usecases/perform.ts'
import { testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { person } from '../fixtures/test-people.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

describe('perform', () => {
  let engine: TestEngine
  let woken: number
  const group = { name: 'Tuesday Track', description: '', privacy: 'public' as const }

  beforeEach(async () => {
    engine = await testEngine()
    await testClub(engine)
    woken = 0
    engine.wakeOutbox = () => {
      woken += 1
    }
  })
  afterEach(() => engine.close())

  it('refuses a delivery that was handled before, and nothing is written', async () => {
    const deed = { ...by('UHEAD'), requestKey: 'Ev1' }
    expect(await perform(engine, deed, createGroup, group)).toMatchObject({ ok: true })
    const before = await wholeDatabase(engine)
    expect(await perform(engine, deed, createGroup, { ...group, name: 'Other' })).toEqual({
      ok: false,
      refusal: { code: 'already-handled' },
    })
    expect(await wholeDatabase(engine)).toEqual(before)
  })

  it('lets a delivery that was refused come again', async () => {
    const deed = { ...by('UANA'), requestKey: 'Ev1' }
    expect(await perform(engine, deed, createGroup, group)).toMatchObject({ ok: false })
    expect(await perform(engine, { ...by('UHEAD'), requestKey: 'Ev1' }, createGroup, group)).toMatchObject({
      ok: true,
    })
  })

  it('handles one of ten deliveries of the same thing', async () => {
    const deed = { ...by('UHEAD'), requestKey: 'Ev1' }
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        perform(engine, deed, createGroup, { ...group, name: `Group ${n}` }),
      ),
    )
    expect(all.filter(result => result.ok)).toHaveLength(1)
    expect(await engine.db.selectFrom('groups').selectAll().execute()).toHaveLength(1)
  })

  it('wakes the outbox after a commit that queued a message, and not otherwise', async () => {
    await perform(engine, by('UHEAD'), createGroup, group)
    await perform(engine, by('UANA'), inviteAthlete, { person: person('UNORA', 'Nora'), groupName: null })
    expect(woken).toBe(0)
    await perform(engine, by('UHEAD'), inviteAthlete, { person: person('UNORA', 'Nora'), groupName: null })
    expect(woken).toBe(1)
  })

  it.each(['a refusal', 'a fault'] as const)(
    'takes back on %s whatever was written before it',
    async kind => {
      const before = await wholeDatabase(engine)
      const attempt = perform(
        engine,
        by('UHEAD'),
        async ({ tx }) => {
          await tx.updateTable('organizations').set({ name: 'Half' }).execute()
          if (kind === 'a fault') throw new Error('the disk is full')
          return refuse({ code: 'no' })
        },
        {},
      )
      if (kind === 'a fault') await expect(attempt).rejects.toThrow('the disk is full')
      else expect(await attempt).toEqual({ ok: false, refusal: { code: 'no' } })
      expect(await wholeDatabase(engine)).toEqual(before)
      expect(woken).toBe(0)
      expect(await perform(engine, by('UHEAD'), async () => ok({ value: 1, events: [] }), {})).toEqual(ok(1))
    },
  )
})
