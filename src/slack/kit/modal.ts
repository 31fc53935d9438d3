import { z } from 'zod'
import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { perform, type UseCase } from '#usecases/perform.ts'
import type { Message, ModalView } from '#views/message.ts'
import { inPlain } from '#views/mrkdwn.ts'
import { refusalInWords } from '#views/refusal.ts'
import { refusedModal } from '#views/refused.ts'
import type { SlackContext } from './context.ts'
import type { FormValues } from './form-values.ts'

/** Sentences by the block id of the input they belong to. */
export type FieldErrors = Readonly<Record<string, string>>

export type Submitted =
  | { kind: 'errors'; errors: FieldErrors }
  | { kind: 'update'; view: ModalView }
  | { kind: 'close'; dm?: Message }

/** A modal as a value, found by its callback id when it is submitted. */
export type Modal = {
  callbackId: string
  submit(context: SlackContext, values: FormValues, meta: unknown): Promise<Submitted>
}

/** A form: values → input (or field errors) → use case → closing view. */
export function modal<Meta extends z.ZodType, Input, Value, R extends Refusal>(described: {
  callbackId: string
  meta: Meta
  read: (
    values: FormValues,
    meta: z.output<Meta>,
    context: SlackContext,
  ) => Promise<Result<Input, FieldErrors>> | Result<Input, FieldErrors>
  useCase: UseCase<Input, Value, R>
  /** The field at which a refusal is shown; null shows it in place of the form. */
  fieldOf: (refusal: R) => string | null
  /** What is shown afterwards; null closes the modal. */
  done: (value: Value, meta: z.output<Meta>, context: SlackContext) => ModalView | null
}): Modal {
  return {
    callbackId: described.callbackId,
    async submit(context, values, rawMeta) {
      const meta = described.meta.parse(rawMeta)
      const input = await described.read(values, meta, context)
      if (!input.ok) return { kind: 'errors', errors: input.refusal }
      const done = await perform(
        context.deps.engine,
        { who: context.who, surface: 'modal' },
        described.useCase,
        input.value,
      )
      if (done.ok) {
        const view = described.done(done.value, meta, context)
        return view ? { kind: 'update', view } : { kind: 'close' }
      }
      const words = refusalInWords(done.refusal, context.units)
      const field = done.refusal.code === 'already-handled' ? null : described.fieldOf(done.refusal as R)
      if (field) return { kind: 'errors', errors: { [field]: inPlain(words) } }
      return { kind: 'update', view: refusedModal(words) }
    },
  }
}

/** For forms without context of their own. */
export const noMeta = z.object({}).loose()

/** Runs a form's fields through a schema whose keys are block ids; each fault becomes that field's error. */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
): Result<z.output<Schema>, FieldErrors> {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return ok(parsed.data)
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '')
    errors[field] ??= issue.message
  }
  return refuse(errors)
}
