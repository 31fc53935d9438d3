import type { Actor } from '#domain/organization/actor.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Result } from '#kernel/result.ts'
import { findActor } from '#store/actor-store.ts'
import type { Reading } from '#store/db.ts'
import type { Engine, Identity } from './perform.ts'

export type UnitOfReading = {
  db: Reading
  actor: Actor
  now: Instant
}

export type Query<Input, Value, Refusal> = (
  unit: UnitOfReading,
  input: Input,
) => Promise<Result<Value, Refusal>>

/** Answers one question: finds who asks, then runs the query. Writes nothing. */
export async function ask<Input, Value, Refusal>(
  engine: Pick<Engine, 'db' | 'businessNow'>,
  who: Identity,
  query: Query<Input, Value, Refusal>,
  input: Input,
): Promise<Result<Value, Refusal>> {
  const actor = await findActor(engine.db, who)
  return query({ db: engine.db, actor, now: engine.businessNow() }, input)
}
