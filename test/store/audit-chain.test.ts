import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalJson } from '#domain/audit/chain.ts'
import { verifyAuditChain } from '#store/audit-store.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { deleteGroup } from '#usecases/group/delete-group.ts'
import { editGroup } from '#usecases/group/edit-group.ts'
import { answerInvitation } from '#usecases/invitation/answer-invitation.ts'
import { inviteAthlete } from '#usecases/invitation/invite-athlete.ts'
import { perform } from '#usecases/perform.ts'
import { type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { person } from '../fixtures/test-people.ts'

/** Entries of the mixed run below. */
const ENTRIES = 12

/** Every column of an entry that the chain covers, and a value that was never written there. */
const FORGED = {
  at: 1,
  actor_kind: 'operator',
  actor_id: 'somebody-else',
  surface: 'cli',
  action: 'group.painted',
  target_kind: 'moon',
  target_id: 'elsewhere',
  subject_id: 'nobody',
  is_visible_to_subject: null,
  detail_hash: 'f'.repeat(64),
  prev_hash: 'e'.repeat(64),
  hash: 'd'.repeat(64),
} as const

describe('the audit chain', () => {
  let engine: TestEngine
  let club: TestClub

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    await mixedRun()
  })
  afterEach(() => engine.close())

  it('is whole after a mixed run with refusals in between', async () => {
    expect(await verify()).toEqual({ entries: ENTRIES, fault: null })
  })

  it('is append-only: entries cannot be changed or deleted, details cannot be changed', async () => {
    for (const statement of [
      sql`update audit_entries set at = 1 where seq = 1`,
      sql`delete from audit_entries where seq = 12`,
      sql`update audit_details set detail_json = '{}' where seq = 1`,
    ]) {
      await expect(statement.execute(engine.db)).rejects.toThrow('the audit ledger is append-only')
    }
    expect(await verify()).toEqual({ entries: ENTRIES, fault: null })
  })

  it('stays whole when details are erased, and the entry says so by having none', async () => {
    await sql`delete from audit_details where seq in (1, 5, 12)`.execute(engine.db)
    expect(await verify()).toEqual({ entries: ENTRIES, fault: null })
  })

  it('cannot be verified, or made anew, with another key', async () => {
    const other = new Uint8Array(32).fill(8)
    expect(await verifyAuditChain(engine.db, other, club.organizationId)).toEqual({
      entries: 0,
      fault: { seq: 1, what: 'altered' },
    })
  })

  it('covers every column of an entry', async () => {
    const columns = await sql<{ name: string }>`select name from pragma_table_info('audit_entries')`.execute(
      engine.db,
    )
    const covered = [...Object.keys(FORGED), 'organization_id', 'seq'].sort()
    expect(columns.rows.map(column => column.name).sort()).toEqual(covered)
  })

  it.each(Object.keys(FORGED) as (keyof typeof FORGED)[])(
    'names the first entry whose %s was forged',
    async column => {
      await dropTriggers()
      for (const seq of [1, 7, ENTRIES]) {
        await forging(async () => {
          const value = FORGED[column] ?? sql`1 - ${sql.ref(column)}`
          await sql`update audit_entries set ${sql.ref(column)} = ${value} where seq = ${seq}`.execute(
            engine.db,
          )
          expect(await verify()).toEqual({ entries: seq - 1, fault: { seq, what: 'altered' } })
        })
      }
    },
  )

  it('names the first of several forged entries, whatever was forged', async () => {
    await dropTriggers()
    const columns = Object.keys(FORGED) as (keyof typeof FORGED)[]
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: ENTRIES }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...columns),
        async (seqs, column) => {
          await forging(async () => {
            for (const seq of seqs) {
              const value = FORGED[column] ?? sql`1 - ${sql.ref(column)}`
              await sql`update audit_entries set ${sql.ref(column)} = ${value} where seq = ${seq}`.execute(
                engine.db,
              )
            }
            expect((await verify()).fault).toEqual({ seq: Math.min(...seqs), what: 'altered' })
          })
        },
      ),
      { numRuns: 40 },
    )
  })

  it.each([1, 6, ENTRIES - 1])('sees that entry %i was removed', async seq => {
    await dropTriggers()
    await sql`delete from audit_entries where seq = ${seq}`.execute(engine.db)
    expect(await verify()).toEqual({ entries: seq - 1, fault: { seq, what: 'missing' } })
  })

  it('sees that an entry was removed and the rest moved up', async () => {
    await dropTriggers()
    await sql`delete from audit_entries where seq = 6`.execute(engine.db)
    for (let seq = 7; seq <= ENTRIES; seq++) {
      await sql`update audit_entries set seq = ${seq - 1} where seq = ${seq}`.execute(engine.db)
    }
    await sql`update audit_heads set seq = ${ENTRIES - 1}`.execute(engine.db)
    expect((await verify()).fault).toEqual({ seq: 6, what: 'altered' })
  })

  it('sees that two entries were exchanged', async () => {
    await dropTriggers()
    await sql`update audit_entries set seq = 99 where seq = 4`.execute(engine.db)
    await sql`update audit_entries set seq = 4 where seq = 8`.execute(engine.db)
    await sql`update audit_entries set seq = 8 where seq = 99`.execute(engine.db)
    expect((await verify()).fault).toEqual({ seq: 4, what: 'altered' })
  })

  it('sees an entry written by somebody without the key', async () => {
    await sql`insert into audit_entries
      select organization_id, seq + 1, at, actor_kind, actor_id, surface, action, target_kind, target_id, subject_id,
        is_visible_to_subject, detail_hash, hash, ${'c'.repeat(64)} from audit_entries where seq = ${ENTRIES}`.execute(
      engine.db,
    )
    expect((await verify()).fault).toEqual({ seq: ENTRIES + 1, what: 'altered' })
  })

  it('sees that the newest entries were removed', async () => {
    await dropTriggers()
    await sql`delete from audit_entries where seq > 9`.execute(engine.db)
    expect(await verify()).toEqual({ entries: 9, fault: { seq: 10, what: 'head-mismatch' } })
  })

  it('sees it also when the end mark was moved to the entry that is then the last', async () => {
    await dropTriggers()
    await sql`delete from audit_entries where seq > 9`.execute(engine.db)
    await sql`update audit_heads set seq = 9, hash = (select hash from audit_entries where seq = 9)`.execute(
      engine.db,
    )
    expect(await verify()).toEqual({ entries: 9, fault: { seq: 10, what: 'head-mismatch' } })
  })

  it('sees it when the end mark, or everything but the end mark, is gone', async () => {
    await dropTriggers()
    await forging(async () => {
      await sql`delete from audit_heads`.execute(engine.db)
      expect(await verify()).toEqual({ entries: 12, fault: { seq: 13, what: 'head-mismatch' } })
    })
    await sql`delete from audit_entries`.execute(engine.db)
    expect(await verify()).toEqual({ entries: 0, fault: { seq: 1, what: 'head-mismatch' } })
  })

  it('sees altered details, their salt included', async () => {
    await sql`drop trigger audit_details_no_update`.execute(engine.db)
    for (const statement of [
      sql`update audit_details set detail_json = replace(detail_json, 'Track', 'Trick') where seq = 2`,
      sql`update audit_details set salt = 'ab' where seq = 2`,
    ]) {
      await forging(async () => {
        await statement.execute(engine.db)
        expect(await verify()).toEqual({ entries: 1, fault: { seq: 2, what: 'detail-altered' } })
      })
    }
  })

  it('keeps one chain an organization', async () => {
    const other = await testClub(engine, 'T0OTHER')
    expect(await verifyAuditChain(engine.db, engine.auditKey, other.organizationId)).toEqual({
      entries: 0,
      fault: null,
    })
    await dropTriggers()
    await sql`update audit_entries set organization_id = ${other.organizationId} where seq = 1`.execute(
      engine.db,
    )
    expect((await verify()).fault).toEqual({ seq: 1, what: 'missing' })
    expect((await verifyAuditChain(engine.db, engine.auditKey, other.organizationId)).fault).toEqual({
      seq: 1,
      what: 'altered',
    })
  })

  it('holds more entries than are read at once', async () => {
    for (let n = 0; n < 1_000; n++) {
      await perform(engine, by('UHEAD'), createGroup, {
        name: `Group ${n}`,
        description: '',
        privacy: 'public',
      })
    }
    expect(await verify()).toEqual({ entries: ENTRIES + 1_000, fault: null })
    await dropTriggers()
    await sql`update audit_entries set at = at + 1 where seq = 1001`.execute(engine.db)
    expect((await verify()).fault).toEqual({ seq: 1001, what: 'altered' })
  })

  function verify() {
    return verifyAuditChain(engine.db, engine.auditKey, club.organizationId)
  }

  async function dropTriggers() {
    for (const name of ['audit_entries_no_update', 'audit_entries_no_delete']) {
      await sql`drop trigger ${sql.ref(name)}`.execute(engine.db)
    }
  }

  /** Runs a forgery and takes it back. */
  async function forging(forgery: () => Promise<void>) {
    await sql`savepoint forgery`.execute(engine.db)
    try {
      await forgery()
    } finally {
      await sql`rollback to forgery`.execute(engine.db)
      await sql`release forgery`.execute(engine.db)
    }
  }

  async function mixedRun() {
    for (let n = 0; n < 3; n++) {
      const made = await perform(engine, by('UHEAD'), createGroup, {
        name: `Track “${n}” – Ωμέγα 🏃‍♀️`,
        description: '',
        privacy: 'private',
      })
      await perform(engine, by('UANA'), createGroup, { name: 'no', description: '', privacy: 'public' })
      if (!made.ok) throw new Error('no group')
      const change = { groupId: made.value.id, change: { description: 'x\ny' }, seenVersion: 1 }
      await perform(engine, by('UASSIST'), editGroup, change)
      await perform(engine, by('UASSIST'), editGroup, change)
      if (n === 2) await perform(engine, by('UHEAD'), deleteGroup, made.value.id)
      const sent = await perform(engine, by('UHEAD'), inviteAthlete, {
        person: person(`U${n}`, `New ${n}`),
        groupName: null,
      })
      if (!sent.ok || n === 2) continue
      const answer = { invitationId: sent.value.invitation.id, answer: 'accept-and-share' as const }
      await perform(engine, by(`U${n}`), answerInvitation, answer)
      await perform(engine, by(`U${n}`), answerInvitation, answer)
    }
  }
})

describe('canonical JSON', () => {
  it('is the same whatever order the keys were written in, and reads back the same', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), value => {
        const text = canonicalJson(value)
        // JSON has no negative zero.
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(reversed(value))).toBe(text)
      }),
    )
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, undefined, 1n, () => 1])('refuses %s', value => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })
})

/** The same value with the keys of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  )
}
