import { z } from 'zod'

/** What `STRAVA_ENABLED` has to say: nobody switches it on by the way. */
export const STRAVA_YES = 'i-accept-the-api-terms'
const STRAVA = 'https://www.strava.com/'
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

export type StravaConfig = { clientId: string; clientSecret: string; verifyToken: string; url: string }

export const STRAVA_VARIABLES = {
  STRAVA_ENABLED: z.literal(STRAVA_YES, `STRAVA_ENABLED is "${STRAVA_YES}", or not set`).optional(),
  STRAVA_CLIENT_ID: z.string().regex(/^\d+$/, 'STRAVA_CLIENT_ID is a number').optional(),
  STRAVA_CLIENT_SECRET: z.string().min(16, 'STRAVA_CLIENT_SECRET is too short to be one').optional(),
  STRAVA_VERIFY_TOKEN: z
    .string()
    .min(16, 'STRAVA_VERIFY_TOKEN has at least 16 characters; make one up')
    .optional(),
  STRAVA_API_URL: z.string().default(STRAVA),
}

type Given = z.output<z.ZodObject<typeof STRAVA_VARIABLES>>

/** Off unless the switch is on; then everything has to be there. */
export function stravaConfig(
  given: Given,
  { isReachable }: { isReachable: boolean },
  faults: string[],
): StravaConfig | null {
  if (given.STRAVA_ENABLED === undefined) return null
  const {
    STRAVA_CLIENT_ID: clientId,
    STRAVA_CLIENT_SECRET: clientSecret,
    STRAVA_VERIFY_TOKEN: verifyToken,
  } = given
  const url = safeUrl(given.STRAVA_API_URL)
  if (!url) faults.push('STRAVA_API_URL must be https, or http on 127.0.0.1')
  for (const name of ['STRAVA_CLIENT_ID', 'STRAVA_CLIENT_SECRET', 'STRAVA_VERIFY_TOKEN'] as const) {
    if (given[name] === undefined) faults.push(`STRAVA_ENABLED needs ${name} beside it`)
  }
  if (!isReachable) faults.push('STRAVA_ENABLED needs PUBLIC_URL, where Strava reaches Astral')
  return url && clientId && clientSecret && verifyToken ? { clientId, clientSecret, verifyToken, url } : null
}

/** Secrets travel only over https, except to a stand-in on this machine. */
function safeUrl(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname))
  return url && isSafe ? (url.href.endsWith('/') ? url.href : `${url.href}/`) : null
}
