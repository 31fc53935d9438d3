import type { EventOf } from '#domain/event.ts'

export type AttributesData = { nickname: string | null; memberLevel: string | null; labels: string[] }

/** Which of their own facts an athlete changed; what they are stays out of the audit, heart rates above all. */
export type ProfileChangedData = { changed: string[] }

/** What a roster file would do, by the number of its lines. */
export type ImportReadData = {
  importId: string
  askedBy: string
  athletes: number
  invitations: number
  unchanged: number
  faults: number
  /** It is too long for a message, so that every line comes as a file too. */
  hasReport: boolean
}

/** What coaches write down about athletes. The words of a note stay out of the audit. */
export type RosterEvent =
  | EventOf<'athlete.edited', AttributesData>
  | EventOf<'athlete.noted', { noteId: string }>
  | EventOf<'profile.changed', ProfileChangedData>
  | EventOf<'roster.import-read', ImportReadData>
  | EventOf<'roster.imported', { importId: string; athletes: number; invitations: number }>
