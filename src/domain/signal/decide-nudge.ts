import type { MemberStatus } from '#domain/organization/role.ts'
import { cleanNote } from '#domain/text/clean-text.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { SignalRefusal } from './signal-refusal.ts'

export const NUDGE_MAX = 1_000

/** The words of a coach to an athlete. Nobody is nudged twice a day, nor while they are not active. */
export function decideNudge(facts: {
  text: string
  name: string
  status: MemberStatus
  isNudgedToday: boolean
}): Result<string, SignalRefusal> {
  const { name } = facts
  if (facts.status !== 'active') return refuse({ code: 'athlete-not-active', name })
  if (facts.isNudgedToday) return refuse({ code: 'nudged-today', name })
  const text = cleanNote(facts.text)
  if (text === '') return refuse({ code: 'nudge-empty' })
  if (text.length > NUDGE_MAX)
    return refuse({ code: 'nudge-too-long', length: text.length, limit: NUDGE_MAX })
  return ok(text)
}
