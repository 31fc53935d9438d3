import { cleanName } from '#domain/text/clean-text.ts'
import { nameKey } from '#domain/text/name-key.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import {
  IMPORT_COLUMNS,
  IMPORT_LINES_MAX,
  type ImportColumn,
  type ImportLine,
  type RosterImportRefusal,
} from './roster-import.ts'

/** Other names under which people and other programs head the same columns. */
const ALSO: Readonly<Record<string, ImportColumn>> = {
  athlete: 'name',
  first_name: 'name',
  full_name: 'name',
  slack: 'slack_user',
  slack_id: 'slack_user',
  slack_user_id: 'slack_user',
  e_mail: 'email',
  email_address: 'email',
  e_mail_address: 'email',
  mail: 'email',
  display_name: 'nickname',
  level: 'member_level',
  label: 'labels',
  group: 'groups',
  coaches: 'coach',
}

/** Makes lines of a table whose first row is its header. Refused when a column is unknown: nothing is read by guess. */
export function readImportTable(
  rows: readonly (readonly string[])[],
): Result<ImportLine[], RosterImportRefusal> {
  const [head, ...body] = rows
  if (!head || head.every(cell => cell.trim() === '')) return refuse({ code: 'import-empty' })
  const width = head.findLastIndex(cell => cell.trim() !== '') + 1
  const named = head.slice(0, width)
  const columns = named.map(columnOf)
  const unknown = named.filter((_, index) => columns[index] === undefined)
  if (unknown.length > 0) return refuse({ code: 'import-columns-unknown', columns: unknown.map(cleanName) })
  const twice = columns.find((column, index) => columns.indexOf(column) !== index)
  if (twice) return refuse({ code: 'import-column-twice', column: twice })
  if (!columns.some(column => column === 'name' || column === 'slack_user' || column === 'email')) {
    return refuse({ code: 'import-names-nobody' })
  }
  const lines: ImportLine[] = []
  for (const [index, row] of body.entries()) {
    if (row.every(cell => cell.trim() === '')) continue
    const cells: Partial<Record<ImportColumn, string>> = {}
    for (const [at, column] of columns.entries()) if (column) cells[column] = cellOf(row[at] ?? '')
    const isTooLong = row.slice(width).some(cell => cell.trim() !== '')
    lines.push({ line: index + 2, cells, isTooLong })
  }
  if (lines.length === 0) return refuse({ code: 'import-empty' })
  if (lines.length > IMPORT_LINES_MAX) return refuse({ code: 'import-too-large', lines: IMPORT_LINES_MAX })
  return ok(lines)
}

function columnOf(heading: string): ImportColumn | undefined {
  const key = nameKey(heading).replace(/[\s.-]+/g, '_')
  return IMPORT_COLUMNS.find(column => column === key) ?? (Object.hasOwn(ALSO, key) ? ALSO[key] : undefined)
}

/** The apostrophe that keeps spreadsheets from taking a text for a formula is no part of it. */
function cellOf(cell: string): string {
  return cleanName(cell).replace(/^'(?=\s*[=+\-@])/, '')
}
