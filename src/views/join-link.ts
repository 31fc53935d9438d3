/** The page that explains a code; null where no address is known under which it can be reached. */
export function joinLink(publicUrl: string | null, code: string): string | null {
  return publicUrl === null ? null : `${publicUrl}/join/${encodeURIComponent(code)}`
}
