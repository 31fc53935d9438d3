import type { SubType } from '#domain/activity/sub-type.ts'
import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'

/** A message a run; one message a day, edited in place; one message a week. */
export const FEED_MODES = ['daily', 'each', 'weekly'] as const
export type FeedMode = (typeof FEED_MODES)[number]

/** The sub-types that are wanted; null for every one. */
export type FeedFilter = readonly SubType[] | null

/** A group's runs going into a channel. Changing it ends it and begins another, so that past posts keep what they were. */
export type FeedSubscription = {
  id: string
  organizationId: OrganizationId
  groupId: GroupId
  channelId: string
  mode: FeedMode
  filter: FeedFilter
  state: 'active' | 'paused' | 'ended'
  /** Slack's word for why the channel takes nothing. */
  pauseReason: string | null
  setBy: AccountId
  activeFrom: Instant
  lastDigestOn: LocalDay | null
  createdAt: Instant
  /** When it ended, of one that has. */
  updatedAt: Instant
}

const MODE_WORDS: Readonly<Record<string, FeedMode>> = {
  each: 'each',
  every: 'each',
  daily: 'daily',
  day: 'daily',
  card: 'daily',
  weekly: 'weekly',
  week: 'weekly',
  digest: 'weekly',
}

export function feedModeFromWord(word: string): FeedMode | undefined {
  const key = word.toLowerCase()
  return Object.hasOwn(MODE_WORDS, key) ? MODE_WORDS[key] : undefined
}

export const FEED_MODE_WORDS: readonly string[] = Object.keys(MODE_WORDS)
