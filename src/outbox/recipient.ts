/** A person's id opens their direct message; everything else is a channel's. */
export function isPerson(recipient: string): boolean {
  return /^[UW]/.test(recipient)
}
