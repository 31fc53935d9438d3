import type { IcsCalendar, IcsEvent } from '#domain/plan/calendar/print-ics.ts'
import type { SessionRead } from '#domain/plan/living/day-card.ts'
import type { Units } from './figures.ts'
import { shorten } from './shorten.ts'
import { sayPaceFor } from './today.ts'
import { totalsInWords, workoutTable } from './workout-table.ts'

const SUMMARY_MOST = 120

export type SessionsForCalendar = {
  clubName: string
  sessions: readonly SessionRead[]
  units: Units
  vdot: number | null
}

/** Planned sessions as somebody's calendar shows them. */
export function calendarOfSessions(read: SessionsForCalendar): IcsCalendar {
  return {
    name: `Training · ${read.clubName}`,
    events: read.sessions.map(session => eventOf(session, read)),
  }
}

function eventOf({ session, blocks, totals }: SessionRead, read: SessionsForCalendar): IcsEvent {
  const lines = [
    ...(blocks.length === 0 ? [session.text] : [totalsInWords(totals, read.units)]),
    ...(session.note === '' ? [] : [session.note]),
    ...(blocks.length === 0 ? [] : ['', inAnyFont(workoutTable(blocks, sayPaceFor(read)))]),
    '',
    `${session.planTitle}, week ${session.week}`,
  ]
  return {
    uid: `${session.enrollmentId}-${session.dayIndex}-${session.slot}@astral`,
    on: session.on,
    summary: shorten(session.title ?? session.text, SUMMARY_MOST),
    description: lines.join('\n'),
  }
}

/** Columns stand only in a font of one width, which calendars have not. */
function inAnyFont(table: string): string {
  return table.replaceAll(/(?<=\S) {2,}(?=\S)/g, ' · ')
}
