import { z } from 'zod'

const optionSchema = z.object({ value: z.string() })

/** The shapes in which Slack gives back what an input holds; one key of these is present. */
const inputSchema = z
  .object({
    value: z.string().nullish(),
    selected_option: optionSchema.nullish(),
    selected_options: z.array(optionSchema).nullish(),
    selected_user: z.string().nullish(),
    selected_users: z.array(z.string()).nullish(),
    selected_channel: z.string().nullish(),
    selected_conversation: z.string().nullish(),
    selected_date: z.string().nullish(),
    selected_time: z.string().nullish(),
  })
  .loose()

export const stateSchema = z.object({ values: z.record(z.string(), z.record(z.string(), inputSchema)) })

/** What a form holds, by block id; each block has one input. */
export type FormValues = {
  /** The text, choice, date or person in a block; null when it is empty or not there. */
  text(blockId: string): string | null
  list(blockId: string): string[]
  all(): Record<string, string | null>
}

export function formValues(state: z.output<typeof stateSchema>): FormValues {
  const inputOf = (blockId: string) => Object.values(state.values[blockId] ?? {})[0]
  const text = (blockId: string): string | null => {
    const input = inputOf(blockId)
    return (
      input?.value ??
      input?.selected_option?.value ??
      input?.selected_user ??
      input?.selected_channel ??
      input?.selected_conversation ??
      input?.selected_date ??
      input?.selected_time ??
      null
    )
  }
  return {
    text,
    list(blockId) {
      const input = inputOf(blockId)
      return input?.selected_users ?? input?.selected_options?.map(option => option.value) ?? []
    },
    all: () => Object.fromEntries(Object.keys(state.values).map(blockId => [blockId, text(blockId)])),
  }
}
