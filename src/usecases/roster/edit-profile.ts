import { localDayAt } from '#domain/calendar/local-day.ts'
import { type AccessRefusal, requireAthlete } from '#domain/organization/policy.ts'
import type { AthleteProfile } from '#domain/roster/athlete-profile.ts'
import { decideProfile, type ProfileTyped } from '#domain/roster/decide-profile.ts'
import type { RosterRefusal } from '#domain/roster/roster-refusal.ts'
import type { DataQuality } from '#domain/signal/data-quality.ts'
import { isZone, type Zone } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findAthleteProfile, updateOwnZone, upsertAthleteProfile } from '#store/athlete-profile-store.ts'
import { askForRecompute } from '#store/load-store.ts'
import type { UnitOfReading } from '../ask.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { qualityOf } from '../signal/quality-of.ts'

export type EditProfile = ProfileTyped & { zone: string }
export type OwnProfile = { profile: AthleteProfile; zone: Zone }

/** What an athlete said of themselves, for their own eyes. */
export async function showOwnProfile({
  db,
  actor,
  now,
}: UnitOfReading): Promise<
  Result<{ profile: AthleteProfile | null; zone: Zone; quality: DataQuality }, AccessRefusal>
> {
  const athlete = requireAthlete(actor)
  if (!athlete.ok) return athlete
  const { organizationId, accountId, zone } = athlete.value
  const quality = await qualityOf(db, organizationId, accountId, now)
  return ok({ profile: (await findAthleteProfile(db, organizationId, accountId)) ?? null, zone, quality })
}

/** An athlete changes what they say of themselves. A zone they choose is theirs from then on, whatever Slack says. */
export async function editProfile(
  { tx, actor, now }: UnitOfWork,
  input: EditProfile,
): Promise<Result<Done<OwnProfile>, AccessRefusal | RosterRefusal | { code: 'zone-unknown'; zone: string }>> {
  const athlete = requireAthlete(actor)
  if (!athlete.ok) return athlete
  const { organizationId, accountId } = athlete.value
  if (!isZone(input.zone)) return refuse({ code: 'zone-unknown', zone: input.zone })
  const kept = await findAthleteProfile(tx, organizationId, accountId)
  const decided = decideProfile(input, kept, localDayAt(now, input.zone))
  if (!decided.ok) return decided
  const profile = decided.value
  const isOtherZone = input.zone !== athlete.value.zone
  await upsertAthleteProfile(tx, organizationId, accountId, profile, now)
  if (isOtherZone) await updateOwnZone(tx, organizationId, accountId, input.zone, now)
  // Scores of effort go by what holds from today on; those of the days before stay as they were reckoned.
  if (HEART_FIELDS.some(field => profile[field] !== (kept?.[field] ?? null))) {
    const today = localDayAt(now, input.zone)
    await askForRecompute(tx, { organizationId, athleteId: accountId }, today, now)
  }
  const changed = [
    ...Object.entries(WORDS).flatMap(([field, word]) => {
      const key = field as keyof typeof WORDS
      return profile[key] === (kept?.[key] ?? UNSAID[key] ?? null) ? [] : [word]
    }),
    ...(isOtherZone ? ['time zone'] : []),
  ]
  return ok({
    value: { profile, zone: input.zone },
    events:
      changed.length === 0
        ? []
        : [
            {
              type: 'profile.changed',
              organizationId,
              target: { kind: 'profile', id: accountId },
              subjectId: accountId,
              isVisibleToSubject: true,
              before: null,
              after: { changed },
            },
          ],
  })
}

/** What scores of effort are reckoned by. */
const HEART_FIELDS = ['birthYear', 'maxHeartRate', 'restingHeartRate', 'thresholdHeartRate'] as const

/** What holds until they say something else. */
const UNSAID: Partial<AthleteProfile> = { units: 'km' }

const WORDS = {
  goalRaceName: 'goal race',
  goalRaceOn: 'race day',
  targetPaceMsPerKm: 'target pace',
  units: 'units',
  birthYear: 'birth year',
  maxHeartRate: 'maximum heart rate',
  restingHeartRate: 'resting heart rate',
  thresholdHeartRate: 'threshold heart rate',
  ageGrading: 'age grading',
} as const
