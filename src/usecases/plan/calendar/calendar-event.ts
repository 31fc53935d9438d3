import type { CalendarEvent } from '#domain/plan/calendar/calendar-event.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'

/** The event of an address made, renewed or ended, which its owner may read. */
export function calendarEvent(
  type: CalendarEvent['type'],
  organizationId: OrganizationId,
  accountId: AccountId,
  isRenewed: boolean,
): CalendarEvent {
  return {
    type,
    organizationId,
    target: { kind: 'calendar', id: accountId },
    subjectId: accountId,
    isVisibleToSubject: true,
    before: type === 'calendar.closed' ? { isRenewed } : null,
    after: type === 'calendar.opened' ? { isRenewed } : null,
  }
}
