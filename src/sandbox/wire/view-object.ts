import type { StoredView } from '../workspace.ts'
import type { World } from '../world.ts'

type Values = Record<string, Record<string, unknown>>

/** A view as the views methods answer and the interactions carry it. */
export function viewObject(world: World, view: StoredView, values: Values = {}): Record<string, unknown> {
  return {
    id: view.id,
    team_id: world.space.team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values },
    hash: view.hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    close: view.close,
    submit: view.submit,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: world.app.id,
    external_id: view.externalId,
    app_installed_team_id: world.space.team.id,
    bot_id: world.app.botId,
  }
}
