import { parsePlan } from '#domain/plan/template/parse-plan.ts'
import type { PlanWeeks } from '#domain/plan/template/plan.ts'
import { csvRows, isPlanHeader, parsePlanCsv } from '#domain/plan/template/plan-csv.ts'
import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { readLibrary } from '#usecases/plan/read-library.ts'
import type { SlackContext } from './kit/context.ts'
import { type Misuse, misuse } from './kit/subcommand.ts'
import type { Word } from './kit/words.ts'

/** Reads a plan's text, or CSV, with the club's library at hand; before any transaction begins. */
export async function readPlanText(context: SlackContext, text: string): Promise<Result<PlanWeeks, Refusal>> {
  const library = await ask(context.deps.engine, context.who, readLibrary, {})
  if (!library.ok) return library
  return isPlanCsv(text) ? parsePlanCsv(text, library.value) : parsePlan(text, library.value)
}

export function isPlanCsv(text: string): boolean {
  const header = text.replace(/^\uFEFF/, '').split(/[\r\n]/, 1)[0] ?? ''
  return isPlanHeader(csvRows(header)[0]?.cells ?? [])
}

/** What a dropped table is, by its header: the roster's, unless it has the columns of a plan. */
export function csvKind(text: string): 'plan' | 'roster' {
  return isPlanCsv(text) ? 'plan' : 'roster'
}

/** Quoted words, or all plain words in a row. */
export function titlesTyped(words: readonly Word[]): string[] {
  const texts = words.filter(word => word.kind === 'text')
  const quoted = texts.filter(word => word.isQuoted).map(word => word.text)
  if (quoted.length > 0) return quoted
  return texts.length === 0 ? [] : [texts.map(word => word.text).join(' ')]
}

export function requirePlanTitle(words: readonly Word[]): Result<string, Misuse> {
  const [title] = titlesTyped(words)
  return title === undefined ? misuse('Which plan? Put its title in quotes.') : ok(title)
}

/** The plain words beside the title, as one text: `week 1 to 5`. */
export function besideTitle(words: readonly Word[]): string {
  return words
    .filter(word => word.kind === 'text' && !word.isQuoted)
    .map(word => word.text)
    .join(' ')
    .toLowerCase()
}
