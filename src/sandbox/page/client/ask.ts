import { toast } from './toast.ts'

export type Suggestion = { text: string; value: string; description?: string; group?: string }
export type Answer = {
  ok: boolean
  error?: string
  message?: string
  href?: string
  suggestions?: Suggestion[]
  ids?: string[]
  /** What to tell the person when it was done. */
  note?: string
}

/** Who the person at this tab is. */
export function whoAmI(): string {
  return document.body.dataset.as ?? ''
}

/** Does something on the server as the person of this tab. What goes wrong is said in a toast, and given back. */
export async function ask(doing: string, args: Record<string, unknown>, isQuiet = false): Promise<Answer> {
  let answer: Answer
  try {
    const response = await fetch('/page/act', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ do: doing, as: whoAmI(), args }),
    })
    answer = await response.json()
  } catch {
    answer = { ok: false, error: 'offline', message: 'The sandbox does not answer. Is it still running?' }
  }
  if (!answer.ok && !isQuiet) toast(answer.message ?? answer.error ?? 'That did not work.', 'error')
  if (answer.ok && answer.note) toast(answer.note)
  return answer
}
