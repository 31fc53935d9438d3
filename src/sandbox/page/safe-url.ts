/** The address if a click on it is harmless (http, https, mailto, tel, or a path on this server), else null. */
export function safeLink(address: string): string | null {
  if (/^\/(?![/\\])/.test(address)) return address
  try {
    const { protocol, href } = new URL(address)
    return ['http:', 'https:', 'mailto:', 'tel:'].includes(protocol) ? href : null
  } catch {
    return null
  }
}

/** As `safeLink`, for what a picture may be loaded from. */
export function safeImage(address: string): string | null {
  if (/^\/(?![/\\])/.test(address)) return address
  try {
    const { protocol, href } = new URL(address)
    return protocol === 'https:' || protocol === 'http:' ? href : null
  } catch {
    return null
  }
}
