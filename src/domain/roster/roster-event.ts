import type { EventOf } from '#domain/event.ts'

export type AttributesData = { nickname: string | null; memberLevel: string | null; labels: string[] }

/** Which of their own facts an athlete changed; what they are stays out of the audit, heart rates above all. */
export type ProfileChangedData = { changed: string[] }

/** What coaches write down about athletes. The words of a note stay out of the audit. */
export type RosterEvent =
  | EventOf<'athlete.edited', AttributesData>
  | EventOf<'athlete.noted', { noteId: string }>
  | EventOf<'profile.changed', ProfileChangedData>
