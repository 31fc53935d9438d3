import type { World } from './world.ts'

/** Sends an event to the app if it subscribed to one of the names; does not wait for the acknowledgement. */
export function emit(
  world: World,
  event: { type: string } & Record<string, unknown>,
  subscription: string = event.type,
): void {
  if (!world.app.events.has(subscription)) return
  const { space, app } = world
  void world.deliver({
    route: 'events_api',
    kind: 'event',
    summary: subscription,
    acceptsPayload: false,
    payload: {
      token: 'verification',
      team_id: space.team.id,
      context_team_id: space.team.id,
      context_enterprise_id: null,
      api_app_id: app.id,
      event,
      type: 'event_callback',
      event_id: space.newId('Ev'),
      event_time: Math.floor(world.now() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: space.team.id,
          user_id: app.botUserId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
      event_context: `4-${space.newId('EC')}`,
    },
  })
}

/** The event's own time, of the form of a message timestamp. */
export function eventTs(world: World): string {
  return world.space.nextTs()
}
