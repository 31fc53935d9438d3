import type { Changes } from '../changes.ts'
import type { RecordedDelivery } from '../desk.ts'
import type { Ledger } from '../ledger.ts'
import {
  type Answer,
  type Attempt,
  type Delivered,
  failDelivery,
  type Outgoing,
  type Transport,
} from './outgoing.ts'

type Courier = {
  transport: () => Transport
  changes: Changes
  ledger: Ledger
  now: () => number
  retryDelaysMs: readonly number[]
  /** Without interactivity Slack sends no clicks, forms and shortcuts. */
  isInteractive: boolean
}

export type Deliveries = {
  deliver(outgoing: Outgoing): Promise<Delivered>
  /** Forgets the repetitions that have not begun. */
  close(): void
}

/** Sends to the app, writes every try into the ledger, and repeats unacknowledged events as Slack does. */
export function createDeliveries(courier: Courier): Deliveries {
  const waiting = new Set<NodeJS.Timeout>()
  let isClosed = false

  async function send(outgoing: Outgoing, nth: Attempt | null): Promise<Answer> {
    if (outgoing.route === 'interactive' && !courier.isInteractive) {
      return { outcome: 'failed', reason: 'interactivity_disabled' }
    }
    return courier.transport().send(outgoing, nth)
  }

  async function attempt(outgoing: Outgoing, nth: Attempt | null): Promise<Delivered> {
    const startedAt = courier.now()
    const answer = await send(outgoing, nth)
    const record: RecordedDelivery = {
      at: startedAt,
      kind: outgoing.kind,
      summary: nth ? `${outgoing.summary} (repeated, ${nth.number})` : outgoing.summary,
      payload: outgoing.payload,
      outcome: answer.outcome,
      response: answer.outcome === 'acknowledged' ? answer.payload : { error: answer.reason },
      milliseconds: courier.now() - startedAt,
    }
    refuseUnwantedPayload(outgoing, answer, record)
    courier.ledger.delivery(record)
    if (outgoing.route === 'events_api' && answer.outcome !== 'acknowledged' && !answer.isFinal) {
      repeatLater(outgoing, { number: (nth?.number ?? 0) + 1, reason: answer.reason })
    }
    return { answer, record }
  }

  function repeatLater(outgoing: Outgoing, nth: Attempt): void {
    const delay = courier.retryDelaysMs[nth.number - 1]
    if (delay === undefined || isClosed) return
    const timer = setTimeout(() => {
      waiting.delete(timer)
      void courier.changes.during(attempt(outgoing, nth))
    }, delay)
    timer.unref()
    waiting.add(timer)
  }

  return {
    deliver: outgoing => courier.changes.during(attempt(outgoing, null)),
    close() {
      isClosed = true
      for (const timer of waiting) clearTimeout(timer)
      waiting.clear()
    },
  }
}

function refuseUnwantedPayload(outgoing: Outgoing, answer: Answer, record: RecordedDelivery): void {
  if (answer.outcome !== 'acknowledged' || outgoing.acceptsPayload || isEmpty(answer.payload)) return
  failDelivery(record, `an acknowledgement of ${outgoing.kind} must be empty`)
}

/** Nothing, an empty text and an empty object all mean "acknowledged, no answer". */
export function isEmpty(payload: unknown): boolean {
  if (payload === undefined || payload === null || payload === '') return true
  return typeof payload === 'object' && Object.keys(payload).length === 0
}
