import type { EventOf } from '#domain/event.ts'

export type AttributesData = { nickname: string | null; memberLevel: string | null; labels: string[] }

/** What coaches write down about athletes. The words of a note stay out of the audit. */
export type RosterEvent =
  | EventOf<'athlete.edited', AttributesData>
  | EventOf<'athlete.noted', { noteId: string }>
