import type { RecordedDelivery } from '../desk.ts'

/** One thing for the app, before a transport gives it its envelope. */
export type Outgoing = {
  route: 'slash_commands' | 'interactive' | 'events_api'
  /** For the inspector: what it is, and what it is about. */
  kind: string
  summary: string
  payload: Record<string, unknown>
  /** Whether the acknowledgement may carry an answer. */
  acceptsPayload: boolean
}

export type Answer =
  | { outcome: 'acknowledged'; payload: unknown }
  | {
      outcome: 'timed-out' | 'failed' | 'not-connected'
      /** Slack's word for it, as in `x-slack-retry-reason` and a command's complaint. */
      reason: string
      /** The app asked not to be tried again (`x-slack-no-retry`). */
      isFinal?: boolean
    }

export type Attempt = { number: number; reason: string }

export type Transport = {
  isConnected(): boolean
  send(outgoing: Outgoing, attempt: Attempt | null): Promise<Answer>
}

/** An answer together with its entry in the inspector, which later checks may still mark as failed. */
export type Delivered = { answer: Answer; record: RecordedDelivery }

/** Marks a delivery as failed because its answer breaks Slack's rules. */
export function failDelivery(record: RecordedDelivery, reason: string): void {
  record.outcome = 'failed'
  record.response = { answer: record.response, refused: reason }
}
