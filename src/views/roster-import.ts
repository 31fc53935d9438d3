import type { KnownBlock } from '@slack/types'
import {
  IMPORT_COLUMNS,
  IMPORT_LINES_MAX,
  type ImportCounts,
  type ImportOutcome,
} from '#domain/roster/roster-import.ts'
import { csvText } from '#domain/text/csv.ts'
import { actions, button, context, header, section } from './blocks.ts'
import { count } from './group-card.ts'
import { type Message, words } from './message.ts'
import { inPlain, joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { outcomeInWords } from './roster-import-words.ts'
import { shorten, shortenMrkdwn } from './shorten.ts'

export const ROSTER_IMPORT_ACTIONS = { apply: 'roster-import-apply', cancel: 'roster-import-cancel' } as const

/** What is listed in the message; the rest stands in the file. */
const FAULTS_SHOWN = 20
const CHANGES_SHOWN = 10
const LINE_CHARACTERS = 200
const LIST_CHARACTERS = 2_900

/** What a roster file would do, with the buttons to do it. */
export function importPlanned(planned: {
  importId: string
  fileName: string
  outcomes: readonly ImportOutcome[]
  counts: ImportCounts
  hasReport: boolean
}): Message {
  const { importId, outcomes, counts } = planned
  const changes = counts.athletes + counts.invitations
  const fileName = shorten(planned.fileName, 60)
  const summary = mrkdwn`*${fileName}* is read; nothing is changed yet.\n• ${count(counts.athletes, 'athlete')} would change\n• ${count(counts.invitations, 'invitation')} would be sent by e-mail\n• ${count(counts.unchanged, 'line')} would change nothing\n• ${count(counts.faults, 'line')} cannot be read and would be left out`
  const faults = listed(outcomes, 'fault', FAULTS_SHOWN, mrkdwn`*What to mend*`)
  const effects = listed(outcomes, 'change', CHANGES_SHOWN, mrkdwn`*What would change*`)
  const end =
    changes === 0
      ? mrkdwn`There is nothing to apply.`
      : mrkdwn`The buttons are good for 30 minutes. All of it is applied at once, or nothing.`
  const report = planned.hasReport ? [mrkdwn`Every line with its effect comes as a file.`] : []
  const notes = joinMrkdwn([end, ...report], ' ')
  const lists = [...effects, ...faults]
  const blocks: KnownBlock[] = [
    header('Roster file'),
    section(summary),
    ...lists.map(list => section(list)),
    context(notes),
  ]
  if (changes > 0) {
    blocks.push(
      actions(
        'roster-import',
        button(ROSTER_IMPORT_ACTIONS.apply, `Apply ${count(changes, 'change')}`, importId, {
          style: 'primary',
        }),
        button(ROSTER_IMPORT_ACTIONS.cancel, 'Cancel', importId),
      ),
    )
  }
  return { text: joinMrkdwn([summary, ...lists, notes], '\n').mrkdwn, blocks }
}

/** The first lines of one kind under a title, in one section; nothing where there is none. */
function listed(
  outcomes: readonly ImportOutcome[],
  kind: 'fault' | 'change',
  most: number,
  title: Mrkdwn,
): Mrkdwn[] {
  const all = outcomes.filter(outcome => outcome.kind === kind)
  if (all.length === 0) return []
  const lines: Mrkdwn[] = []
  let length = title.mrkdwn.length
  for (const outcome of all.slice(0, most)) {
    const said = mrkdwn`${outcome.line}. ${shorten(outcome.who || '(nobody)', 40)}: ${outcomeInWords(outcome)}`
    const line = { mrkdwn: `• Line ${shortenMrkdwn(said.mrkdwn, LINE_CHARACTERS)}` }
    if (length + line.mrkdwn.length + 40 > LIST_CHARACTERS) break
    lines.push(line)
    length += line.mrkdwn.length + 1
  }
  const left = all.length - lines.length
  return [joinMrkdwn([title, ...lines, ...(left > 0 ? [mrkdwn`… and ${left} more`] : [])], '\n')]
}

/** In place of the plan, once it is applied. */
export function importApplied(applied: { fileName: string; athletes: number; invitations: number }): Message {
  const parts = [
    ...(applied.athletes > 0 ? [mrkdwn`${count(applied.athletes, 'athlete')} changed`] : []),
    ...(applied.invitations > 0 ? [mrkdwn`${count(applied.invitations, 'invitation')} sent by e-mail`] : []),
  ]
  return words(mrkdwn`✓ *${shorten(applied.fileName, 60)}* is applied: ${joinMrkdwn(parts, ', ')}.`)
}

export function importCancelled({ fileName }: { fileName: string }): Message {
  return words(mrkdwn`*${shorten(fileName, 60)}* was not applied: nothing was changed.`)
}

/** While it is read. */
export function readingRosterFile(): Message {
  return words(mrkdwn`Reading the roster file …`)
}

/** Only the head coach drops tables; everybody else may have meant something different. */
export function tableNotForRoster(): Message {
  return words(
    mrkdwn`That is a table (CSV). Only the head coach can change the roster by a file like that. For a run, drop the FIT, GPX or TCX file of your watch, or type it: \`8.2km 45:10 easy\`.`,
  )
}

const EXAMPLE = [
  ['name', 'email', 'member_level', 'labels', 'groups', 'coach'],
  ['Ana', 'ana@example.org', 'beginner', 'marathon; track', 'Tuesday Track', 'Ivo'],
  ['Ben', '', '-', '', '', ''],
]

/** How to change the roster by a file. */
export function howToImport(): Message {
  const example = EXAMPLE.map(row => row.join(',')).join('\n')
  const how = mrkdwn`Drop a \`.csv\` file into our direct message. I say what each line would do, and change nothing before you press *Apply*. \`/astral roster csv\` gives you the present roster in the same form, to edit in a spreadsheet.`
  const columns = mrkdwn`*Columns*, in any order: ${IMPORT_COLUMNS.join(', ')}.\n• Who it is: slack_user, email, or name if only one has it. An address of nobody in the club becomes an invitation by e-mail.\n• What changes: nickname (the club’s own name), member_level, labels (with ; between; they replace the former ones), groups (with ; between) and coach, to which they are added.\n• An empty field changes nothing; a single - empties nickname, level or labels. The status is not changed by file.\n• At most ${IMPORT_LINES_MAX} lines, separated by commas, semicolons or tabs.`
  const sample: Mrkdwn = { mrkdwn: `\`\`\`${example}\`\`\`` }
  return {
    text: joinMrkdwn([how, columns, sample], '\n').mrkdwn,
    blocks: [header('Change the roster by a file'), section(how), section(columns), section(sample)],
  }
}

/** Every line with its effect or fault. */
export function importReportCsv(outcomes: readonly ImportOutcome[]): string {
  return csvText(
    ['line', 'who', 'result', 'what'],
    outcomes.map(outcome => [
      String(outcome.line),
      outcome.who,
      outcome.kind,
      inPlain(outcomeInWords(outcome)),
    ]),
  )
}

/** Beside the file with all lines. */
export function importReported(fileName: string, lines: number): Message {
  return words(mrkdwn`What *${shorten(fileName, 60)}* would do, ${count(lines, 'line')}.`)
}
