import { z } from 'zod'

/** Standards of road racing: for each sex and age the seconds over each of the distances, which rise. */
export type AgeStandards = {
  meters: readonly number[]
  standards: Record<'male' | 'female', Record<string, readonly number[]>>
}

/** A table of standards is far smaller. */
const MAX_CHARACTERS = 5_000_000

const STANDARDS = z.object({
  stdSec: z.record(z.string().regex(/^\d{1,3}$/), z.array(z.number().positive()).min(1)),
})

const FILE = z.object({
  distances: z.array(z.object({ km: z.number().positive() })).min(1),
  male: STANDARDS,
  female: STANDARDS,
})

/**
 * The operator's standards of road racing in the text of their file. Throws an `AgeGradeFault` that says what is wrong:
 * a table that is half right grades half the club wrongly.
 */
export function parseAgeStandards(text: string): AgeStandards {
  if (text.length > MAX_CHARACTERS) throw new AgeGradeFault('it is too large to be one')
  const parsed = FILE.safeParse(jsonIn(text))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new AgeGradeFault(`${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'not understood'}`)
  }
  const { distances, male, female } = parsed.data
  const meters = distances.map(({ km }) => km * 1_000)
  if (meters.some((distance, at) => distance <= (meters[at - 1] ?? 0))) {
    throw new AgeGradeFault('its distances must rise')
  }
  for (const [sex, { stdSec }] of Object.entries({ male, female })) {
    for (const [age, standards] of Object.entries(stdSec)) {
      if (standards.length !== meters.length) {
        throw new AgeGradeFault(
          `${sex}.stdSec.${age} has ${standards.length} standards for ${meters.length} distances`,
        )
      }
    }
  }
  return { meters, standards: { male: male.stdSec, female: female.stdSec } }
}

export class AgeGradeFault extends Error {
  override name = 'AgeGradeFault'
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AgeGradeFault('it is not JSON')
  }
}
