/** What the operator gave for Strava, all of it or nothing. */
export type StravaAccess = {
  clientId: string
  clientSecret: string
  /** Proves to us that it is Strava who sets up the webhook. */
  verifyToken: string
  /** `https://www.strava.com/`, or a stand-in; with a slash at its end. */
  url: string
}

/** Least privilege: what everybody or their followers may see at Strava, and nothing else. */
export const STRAVA_SCOPE = 'activity:read'
