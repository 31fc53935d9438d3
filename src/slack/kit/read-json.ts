import type { z } from 'zod'

/** What a button carries, or undefined where an old message holds something else. */
export function readJson<Schema extends z.ZodType>(
  schema: Schema,
  value: string,
): z.output<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(value)).data
  } catch {
    return undefined
  }
}
