import { sql } from 'kysely'
import type { InvitationFunnel, PendingInvitation } from '#domain/invitation/invitation-list.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'
import { shownNameOf } from '../shown-name.ts'

/** Invitations that wait for an answer, in Slack and by e-mail, newest first; `offset` leaves out so many. */
export async function listPendingOfAllKinds(
  db: Reading,
  organizationId: OrganizationId,
  page: { limit: number; offset: number },
  now: Instant,
): Promise<PendingInvitation[]> {
  const inSlack = db
    .selectFrom('invitations as i')
    .innerJoin('accounts as a', 'a.id', 'i.invitee_id')
    .innerJoin('accounts as coach', 'coach.id', 'i.inviter_id')
    .leftJoin('groups as g', 'g.id', 'i.group_id')
    .where('i.organization_id', '=', organizationId)
    .where('i.state', '=', 'pending')
    .where(({ or, eb }) => or([eb('i.expires_at', 'is', null), eb('i.expires_at', '>', now)]))
    .select([
      sql<'slack' | 'email'>`'slack'`.as('kind'),
      'i.id as id',
      shownNameOf('a', organizationId).as('name'),
      sql<string | null>`null`.as('address'),
      shownNameOf('coach', organizationId).as('inviter'),
      'g.name as group_name',
      'i.created_at as sent_at',
      'i.seen_at',
    ])
  const byMail = db
    .selectFrom('email_invitations as e')
    .innerJoin('accounts as coach', 'coach.id', 'e.inviter_id')
    .leftJoin('groups as g', 'g.id', 'e.group_id')
    .where('e.organization_id', '=', organizationId)
    .where('e.state', '=', 'pending')
    .where('e.invitation_id', 'is', null)
    .where(({ or, eb }) => or([eb('e.expires_at', 'is', null), eb('e.expires_at', '>', now)]))
    .select([
      sql<'slack' | 'email'>`'email'`.as('kind'),
      'e.id as id',
      'e.first_name as name',
      'e.address',
      shownNameOf('coach', organizationId).as('inviter'),
      'g.name as group_name',
      'e.sent_at',
      'e.seen_at',
    ])
  const rows = await inSlack
    .unionAll(byMail)
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return rows.map(row => ({
    kind: row.kind,
    id: row.id,
    name: row.name,
    address: row.address,
    inviterName: row.inviter,
    groupName: row.group_name,
    sentAt: row.sent_at as Instant,
    isSeen: row.seen_at !== null,
  }))
}

/** How far all personal invitations got; one by e-mail that led to one in Slack is one. */
export async function countInvitations(
  db: Reading,
  organizationId: OrganizationId,
  now: Instant,
): Promise<InvitationFunnel> {
  const inSlack = await db
    .selectFrom('invitations')
    .where('organization_id', '=', organizationId)
    .where('via', 'in', ['slack', 'email'])
    .groupBy(({ ref }) => [ref('state'), isOver(now)])
    .select(expression => [
      'state',
      isOver(now).as('is_over'),
      expression.fn.countAll<number>().as('sent'),
      expression.fn.count<number>('seen_at').as('seen'),
    ])
    .execute()
  const byMail = await db
    .selectFrom('email_invitations')
    .where('organization_id', '=', organizationId)
    .where('invitation_id', 'is', null)
    .groupBy(({ ref }) => [ref('state'), isOver(now)])
    .select(expression => [
      'state',
      isOver(now).as('is_over'),
      expression.fn.countAll<number>().as('sent'),
      expression.fn.count<number>('seen_at').as('seen'),
    ])
    .execute()
  const rows = [...inSlack, ...byMail].map(row => ({
    ...row,
    state: row.state === 'pending' && Number(row.is_over) === 1 ? 'expired' : row.state,
  }))
  const sum = (which: 'sent' | 'seen', state: string | null) =>
    rows
      .filter(row => state === null || row.state === state)
      .reduce((total, row) => total + Number(row[which]), 0)
  return {
    sent: sum('sent', null),
    seen: sum('seen', null),
    accepted: sum('sent', 'accepted'),
    declined: sum('sent', 'declined'),
    pending: sum('sent', 'pending'),
    revoked: sum('sent', 'revoked'),
    expired: sum('sent', 'expired'),
  }
}

/** 1 where the day until which it was good is over. */
function isOver(now: Instant) {
  return sql<number>`case when expires_at <= ${now} then 1 else 0 end`
}
