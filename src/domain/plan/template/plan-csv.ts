import { weekdayFromWord } from '#domain/calendar/weekday.ts'
import { csvText } from '#domain/text/csv.ts'
import { type Result, refuse } from '#kernel/result.ts'
import { settled } from './parse-plan.ts'
import { PLAN_LIMITS, type PlanWeeks } from './plan.ts'
import { beginWeek, DAY_NAMES, type Draft, type Library, newDraft, putDay } from './plan-lines.ts'
import type { PlanRefusal } from './plan-refusal.ts'
import { printSession } from './print-plan.ts'

/** Is the header one of a plan: `week,day,workout,notes` or `week,mon,…,sun`? */
export function isPlanHeader(header: readonly string[]): boolean {
  const names = header.map(nameOf)
  return (
    names.includes('week') && (names.includes('workout') || names.includes('mon') || names.includes('monday'))
  )
}

/** Reads a plan from CSV, one row a session or one row a week; two sessions in one cell stand apart by ` | `. */
export function parsePlanCsv(text: string, library: Library = new Map()): Result<PlanWeeks, PlanRefusal> {
  if (text.length > PLAN_LIMITS.text) return refuse({ code: 'plan-text-too-long', limit: PLAN_LIMITS.text })
  const [header, ...rows] = csvRows(text.replace(/^\uFEFF/, ''))
  if (!header || !isPlanHeader(header.cells)) {
    return refuse({ code: 'plan-header-wrong', header: (header?.cells ?? []).join(',').slice(0, 80) })
  }
  const names = header.cells.map(nameOf)
  const draft = newDraft(library)
  for (const row of rows) readRow(draft, names, row)
  return settled(draft)
}

type CsvRow = { cells: string[]; line: number }

function readRow(draft: Draft, names: readonly string[], { cells, line }: CsvRow): void {
  const at = { line, lineText: cells.join(',') }
  const cell = (name: string) => (cells[names.indexOf(name)] ?? '').trim().replace(/^'(?=[=+\-@])/, '')
  const week = Number(/\d+/.exec(cell('week'))?.[0] ?? draft.weeks.length)
  const note = cell('notes') || cell('note')
  const isWide = !names.includes('workout')
  const isWeekRow = isWide || cell('day') === ''
  if (week !== draft.weeks.length || isWide) beginWeek(draft, week, isWeekRow ? note : '', at)
  if (isWide) {
    for (const [index, name] of names.entries()) {
      const weekday = weekdayFromWord(name)
      const said = (cells[index] ?? '').trim()
      if (weekday && said !== '') {
        for (const part of said.split(' | ')) putDay(draft, weekday - 1, part, '', at)
      }
    }
    return
  }
  if (isWeekRow) return
  const weekday = weekdayFromWord(cell('day'))
  if (!weekday) draft.faults.push({ ...at, code: 'day-unknown', word: cell('day'), suggestion: null })
  else putDay(draft, weekday - 1, cell('workout') || 'rest', note, at)
}

/** One row a session, a week's note in a row of its own without a day. */
export function printPlanCsv(weeks: PlanWeeks): string {
  const rows = weeks.flatMap((week, index) => {
    const number = String(index + 1)
    const days = week.days.flatMap((day, at) => {
      const name = DAY_NAMES[at] ?? ''
      if (day.sessions.length === 0) return day.note === '' ? [] : [[number, name, 'rest', day.note]]
      return day.sessions.map((session, slot) => [
        number,
        name,
        printSession(session),
        slot === 0 ? day.note : '',
      ])
    })
    return [[number, '', '', week.note], ...days]
  })
  return csvText(['week', 'day', 'workout', 'notes'], rows)
}

function nameOf(header: string): string {
  return header.trim().toLowerCase()
}

/** The rows of a CSV text (RFC 4180; commas, or semicolons where the header has them), with the lines they begin in. */
export function csvRows(text: string): CsvRow[] {
  const first = text.slice(0, text.search(/[\r\n]|$/))
  const separator = !first.includes(',') && first.includes(';') ? ';' : first.includes('\t') ? '\t' : ','
  const rows: CsvRow[] = []
  let [cells, cell, isQuoted, line, begun] = [[] as string[], '', false, 1, 1]
  const endRow = () => {
    cells.push(cell)
    if (cells.some(each => each.trim() !== '')) rows.push({ cells, line: begun })
    cells = []
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (sign === '\n') line += 1
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') cell += text[at++]
      else isQuoted = false
    } else if (sign === '"' && cell === '') isQuoted = true
    else if (sign === separator) {
      cells.push(cell)
      cell = ''
    } else if (sign === '\n') {
      endRow()
      begun = line
    } else if (sign !== '\r') cell += sign
  }
  endRow()
  return rows
}
