import { drawComposer } from './composer.ts'
import { attributes, type Html, html, nothing } from './html.ts'
import { drawInspector } from './inspector.ts'
import { hrefOf } from './looking.ts'
import { drawMessageList } from './message-list.ts'
import { conversationName, type Scene, type Tip } from './scene.ts'

function drawThread(scene: Scene, threadTs: string): Html {
  const { conversation, viewer } = scene.looking
  if (!conversation) return nothing
  const messages = scene.desk.messages(viewer.id, conversation.id, threadTs)
  const sign = conversation.kind === 'im' ? '' : '#'
  return html`<section class="panel thread" aria-labelledby="thread-name" id="thread-${threadTs}"><header class="panel-head"><h2 id="thread-name" tabindex="-1">Thread</h2><span class="topic">${sign}<bdi>${conversationName(scene, conversation)}</bdi></span><a class="button button-icon" data-nav data-escape href="${hrefOf(scene.looking, { t: null })}" aria-label="Close the thread"><span aria-hidden="true">×</span></a></header><ol class="messages" data-messages tabindex="0" aria-label="Thread" id="replies-${threadTs}">${drawMessageList(scene, messages, true)}</ol>${
    conversation.isArchived || !conversation.isMember ? null : drawComposer(scene, conversation, threadTs)
  }</section>`
}

function drawTipText(text: string): Html {
  return html`${text
    .split('`')
    .map((piece, index) =>
      index % 2 === 1
        ? html`<a role="button" class="try" href="#main" data-insert="${piece}" title="Put this into the message field"><code>${piece}</code></a>`
        : piece,
    )}`
}

function drawTips(tips: readonly Tip[]): Html {
  return html`<section class="panel tips" aria-labelledby="tips-name"><header class="panel-head"><h2 id="tips-name">What to try</h2><button type="button" class="button button-icon" data-tips="hide" id="hide-tips" aria-label="Hide these suggestions"><span aria-hidden="true">×</span></button></header><ol class="tip-list">${tips.map(
    (tip, index) =>
      html`<li><span class="tip-number" aria-hidden="true">${index + 1}</span><div><h3>${tip.title}</h3><p>${drawTipText(tip.text)}</p></div></li>`,
  )}</ol></section>`
}

/** The right-hand column: the inspector, else the open thread, else what to try. */
export function drawAside(scene: Scene): { kind: 'inspector' | 'thread' | 'tips' | 'none'; content: Html } {
  const { looking, options } = scene
  if (looking.isInspecting) return { kind: 'inspector', content: drawInspector(scene) }
  if (looking.threadTs) return { kind: 'thread', content: drawThread(scene, looking.threadTs) }
  if (options.tips && options.tips.length > 0) return { kind: 'tips', content: drawTips(options.tips) }
  return { kind: 'none', content: html`<div${attributes({ hidden: true })}></div>` }
}
