export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Structured logging; the implementation is chosen in app.ts. Fields never carry tokens or free text of athletes. */
export type Logger = {
  debug(message: string, fields?: LogFields): void
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, fields?: LogFields): void
}
