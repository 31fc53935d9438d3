import { ok, type Result, refuse } from '#kernel/result.ts'
import type { NotACoach, NotAMember, NotAnAthlete, NotTheHeadCoach, Suspended } from './access-refusal.ts'
import type { Actor, Member } from './actor.ts'

/** Permission is a type that only this file can make: a function that takes a `Coach` cannot be called without one. */
declare const proof: unique symbol
export type ActiveMember = Member & { readonly [proof]: 'active' }
export type Coach = Member & { readonly [proof]: 'coach' }
export type HeadCoach = Member & { readonly [proof]: 'head-coach' }
export type Athlete = Member & { readonly [proof]: 'athlete' }

export type {
  AccessRefusal,
  NotACoach,
  NotAMember,
  NotAnAthlete,
  NotTheHeadCoach,
  Suspended,
} from './access-refusal.ts'

/** Anybody in the club, suspended or not: for reading one's own data. */
export function requireMember(actor: Actor): Result<Member, NotAMember> {
  if (actor.kind === 'member') return ok(actor)
  return refuse({ code: 'not-a-member', isClaimed: actor.organizationId !== null })
}

export function requireActiveMember(actor: Actor): Result<ActiveMember, NotAMember | Suspended> {
  const member = requireMember(actor)
  if (!member.ok) return member
  if (member.value.status === 'suspended') return refuse({ code: 'suspended' })
  return ok(member.value as ActiveMember)
}

export function requireCoach(actor: Actor): Result<Coach, NotAMember | Suspended | NotACoach> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  return isCoach(member.value) ? ok(member.value as Member as Coach) : refuse({ code: 'not-a-coach' })
}

export function requireHeadCoach(actor: Actor): Result<HeadCoach, NotAMember | Suspended | NotTheHeadCoach> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  return member.value.roles.has('head-coach')
    ? ok(member.value as Member as HeadCoach)
    : refuse({ code: 'not-the-head-coach' })
}

export function requireAthlete(actor: Actor): Result<Athlete, NotAMember | Suspended | NotAnAthlete> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  return member.value.roles.has('athlete')
    ? ok(member.value as Member as Athlete)
    : refuse({ code: 'not-an-athlete' })
}

export function isCoach(actor: Actor): boolean {
  return actor.kind === 'member' && (actor.roles.has('head-coach') || actor.roles.has('assistant-coach'))
}
