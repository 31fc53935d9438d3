import type { ChartDescription } from './describe-chart.ts'

const TIMEOUT_MS = 10_000
const MOST_BYTES = 2 * 1024 * 1024
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

export type QuickChartClient = {
  /** The picture as PNG bytes. Rejects when the server is slow, refuses, redirects, or sends anything else. */
  draw(description: ChartDescription): Promise<Uint8Array>
}

/**
 * A client of a QuickChart server of one's own. Such a server evaluates the chart as code, so it only ever gets JSON
 * data: no functions, and names as strings.
 */
export function createQuickChartClient(baseUrl: string, timeoutMs = TIMEOUT_MS): QuickChartClient {
  const url = `${baseUrl.replace(/\/+$/, '')}/chart`
  return {
    async draw(description) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'image/png' },
        body: JSON.stringify({ ...description, chart: JSON.parse(description.chart) }),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      })
      if (!response.ok) {
        await response.body?.cancel()
        throw new Error(`the QuickChart server answered ${response.status}`)
      }
      const png = await readCapped(response)
      if (!PNG_SIGNATURE.every((byte, index) => png[index] === byte)) {
        throw new Error('the QuickChart server sent something that is not a PNG')
      }
      return png
    },
  }
}

async function readCapped(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  // Leaving the loop by a throw cancels the rest of the body.
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > MOST_BYTES) throw new Error(`the QuickChart server sent more than ${MOST_BYTES} bytes`)
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
