import type { ConnectedSource } from '#domain/connection/connection.ts'
import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { connectAppleHealth } from '#usecases/connection/connect-apple-health.ts'
import { disconnectSource } from '#usecases/connection/disconnect-source.ts'
import { listOwnConnections } from '#usecases/connection/list-own-connections.ts'
import { perform } from '#usecases/perform.ts'
import {
  addressSent,
  connectionList,
  pushAddress,
  sourceDisconnected,
  stravaLink,
} from '#views/connections.ts'
import type { Message } from '#views/message.ts'
import type { Mrkdwn } from '#views/mrkdwn.ts'
import type { SlackContext } from './kit/context.ts'
import { postToPerson } from './post.ts'

type Door = 'command' | 'button'

/** What the caller has connected, with buttons. */
export async function connectionsShown(
  context: SlackContext,
  above: Mrkdwn | null = null,
): Promise<Result<Message, Refusal>> {
  const { engine, connecting } = context.deps
  const own = await ask(engine, context.who, listOwnConnections, {})
  if (!own.ok) return own
  const isOffered = {
    'apple-health': connecting.pushBase().ok,
    strava: connecting.startStrava !== null,
  }
  return ok(connectionList({ ...own.value, isOffered }, above))
}

/** The secret address goes into the direct message; Strava's link is for the caller alone. */
export async function connectSource(
  context: SlackContext,
  source: ConnectedSource,
  surface: Door,
): Promise<Result<Message, Refusal>> {
  const { engine, connecting } = context.deps
  if (source === 'strava') {
    if (!connecting.startStrava) return refuse({ code: 'strava-off' })
    const url = await connecting.startStrava(context.who)
    return url.ok ? ok(stravaLink(url.value)) : url
  }
  const base = connecting.pushBase()
  if (!base.ok) return base
  const made = await perform(engine, { who: context.who, surface }, connectAppleHealth, {})
  if (!made.ok) return made
  const { secret, isRenewed } = made.value
  await postToPerson(context, pushAddress(`${base.value}/push/apple-health/${secret}`, isRenewed))
  return ok(addressSent())
}

export async function disconnect(
  context: SlackContext,
  source: ConnectedSource,
  surface: Door,
): Promise<Result<Message, Refusal>> {
  const { engine, connecting } = context.deps
  const done = await perform(engine, { who: context.who, surface }, disconnectSource, { source })
  if (!done.ok) return done
  connecting.wake()
  return connectionsShown(context, sourceDisconnected(done.value.source, done.value.deleted))
}
