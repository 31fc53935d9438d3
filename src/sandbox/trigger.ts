import { randomBytes } from 'node:crypto'
import { SlackError } from './slack-error.ts'

export type Trigger = {
  userId: string
  /** The modal it was born in, if any. */
  viewId: string | null
  /** The conversation it was born in, if any. */
  channelId: string | null
}

export type Triggers = {
  issue(trigger: Trigger): string
  /** One use. Throws `invalid_trigger_id`, `expired_trigger_id`, `exchanged_trigger_id`. */
  exchange(id: string): Trigger
}

export function createTriggers(now: () => number, lifetimeMs: number): Triggers {
  const known = new Map<string, Trigger & { at: number; isUsed: boolean }>()
  return {
    issue(trigger) {
      const id = `${Math.floor(now())}.${known.size + 1}.${randomBytes(16).toString('hex')}`
      known.set(id, { ...trigger, at: now(), isUsed: false })
      return id
    },
    exchange(id) {
      const trigger = known.get(id)
      if (!trigger) throw new SlackError('invalid_trigger_id')
      if (trigger.isUsed) throw new SlackError('exchanged_trigger_id')
      if (now() - trigger.at > lifetimeMs) throw new SlackError('expired_trigger_id')
      trigger.isUsed = true
      return trigger
    },
  }
}
