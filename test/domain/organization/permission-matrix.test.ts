import { describe, expect, it } from 'vitest'
import type { Actor } from '#domain/organization/actor.ts'
import {
  type Cell,
  type Condition,
  type Facts,
  may,
  PERMISSIONS,
  PERMITTED_DEEDS,
  type PermittedDeed,
  STANDINGS,
  type Standing,
} from '#domain/organization/permission-matrix.ts'
import type { Role } from '#domain/organization/role.ts'
import type { AccountId, OrganizationId, SlackTeamId, SlackUserId } from '#kernel/ids.ts'
import { zone } from '#kernel/instant.ts'

/** The product's table, written out by hand: athlete, assistant coach, head coach, suspended, stranger. */
const TABLE: Record<PermittedDeed, readonly [Cell, Cell, Cell, Cell, Cell]> = {
  'group.create': ['no', 'yes', 'yes', 'no', 'no'],
  'group.edit': ['group-owner', 'yes', 'yes', 'no', 'no'],
  'group.see': ['group-seen', 'yes', 'yes', 'no', 'no'],
  'group.ask-to-join': ['yes', 'no', 'no', 'no', 'no'],
  'board.post': ['group-owner', 'yes', 'yes', 'no', 'no'],
  'workout.create': ['no', 'yes', 'yes', 'no', 'no'],
  'plan.assign': ['no', 'assigned', 'yes', 'no', 'no'],
  'plan.live': ['own', 'assigned', 'yes', 'no', 'no'],
  'plan.group-week': ['no', 'yes', 'yes', 'no', 'no'],
  'availability.ask': ['no', 'yes', 'yes', 'no', 'no'],
  'activity.log': ['yes', 'no', 'no', 'no', 'no'],
  'activity.read-own': ['own', 'own', 'own', 'own', 'no'],
  'activity.see': ['group-shared', 'yes', 'yes', 'no', 'no'],
  'activity.comment': ['group-shared', 'assigned', 'yes', 'no', 'no'],
  'profile.own': ['own', 'own', 'own', 'own', 'no'],
  'profile.others': ['no', 'yes', 'yes', 'no', 'no'],
  'notes.write': ['no', 'yes', 'yes', 'no', 'no'],
  'notes.read': ['no', 'own', 'yes', 'no', 'no'],
  invite: ['no', 'yes', 'yes', 'no', 'no'],
  'roster.see': ['no', 'yes', 'yes', 'no', 'no'],
  'assignments.see': ['no', 'own', 'yes', 'no', 'no'],
  'athlete.edit': ['no', 'assigned', 'yes', 'no', 'no'],
  'athlete.remove': ['no', 'no', 'yes', 'no', 'no'],
  'coach.assign': ['no', 'no', 'yes', 'no', 'no'],
  'coach.change': ['no', 'no', 'yes', 'no', 'no'],
  'club.transfer': ['no', 'no', 'yes', 'no', 'no'],
  'api-key': ['no', 'no', 'yes', 'no', 'no'],
  settings: ['no', 'no', 'yes', 'no', 'no'],
  'audit.own-deeds': ['no', 'yes', 'yes', 'no', 'no'],
  'audit.about-me': ['yes', 'yes', 'yes', 'yes', 'no'],
  'audit.all': ['no', 'no', 'yes', 'no', 'no'],
  'privacy.tighten': ['own', 'own', 'own', 'own', 'no'],
}

const CELLS = PERMITTED_DEEDS.flatMap(deed =>
  STANDINGS.map((standing, column) => [deed, standing, TABLE[deed][column] ?? 'no'] as const),
)

/** The facts that fulfil a condition, one at a time. */
const FULFILLED: Record<Condition, readonly Facts[]> = {
  own: [{ isOwn: true }],
  'group-owner': [{ isGroupOwner: true }],
  'group-seen': [{ isInGroup: true }, { isGroupOwner: true }, { isGroupPublic: true }],
  'group-shared': [{ isSharedWithGroup: true }, { isOwn: true }],
  assigned: [{ isAssigned: true }],
}
const ALL_FACTS: Facts = Object.assign({}, ...Object.values(FULFILLED).flat())

function member(roles: readonly Role[], status: 'active' | 'suspended' = 'active'): Actor {
  return {
    kind: 'member',
    organizationId: 'o' as OrganizationId,
    accountId: 'a' as AccountId,
    slackUserId: 'U0' as SlackUserId,
    displayName: 'A',
    zone: zone('Europe/Oslo'),
    status,
    roles: new Set(roles),
  }
}

const STRANGER: Actor = {
  kind: 'stranger',
  organizationId: 'o' as OrganizationId,
  slackTeamId: 'T0' as SlackTeamId,
  slackUserId: 'U0' as SlackUserId,
}

function actorAs(standing: Standing): Actor {
  if (standing === 'stranger') return STRANGER
  return standing === 'suspended' ? member(['athlete', 'head-coach'], 'suspended') : member([standing])
}

describe('the permission matrix', () => {
  it.each(CELLS)('%s by %s: %s', (deed, standing, cell) => {
    expect(PERMISSIONS[deed][standing]).toBe(cell)
    const actor = actorAs(standing)
    if (cell === 'yes') expect(may(actor, deed)).toEqual({ ok: true })
    else if (cell === 'no') expect(may(actor, deed, ALL_FACTS).ok).toBe(false)
    else {
      for (const facts of FULFILLED[cell]) expect(may(actor, deed, facts)).toEqual({ ok: true })
      const refusal = standing === 'suspended' ? { code: 'suspended' } : { code: 'only-if', condition: cell }
      expect(may(actor, deed)).toEqual({ ok: false, refusal })
      const others = Object.entries(FULFILLED).filter(([name]) => name !== cell)
      const unfulfilled = others.flatMap(([, facts]) => facts).filter(facts => !fulfils(cell, facts))
      for (const facts of unfulfilled) expect(may(actor, deed, facts).ok).toBe(false)
    }
  })

  it('gives whoever has several roles what any of them may', () => {
    const runningCoach = member(['athlete', 'assistant-coach'])
    expect(may(runningCoach, 'activity.log').ok).toBe(true)
    expect(may(runningCoach, 'group.create').ok).toBe(true)
    expect(may(runningCoach, 'athlete.remove').ok).toBe(false)
  })

  it.each([
    ['group.create', member(['athlete']), { code: 'not-a-coach' }],
    ['athlete.remove', member(['assistant-coach']), { code: 'not-the-head-coach' }],
    ['activity.log', member(['head-coach']), { code: 'not-an-athlete' }],
    ['group.create', member(['head-coach'], 'suspended'), { code: 'suspended' }],
    ['group.see', STRANGER, { code: 'not-a-member', isClaimed: true }],
    ['group.see', { ...STRANGER, organizationId: null }, { code: 'not-a-member', isClaimed: false }],
  ] as const)('says of %s why not', (deed, actor, refusal) => {
    expect(may(actor, deed, ALL_FACTS)).toEqual({ ok: false, refusal })
  })
})

function fulfils(condition: Condition, facts: Facts): boolean {
  return FULFILLED[condition].some(each => JSON.stringify(each) === JSON.stringify(facts))
}
