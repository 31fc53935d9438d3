export type Changes = {
  /** Tells every listener that something is different. */
  changed(): void
  subscribe(listener: (revision: number) => void): () => void
  /** Counts work towards the app that has begun but not ended. */
  during<T>(work: Promise<T>): Promise<T>
  until(predicate: () => boolean, timeoutMs?: number): Promise<void>
}

const DEFAULT_TIMEOUT_MS = 5_000

export function createChanges(): Changes {
  const listeners = new Set<(revision: number) => void>()
  let revision = 0
  let underWay = 0

  const changed = () => {
    revision += 1
    for (const listener of [...listeners]) listener(revision)
  }
  const subscribe = (listener: (revision: number) => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }
  return {
    changed,
    subscribe,
    async during(work) {
      underWay += 1
      try {
        return await work
      } finally {
        underWay -= 1
        changed()
      }
    },
    until(predicate, timeoutMs = DEFAULT_TIMEOUT_MS) {
      return new Promise((resolve, reject) => {
        let unsubscribe = () => {}
        const timer = setTimeout(() => {
          unsubscribe()
          reject(new Error(`nothing of the kind within ${timeoutMs} ms (${underWay} deliveries under way)`))
        }, timeoutMs)
        const look = () => {
          let holds: boolean
          try {
            holds = underWay === 0 && predicate()
          } catch (error) {
            clearTimeout(timer)
            unsubscribe()
            reject(error)
            return
          }
          if (!holds) return
          clearTimeout(timer)
          unsubscribe()
          resolve()
        }
        unsubscribe = subscribe(look)
        look()
      })
    },
  }
}
