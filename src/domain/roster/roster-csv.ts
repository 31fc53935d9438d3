import { csvText } from '#domain/text/csv.ts'
import type { RosterRow } from './roster-card.ts'

const COLUMNS = ['name', 'slack_user', 'status', 'member_level', 'labels', 'groups'] as const

/** The roster as CSV; several labels or groups stand in one field, with semicolons between. */
export function rosterCsv(rows: readonly RosterRow[]): string {
  return csvText(
    COLUMNS,
    rows.map(row => [
      row.name,
      row.slackUserId,
      row.status,
      row.memberLevel ?? '',
      row.labels.join('; '),
      row.groups.join('; '),
    ]),
  )
}
