/** For `like … escape '\'`: what contains the text as it stands, its `%` and `_` being no wildcards. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
}
