/** CSV by RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8. */
export function csvText(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[columns, ...rows].map(row => row.map(csvField).join(',')).join('\r\n')}\r\n`
}

/** What a spreadsheet would take for a formula, also after spaces, gets an apostrophe before it. */
export function csvField(text: string): string {
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
