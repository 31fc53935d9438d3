import { randomBytes } from 'node:crypto'
import {
  type AuditLink,
  CHAIN_START,
  canonicalJson,
  detailHash,
  endSeal,
  linkHash,
} from '#domain/audit/chain.ts'
import type { DomainEvent } from '#domain/event.ts'
import type { Actor, Surface } from '#domain/organization/actor.ts'
import type { Instant } from '#kernel/instant.ts'
import { findAccountBySlackUser } from './account-store.ts'
import type { Reading, Tx } from './db.ts'
import { inSlices } from './in-slices.ts'

export type Recorded = { event: DomainEvent; actor: Actor; surface: Surface; at: Instant }

/** Appends what one deed did to the chains of its organizations: in one, unless somebody moved between clubs. */
export async function appendAuditEntries(
  tx: Tx,
  key: Uint8Array,
  { events, ...deed }: Omit<Recorded, 'event'> & { events: readonly DomainEvent[] },
): Promise<void> {
  for (const [organizationId, own] of Map.groupBy(events, event => event.organizationId)) {
    await inSlices(own, slice => appendSlice(tx, key, organizationId, { events: slice, ...deed }))
  }
}

/** Appends one entry to the organization's chain. */
export async function appendAuditEntry(tx: Tx, key: Uint8Array, recorded: Recorded): Promise<void> {
  const { event, ...deed } = recorded
  await appendSlice(tx, key, event.organizationId, { events: [event], ...deed })
}

/** The head row makes two writers queue. */
async function appendSlice(
  tx: Tx,
  key: Uint8Array,
  organizationId: string,
  { events, actor, surface, at }: Omit<Recorded, 'event'> & { events: readonly DomainEvent[] },
): Promise<void> {
  const head = await tx
    .selectFrom('audit_heads as h')
    .leftJoin('audit_entries as e', join =>
      join.onRef('e.organization_id', '=', 'h.organization_id').onRef('e.seq', '=', 'h.seq'),
    )
    .select(['h.seq', 'e.hash'])
    .where('h.organization_id', '=', organizationId)
    .executeTakeFirst()
  const actorId = await actorIdOf(tx, actor)
  let seq = head?.seq ?? 0
  let previousHash = head?.hash ?? CHAIN_START
  const written = events.map(event => {
    const detailJson = canonicalJson({ before: event.before, after: event.after })
    const salt = randomBytes(16).toString('hex')
    seq += 1
    const link: AuditLink = {
      organizationId,
      seq,
      at,
      actorKind: actorKindOf(actor),
      actorId,
      surface,
      action: event.type,
      targetKind: event.target.kind,
      targetId: event.target.id,
      subjectId: event.subjectId,
      isVisibleToSubject: event.isVisibleToSubject,
      detailHash: detailHash(key, salt, detailJson),
    }
    const hash = linkHash(key, previousHash, link)
    const entry = entryOf(link, previousHash, hash)
    previousHash = hash
    return { entry, details: { organization_id: organizationId, seq, salt, detail_json: detailJson } }
  })
  await tx
    .insertInto('audit_entries')
    .values(written.map(each => each.entry))
    .execute()
  await tx
    .insertInto('audit_details')
    .values(written.map(each => each.details))
    .execute()
  const end = { seq, hash: endSeal(key, organizationId, seq, previousHash) }
  await tx
    .insertInto('audit_heads')
    .values({ organization_id: organizationId, ...end })
    .onConflict(conflict => conflict.column('organization_id').doUpdateSet(end))
    .execute()
}

function entryOf(link: AuditLink, previousHash: string, hash: string) {
  return {
    organization_id: link.organizationId,
    seq: link.seq,
    at: link.at,
    actor_kind: link.actorKind,
    actor_id: link.actorId,
    surface: link.surface,
    action: link.action,
    target_kind: link.targetKind,
    target_id: link.targetId,
    subject_id: link.subjectId,
    is_visible_to_subject: link.isVisibleToSubject ? (1 as const) : (0 as const),
    detail_hash: link.detailHash,
    prev_hash: previousHash,
    hash,
  }
}

function actorKindOf(actor: Actor): 'member' | 'system' | 'operator' {
  if (actor.kind !== 'system') return 'member'
  return actor.isOperator ? 'operator' : 'system'
}

/** A stranger who claims a club or answers an invitation has an account by the time it is recorded. */
async function actorIdOf(tx: Tx, actor: Actor): Promise<string | null> {
  if (actor.kind === 'system') return null
  if (actor.kind === 'member') return actor.accountId
  return (await findAccountBySlackUser(tx, actor.slackTeamId, actor.slackUserId))?.id ?? null
}

export type ChainFault = { seq: number; what: 'missing' | 'altered' | 'detail-altered' | 'head-mismatch' }

/**
 * Walks an organization's whole chain in pages. Gives the number of sound entries and the first bad one. What it
 * cannot see: the newest entries removed and the end mark of that time put back from an older copy of the database.
 */
export async function verifyAuditChain(
  db: Reading,
  key: Uint8Array,
  organizationId: string,
): Promise<{ entries: number; fault: ChainFault | null }> {
  const PAGE = 1_000
  let previousHash = CHAIN_START
  let seq = 0
  for (;;) {
    const rows = await db
      .selectFrom('audit_entries as e')
      .leftJoin('audit_details as d', join =>
        join.onRef('d.organization_id', '=', 'e.organization_id').onRef('d.seq', '=', 'e.seq'),
      )
      .where('e.organization_id', '=', organizationId)
      .where('e.seq', '>', seq)
      .orderBy('e.seq')
      .limit(PAGE)
      .selectAll('e')
      .select(['d.salt', 'd.detail_json'])
      .execute()
    for (const row of rows) {
      if (row.seq !== seq + 1) return { entries: seq, fault: { seq: seq + 1, what: 'missing' } }
      const link: AuditLink = {
        organizationId: row.organization_id,
        seq: row.seq,
        at: row.at,
        actorKind: row.actor_kind,
        actorId: row.actor_id,
        surface: row.surface,
        action: row.action,
        targetKind: row.target_kind,
        targetId: row.target_id,
        subjectId: row.subject_id,
        isVisibleToSubject: row.is_visible_to_subject === 1,
        detailHash: row.detail_hash,
      }
      if (row.prev_hash !== previousHash || linkHash(key, previousHash, link) !== row.hash) {
        return { entries: seq, fault: { seq: row.seq, what: 'altered' } }
      }
      const isErased = row.salt === null || row.detail_json === null
      if (!isErased && detailHash(key, row.salt ?? '', row.detail_json ?? '') !== row.detail_hash) {
        return { entries: seq, fault: { seq: row.seq, what: 'detail-altered' } }
      }
      previousHash = row.hash
      seq = row.seq
    }
    if (rows.length < PAGE) break
  }
  const head = await db
    .selectFrom('audit_heads')
    .select(['seq', 'hash'])
    .where('organization_id', '=', organizationId)
    .executeTakeFirst()
  const isWhole = head
    ? head.seq === seq && head.hash === endSeal(key, organizationId, seq, previousHash)
    : seq === 0
  return { entries: seq, fault: isWhole ? null : { seq: seq + 1, what: 'head-mismatch' } }
}

/** Has anything been recorded in this database yet? */
export async function hasAuditEntries(db: Reading): Promise<boolean> {
  return (await db.selectFrom('audit_heads').select('seq').limit(1).executeTakeFirst()) !== undefined
}
