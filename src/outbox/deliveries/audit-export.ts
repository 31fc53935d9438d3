import { z } from 'zod'
import type { AuditLine } from '#domain/audit/audit-card.ts'
import { auditCsv } from '#domain/audit/audit-csv.ts'
import type { AccountId } from '#kernel/ids.ts'
import { instant } from '#kernel/instant.ts'
import { type AuditFilter, listAuditEntries } from '#store/read/audit-read.ts'
import { auditExported } from '#views/privacy-done.ts'
import { delivery } from './delivery.ts'

const PAGE = 1_000

/** The club's audit as a CSV file, newest first, for the head coach who asked for it. */
export const auditExportDelivery = delivery({
  kind: 'audit-export',
  payload: z.object({
    accountId: z.string().nullable(),
    kind: z.string().nullable(),
    since: z.number().nullable(),
    until: z.number().nullable(),
  }),
  async draw({ db, organizationId }, { accountId, kind, since, until }) {
    const filter: AuditFilter = {
      ...(accountId === null ? {} : { personId: accountId as AccountId }),
      ...(kind === null ? {} : { kind }),
      ...(since === null ? {} : { since: instant(since) }),
      ...(until === null ? {} : { until: instant(until) }),
    }
    const lines: AuditLine[] = []
    let olderThan: number | undefined
    do {
      const place = olderThan === undefined ? filter : { ...filter, olderThan }
      const page = await listAuditEntries(db, organizationId, place, PAGE)
      lines.push(...page.slice(0, PAGE))
      olderThan = page.length > PAGE ? lines.at(-1)?.seq : undefined
    } while (olderThan !== undefined)
    return {
      kind: 'file',
      filename: 'astral-audit.csv',
      bytes: new TextEncoder().encode(auditCsv(lines)),
      message: auditExported(lines.length),
    }
  },
})
