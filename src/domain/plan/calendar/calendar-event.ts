import type { EventOf } from '#domain/event.ts'

/** Never the secret. `isRenewed`: the address before it works no more. */
export type CalendarEvent = EventOf<'calendar.opened' | 'calendar.closed', { isRenewed: boolean }>
