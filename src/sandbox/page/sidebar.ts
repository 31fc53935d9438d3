import type { Conversation, Person } from '../desk.ts'
import { drawAvatar, drawBadges, shownName } from './avatar.ts'
import { doing } from './doing.ts'
import { attributes, type Html, html } from './html.ts'
import { hrefOf } from './looking.ts'
import { conversationName, isAppConversation, type Scene } from './scene.ts'

function drawPerson(scene: Scene, person: Person): Html {
  const { looking, team } = scene
  const words = `${shownName(person)} ${person.name} ${person.email ?? ''}`.toLocaleLowerCase('en')
  return html`<li id="be-${person.id}" data-words="${words}"><a class="person" data-nav data-switch${attributes(
    {
      href: hrefOf(looking, { as: person.id }),
      'aria-current': person.id === looking.viewer.id ? 'true' : null,
    },
  )}>${drawAvatar(person, 'small')}<span class="person-words"><bdi>${shownName(person)}</bdi>${drawBadges(person, team.id)}<small><bdi>@${person.name}</bdi> · ${person.tz}</small></span></a></li>`
}

function drawSwitcher(scene: Scene): Html {
  const { viewer } = scene.looking
  const people = [...scene.people.values()].filter(person => !person.isBot)
  const bots = [...scene.people.values()].filter(person => person.isBot)
  return html`<button type="button" class="switcher" id="switcher" popovertarget="people-menu" aria-haspopup="dialog">${drawAvatar(viewer, 'large')}<span class="switcher-words"><small>You are</small><strong><bdi>${shownName(viewer)}</bdi></strong>${drawBadges(viewer, scene.team.id)}</span><span class="chevron" aria-hidden="true">▾</span></button><div popover class="menu people-menu" role="dialog" aria-label="Become somebody else" id="people-menu" data-anchor="switcher"><input type="search" class="field" id="people-search" placeholder="Find a person…" aria-label="Find a person" autocomplete="off" data-filter-people><ul class="people" id="people">${people.map(person => drawPerson(scene, person))}</ul>${
    bots.length > 0
      ? html`<p class="menu-note">${bots.map(bot => shownName(bot)).join(', ')}: ${bots.length === 1 ? 'an app, which speaks' : 'apps, which speak'} for ${bots.length === 1 ? 'itself' : 'themselves'}.</p>`
      : null
  }<p class="menu-note">Open a person in a new tab to be two people at once.</p></div>`
}

function drawLink(scene: Scene, conversation: Conversation, sign: Html, name?: string): Html {
  const { looking } = scene
  const isCurrent = !looking.isHome && looking.conversation?.id === conversation.id
  const unread = conversation.unread > 0
  return html`<li id="nav-${conversation.id}"><a class="place${unread ? ' unread' : ''}${conversation.isMember ? '' : ' outside'}" data-nav${attributes(
    { href: hrefOf(looking, { c: conversation.id }), 'aria-current': isCurrent ? 'page' : null },
  )}>${sign}<bdi class="place-label">${name ?? conversationName(scene, conversation)}</bdi>${
    conversation.isArchived ? html`<small>archived</small>` : null
  }${unread ? html`<span class="count"><span class="visually-hidden">unread: </span>${conversation.unread}</span>` : null}</a></li>`
}

function drawApp(scene: Scene): Html {
  const { looking, app } = scene
  const channel = looking.conversations.find(one => isAppConversation(scene, one))
  const sign = (mark: string) => html`<span class="sign" aria-hidden="true">${mark}</span>`
  const home = attributes({
    href: hrefOf(looking, { home: true }),
    'aria-current': looking.isHome ? 'page' : null,
  })
  return html`<div class="nav-head app-nav">${drawAvatar(scene.people.get(app.botUserId), 'small')}<h2><bdi>${app.name}</bdi></h2><small class="presence${app.isConnected ? ' is-here' : ''}">${app.isConnected ? 'connected' : 'not connected'}</small></div><ul class="places"><li id="nav-home"><a class="place" data-nav${home}>${sign('⌂')}<bdi class="place-label">Home</bdi></a></li>${
    channel
      ? drawLink(scene, channel, sign('✉︎'), 'Messages')
      : html`<li id="nav-messages"><button type="button" class="place"${doing('open-direct', { person: app.botUserId })}>${sign('✉︎')}<span class="place-label">Messages</span></button></li>`
  }</ul>`
}

export function drawSidebar(scene: Scene): Html {
  const { looking } = scene
  const channels = looking.conversations
    .filter(one => one.kind !== 'im')
    .sort((a, b) => Number(a.isArchived) - Number(b.isArchived) || a.name.localeCompare(b.name, 'en'))
  const direct = looking.conversations.filter(one => one.kind === 'im' && !isAppConversation(scene, one))
  const signOf = (one: Conversation) =>
    html`<span class="sign" aria-hidden="true">${one.kind === 'private' ? '🔒' : '#'}</span>`
  return html`${drawSwitcher(scene)}<nav class="sidebar-nav" aria-label="Places">${drawApp(scene)}<div class="nav-head"><h2>Channels</h2><button type="button" class="button button-icon button-small" data-open-dialog="dialog-channel" id="new-channel" aria-label="Create a channel" title="Create a channel"><span aria-hidden="true">＋</span></button></div><ul class="places">${channels.map(
    one => drawLink(scene, one, signOf(one)),
  )}</ul><div class="nav-head"><h2>Direct messages</h2><button type="button" class="button button-icon button-small" data-open-dialog="dialog-direct" id="new-direct" aria-label="Write to somebody" title="Write to somebody"><span aria-hidden="true">＋</span></button></div><ul class="places">${direct.map(
    one => drawLink(scene, one, drawAvatar(scene.people.get(one.partnerId ?? ''), 'small')),
  )}</ul></nav>`
}
