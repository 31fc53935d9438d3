import { expect, it } from 'vitest'
import { isZone } from '#kernel/instant.ts'
import { checkZone } from '../../fixtures/dst-table.ts'

/** Half an hour, midnight, Ramadan, whole hours on both halves of the globe, and one that stands still. */
const SAMPLE = [
  'Africa/Casablanca',
  'America/New_York',
  'America/Santiago',
  'Asia/Beirut',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Europe/Oslo',
]

it.each(SAMPLE)('means what the rule says around every change of clocks from 2020 to 2035 in %s', name => {
  if (!isZone(name)) throw new Error(`no zone ${name}`)
  const { faults, checks } = checkZone(name)
  expect(faults).toEqual([])
  expect(checks).toBeGreaterThan(0)
})
