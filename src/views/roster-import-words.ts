import {
  IMPORT_COLUMNS,
  type ImportChange,
  type ImportFault,
  type ImportOutcome,
  type RosterImportRefusal,
} from '#domain/roster/roster-import.ts'
import { count } from './group-card.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { attributeChanges } from './roster-audit.ts'
import { rosterRefusalInWords } from './roster-refusal.ts'
import { shorten } from './shorten.ts'

/** What is wrong with a line, and what would help. */
export function importFaultInWords(fault: ImportFault): Mrkdwn {
  switch (fault.code) {
    case 'too-many-fields':
      return mrkdwn`It has more fields than the header. Put text with a separator in it into double quotes.`
    case 'nobody-given':
      return mrkdwn`It names nobody: give slack_user, email or name.`
    case 'invitation-needs-name':
      return mrkdwn`To invite somebody by e-mail, give their first name in the column name.`
    case 'invitation-one-group':
      return mrkdwn`An invitation leads into one group. Name one, and add the others later.`
    case 'status-not-here':
      return mrkdwn`The status is not changed by file. Use \`/astral athlete @name\`.`
    case 'not-mailed':
      return mrkdwn`Nobody in the club has that address, and there is no mail server to invite them with. Use \`/astral invite email\`.`
    case 'already-invited':
      return mrkdwn`Somebody with that address is invited already.`
    case 'own-coach':
      return mrkdwn`Nobody is their own coach.`
    case 'person-unknown':
      return mrkdwn`Nobody in the club is “${fault.text}”.`
    case 'name-ambiguous':
      return mrkdwn`Several people are called “${fault.text}”. Give slack_user or email.`
    case 'maybe-member':
      return mrkdwn`Nobody in the club is known by that address, but a member has that name. If it is them, give slack_user ${fault.text} and leave the address out.`
    case 'not-an-athlete':
      return mrkdwn`${fault.text} is in the club, but not as an athlete.`
    case 'suspended':
      return mrkdwn`${fault.text} is suspended and cannot be put into a group.`
    case 'email-malformed':
      return mrkdwn`“${fault.text}” is no e-mail address.`
    case 'group-unknown':
      return mrkdwn`There is no group called “${fault.text}”. Create it first.`
    case 'coach-unknown':
      return mrkdwn`No coach of the club is “${fault.text}”.`
    case 'coach-ambiguous':
      return mrkdwn`Several coaches are called “${fault.text}”. Give a Slack id or address.`
    case 'cannot-clear':
      return mrkdwn`A file adds in the column ${fault.column} and takes nobody out. Leave the field empty.`
    case 'twice':
      return mrkdwn`The same person stands in line ${fault.firstLine} already.`
    case 'attributes':
      return rosterRefusalInWords(fault.refusal)
  }
}

export function importChangeInWords(change: ImportChange): Mrkdwn {
  if (change.kind === 'invitation') {
    const into = change.group ? mrkdwn` into “${change.group.name}”` : mrkdwn``
    return mrkdwn`invited by e-mail${into}`
  }
  const { before, after } = change
  return joinMrkdwn(
    [
      ...(after
        ? attributeChanges(before, { ...after, labels: after.labels.map(label => label.label) })
        : []),
      ...change.groups.map(group => mrkdwn`into “${group.name}”`),
      ...change.coaches.map(coach => mrkdwn`coach: ${coach.name}`),
    ],
    ', ',
  )
}

export function outcomeInWords(outcome: ImportOutcome): Mrkdwn {
  if (outcome.kind === 'unchanged') return mrkdwn`nothing changes`
  return outcome.kind === 'fault' ? importFaultInWords(outcome.fault) : importChangeInWords(outcome.change)
}

/** Why a whole file is not read or not applied, and what to do. */
export function rosterImportRefusalInWords(refusal: RosterImportRefusal): Mrkdwn {
  switch (refusal.code) {
    case 'import-not-a-table':
      return mrkdwn`I cannot read this file as CSV. Save it as “CSV UTF-8”, one line for each athlete, and drop it again. Nothing was changed.`
    case 'import-too-large':
      return mrkdwn`A roster file may have ${refusal.lines} lines and 4 MB. Split it and drop the parts one after another. Nothing was changed.`
    case 'import-empty':
      return mrkdwn`There is no line below the header in it. \`/astral roster import\` says how the file looks.`
    case 'import-columns-unknown':
      return mrkdwn`I do not know the ${refusal.columns.length === 1 ? 'column' : 'columns'} ${shorten(
        refusal.columns.map(column => `“${column || ' '}”`).join(', '),
        300,
      )}. Known are: ${IMPORT_COLUMNS.join(', ')}. Rename or delete the rest, and drop the file again. Nothing was changed.`
    case 'import-column-twice':
      return mrkdwn`The column ${refusal.column} is there twice. Delete one, and drop the file again. Nothing was changed.`
    case 'import-names-nobody':
      return mrkdwn`No column says who each line is about. Add slack_user, email or name, and drop the file again. Nothing was changed.`
    case 'import-gone':
      return mrkdwn`That file is no longer here. Drop it again.`
    case 'import-expired':
      return mrkdwn`That was read more than 30 minutes ago, and the roster may have changed since. Drop the file again; nothing of it was applied.`
    case 'import-settled':
      return refusal.state === 'applied'
        ? mrkdwn`That file is applied already: nothing more to do.`
        : mrkdwn`That file was cancelled. Drop it again if you want it after all.`
    case 'import-stale': {
      const lines = refusal.lines.map(({ line, who }) => `line ${line} (${who})`).join(', ')
      const more = refusal.count > refusal.lines.length ? ' and more' : ''
      return mrkdwn`Nothing was applied: ${count(refusal.count, 'line')} of the file no longer fit, because somebody changed the roster meanwhile: ${shorten(lines, 1_200)}${more}. Drop the file again to see what it would do now.`
    }
  }
}
