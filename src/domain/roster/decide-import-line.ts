import { type EmailAddress, readEmailAddress } from '#domain/invitation/email-address.ts'
import { FIRST_NAME_MAX } from '#domain/invitation/email-invitation.ts'
import { nameKey } from '#domain/text/name-key.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { type Attributes, decideAttributes } from './decide-attributes.ts'
import type { ImportIndex } from './import-index.ts'
import type {
  ImportFault,
  ImportLine,
  ImportOutcome,
  ImportPerson,
  InvitationChange,
} from './roster-import.ts'

/** Alone in a cell it empties what the club keeps; an empty cell leaves it. */
export const CLEARS = '-'

/** What one line of a roster file does. Reads the lines in their order: whoever stands in two is a fault in the second. */
export function decideImportLine(index: ImportIndex, line: ImportLine): ImportOutcome {
  const { cells } = line
  const said = cells.name || cells.email || cells.slack_user || ''
  const outcome = (who: string, decided: Result<Decided, ImportFault>): ImportOutcome => {
    const place = { line: line.line, who: who.slice(0, 80) }
    if (!decided.ok) return { ...place, kind: 'fault', fault: decided.refusal }
    return decided.value === 'unchanged'
      ? { ...place, kind: 'unchanged' }
      : { ...place, kind: 'change', change: decided.value }
  }
  if (line.isTooLong) return outcome(said, refuse({ code: 'too-many-fields' }))
  const found = findPerson(index, line)
  if (!found.ok) return outcome(said, found)
  if ('key' in found.value) return outcome(said, decideInvited(index, line, found.value))
  return outcome(found.value.nickname ?? found.value.displayName, decideMember(index, line, found.value))
}

type Decided = Extract<ImportOutcome, { kind: 'change' }>['change'] | 'unchanged'

/** Whom a line is about: by Slack id, else by address, else by name. An address of nobody in the club is given back. */
function findPerson(
  { bySlackUser, byEmail, byName }: ImportIndex,
  { cells }: ImportLine,
): Result<ImportPerson | EmailAddress, ImportFault> {
  if (cells.slack_user) {
    const id = /[UW][A-Z0-9]{2,}/.exec(cells.slack_user)?.[0] ?? ''
    const person = bySlackUser.get(id)
    return person ? ok(person) : refuse({ code: 'person-unknown', text: cells.slack_user.slice(0, 80) })
  }
  const named = cells.name ? (byName.get(nameKey(cells.name)) ?? []) : []
  if (cells.email) {
    const email = readEmailAddress(cells.email)
    if (!email.ok) return refuse({ code: 'email-malformed', text: cells.email.slice(0, 80) })
    const person = byEmail.get(email.value.key)
    if (person) return ok(person)
    const [namesake] = named.filter(each => each.emailKey === null)
    return namesake ? refuse({ code: 'maybe-member', text: namesake.slackUserId }) : ok(email.value)
  }
  if (!cells.name) return refuse({ code: 'nobody-given' })
  const [person, another] = named
  if (!person) return refuse({ code: 'person-unknown', text: cells.name.slice(0, 80) })
  return another ? refuse({ code: 'name-ambiguous', text: cells.name.slice(0, 80) }) : ok(person)
}

function decideMember(
  index: ImportIndex,
  { line, cells }: ImportLine,
  person: ImportPerson,
): Result<Decided, ImportFault> {
  const first = firstLineOf(index, person.accountId, line)
  if (first !== line) return refuse({ code: 'twice', firstLine: first })
  if (!person.isAthlete) return refuse({ code: 'not-an-athlete', text: person.displayName })
  if (cells.status && nameKey(cells.status) !== person.status) return refuse({ code: 'status-not-here' })
  const attributes = decideOwnAttributes(cells, person)
  if (!attributes.ok) return attributes
  const groups = decideGroups(index, cells.groups)
  if (!groups.ok) return groups
  const newGroups = groups.value.filter(
    ({ groupId }) => !index.facts.inGroup.has(`${person.accountId} ${groupId}`),
  )
  if (newGroups.length > 0 && person.status === 'suspended') {
    return refuse({ code: 'suspended', text: person.displayName })
  }
  const coach = decideCoach(index, cells.coach)
  if (!coach.ok) return coach
  if (coach.value?.accountId === person.accountId) return refuse({ code: 'own-coach' })
  const coaches =
    coach.value && !index.facts.inCare.has(`${person.accountId} ${coach.value.accountId}`)
      ? [{ accountId: coach.value.accountId, name: coach.value.displayName }]
      : []
  if (attributes.value === null && newGroups.length + coaches.length === 0) return ok('unchanged')
  return ok({
    kind: 'athlete',
    accountId: person.accountId,
    name: person.nickname ?? person.displayName,
    seenVersion: person.version,
    before: {
      nickname: person.nickname,
      memberLevel: person.memberLevel,
      labels: person.labels.map(label => label.label),
    },
    after: attributes.value,
    groups: newGroups,
    coaches,
  })
}

