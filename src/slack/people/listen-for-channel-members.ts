import type { App } from '@slack/bolt'
import { type ChannelPassed, offerByChannel } from '#usecases/group/offer-by-channel.ts'
import { perform } from '#usecases/perform.ts'
import { reportFault } from '../fault.ts'
import { contextOf, type SlackDeps } from '../kit/context.ts'

/** Somebody came into a channel that Astral is in, or left it: a group that is tied to it may concern them. */
export function listenForChannelMembers(app: App, deps: SlackDeps): void {
  const listen = async (teamId: string, userId: string, passed: ChannelPassed, client: App['client']) => {
    try {
      const { who } = contextOf(deps, { client, teamId, userId })
      await perform(deps.engine, { who, surface: 'slack' }, offerByChannel, passed)
    } catch (error) {
      reportFault(deps, error, { where: `channel ${passed.kind}` })
    }
  }
  app.event('member_joined_channel', async ({ event, client, context }) => {
    await listen(context.teamId ?? '', event.user, { channelId: event.channel, kind: 'join' }, client)
  })
  app.event('member_left_channel', async ({ event, client, context }) => {
    await listen(context.teamId ?? '', event.user, { channelId: event.channel, kind: 'leave' }, client)
  })
}
