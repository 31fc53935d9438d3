import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A state that only we can have made: 128 bits of the system's generator, signed with the client's secret. */
export function signedState(clientSecret: string, nonce = randomBytes(16).toString('base64url')): string {
  return `${nonce}.${signatureOf(clientSecret, nonce)}`
}

/** The state as it is stored by its hash, when its signature is ours; else null. */
export function checkedState(clientSecret: string, state: string): string | null {
  const [nonce = '', signature = '', ...more] = state.split('.')
  const expected = Buffer.from(signatureOf(clientSecret, nonce))
  const given = Buffer.from(signature)
  if (more.length > 0 || given.length !== expected.length) return null
  return timingSafeEqual(given, expected) ? state : null
}

function signatureOf(clientSecret: string, nonce: string): string {
  return createHmac('sha256', clientSecret).update(`astral oauth state ${nonce}`).digest('base64url')
}

/** The last part of the webhook's path: only Strava, to whom it is told, knows it. */
export function webhookKey(clientSecret: string): string {
  return createHmac('sha256', clientSecret).update('astral webhook path').digest('base64url').slice(0, 22)
}
