import { ok, type Result, refuse } from '#kernel/result.ts'

export type EmailAddress = {
  /** As it was typed. */
  address: string
  /** Under which two spellings are the same mailbox: letter case folded, the domain in its ASCII form, tags (`+…`) kept. */
  key: string
}

export type EmailRefusal = { code: 'email-malformed'; text: string }

/** RFC 5321: 64 before the sign, 254 in all. */
const LOCAL_MAX = 64
const ADDRESS_MAX = 254
/** No quoting, no comments, no two addresses: whoever needs those knows what they do. */
const ADDRESS = /^(?<local>[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+)@(?<domain>[\p{L}\p{N}.-]+\.[\p{L}\p{N}-]{2,})$/u

export function readEmailAddress(typed: string): Result<EmailAddress, EmailRefusal> {
  const address = typed.trim().normalize('NFC')
  const { local, domain } = ADDRESS.exec(address)?.groups ?? {}
  const host = domain === undefined ? null : asciiDomain(domain)
  const isLocalSound = local !== undefined && local.length <= LOCAL_MAX && !/^\.|\.\.|\.$/.test(local)
  if (!isLocalSound || host === null || address.length > ADDRESS_MAX) {
    return refuse({ code: 'email-malformed', text: typed })
  }
  return ok({ address, key: `${local.normalize('NFKC').toLowerCase()}@${host}` })
}

/** Lower case, other scripts in punycode; null when it is no domain. */
function asciiDomain(domain: string): string | null {
  const url = `http://${domain}/`
  if (/^[.-]|\.\.|[.-]$/.test(domain) || !URL.canParse(url)) return null
  const { hostname } = new URL(url)
  // A number in the last place is an address of a machine, which takes no mail by name.
  return /\.\d+$/.test(hostname) ? null : hostname
}
