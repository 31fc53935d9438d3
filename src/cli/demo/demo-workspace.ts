import type { SlackTeamId } from '#kernel/ids.ts'
import type { SeedPerson, WorkspaceSeed } from '#sandbox/seed.ts'
import type { DemoClubData } from '#usecases/demo/load-demo-club.ts'
import { type DemoClub, MARATHON_BLOCK, MORNING_MILERS } from './demo-club.ts'
import { DEMO_WORKOUTS } from './demo-workouts.ts'

export const DEMO_TEAM = 'T0FJORDSIDE' as SlackTeamId

/** The workspace around the club: its people, some who are not in it yet, and its channels. */
export function demoWorkspace(club: DemoClub, manifest: WorkspaceSeed['app']['manifest']): WorkspaceSeed {
  const members = club.people.map<SeedPerson>(({ key, displayName, email, zone }) => ({
    id: slackIdOf(key),
    name: key,
    realName: displayName,
    email,
    tz: zone,
  }))
  const everybody = [...members, ...NEWCOMERS].map(person => person.id)
  const coaches = club.people
    .filter(person => !person.roles.includes('athlete'))
    .map(person => slackIdOf(person.key))
  return {
    team: { id: DEMO_TEAM, name: club.name, domain: 'fjordside' },
    people: [...members, ...NEWCOMERS, ...ODD_ONES],
    channels: [
      { id: 'C0GENERAL', name: 'general', members: everybody, topic: club.notice, appIsMember: true },
      {
        id: 'C0TUESDAYTRACK',
        name: 'tuesday-track',
        members: everybody,
        topic: 'Track every Tuesday at six',
        appIsMember: true,
      },
      ...club.groups.map(group => ({
        id: `C0${idLetters(group.channelName)}`,
        name: group.channelName,
        members: [...coaches, ...group.memberKeys.map(slackIdOf)],
        topic: group.description,
        appIsMember: true,
      })),
      { id: 'C0RANDOM', name: 'random', members: everybody, topic: 'Astral is not in this channel' },
      { id: 'C0COACHES', name: 'coaches', members: coaches, isPrivate: true, appIsMember: true },
      { id: 'C0LASTSEASON', name: 'last-season', members: everybody, isArchived: true, appIsMember: true },
    ],
    app: { id: 'A0ASTRAL0', botUserId: 'U0ASTRALBOT', botId: 'B0ASTRALBOT', manifest },
  }
}

/** The club with its people named as the workspace names them. */
export function demoClubData(club: DemoClub): DemoClubData {
  return {
    slackTeamId: DEMO_TEAM,
    name: club.name,
    zone: club.zone,
    people: club.people.map(({ key, displayName, zone, roles, email }) => ({
      slackUserId: slackIdOf(key),
      displayName,
      email,
      zone,
      roles,
    })),
    workouts: DEMO_WORKOUTS,
    // The block tapers in its last two weeks, as its runs do.
    plans: [{ title: 'Marathon in 16 weeks', groupName: MARATHON_BLOCK, week: 15 }],
    groups: club.groups.map(({ name, description, privacy, ownerKey, memberKeys }) => ({
      name,
      description,
      privacy,
      ownerSlackId: slackIdOf(ownerKey),
      memberSlackIds: memberKeys.map(slackIdOf),
    })),
    feeds: club.groups
      .filter(({ name }) => name === MORNING_MILERS)
      .map(({ name, channelName }) => ({ groupName: name, channelId: `C0${idLetters(channelName)}` })),
    sharing: new Map(
      club.sharing.map(({ athleteKey, sharesByDefault, notWith }) => [
        slackIdOf(athleteKey),
        { byDefault: sharesByDefault, notWith },
      ]),
    ),
    activities: club.activities.map(({ athleteKey, ...activity }) => ({
      ...activity,
      slackUserId: slackIdOf(athleteKey),
    })),
  }
}

/** People of the workspace who wait to be invited. */
const NEWCOMERS: readonly SeedPerson[] = [
  {
    id: 'U0NEWCOMER1',
    name: 'nora',
    realName: 'Nora Nykomer',
    email: 'nora@fjordside.example',
    tz: 'Europe/Oslo',
  },
  {
    id: 'U0NEWCOMER2',
    name: 'otto',
    realName: 'Otto Uprøvd',
    email: 'otto@fjordside.example',
    tz: 'Europe/Oslo',
  },
]

/** People who cannot be invited, each for a reason of their own. */
const ODD_ONES: readonly SeedPerson[] = [
  { id: 'U0WEATHERBOT', name: 'weatherbot', realName: 'Weather Bot', email: null, isBot: true },
  { id: 'U0FORMER', name: 'former', realName: 'Former Member', isDeactivated: true },
  { id: 'U0NEIGHBOUR', name: 'neighbour', realName: 'Neighbour of Another Club', teamId: 'T0NEIGHBOUR' },
]

function slackIdOf(key: string): string {
  return `U0${idLetters(key)}`
}

function idLetters(text: string): string {
  return text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
}