/** Null where nothing changes. */
function decideOwnAttributes(
  cells: ImportLine['cells'],
  person: ImportPerson,
): Result<Attributes | null, ImportFault> {
  if (!cells.nickname && !cells.member_level && !cells.labels) return ok(null)
  const wanted = (cell: string | undefined, kept: string) => (cell === CLEARS ? '' : cell || kept)
  const decided = decideAttributes({
    nickname: wanted(cells.nickname, person.nickname ?? ''),
    memberLevel: wanted(cells.member_level, person.memberLevel ?? ''),
    labels: wanted(cells.labels, person.labels.map(label => label.label).join(' ')),
  })
  if (!decided.ok) return refuse({ code: 'attributes', refusal: decided.refusal })
  const { nickname, memberLevel, labels } = decided.value
  const keys = (list: Attributes['labels']) =>
    list
      .map(label => label.key)
      .sort()
      .join(' ')
  const isSame =
    nickname === person.nickname && memberLevel === person.memberLevel && keys(labels) === keys(person.labels)
  return ok(isSame ? null : decided.value)
}

function decideGroups(
  { groups }: ImportIndex,
  cell: string | undefined,
): Result<{ groupId: string; name: string }[], ImportFault> {
  if (cell === CLEARS) return refuse({ code: 'cannot-clear', column: 'groups' })
  const found = new Map<string, { groupId: string; name: string }>()
  for (const name of (cell ?? '').split(';')) {
    if (name.trim() === '') continue
    const group = groups.get(nameKey(name))
    if (!group) return refuse({ code: 'group-unknown', text: name.trim().slice(0, 80) })
    found.set(group.groupId, group)
  }
  return ok([...found.values()])
}

/** By Slack id, address or name, among those who coach. */
function decideCoach(index: ImportIndex, cell: string | undefined): Result<ImportPerson | null, ImportFault> {
  if (!cell) return ok(null)
  if (cell === CLEARS) return refuse({ code: 'cannot-clear', column: 'coach' })
  const text = cell.slice(0, 80)
  const email = readEmailAddress(cell)
  const candidates = [
    index.bySlackUser.get(cell.replace(/^<?@|>$/g, '')),
    email.ok ? index.byEmail.get(email.value.key) : undefined,
    ...(index.byName.get(nameKey(cell.replace(/^@/, ''))) ?? []),
  ].filter(person => person?.isCoach && person.status !== 'suspended')
  const coaches = [...new Set(candidates)]
  if (coaches.length > 1) return refuse({ code: 'coach-ambiguous', text })
  return coaches[0] ? ok(coaches[0]) : refuse({ code: 'coach-unknown', text })
}

function decideInvited(
  index: ImportIndex,
  { line, cells }: ImportLine,
  email: EmailAddress,
): Result<InvitationChange, ImportFault> {
  const first = firstLineOf(index, email.key, line)
  if (first !== line) return refuse({ code: 'twice', firstLine: first })
  if (!index.facts.isMailed) return refuse({ code: 'not-mailed' })
  if (index.facts.invited.has(email.key)) return refuse({ code: 'already-invited' })
  const firstName = (cells.name || cells.nickname || '').slice(0, FIRST_NAME_MAX)
  if (firstName === '' || firstName === CLEARS) return refuse({ code: 'invitation-needs-name' })
  const groups = decideGroups(index, cells.groups)
  if (!groups.ok) return groups
  if (groups.value.length > 1) return refuse({ code: 'invitation-one-group' })
  return ok({
    kind: 'invitation',
    firstName,
    address: email.address,
    addressKey: email.key,
    group: groups.value[0] ?? null,
  })
}

function firstLineOf({ firstLines }: ImportIndex, key: string, line: number): number {
  const first = firstLines.get(key) ?? line
  firstLines.set(key, first)
  return first
}
