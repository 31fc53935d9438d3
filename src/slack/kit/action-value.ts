import { z } from 'zod'

const option = z.object({ value: z.string() }).nullish()
const actionSchema = z
  .object({
    value: z.string().nullish(),
    selected_option: option,
    selected_user: z.string().nullish(),
    selected_channel: z.string().nullish(),
    selected_conversation: z.string().nullish(),
    selected_date: z.string().nullish(),
    selected_time: z.string().nullish(),
  })
  .loose()

/** The one value that a button, menu or select was pressed with; empty when it has none. */
export function valueOfAction(action: unknown): string {
  const parsed = actionSchema.parse(action)
  return (
    parsed.value ??
    parsed.selected_option?.value ??
    parsed.selected_user ??
    parsed.selected_channel ??
    parsed.selected_conversation ??
    parsed.selected_date ??
    parsed.selected_time ??
    ''
  )
}
