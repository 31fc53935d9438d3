import { describe, expect, it } from 'vitest'
import { ConfigFaults, readConfig } from '#config/config.ts'

const STRAVA = {
  STRAVA_ENABLED: 'i-accept-the-api-terms',
  STRAVA_CLIENT_ID: '4711',
  STRAVA_CLIENT_SECRET: 'x'.repeat(40),
  STRAVA_VERIFY_TOKEN: 'y'.repeat(16),
}
const SOCKET = {
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_APP_TOKEN: 'xapp-1',
  PUBLIC_URL: 'https://astral.example.com',
}

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env, [])
    return []
  } catch (error) {
    if (error instanceof ConfigFaults) return error.faults
    throw error
  }
}

describe('the configuration of Strava', () => {
  it('is off whatever else is set, until the switch says the whole sentence', () => {
    const { STRAVA_ENABLED: _, ...rest } = STRAVA
    expect(readConfig({ ...SOCKET, ...rest }, []).strava).toBeNull()
    expect(faultsOf({ ...SOCKET, ...rest, STRAVA_ENABLED: 'true' })).toEqual([
      'STRAVA_ENABLED is "i-accept-the-api-terms", or not set',
    ])
    expect(readConfig({ ...SOCKET, ...STRAVA }, []).strava).toEqual({
      clientId: '4711',
      clientSecret: STRAVA.STRAVA_CLIENT_SECRET,
      verifyToken: STRAVA.STRAVA_VERIFY_TOKEN,
      url: 'https://www.strava.com/',
    })
  })

  it('lists everything that is missing beside the switch', () => {
    const { PUBLIC_URL: _, ...unreachable } = SOCKET
    expect(faultsOf({ ...unreachable, STRAVA_ENABLED: STRAVA.STRAVA_ENABLED })).toEqual([
      'STRAVA_ENABLED needs STRAVA_CLIENT_ID beside it',
      'STRAVA_ENABLED needs STRAVA_CLIENT_SECRET beside it',
      'STRAVA_ENABLED needs STRAVA_VERIFY_TOKEN beside it',
      'STRAVA_ENABLED needs PUBLIC_URL, where Strava reaches Astral',
    ])
    expect(faultsOf({ ...SOCKET, ...STRAVA, STRAVA_API_URL: 'http://strava.example.com' })).toEqual([
      'STRAVA_API_URL must be https, or http on 127.0.0.1',
    ])
    expect(readConfig({ ...STRAVA, STRAVA_API_URL: 'http://127.0.0.1:9' }, []).strava?.url).toBe(
      'http://127.0.0.1:9/',
    )
  })
})
