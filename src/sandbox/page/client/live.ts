import { refresh } from './refresh.ts'

/** The app's clock goes on by itself even when nothing happens. */
const clockMs = 30_000

let stream: EventSource | null = null

function listen(): void {
  stream ??= new EventSource('/page/live')
  stream.onmessage = () => void refresh()
  stream.onerror = () => {
    document.body.dataset.offline = ''
  }
}

/**
 * Refreshes whenever something changes in the workspace. A tab nobody sees stops listening: browsers allow few
 * connections to one server, and it catches up when it is seen again.
 */
export function watchLive(): void {
  listen()
  setInterval(() => {
    if (document.visibilityState === 'visible') void refresh()
  }, clockMs)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') listen()
    else {
      stream?.close()
      stream = null
    }
  })
}
