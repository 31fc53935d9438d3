import type { Actor } from '#domain/organization/actor.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { UnitOfReading } from '../ask.ts'

/** Who the asker is here, with their roles. */
export async function whoAmI({ actor }: UnitOfReading): Promise<Result<Actor, never>> {
  return ok(actor)
}
