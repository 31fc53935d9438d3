import type { Conversation } from '../desk.ts'
import { attributes, type Html, html } from './html.ts'
import { conversationName, type Scene } from './scene.ts'

/** Where a person types. The client script completes commands, people and channels from `data-words` on the page. */
export function drawComposer(scene: Scene, conversation: Conversation, threadTs: string | null): Html {
  const { viewer } = scene.looking
  const place = conversation.kind === 'im' ? '' : '#'
  const target = threadTs
    ? 'Reply in this thread'
    : `Message ${place}${conversationName(scene, conversation)}`
  const id = `composer-${viewer.id}-${conversation.id}-${threadTs ?? 'top'}`
  return html`<form class="composer" data-composer${attributes({
    id: `${id}-form`,
    'data-channel': conversation.id,
    'data-thread': threadTs,
  })}><div class="completions" role="listbox" aria-label="Suggestions" hidden id="${id}-list"></div><ul class="attached" aria-label="Files to send" data-keep id="${id}-files"></ul><textarea rows="1" dir="auto" autocomplete="off"${attributes(
    {
      id,
      placeholder: target,
      'aria-label': `${target}, as ${viewer.realName || viewer.name}`,
      'aria-autocomplete': 'list',
      'aria-controls': `${id}-list`,
    },
  )}></textarea><div class="composer-tools"><label class="button button-icon" title="Attach files"><span aria-hidden="true">＋</span><span class="visually-hidden">Attach files</span><input type="file" multiple class="visually-hidden" data-attach id="${id}-attach"></label>${
    threadTs
      ? null
      : html`<button type="button" class="button button-icon" data-menu="shortcut-menu" id="${id}-shortcuts" aria-haspopup="menu" aria-label="Shortcuts" title="Shortcuts"><span aria-hidden="true">⚡</span></button><span class="composer-hint">Type <kbd>/</kbd> for commands</span>`
  }<button type="submit" class="button button-primary send">Send</button></div></form>`
}
