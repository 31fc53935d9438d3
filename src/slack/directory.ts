import type { WebClient } from '@slack/web-api'
import type { PersonFacts } from '#domain/invitation/invitation.ts'
import type { EdgeRefusal } from '#domain/refusal.ts'
import { cleanName } from '#domain/text/clean-text.ts'
import { nameKey } from '#domain/text/name-key.ts'
import { isZone } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { shorten } from '#views/shorten.ts'
import { slackErrorOf } from './slack-error.ts'

/** Slack's own limit of a display name. */
const NAME_MAX = 80
const UNKNOWN_PERSON = new Set(['user_not_found', 'user_not_visible'])

/** What of Slack's user object is read; it comes from calls and from events. */
export type SlackUser = {
  id?: string | undefined
  team_id?: string | undefined
  name?: string | undefined
  real_name?: string | undefined
  tz?: string | undefined
  deleted?: boolean | undefined
  is_bot?: boolean | undefined
  is_restricted?: boolean | undefined
  is_ultra_restricted?: boolean | undefined
  profile?:
    | { display_name?: string | undefined; real_name?: string | undefined; email?: string | undefined }
    | undefined
}

/** What Slack says of a person now. Faults of the network are thrown. */
export async function findPerson(
  client: WebClient,
  teamId: string,
  slackUserId: string,
): Promise<Result<PersonFacts, EdgeRefusal>> {
  try {
    const { user } = await client.users.info({ user: slackUserId })
    return user?.id ? ok(personFacts({ ...user, id: user.id }, teamId)) : refuse({ code: 'person-unknown' })
  } catch (error) {
    if (UNKNOWN_PERSON.has(slackErrorOf(error) ?? '')) return refuse({ code: 'person-unknown' })
    throw error
  }
}

/** Who in the workspace has an address; `mayLook` is false where Astral was not allowed to read addresses. */
export async function findPersonByEmail(
  client: WebClient,
  teamId: string,
  address: string,
): Promise<{ person: PersonFacts | null; mayLook: boolean }> {
  try {
    const { user } = await client.users.lookupByEmail({ email: address })
    const person = user?.id ? personFacts({ ...user, id: user.id }, teamId) : null
    return { person, mayLook: true }
  } catch (error) {
    const code = slackErrorOf(error) ?? ''
    if (code === 'users_not_found') return { person: null, mayLook: true }
    if (code === 'missing_scope') return { person: null, mayLook: false }
    throw error
  }
}

export function personFacts(user: SlackUser & { id: string }, teamId: string): PersonFacts {
  const names = [user.profile?.display_name, user.profile?.real_name, user.real_name, user.name]
  const name = names.map(each => cleanName(each ?? '')).find(each => nameKey(each) !== '') ?? user.id
  return {
    slackUserId: user.id,
    displayName: shorten(name, NAME_MAX),
    zone: user.tz && isZone(user.tz) ? user.tz : 'UTC',
    isBot: user.is_bot === true || user.id === 'USLACKBOT',
    isDeactivated: user.deleted === true,
    ...(user.profile?.email ? { email: user.profile.email } : {}),
    isGuest: user.is_restricted === true || user.is_ultra_restricted === true,
    isFromElsewhere: user.team_id !== undefined && user.team_id !== teamId,
  }
}

export type ChannelFacts = { channelId: string; name: string; isArchived: boolean; isMember: boolean }

export async function findChannel(
  client: WebClient,
  channelId: string,
): Promise<Result<ChannelFacts, EdgeRefusal>> {
  try {
    const { channel } = await client.conversations.info({ channel: channelId })
    if (!channel?.id) return refuse({ code: 'channel-unknown' })
    return ok({
      channelId: channel.id,
      name: channel.name ?? '',
      isArchived: channel.is_archived === true,
      isMember: channel.is_member === true || channel.is_im === true,
    })
  } catch (error) {
    if (slackErrorOf(error) === 'channel_not_found') return refuse({ code: 'channel-unknown' })
    throw error
  }
}

/** A channel in which Astral can post now, or the sentence that says why not. */
export async function requirePostable(
  client: WebClient,
  channelId: string,
): Promise<
  Result<
    ChannelFacts,
    | EdgeRefusal
    | { code: 'channel-archived'; channelId: string }
    | { code: 'not-in-channel'; channelId: string }
  >
> {
  const channel = await findChannel(client, channelId)
  if (!channel.ok) return channel
  if (channel.value.isArchived) return refuse({ code: 'channel-archived', channelId })
  if (!channel.value.isMember) return refuse({ code: 'not-in-channel', channelId })
  return channel
}
