import type { MemberStatus } from '#domain/organization/role.ts'
import type { AccountId } from '#kernel/ids.ts'
import { MINUTE_MS } from '#kernel/instant.ts'
import type { Attributes, Label } from './decide-attributes.ts'
import type { AttributesData } from './roster-event.ts'
import type { RosterRefusal } from './roster-refusal.ts'

/** Lines a roster file may have below its header. */
export const IMPORT_LINES_MAX = 10_000
export const IMPORT_BYTES_MAX = 4 * 1024 * 1024
/** How long the buttons of a read file are good. */
export const IMPORT_VALID_MS = 30 * MINUTE_MS

/** The columns by the name under which the roster is also exported. */
export const IMPORT_COLUMNS = [
  'name',
  'slack_user',
  'email',
  'nickname',
  'status',
  'member_level',
  'labels',
  'groups',
  'coach',
] as const
export type ImportColumn = (typeof IMPORT_COLUMNS)[number]

/** One line below the header, by column; `line` as spreadsheets number it. */
export type ImportLine = {
  line: number
  cells: Readonly<Partial<Record<ImportColumn, string>>>
  /** It has more fields than the header. */
  isTooLong: boolean
}

/** A present member as the lines are compared with. */
export type ImportPerson = {
  accountId: AccountId
  slackUserId: string
  displayName: string
  nickname: string | null
  /** Under which two spellings are one; null where Slack did not tell it. */
  emailKey: string | null
  status: MemberStatus
  isAthlete: boolean
  isCoach: boolean
  memberLevel: string | null
  labels: Label[]
  version: number
}

export type ImportFacts = {
  people: readonly ImportPerson[]
  groups: readonly { groupId: string; name: string }[]
  /** `account group` of everybody who is in one. */
  inGroup: ReadonlySet<string>
  /** `athlete coach` of all who are in somebody's care. */
  inCare: ReadonlySet<string>
  /** Addresses, by their key, whose invitation waits for an answer. */
  invited: ReadonlySet<string>
  /** Is there a mail server? Without one nobody can be invited from a file. */
  isMailed: boolean
}

export type AthleteChange = {
  kind: 'athlete'
  accountId: string
  name: string
  seenVersion: number
  before: AttributesData
  /** Null where the file leaves name, level and labels as they are. */
  after: Attributes | null
  groups: { groupId: string; name: string }[]
  coaches: { accountId: string; name: string }[]
}
export type InvitationChange = {
  kind: 'invitation'
  firstName: string
  address: string
  addressKey: string
  group: { groupId: string; name: string } | null
}
export type ImportChange = AthleteChange | InvitationChange

export type ImportFault =
  | { code: 'too-many-fields' | 'nobody-given' | 'invitation-needs-name' | 'invitation-one-group' }
  | { code: 'status-not-here' | 'not-mailed' | 'already-invited' | 'own-coach' }
  | {
      code: 'person-unknown' | 'name-ambiguous' | 'maybe-member' | 'not-an-athlete' | 'suspended'
      text: string
    }
  | { code: 'email-malformed' | 'group-unknown' | 'coach-unknown' | 'coach-ambiguous'; text: string }
  | { code: 'cannot-clear'; column: ImportColumn }
  | { code: 'twice'; firstLine: number }
  | { code: 'attributes'; refusal: RosterRefusal }

/** What one line does, or why it does nothing. */
export type ImportOutcome = { line: number; who: string } & (
  | { kind: 'change'; change: ImportChange }
  | { kind: 'unchanged' }
  | { kind: 'fault'; fault: ImportFault }
)

export type RosterImportRefusal =
  | { code: 'import-not-a-table' }
  | { code: 'import-too-large'; lines: number }
  | { code: 'import-empty' }
  | { code: 'import-columns-unknown'; columns: string[] }
  | { code: 'import-column-twice'; column: string }
  | { code: 'import-names-nobody' }
  | { code: 'import-gone' }
  | { code: 'import-expired' }
  | { code: 'import-settled'; state: 'applied' | 'cancelled' }
  /** Somebody changed what these lines would change; lines are the first of them, `count` is of all. */
  | { code: 'import-stale'; lines: { line: number; who: string }[]; count: number }

export type ImportCounts = { athletes: number; invitations: number; unchanged: number; faults: number }

export function countOutcomes(outcomes: readonly ImportOutcome[]): ImportCounts {
  const counts = { athletes: 0, invitations: 0, unchanged: 0, faults: 0 }
  for (const outcome of outcomes) {
    if (outcome.kind === 'fault') counts.faults += 1
    else if (outcome.kind === 'unchanged') counts.unchanged += 1
    else if (outcome.change.kind === 'athlete') counts.athletes += 1
    else counts.invitations += 1
  }
  return counts
}
