import type { RecordedCall, RecordedDelivery } from './desk.ts'

const KEPT = 500

/** The latest calls of the app and deliveries to it, oldest first. */
export type Ledger = {
  calls: RecordedCall[]
  deliveries: RecordedDelivery[]
  call(call: RecordedCall): void
  delivery(delivery: RecordedDelivery): void
}

export function createLedger(changed: () => void): Ledger {
  const ledger: Ledger = {
    calls: [],
    deliveries: [],
    call: call => keep(ledger.calls, call),
    delivery: delivery => keep(ledger.deliveries, delivery),
  }
  function keep<T>(list: T[], entry: T): void {
    list.push(entry)
    if (list.length > KEPT) list.shift()
    changed()
  }
  return ledger
}
