import type { ConnectedSource } from '#domain/connection/connection.ts'

export const SOURCE_NAMES: Record<ConnectedSource, string> = {
  'apple-health': 'Apple Health',
  strava: 'Strava',
}
