import { isZone } from '#kernel/instant.ts'
import { checkZone, FIRST_YEAR, LAST_YEAR } from '../fixtures/dst-table.ts'

/** Every change of clocks of every zone that this runtime knows; the suite checks a sample of them. */
const faults: string[] = []
let [zones, changes, checks] = [0, 0, 0]
for (const zone of [...Intl.supportedValuesOf('timeZone'), 'UTC']) {
  if (!isZone(zone)) continue
  const found = checkZone(zone)
  zones += 1
  changes += found.changes
  checks += found.checks
  faults.push(...found.faults)
}
for (const fault of faults) process.stderr.write(`${fault}\n`)
process.stdout.write(
  `${zones} zones, ${changes} changes of clocks from ${FIRST_YEAR} to ${LAST_YEAR} (time zone data ${process.versions.tz}), ` +
    `${checks} checks: ${faults.length === 0 ? 'all as the rule says' : `${faults.length} faults`}\n`,
)
process.exitCode = faults.length === 0 ? 0 : 1
