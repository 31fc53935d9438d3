import type { View } from '../desk.ts'
import { drawBlocks } from './blocks/draw-blocks.ts'
import { drawAppHead } from './conversation.ts'
import { attributes, type Html, html } from './html.ts'
import { drawingOf, type Scene } from './scene.ts'

/** An app's modal as a native dialog; the client script opens it above what is there. */
export function drawModal(scene: Scene, view: View): Html {
  const drawing = drawingOf(scene, 'modal', view.id, view.errors)
  const blockIds = new Set(view.blocks.map(block => block.block_id))
  const homeless = Object.entries(view.errors).filter(([blockId]) => !blockIds.has(blockId))
  const close = view.close ?? (view.submit ? 'Cancel' : 'Close')
  return html`<dialog class="modal" id="view-${view.id}" data-view="${view.id}" aria-labelledby="title-${view.id}" data-place="${JSON.stringify({ kind: 'view', viewId: view.id })}"><form novalidate data-view-form><header class="modal-head"><h2 id="title-${view.id}" tabindex="-1"><bdi>${view.title}</bdi></h2><span class="badge"><bdi>${scene.app.name}</bdi></span><button type="button" class="button button-icon" data-close-view id="x-${view.id}" aria-label="Close"><span aria-hidden="true">×</span></button></header><div class="modal-body">${homeless.map(
    ([blockId, message]) => html`<p class="alert alert-error" role="alert">${blockId}: ${message}</p>`,
  )}${drawBlocks(drawing, view.blocks)}</div><footer class="modal-foot"><button type="button" class="button" data-close-view id="close-${view.id}"><bdi>${close}</bdi></button>${
    view.submit
      ? html`<button type="submit" class="button button-primary"${attributes({
          id: `submit-${view.id}`,
          'aria-busy': view.isBusy ? 'true' : null,
          'aria-disabled': view.isBusy ? 'true' : null,
        })}><bdi>${view.submit}</bdi></button>`
      : null
  }</footer></form></dialog>`
}

export function drawHome(scene: Scene): Html {
  const view = scene.desk.home(scene.looking.viewer.id)
  const blocks = view
    ? html`<div class="home-view"${attributes({
        id: `view-${view.id}`,
        'data-place': JSON.stringify({ kind: 'view', viewId: view.id }),
      })}>${drawBlocks(drawingOf(scene, 'home', view.id, view.errors), view.blocks)}</div>`
    : html`<p class="empty">${scene.app.name} has not shown a Home to you yet.</p>`
  return html`${drawAppHead(scene, 'home')}<div class="home" id="home" tabindex="0" aria-label="Home of ${scene.app.name}">${blocks}</div>`
}
