/** Slack repeats a delivery within minutes; a busy workspace sends fewer than this meanwhile. */
const REMEMBERED = 1_000

/**
 * Remembers what this process is answering or has answered, so that a repeated delivery is not answered in words twice.
 * Deeds are kept from happening twice by their request key, in the store.
 */
export function recentDeliveries(): { isFirst(eventId: string): boolean } {
  const seen = new Set<string>()
  return {
    isFirst(eventId) {
      if (seen.has(eventId)) return false
      seen.add(eventId)
      const [oldest] = seen
      if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest)
      return true
    },
  }
}
