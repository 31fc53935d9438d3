/** Slack's answer when it refuses: a code and, for malformed arguments, lines with JSON pointers. */
export class SlackError extends Error {
  override readonly name = 'SlackError'
  readonly code: string
  readonly messages: readonly string[]
  readonly extra: Readonly<Record<string, unknown>>

  constructor(code: string, messages: readonly string[] = [], extra: Readonly<Record<string, unknown>> = {}) {
    super(messages.length === 0 ? code : `${code}: ${messages.join('; ')}`)
    this.code = code
    this.messages = messages
    this.extra = extra
  }
}
