import type { EventOf } from '#domain/event.ts'

export type RoundData = { groupId: string; weekday: number; time: string; zone: string }
export type AskedData = { groupId: string; weekOn: string; athleteIds: string[] }
export type AnsweredData = { athleteId: string; weekOn: string }

/** What happens around when athletes can train. What they answered is not in the audit. */
export type AvailabilityEvent =
  | EventOf<'availability.round-set' | 'availability.round-ended', RoundData>
  | EventOf<'availability.asked', AskedData>
  | EventOf<'availability.answered', AnsweredData>
