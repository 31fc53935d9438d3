import { readPlanHead } from '#domain/plan/template/plan-head.ts'
import { perform } from '#usecases/perform.ts'
import { createPlan } from '#usecases/plan/create-plan.ts'
import { fileRefusalInWords } from '#views/file-refusal.ts'
import { type Message, words } from '#views/message.ts'
import { planSavedFromFile } from '#views/plan-text.ts'
import { refusalInWords } from '#views/refusal.ts'
import type { SlackContext } from '../kit/context.ts'
import { csvKind, readPlanText } from '../plan-typed.ts'
import type { DroppedFile } from './direct-message.ts'
import { fetchFile } from './fetch-file.ts'
import type { Reply } from './reply.ts'

/** A plan as text is small; what is longer is none. */
const PLAN_BYTES = 200_000
/** As a plan's text does at its beginning or after head lines; notes of other kinds are no plans. */
const NAMES_A_WEEK = /^\s*week\s+\d/im

/** Which of the files are plans: texts that name a week, and tables whose header is a plan's. */
export async function plansAmong(
  context: SlackContext,
  files: readonly DroppedFile[],
): Promise<ReadonlySet<DroppedFile>> {
  const plans = new Set<DroppedFile>()
  for (const file of files) {
    const isText = /\.txt$/i.test(file.name ?? '')
    const isTable = /\.(csv|tsv)$/i.test(file.name ?? '')
    if ((!isText && !isTable) || (file.size ?? 0) > PLAN_BYTES) continue
    const bytes = await fetchFile(context.client, file)
    if (!bytes.ok) continue
    const text = new TextDecoder().decode(bytes.value)
    if (isText ? NAMES_A_WEEK.test(text) : csvKind(text) === 'plan') plans.add(file)
  }
  return plans
}

/** Saves each dropped plan under the title it gives itself, or its file's name; what cannot be read is said, and nothing of it is kept. */
export async function answerPlans(
  context: SlackContext,
  files: Iterable<DroppedFile>,
  eventId: string,
  reply: Reply,
): Promise<void> {
  for (const file of files) await reply.post(await savedPlan(context, file, `${eventId}:${file.id}`))
}

async function savedPlan(context: SlackContext, file: DroppedFile, requestKey: string): Promise<Message> {
  if ((file.size ?? 0) > PLAN_BYTES) {
    return words(refusalInWords({ code: 'plan-text-too-long', limit: PLAN_BYTES }))
  }
  const bytes = await fetchFile(context.client, file)
  if (!bytes.ok) return words(fileRefusalInWords(bytes.refusal))
  const read = readPlanHead(new TextDecoder().decode(bytes.value))
  if (!read.ok) return words(refusalInWords(read.refusal))
  const { head } = read.value
  const weeks = await readPlanText(context, read.value.weeks)
  if (!weeks.ok) return words(refusalInWords(weeks.refusal))
  const fileName = (file.name ?? '').replace(/\.[a-z]+$/i, '').replaceAll('_', ' ')
  const done = await perform(
    context.deps.engine,
    { who: context.who, surface: 'file', requestKey },
    createPlan,
    {
      title: head.title ?? fileName,
      level: head.level ?? 'intermediate',
      visibility: head.visibility ?? 'coaches',
      weeks: weeks.value,
    },
  )
  return done.ok ? planSavedFromFile(done.value) : words(refusalInWords(done.refusal))
}
