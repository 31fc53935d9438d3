import type { FileInMessage, Message } from '../desk.ts'
import { drawAvatar, drawBadges, shownName } from './avatar.ts'
import { drawBlocks } from './blocks/draw-blocks.ts'
import { emojiSign } from './blocks/emoji.ts'
import { drawMrkdwn } from './blocks/mrkdwn.ts'
import { digest } from './digest.ts'
import { attributes, type Html, html, nothing, toMarkup } from './html.ts'
import { hrefOf } from './looking.ts'
import { clockTime, instantOfTs } from './message-time.ts'
import { drawingOf, type Scene } from './scene.ts'

export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

const shownImages = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

function drawFile(file: FileInMessage): Html {
  return shownImages.includes(file.mimetype)
    ? html`<figure class="image-block"><figcaption><bdi>${file.title || file.name}</bdi></figcaption><a class="image-link" target="_blank" href="${file.path}"><img class="block-image" src="${file.path}" alt="${file.title || file.name}" loading="lazy"></a></figure>`
    : html`<a class="file" href="${file.path}" download="${file.name}"><span class="file-sign" aria-hidden="true">${extensionOf(file.name)}</span><span><bdi>${file.title || file.name}</bdi><small>${formatBytes(file.bytes)}</small></span></a>`
}

function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,4})$/i.exec(name)?.[1]?.toUpperCase() ?? 'FILE'
}

function drawReactions(scene: Scene, message: Message): Html {
  if (message.reactions.length === 0) return nothing
  return html`<ul class="reactions" aria-label="Reactions">${message.reactions.map(({ name, userIds }) => {
    const isMine = userIds.includes(scene.looking.viewer.id)
    const who = userIds.map(id => scene.people.get(id)?.realName ?? id).join(', ')
    return html`<li><button type="button" class="reaction"${attributes({
      'data-do': 'react',
      'data-args': JSON.stringify({ channel: message.channel, ts: message.ts, name }),
      'aria-pressed': isMine ? 'true' : 'false',
      'aria-label': `${name.replaceAll('_', ' ')}, ${userIds.length}: ${who}`,
      title: who,
    })}>${emojiSign(name)} ${userIds.length}</button></li>`
  })}</ul>`
}

function drawToolbar(hasThread: boolean, replyHref: string): Html {
  const label = (text: string) => attributes({ 'aria-label': text, title: text })
  return html`<div class="message-tools" role="toolbar" aria-label="Message actions"><button type="button" data-menu="reaction-menu"${label('Add a reaction')}><span aria-hidden="true">☺︎</span></button>${
    hasThread
      ? null
      : html`<a data-nav href="${replyHref}"${label('Reply in a thread')}><span aria-hidden="true">↩</span></a>`
  }<button type="button" data-menu="message-menu"${label('More actions for this message')}><span aria-hidden="true">⋮</span></button></div>`
}

export type MessageSetting = {
  /** The one above is by the same author and close in time. */
  continues: boolean
  isInThread: boolean
}

export function drawMessage(scene: Scene, message: Message, setting: MessageSetting): Html {
  const { viewer } = scene.looking
  const author = scene.people.get(message.authorId)
  const at = instantOfTs(message.ts)
  const drawing = drawingOf(scene, 'message', `${message.channel}/${message.ts}`)
  const text = html`<div class="message-text" dir="auto">${drawMrkdwn(drawing, message.text)}</div>`
  const replyHref = hrefOf(scene.looking, { t: message.threadTs ?? message.ts, inspect: false })
  const time = html`<time class="message-time" datetime="${new Date(at).toISOString()}">${clockTime(at, viewer.tz)}</time>`
  const isEphemeral = message.ephemeralFor !== null
  const content = html`<div class="message-side">${setting.continues ? time : drawAvatar(author)}</div><div class="message-body">${
    setting.continues
      ? html`<span class="visually-hidden">${author ? shownName(author) : message.authorId}</span>`
      : html`<div class="message-head"><span class="message-author"><bdi>${author ? shownName(author) : message.authorId}</bdi></span>${author ? drawBadges(author, scene.team.id) : null} ${time}</div>`
  }${
    isEphemeral
      ? html`<p class="only-you"><span aria-hidden="true">◔</span> Only visible to you <button type="button" class="link-button"${attributes(
          {
            'data-do': 'dismiss',
            'data-args': JSON.stringify({ channel: message.channel, ts: message.ts }),
          },
        )}>Dismiss</button></p>`
      : null
  }${message.blocks.length > 0 ? drawBlocks(drawing, message.blocks) : message.text ? text : null}${message.files.map(drawFile)}${
    message.isEdited ? html`<span class="edited">(edited)</span>` : null
  }${drawReactions(scene, message)}${
    message.replyCount > 0 && !setting.isInThread
      ? html`<a class="replies" data-nav href="${replyHref}">${message.replyCount} ${message.replyCount === 1 ? 'reply' : 'replies'}</a>`
      : null
  }</div>${isEphemeral ? null : drawToolbar(setting.isInThread, replyHref)}`
  const id = `${setting.isInThread ? 'r' : 'm'}-${digest([message.channel, message.ts])}`
  return html`<li class="message${setting.continues ? ' continues' : ''}${isEphemeral ? ' ephemeral' : ''}"${attributes(
    {
      id,
      tabindex: -1,
      'data-place': JSON.stringify({ kind: 'message', channel: message.channel, ts: message.ts }),
      'data-content': digest(toMarkup(content)),
    },
  )}>${content}</li>`
}
