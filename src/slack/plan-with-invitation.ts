import { isLocalDay } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { AskedPlan } from '#usecases/plan/invited-plan.ts'
import { type Misuse, misuse } from './kit/subcommand.ts'
import type { Word } from './kit/words.ts'

export type PlanTyped = { plan: AskedPlan | null; rest: Word[] }

const WHEN_WORDS = 2

/**
 * Takes the plan out of what was typed: what is in quotes behind the word `plan`, or, where quotes mean nothing else, the
 * second thing in quotes; and behind it `from monday`, `from 2026-12-07` or `race 2027-04-25`. Without quotes there is
 * none: groups have names of many words.
 */
export function readInvitedPlan(
  words: readonly Word[],
  { isSecondQuoted }: { isSecondQuoted: boolean },
): Result<PlanTyped, Misuse> {
  const rest = [...words]
  const title = takeTitle(rest, isSecondQuoted)
  if (title === null) return ok({ plan: null, rest })
  const at = rest.findIndex(word => isKey(word, 'from') || isKey(word, 'race'))
  const said = at < 0 ? [] : rest.splice(at, 1 + lengthOfWhen(rest, at))
  const when = readPlanStart(said.map(word => word.text).join(' '))
  return when.ok ? ok({ plan: { which: { title }, ...when.value }, rest }) : when
}

/** `from next monday` and `from race 2027-04-25` have two words behind them, the others one. */
function lengthOfWhen(words: readonly Word[], at: number): number {
  const next = words[at + 1]
  return isKey(next, 'next') || isKey(next, 'race') ? WHEN_WORDS : 1
}

/** `from monday`, `2026-12-07`, `race 2027-04-25`; nothing for the next Monday. */
export function readPlanStart(typed: string): Result<Pick<AskedPlan, 'from' | 'race'>, Misuse> {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^from\b ?/, '')
  if (text === '') {
    return typed.trim() === ''
      ? ok({ from: null, race: null })
      : misuse('From when? Write from monday, from 2026-12-07 or race 2027-04-25.')
  }
  const race = /^race(?: on)?(?: (.*))?$/.exec(text)
  if (!race) return ok({ from: text, race: null })
  const day = race[1] ?? ''
  if (!isLocalDay(day)) return misuse('When is the race? Write it as race 2027-04-25.')
  return ok({ from: null, race: day })
}

function takeTitle(rest: Word[], isSecondQuoted: boolean): string | null {
  const key = rest.findIndex((word, index) => isKey(word, 'plan') && isQuoted(rest[index + 1]))
  if (key >= 0) return rest.splice(key, 2)[1]?.text ?? null
  const quoted = rest.flatMap((word, index) => (isQuoted(word) ? [index] : []))
  const second = quoted[1]
  return second === undefined || !isSecondQuoted ? null : (rest.splice(second, 1)[0]?.text ?? null)
}

function isKey(word: Word | undefined, key: string): boolean {
  return word?.kind === 'text' && !word.isQuoted && word.text.toLowerCase() === key
}

function isQuoted(word: Word | undefined): boolean {
  return word?.kind === 'text' && word.isQuoted
}
