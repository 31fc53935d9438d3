import type { AccessRefusal } from '#domain/organization/access-refusal.ts'
import {
  type Cell,
  cellsOf,
  type Facts,
  may,
  PERMITTED_DEEDS,
  type PermittedDeed,
  type Standing,
  standingsOf,
} from '#domain/organization/permission-matrix.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { UnitOfReading } from '../ask.ts'

export type WhatIMay = {
  standings: readonly Standing[]
  /** False while the workspace has no club. */
  isClaimed: boolean
  rows: { deed: PermittedDeed; answer: Exclude<Cell, 'no'> | AccessRefusal }[]
}

const EVERYTHING_HOLDS: Facts = {
  isOwn: true,
  isGroupOwner: true,
  isInGroup: true,
  isGroupPublic: true,
  isSharedWithGroup: true,
  isAssigned: true,
}

/** The rows of the permission matrix as they are for the asker: yes, on what condition, or why not. */
export async function whatMayIDo(
  { actor }: UnitOfReading,
  _input: Record<string, never>,
): Promise<Result<WhatIMay, never>> {
  if (actor.kind === 'system') return ok({ standings: [], isClaimed: true, rows: [] })
  const rows = PERMITTED_DEEDS.map(deed => {
    const decided = may(actor, deed, EVERYTHING_HOLDS)
    if (!decided.ok && decided.refusal.code !== 'only-if') return { deed, answer: decided.refusal }
    const cells = cellsOf(actor, deed)
    const condition = cells.find(cell => cell !== 'yes' && cell !== 'no')
    return { deed, answer: cells.includes('yes') ? 'yes' : (condition ?? 'yes') } as const
  })
  return ok({ standings: standingsOf(actor), isClaimed: actor.organizationId !== null, rows })
}
