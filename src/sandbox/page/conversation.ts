import type { Conversation } from '../desk.ts'
import { drawComposer } from './composer.ts'
import { doing } from './doing.ts'
import { attributes, type Html, html } from './html.ts'
import { hrefOf } from './looking.ts'
import { drawMessageList } from './message-list.ts'
import { conversationName, isAppConversation, type Scene } from './scene.ts'

function drawChannelMenu(scene: Scene, channel: Conversation): Html {
  const { viewer } = scene.looking
  const item = (label: string, name: string, args: Record<string, unknown>, danger = false) =>
    html`<button type="button" role="menuitem" tabindex="-1"${attributes({ class: danger ? 'danger' : null })}${doing(name, { channel: channel.id, ...args })}>${label}</button>`
  if (channel.isArchived) return html``
  return html`<button type="button" class="button button-icon" popovertarget="channel-menu" id="channel-menu-button" aria-haspopup="menu" aria-label="Channel menu"><span aria-hidden="true">⋯</span></button><div popover class="menu" role="menu" aria-label="Channel menu" id="channel-menu" data-anchor="channel-menu-button">${
    channel.isMember
      ? item('Leave the channel', 'leave-channel', { person: viewer.id })
      : item('Join the channel', 'join-channel', { person: viewer.id })
  }${
    channel.appIsMember
      ? item(`Remove ${scene.app.name}`, 'leave-channel', { person: scene.app.botUserId })
      : item(`Add ${scene.app.name} to this channel`, 'join-channel', { person: scene.app.botUserId })
  }<button type="button" role="menuitem" tabindex="-1" data-open-dialog="dialog-invite">Add someone…</button>${item('Archive the channel', 'archive-channel', {}, true)}</div>`
}

function drawTabs(scene: Scene, active: 'home' | 'messages', channel: string | null): Html {
  const { looking } = scene
  const tab = (name: string, isActive: boolean, href: string) =>
    html`<a data-nav${attributes({ href, 'aria-current': isActive ? 'page' : null })}>${name}</a>`
  return html`<nav class="tabs" aria-label="${scene.app.name}">${tab('Home', active === 'home', hrefOf(looking, { home: true }))}${
    channel
      ? tab('Messages', active === 'messages', hrefOf(looking, { c: channel }))
      : html`<button type="button"${doing('open-direct', { person: scene.app.botUserId })}>Messages</button>`
  }</nav>`
}

export function drawAppHead(scene: Scene, active: 'home' | 'messages'): Html {
  const channel = scene.looking.conversations.find(one => isAppConversation(scene, one))
  return html`<header class="place-head app-head"><h1 tabindex="-1" id="place-name"><bdi>${scene.app.name}</bdi></h1><span class="badge">App</span>${drawTabs(scene, active, channel?.id ?? null)}</header>`
}

function drawHead(scene: Scene, conversation: Conversation): Html {
  if (isAppConversation(scene, conversation)) return drawAppHead(scene, 'messages')
  const sign = conversation.kind === 'im' ? '' : conversation.kind === 'private' ? '🔒 ' : '# '
  return html`<header class="place-head"><h1 tabindex="-1" id="place-name"><span aria-hidden="true">${sign}</span><bdi>${conversationName(scene, conversation)}</bdi></h1>${
    conversation.isArchived ? html`<span class="badge">Archived</span>` : null
  }<p class="topic" dir="auto">${conversation.topic}</p>${
    conversation.kind === 'im'
      ? null
      : html`<span class="app-presence${conversation.appIsMember ? ' is-here' : ''}">${scene.app.name} ${conversation.appIsMember ? 'is here' : 'is not in this channel'}</span>`
  }${conversation.kind === 'im' ? null : drawChannelMenu(scene, conversation)}</header>`
}

function drawFoot(scene: Scene, conversation: Conversation): Html {
  if (conversation.isArchived)
    return html`<p class="composer-note">This channel is archived. Nobody can write here.</p>`
  if (scene.looking.viewer.isDeactivated)
    return html`<p class="composer-note">This account is deactivated and cannot write.</p>`
  if (!conversation.isMember)
    return html`<p class="composer-note">You are looking at #${conversation.name} from outside. <button type="button" class="button button-primary button-small"${doing('join-channel', { channel: conversation.id, person: scene.looking.viewer.id })}>Join channel</button></p>`
  return drawComposer(scene, conversation, null)
}

export function drawConversation(scene: Scene, conversation: Conversation): Html {
  const messages = scene.desk.messages(scene.looking.viewer.id, conversation.id)
  const command = scene.app.commands[0]?.command
  const begin = command ? html` Type <kbd>${command}</kbd> below to begin.` : null
  const empty = html`<li class="empty" id="empty"><p>Nothing has been said here yet.${begin}</p></li>`
  return html`${drawHead(scene, conversation)}<ol class="messages" id="messages-${conversation.id}" data-messages data-drop="${conversation.id}"${attributes(
    {
      tabindex: 0,
      'aria-label': 'Messages. Up and down arrows move between them',
      'data-unread': conversation.unread || null,
      'data-channel': conversation.id,
    },
  )}>${messages.length === 0 ? empty : drawMessageList(scene, messages, false)}</ol>${drawFoot(scene, conversation)}`
}
