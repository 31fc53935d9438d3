import { type ChainFault, verifyAuditChain } from '#store/audit-store.ts'
import type { Db } from '#store/db.ts'
import { listOrganizations } from '#store/organization-store.ts'

export type AuditVerdict = { name: string; entries: number; fault: ChainFault | null }

/** Walks the chain of every organization. */
export async function verifyAudit(db: Db, auditKey: Uint8Array): Promise<AuditVerdict[]> {
  const verdicts: AuditVerdict[] = []
  for (const organization of await listOrganizations(db)) {
    verdicts.push({ name: organization.name, ...(await verifyAuditChain(db, auditKey, organization.id)) })
  }
  return verdicts
}

/** One line an organization, and what a fault means. */
export function verdictInWords({ name, entries, fault }: AuditVerdict): string {
  if (fault === null) return `${name}: ${counted(entries)}, the chain is whole.`
  const meaning = {
    missing: 'is missing',
    altered: 'was altered, or an entry before it was removed or exchanged',
    'detail-altered': 'has altered details',
    'head-mismatch': 'and whatever followed it is gone, or the mark at the end of the chain was changed',
  }[fault.what]
  const before = entries === 0 ? 'Nothing before it is proven' : `Before it: ${counted(entries)}, sound`
  return `${name}: entry ${fault.seq} ${meaning}. ${before}.`
}

function counted(entries: number): string {
  return entries === 1 ? '1 entry' : `${entries} entries`
}
