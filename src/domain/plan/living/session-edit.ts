import { addDays, mondayOf } from '#domain/calendar/local-day.ts'
import type { LocalDay } from '#kernel/instant.ts'
import type { PlannedSession } from '../template/enrollment.ts'
import type { PlanDay } from '../template/plan.ts'
import { readSession } from './read-session.ts'

/** What names a session for good, wherever it is moved. */
export type SessionKey = { enrollmentId: string; dayIndex: number; slot: number }
export type SessionShape = { on: LocalDay; text: string; title: string | null; note: string }

/** One session as it was and as it is to be; null before for a new one, null after for one that is dropped. */
export type SessionEdit = SessionKey & { before: SessionShape | null; after: SessionShape | null }
/** The same before a new session has its name. */
export type WantedEdit = Omit<SessionEdit, keyof SessionKey> & { key: SessionKey | null }

/** What a week comes to, before and after. */
export type WeekShift = { from: LocalDay; beforeCm: number; afterCm: number }

export function shapeOf({ on, text, title, note }: PlannedSession): SessionShape {
  return { on, text, title, note }
}

export function keyOf({ enrollmentId, dayIndex, slot }: SessionKey): SessionKey {
  return { enrollmentId, dayIndex, slot }
}

export function isSameKey(a: SessionKey, b: SessionKey): boolean {
  return a.enrollmentId === b.enrollmentId && a.dayIndex === b.dayIndex && a.slot === b.slot
}

export function isSameShape(a: SessionShape, b: SessionShape): boolean {
  return a.on === b.on && a.text === b.text && a.title === b.title && a.note === b.note
}

/** The edits the other way round. */
export function inverse(edits: readonly SessionEdit[]): SessionEdit[] {
  return edits.map(edit => ({ ...edit, before: edit.after, after: edit.before }))
}

/**
 * What has to change so that the week's sessions are those that were written: a session that is as it was stays itself, one
 * that is found on another day was moved, one that stands in the place of another is that one changed.
 */
export function weekEdits(
  sessions: readonly PlannedSession[],
  days: readonly PlanDay[],
  monday: LocalDay,
): WantedEdit[] {
  const wanted = days.flatMap((day, index) =>
    day.sessions.map(
      ({ text, title }, slot): SessionShape => ({
        on: addDays(monday, index),
        text,
        // Written as its text, a workout of the library is still that workout.
        title: title ?? sessions.find(session => session.text === text)?.title ?? null,
        note: slot === 0 ? day.note : '',
      }),
    ),
  )
  const left = [...sessions]
  const edits: WantedEdit[] = []
  const match = (isSame: (session: PlannedSession, shape: SessionShape) => boolean) => {
    for (const shape of [...wanted]) {
      const at = left.findIndex(session => isSame(session, shape))
      const session = left[at]
      if (!session) continue
      left.splice(at, 1)
      wanted.splice(wanted.indexOf(shape), 1)
      if (!isSameShape(shapeOf(session), shape)) {
        edits.push({ key: keyOf(session), before: shapeOf(session), after: shape })
      }
    }
  }
  match((session, shape) => isSameShape(shapeOf(session), shape))
  match((session, shape) => session.on === shape.on && session.text === shape.text)
  match((session, shape) => session.text === shape.text)
  match((session, shape) => session.on === shape.on)
  for (const session of left) edits.push({ key: keyOf(session), before: shapeOf(session), after: null })
  for (const shape of wanted) edits.push({ key: null, before: null, after: shape })
  return edits.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
}

function dayOf({ before, after }: Pick<SessionEdit, 'before' | 'after'>): string {
  return before?.on ?? after?.on ?? ''
}

/** The weeks that the edits touch, by what they come to. `sessions` are those of these weeks as they were. */
export function weekShifts(
  sessions: readonly PlannedSession[],
  edits: readonly Pick<SessionEdit, 'before' | 'after'>[],
): WeekShift[] {
  const touched = edits.flatMap(({ before, after }) =>
    [before, after].flatMap(shape => (shape ? [shape.on] : [])),
  )
  const weeks = [...new Set(touched.map(mondayOf))].sort()
  const cm = (text: string) => readSession({ text } as PlannedSession).totals.distanceCm
  return weeks.map(from => {
    const beforeCm = sessions
      .filter(session => mondayOf(session.on) === from)
      .reduce((sum, session) => sum + cm(session.text), 0)
    const change = edits.reduce((sum, { before, after }) => {
      const lost = before && mondayOf(before.on) === from ? cm(before.text) : 0
      const won = after && mondayOf(after.on) === from ? cm(after.text) : 0
      return sum - lost + won
    }, 0)
    return { from, beforeCm, afterCm: beforeCm + change }
  })
}

/** What tells the sessions of a week as somebody saw them from the same week after a change. */
export function fingerprint(sessions: readonly PlannedSession[]): string {
  const text = sessions
    .map(session =>
      [session.enrollmentId, session.dayIndex, session.slot, ...Object.values(shapeOf(session))].join(
        '\u001f',
      ),
    )
    .join('\u001e')
  // FNV-1a: it guards against accidents, not against anybody.
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16)
}

/** The parts of two workouts that differ: `8×400m` and `6×400m`, where warm-up and cool-down are the same. */
export function differingParts(before: string, after: string): [string, string] {
  const [a, b] = [partsOf(before), partsOf(after)]
  let start = 0
  while (start < Math.min(a.length, b.length) - 1 && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - 1 - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  const [, times, what] = /^(\d+)x(.+)$/.exec(left.join(' + ')) ?? []
  const [, otherTimes, otherWhat] = /^(\d+)x(.+)$/.exec(right.join(' + ')) ?? []
  if (left.length === 1 && right.length === 1 && what !== undefined && what === otherWhat) {
    const short = what.startsWith('(') ? what : (what.split(' ')[0] ?? what)
    return [`${times}×${short}`, `${otherTimes}×${short}`]
  }
  return [left.join(' + '), right.join(' + ')]
}

/** What stands between the pluses that are in no brackets and no quotes. */
function partsOf(text: string): string[] {
  const parts = ['']
  let depth = 0
  let isQuoted = false
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted
    if (!isQuoted && letter === '(') depth++
    if (!isQuoted && letter === ')') depth--
    if (letter === '+' && depth === 0 && !isQuoted) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts.map(part => part.trim())
}
