import type { GroupPrivacy } from '#domain/group/group.ts'
import type { Role } from '#domain/organization/role.ts'
import type { Instant, Zone } from '#kernel/instant.ts'
import { zone } from '#kernel/instant.ts'
import { DEMO_ATHLETES, DEMO_COACHES } from './demo-people.ts'
import type { DemoActivity } from './demo-training.ts'
import { trainingOf } from './demo-training.ts'

/** A whole club as plain data, for a sandbox to begin with. Nobody in it exists. */
export type DemoClub = {
  isInvented: true
  name: string
  /** One sentence that says so, to be shown wherever the club is. */
  notice: string
  zone: Zone
  people: readonly DemoPerson[]
  groups: readonly DemoGroup[]
  sharing: readonly DemoSharing[]
  /** Rising by start. All have ended by the instant the club was made for. */
  activities: readonly DemoActivity[]
}

export type DemoPerson = {
  /** Stable, lower-case ASCII. */
  key: string
  displayName: string
  realName: string
  /** In a domain reserved for examples. */
  email: string
  zone: Zone
  roles: readonly Role[]
}

export type DemoGroup = {
  name: string
  description: string
  privacy: GroupPrivacy
  ownerKey: string
  memberKeys: readonly string[]
  /** Without `#`. */
  channelName: string
}

export type DemoSharing = {
  athleteKey: string
  /** The athlete's answer for all their groups. */
  sharesByDefault: boolean
  /** Names of groups with which they nevertheless do not share. */
  notWith: readonly string[]
}

export const MARATHON_BLOCK = 'Marathon Block'
export const MORNING_MILERS = 'Morning Milers'
const COUCH_TO_10K = 'Couch to 10K'

/** The demo club as it stands at `now`: the same for the same instant, on every machine. */
export function makeDemoClub(now: Instant): DemoClub {
  const activities = DEMO_ATHLETES.flatMap(athlete => trainingOf(athlete, now))
  activities.sort((one, other) => one.measured.startedAt - other.measured.startedAt)
  return {
    isInvented: true,
    name: 'Fjordside Runners (demo)',
    notice: 'This is a demo club: every person and every run in it is invented.',
    zone: zone('Europe/Oslo'),
    people: [...DEMO_COACHES, ...DEMO_ATHLETES].map(({ key, displayName, realName, zone: lives, roles }) => ({
      key,
      displayName,
      realName,
      email: `${key}@fjordside.example`,
      zone: lives,
      roles,
    })),
    groups: demoGroups(),
    sharing: DEMO_ATHLETES.map(({ key, sharing }) => ({
      athleteKey: key,
      sharesByDefault: sharing !== 'private',
      notWith: sharing === 'not-with-the-marathon-block' ? [MARATHON_BLOCK] : [],
    })),
    activities,
  }
}

function demoGroups(): DemoGroup[] {
  const membersOf = (group: string) =>
    DEMO_ATHLETES.filter(({ groups }) => (groups as readonly string[]).includes(group)).map(({ key }) => key)
  return [
    {
      name: MARATHON_BLOCK,
      description:
        'Twelve weeks of marathon training, tapering towards the start line. An invented group of the demo club.',
      privacy: 'private',
      ownerKey: 'sigrun',
      memberKeys: membersOf('marathon'),
      channelName: 'marathon-block',
    },
    {
      name: MORNING_MILERS,
      description: 'Up early, home before the first meeting. An invented group of the demo club.',
      privacy: 'public',
      ownerKey: 'haavard',
      memberKeys: membersOf('milers'),
      channelName: 'morning-milers',
    },
    {
      name: COUCH_TO_10K,
      description: 'From the first kilometre to ten, one week at a time. An invented group of the demo club.',
      privacy: 'public',
      ownerKey: 'sigrun',
      memberKeys: membersOf('couch'),
      channelName: 'couch-to-10k',
    },
  ]
}
