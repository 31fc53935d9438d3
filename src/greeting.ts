import type { RunningApp } from './app.ts'

/** What the operator reads when Astral is ready. */
export function greeting(
  app: Pick<RunningApp, 'sandboxUrl' | 'claimCode' | 'isClaimed' | 'teamName' | 'listensAt'>,
): string {
  const lines = [
    app.sandboxUrl
      ? `Astral is ready in its sandbox workspace: ${app.sandboxUrl}`
      : `Astral is connected to the workspace "${app.teamName}"${app.listensAt ? ` and listens at ${app.listensAt}` : ''}.`,
  ]
  if (app.claimCode) {
    lines.push(
      'Nobody is head coach yet. Whoever should be types this in Slack, once:',
      `  /astral claim ${app.claimCode}`,
    )
  } else if (!app.isClaimed) {
    lines.push(
      'Nobody is head coach yet. The code was printed at the first start; "npm run astral -- claim-code" prints a new one.',
    )
  }
  return lines.join('\n')
}
