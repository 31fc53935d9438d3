import { describe, expect, it } from 'vitest'
import { defaultActivityName } from '#domain/activity/activity-name.ts'
import { instant, zone } from '#kernel/instant.ts'

describe('the default name of an activity', () => {
  it.each([
    ['00:30', 'Night easy run'],
    ['04:00', 'Early easy run'],
    ['06:00', 'Morning easy run'],
    ['10:59', 'Morning easy run'],
    ['11:00', 'Midday easy run'],
    ['14:00', 'Afternoon easy run'],
    ['17:00', 'Evening easy run'],
    ['21:00', 'Night easy run'],
    ['23:59', 'Night easy run'],
  ])('at %s is "%s"', (time, name) => {
    expect(defaultActivityName('easy-run', instant(Date.parse(`2026-11-20T${time}Z`)), zone('UTC'))).toBe(
      name,
    )
  })

  it('goes by the clock of the zone', () => {
    const at = instant(Date.parse('2026-11-20T20:30:00Z'))
    expect(defaultActivityName('interval', at, zone('Asia/Tokyo'))).toBe('Early intervals')
  })

  it('names no hour where the start is assumed', () => {
    expect(defaultActivityName('strength', null, zone('UTC'))).toBe('Strength session')
  })
})
