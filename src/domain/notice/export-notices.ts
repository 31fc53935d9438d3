import type { DomainEvent } from '#domain/event.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { Notice } from './notice.ts'

type ExportTold = Extract<
  DomainEvent,
  {
    type:
      | 'data.export-asked'
      | 'data.erased'
      | 'roster.export-asked'
      | 'roster.import-read'
      | 'audit.export-asked'
  }
>

/** Files and receipts that somebody asked for. */
export function exportNoticesOf(event: ExportTold): Notice[] {
  switch (event.type) {
    case 'data.export-asked':
      return event.after && event.subjectId
        ? [
            {
              kind: 'data-export',
              to: { accountId: event.subjectId },
              dedupeKey: `data-export:${event.after.exportId}`,
              payload: { accountId: event.subjectId },
            },
          ]
        : []
    case 'data.erased':
      return event.after && event.subjectId
        ? [
            {
              kind: 'erasure-receipt',
              to: { accountId: event.subjectId },
              dedupeKey: `erasure-receipt:${event.after.receiptId}`,
              payload: { receiptId: event.after.receiptId },
            },
          ]
        : []
    case 'roster.export-asked':
      return event.after
        ? [
            {
              kind: 'roster-export',
              to: { accountId: event.after.askedBy as AccountId },
              dedupeKey: `roster-export:${event.after.exportId}`,
              payload: {},
            },
          ]
        : []
    case 'roster.import-read':
      return event.after?.hasReport
        ? [
            {
              kind: 'roster-import-report',
              to: { accountId: event.after.askedBy as AccountId },
              dedupeKey: `roster-import-report:${event.after.importId}`,
              payload: { importId: event.after.importId },
            },
          ]
        : []
    case 'audit.export-asked':
      return event.after
        ? [
            {
              kind: 'audit-export',
              to: { accountId: event.after.askedBy as AccountId },
              dedupeKey: `audit-export:${event.after.exportId}`,
              payload: {
                accountId: event.after.accountId,
                kind: event.after.kind,
                since: event.after.since,
                until: event.after.until,
              },
            },
          ]
        : []
  }
}
