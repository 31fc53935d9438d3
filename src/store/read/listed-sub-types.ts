import { type RawBuilder, sql } from 'kysely'
import { RUN_SUB_TYPES, type SubType } from '#domain/activity/sub-type.ts'

/** Runs are what is nearly always asked for: their names stand in the statement itself, once for all. */
const RUNS = sql.raw(RUN_SUB_TYPES.map(name => `'${name}'`).join(', '))

/** What `sub_type in (…)` is to hold: runs unless asked otherwise. */
export function listedSubTypes(subTypes?: readonly SubType[]): RawBuilder<unknown> {
  return subTypes ? sql.join([...subTypes]) : RUNS
}
