import { z } from 'zod'
import type { DayCard } from '#domain/feed/feed-run.ts'
import { localDay } from '#kernel/instant.ts'
import { findOutboxRow } from '#store/outbox-store.ts'
import { findOutboxByKey } from '#store/read/feed-posts.ts'
import { feedKeys } from '#usecases/feed/feed-keys.ts'
import { readDayCard } from '#usecases/feed/read-day-card.ts'
import { readDigest } from '#usecases/feed/read-digest.ts'
import { readRunPost } from '#usecases/feed/read-run-post.ts'
import { dayCardPosted, dayDetailsPosted } from '#views/feed-card.ts'
import { digestPosted, runPosted } from '#views/feed-run-post.ts'
import type { Message } from '#views/message.ts'
import { type Delivery, type DrawingDeps, delivery } from './delivery.ts'

const dayPayload = z.object({ channelId: z.string(), day: z.string() })
const runPayload = z.object({ activityId: z.string(), groupId: z.string(), askedBy: z.string() })
const digestPayload = z.object({
  subscriptionId: z.string(),
  groupId: z.string(),
  from: z.string(),
  to: z.string(),
  askedBy: z.string(),
})

/** What a message about runs says now; null when there is nothing left to say. */
type Draw = (deps: DrawingDeps, payload: unknown) => Promise<Message | null>

const drawCard = ofDay(dayCardPosted)
const drawDetails = ofDay(dayDetailsPosted)

function ofDay(view: (card: DayCard, outboxId: string) => Message): Draw {
  return async ({ db, organizationId, outboxId }, raw) => {
    const { channelId, day } = dayPayload.parse(raw)
    const card = await readDayCard(db, organizationId, { channelId, day: localDay(day) })
    if (!card || (card.runs.length === 0 && card.folded.length === 0)) return null
    return view(card, outboxId)
  }
}

const drawRun: Draw = async ({ db, organizationId, outboxId }, raw) => {
  const read = await readRunPost(db, organizationId, runPayload.parse(raw))
  return read && runPosted({ ...read, outboxId })
}

const drawDigest: Draw = async ({ db, organizationId, outboxId }, raw) => {
  const { from, to, ...post } = digestPayload.parse(raw)
  const range = { from: localDay(from), to: localDay(to) }
  const digest = await readDigest(db, organizationId, { ...post, range })
  return digest && digest.runs.length > 0 ? digestPosted(digest, outboxId) : null
}

const DRAWS: Readonly<Record<string, Draw>> = {
  'feed-card': drawCard,
  'feed-details': drawDetails,
  'feed-run': drawRun,
  'feed-digest': drawDigest,
}

function posting(kind: 'feed-card' | 'feed-run' | 'feed-digest', draw: Draw): Delivery {
  return delivery({
    kind,
    payload: z.unknown(),
    async draw(deps, payload) {
      const message = await draw(deps, payload)
      return message ? { kind: 'post', message } : 'skip'
    },
  })
}

/** The day in full, in the thread of its card; nothing where the card does not stand. */
const detailsDelivery: Delivery = {
  ...delivery({
    kind: 'feed-details',
    payload: z.unknown(),
    async draw(deps, payload) {
      const threadTs = await cardTs(deps, payload)
      const message = threadTs === null ? null : await drawDetails(deps, payload)
      return message && threadTs !== null ? { kind: 'post', message, threadTs } : 'skip'
    },
  }),
  threadOf: cardTs,
}

async function cardTs(
  { db, organizationId }: Pick<DrawingDeps, 'db' | 'organizationId'>,
  payload: unknown,
): Promise<string | null> {
  const { channelId, day } = dayPayload.parse(payload)
  const card = await findOutboxByKey(
    db,
    organizationId,
    feedKeys.card(organizationId, channelId, localDay(day)),
  )
  return card && card.pulled_back_at === null ? card.posted_ts : null
}

/** A message about runs that stands in a channel, as it may be now; taken away where nothing is left on it. */
const redrawDelivery = delivery({
  kind: 'feed-redraw',
  payload: z.object({ outboxId: z.string() }),
  async draw(deps, { outboxId }) {
    const post = await findOutboxRow(deps.db, deps.organizationId, outboxId)
    if (post?.posted_channel == null || post.posted_ts === null || post.pulled_back_at !== null) return 'skip'
    const message = await DRAWS[post.kind]?.({ ...deps, outboxId }, JSON.parse(post.payload_json))
    if (message) return { kind: 'redraw', post, chart: null, message: () => message }
    return { kind: 'removal', channelId: post.posted_channel, ts: post.posted_ts, fileId: null, post }
  },
})

export const feedDeliveries: readonly Delivery[] = [
  posting('feed-card', drawCard),
  detailsDelivery,
  posting('feed-run', drawRun),
  posting('feed-digest', drawDigest),
  redrawDelivery,
]
