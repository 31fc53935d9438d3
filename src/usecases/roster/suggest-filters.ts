import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import { searchKey } from '#domain/text/search-key.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listCoaches } from '#store/coach-store.ts'
import { listLabelsInUse } from '#store/read/roster-read.ts'
import type { UnitOfReading } from '../ask.ts'

const SUGGESTED = 50
/** More different labels than anybody keeps apart. */
const LABELS_READ = 2_000

export type SuggestedFilter = { value: string; name: string }

/** Labels in which what was typed occurs. */
export async function suggestLabels(
  { db, actor }: UnitOfReading,
  { typed }: { typed: string },
): Promise<Result<SuggestedFilter[], AccessRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const labels = await listLabelsInUse(db, coach.value.organizationId, LABELS_READ)
  return ok(
    matching(
      labels.map(({ label, key }) => ({ value: key, name: `@${label}` })),
      typed,
    ),
  )
}

/** Coaches by name; an assistant coach looks at their own athletes alone. */
export async function suggestCoaches(
  { db, actor }: UnitOfReading,
  { typed }: { typed: string },
): Promise<Result<SuggestedFilter[], AccessRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const { organizationId, accountId, roles } = coach.value
  if (!roles.has('head-coach')) return ok([{ value: accountId, name: 'My athletes' }])
  const coaches = await listCoaches(db, organizationId)
  return ok(
    matching(
      coaches.map(each => ({ value: each.accountId, name: each.displayName })),
      typed,
    ),
  )
}

function matching(all: readonly SuggestedFilter[], typed: string): SuggestedFilter[] {
  const key = searchKey(typed)
  return all.filter(({ name }) => searchKey(name).includes(key)).slice(0, SUGGESTED)
}
