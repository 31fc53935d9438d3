import type { StravaAccess } from '#connectors/strava/strava-access.ts'
import { webhookPath } from '#http/serve-strava.ts'

/**
 * Asks Strava to tell this installation what happens. Astral must be running and reachable meanwhile: Strava calls back
 * before it answers. An application has one subscription; a second is refused.
 */
export async function subscribeStrava(access: StravaAccess, publicUrl: string): Promise<string> {
  const response = await fetch(new URL('api/v3/push_subscriptions', access.url), {
    method: 'POST',
    redirect: 'error',
    body: new URLSearchParams({
      client_id: access.clientId,
      client_secret: access.clientSecret,
      callback_url: `${publicUrl}${webhookPath(access)}`,
      verify_token: access.verifyToken,
    }),
  })
  const said = (await response.text()).slice(0, 500)
  if (!response.ok) throw new Error(`Strava refused the subscription (${response.status}): ${said}`)
  return `Strava tells this installation from now on: ${said}`
}
