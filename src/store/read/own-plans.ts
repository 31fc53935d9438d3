import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { LocalDay } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'
import { listSessionsOf } from './session-read.ts'

const EVER = { from: '0001-01-01', to: '9999-12-31' } as Readonly<Record<'from' | 'to', LocalDay>>

/** The plans somebody was on, with every session, for their own copy of their data. */
export async function readOwnPlans(db: Reading, organizationId: OrganizationId, accountId: AccountId) {
  const enrollments = await db
    .selectFrom('enrollments')
    .select([
      'id',
      'title',
      'weeks',
      'start_on',
      'first_on',
      'last_on',
      'race_on',
      'state',
      'state_on',
      'created_at',
    ])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute()
  const sessions = await listSessionsOf(db, organizationId, accountId, EVER.from, EVER.to)
  return enrollments.map(({ id, ...enrollment }) => ({
    ...enrollment,
    sessions: sessions
      .filter(session => session.enrollmentId === id)
      .map(({ on, text, title, note }) => ({ on, text, title, note })),
  }))
}
