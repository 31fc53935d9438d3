import type { DomainEvent, EventType } from '#domain/event.ts'
import type { Instant } from '#kernel/instant.ts'

/** One entry as somebody may read it. */
export type AuditLine = {
  seq: number
  at: Instant
  /** Who did it: a name, or Astral itself. */
  actorName: string | null
  surface: string
  action: EventType
  targetKind: string
  targetId: string
  subjectName: string | null
  /** Null when the personal detail was erased. */
  before: DomainEvent['before']
  after: DomainEvent['after']
}

export type AuditPage = {
  lines: AuditLine[]
  /** Names of the accounts and groups that the lines speak of, by id. */
  names: ReadonlyMap<string, string>
  /** Entries older than this one follow on the next page; null on the last. */
  olderThan: number | null
  /** What the reader sees: everything, their own deeds, or what concerns them. */
  scope: 'all' | 'own-deeds' | 'about-me'
}

export const AUDIT_PAGE_SIZE = 10
