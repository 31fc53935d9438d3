import type { NotACoach, NotAMember, NotAnAthlete, NotTheHeadCoach, Suspended } from './access-refusal.ts'
import type { Actor } from './actor.ts'
import type { Role } from './role.ts'

/** Whom a row of the matrix tells apart. Roles are a set: whoever has several may what any of them may. */
export const STANDINGS = ['athlete', 'assistant-coach', 'head-coach', 'suspended', 'stranger'] as const
export type Standing = (typeof STANDINGS)[number]

/**
 * On what a permission hangs when it is neither `yes` nor `no`.
 * `own`: it is one's own. `group-owner`: one owns the group. `group-seen`: one is in the group, owns it, or it is
 * public. `group-shared`: it is shared with a group one is in. `assigned`: the athlete is in one's care.
 */
export type Condition = 'own' | 'group-owner' | 'group-seen' | 'group-shared' | 'assigned'
export type Cell = 'yes' | 'no' | Condition
export type Row = Readonly<Record<Standing, Cell>>

const COACHES: Row = row('no', 'yes', 'yes')
const HEAD_COACH: Row = row('no', 'no', 'yes')

/** The permission matrix: one row a deed, one cell a standing. Policies and `/astral can` read it. */
export const PERMISSIONS = {
  'group.create': COACHES,
  'group.edit': row('group-owner', 'yes', 'yes'),
  'group.see': row('group-seen', 'yes', 'yes'),
  'group.ask-to-join': row('yes', 'no', 'no'),
  'workout.create': COACHES,
  'plan.assign': row('no', 'assigned', 'yes'),
  'plan.live': row('own', 'assigned', 'yes'),
  'plan.group-week': COACHES,
  'availability.ask': COACHES,
  'board.post': row('group-owner', 'yes', 'yes'),
  'activity.log': row('yes', 'no', 'no'),
  'activity.read-own': row('own', 'own', 'own', 'own'),
  'activity.see': row('group-shared', 'yes', 'yes'),
  'activity.comment': row('group-shared', 'assigned', 'yes'),
  'profile.own': row('own', 'own', 'own', 'own'),
  'profile.others': COACHES,
  'notes.write': COACHES,
  'notes.read': row('no', 'own', 'yes'),
  invite: COACHES,
  'roster.see': COACHES,
  'assignments.see': row('no', 'own', 'yes'),
  'athlete.edit': row('no', 'assigned', 'yes'),
  'athlete.remove': HEAD_COACH,
  'coach.assign': HEAD_COACH,
  'coach.change': HEAD_COACH,
  'club.transfer': HEAD_COACH,
  'api-key': HEAD_COACH,
  settings: HEAD_COACH,
  'audit.own-deeds': row('no', 'yes', 'yes'),
  'audit.about-me': row('yes', 'yes', 'yes', 'yes'),
  'audit.all': HEAD_COACH,
  'privacy.tighten': row('own', 'own', 'own', 'own'),
} as const satisfies Record<string, Row>

export type PermittedDeed = keyof typeof PERMISSIONS
export const PERMITTED_DEEDS = Object.keys(PERMISSIONS) as readonly PermittedDeed[]

/** What is known of the case at hand; what is left out does not hold. */
export type Facts = {
  isOwn?: boolean
  isGroupOwner?: boolean
  isInGroup?: boolean
  isGroupPublic?: boolean
  isSharedWithGroup?: boolean
  isAssigned?: boolean
}

export type Forbidden =
  | NotAMember
  | Suspended
  | NotACoach
  | NotTheHeadCoach
  | NotAnAthlete
  | { code: 'only-if'; condition: Condition }

/** May this actor do this, in this case? Otherwise the reason why not. Astral itself may everything. */
export function may(actor: Actor, deed: PermittedDeed, facts: Facts = {}): { ok: true } | No {
  if (actor.kind === 'system') return { ok: true }
  const cells = cellsOf(actor, deed)
  if (cells.some(cell => cell === 'yes' || (cell !== 'no' && holds(cell, facts)))) return { ok: true }
  return { ok: false, refusal: reasonOf(actor, deed, cells) }
}
type No = { ok: false; refusal: Forbidden }

/** The cells that apply to somebody: one for each of their roles, or the one of the suspended and of strangers. */
export function cellsOf(actor: Exclude<Actor, { kind: 'system' }>, deed: PermittedDeed): Cell[] {
  const permission: Row = PERMISSIONS[deed]
  return standingsOf(actor).map(standing => permission[standing])
}

export function standingsOf(actor: Exclude<Actor, { kind: 'system' }>): Standing[] {
  if (actor.kind === 'stranger') return ['stranger']
  return actor.status === 'suspended' ? ['suspended'] : [...actor.roles].map(standingOf)
}

function standingOf(role: Role): Standing {
  return role
}

function holds(condition: Condition, facts: Facts): boolean {
  switch (condition) {
    case 'own':
      return facts.isOwn === true
    case 'group-owner':
      return facts.isGroupOwner === true
    case 'group-seen':
      return facts.isGroupOwner === true || facts.isInGroup === true || facts.isGroupPublic === true
    case 'group-shared':
      return facts.isOwn === true || facts.isSharedWithGroup === true
    case 'assigned':
      return facts.isAssigned === true
  }
}

function reasonOf(
  actor: Exclude<Actor, { kind: 'system' }>,
  deed: PermittedDeed,
  cells: readonly Cell[],
): Forbidden {
  if (actor.kind === 'stranger') return { code: 'not-a-member', isClaimed: actor.organizationId !== null }
  if (actor.status === 'suspended') return { code: 'suspended' }
  const condition = cells.find(cell => cell !== 'yes' && cell !== 'no')
  if (condition) return { code: 'only-if', condition }
  const permission: Row = PERMISSIONS[deed]
  if (permission['assistant-coach'] !== 'no') return { code: 'not-a-coach' }
  return permission['head-coach'] === 'no' ? { code: 'not-an-athlete' } : { code: 'not-the-head-coach' }
}

/** A row in the order of the table; strangers may nothing, and the suspended nothing unless said otherwise. */
function row(athlete: Cell, assistantCoach: Cell, headCoach: Cell, suspended: Cell = 'no'): Row {
  return { athlete, 'assistant-coach': assistantCoach, 'head-coach': headCoach, suspended, stranger: 'no' }
}
