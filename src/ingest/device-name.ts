const LONGEST_NAME = 60

/**
 * What recorded an activity, lower-case and fit to be shown: letters, digits and `. _ + -`, at most 60 characters; null when
 * nothing is left. Files are written by anyone, so nothing that could mean something to Slack passes.
 */
export function deviceName(...parts: readonly (string | number | undefined)[]): string | null {
  const name = parts
    .filter(part => part !== undefined)
    .join(' ')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}._+-]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
    .trimEnd()
  return name === '' ? null : name
}
