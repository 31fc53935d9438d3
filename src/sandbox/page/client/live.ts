import { refresh } from './refresh.ts'

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
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') listen()
    else {
      stream?.close()
      stream = null
    }
  })
}
