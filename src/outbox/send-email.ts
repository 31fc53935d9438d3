import { createTransport } from 'nodemailer'
import { SECOND_MS } from '#kernel/instant.ts'

export type Mail = { to: string; toName: string; subject: string; text: string }
/** What became of a mail that was not taken: for good, or for now. */
export type MailFailure = { kind: 'permanent' | 'transient'; code: string }
export type Mailer = {
  /** Resolves when the server took it; rejects with whatever went wrong, for `mailFailureOf`. */
  send(mail: Mail): Promise<void>
  close(): void
}

/** Long enough for a slow server, short enough that a lease of the outbox outlives it. */
const TIMEOUT_MS = 20 * SECOND_MS

/** Sends plain text over one server; files and addresses in the text are never followed. */
export function createMailer(smtp: { url: string; from: string }): Mailer {
  const transport = createTransport(
    {
      url: smtp.url,
      // A password never travels in the clear, except on this machine.
      requireTLS: isSecretAtRisk(new URL(smtp.url)),
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from: smtp.from },
  )
  return {
    async send({ to, toName, subject, text }) {
      await transport.sendMail({ to: { name: toName, address: to }, subject, text })
    },
    close: () => transport.close(),
  }
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

function isSecretAtRisk(url: URL): boolean {
  return url.protocol === 'smtp:' && url.password !== '' && !LOOPBACK.has(url.hostname)
}

/** A server that answers with 5xx means it; everything else may pass. */
export function mailFailureOf(error: unknown): MailFailure {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown }
  const name = typeof code === 'string' ? code : 'unexpected'
  if (typeof responseCode !== 'number') return { kind: 'transient', code: name }
  return {
    kind: responseCode >= 500 && responseCode < 600 ? 'permanent' : 'transient',
    code: `${name} ${responseCode}`,
  }
}
