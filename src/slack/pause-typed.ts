import { localDayAt } from '#domain/calendar/local-day.ts'
import { PAUSE_REASONS, type Pause, type PauseReason, type ResumeWay } from '#domain/plan/living/pause.ts'
import type { PlanRefusal } from '#domain/plan/template/plan-refusal.ts'
import { readStartDay } from '#domain/plan/template/start-day.ts'
import type { Instant, Zone } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Word } from './kit/words.ts'

/** What stands beside a person and a title in quotes. */
function plainWords(words: readonly Word[]): string {
  return words
    .filter(word => word.kind === 'text' && !word.isQuoted)
    .map(word => word.text)
    .join(' ')
    .toLowerCase()
    .trim()
}

const REASON_WORDS: Readonly<Record<string, PauseReason>> = {
  vacation: 'holiday',
  ill: 'illness',
  sick: 'illness',
}

/** `holiday until 2026-12-05`; undefined for what is neither a reason nor a day. */
export function readPauseTyped(
  words: readonly Word[],
  at: { now: Instant; zone: Zone },
): Result<Pause, PlanRefusal> | undefined {
  const read = /^(\p{L}*)\s*(?:(?:until|till|to)\s+(.+))?$/u.exec(plainWords(words))
  if (!read) return undefined
  const [, said = '', until] = read
  const reason = said === '' ? 'other' : (PAUSE_REASONS.find(each => each === said) ?? REASON_WORDS[said])
  if (!reason) return undefined
  if (until === undefined) return ok({ reason, untilOn: null })
  const on = readStartDay(until, localDayAt(at.now, at.zone))
  return on.ok ? ok({ reason, untilOn: on.value }) : on
}

/** `skip` or `shift`, or neither. */
export function readWayTyped(words: readonly Word[]): ResumeWay | null {
  const said = plainWords(words)
  return said === 'skip' || said === 'shift' ? said : null
}
