import { shownName } from './avatar.ts'
import { emojiSign } from './blocks/emoji.ts'
import { attributes, type Html, html } from './html.ts'
import type { Scene } from './scene.ts'

/** A dialog of the workspace itself. Its form's fields are the arguments of the doing it names. */
function drawDialog(id: string, doingName: string, title: string, submit: string, content: Html): Html {
  return html`<dialog class="modal modal-small" id="${id}" aria-labelledby="${id}-title"><form data-do-form="${doingName}"><header class="modal-head"><h2 id="${id}-title">${title}</h2><button type="button" class="button button-icon" data-close-dialog aria-label="Close"><span aria-hidden="true">×</span></button></header><div class="modal-body">${content}<p class="field-error" role="alert" data-form-error></p></div><footer class="modal-foot"><button type="button" class="button" data-close-dialog>Cancel</button><button type="submit" class="button button-primary">${submit}</button></footer></form></dialog>`
}

function field(id: string, label: string, control: Html): Html {
  return html`<div class="input-block"><label class="label" for="${id}">${label}</label>${control}</div>`
}

function peopleOptions(scene: Scene): Html {
  return html`${[...scene.people.values()]
    .filter(person => !person.isBot)
    .map(
      person =>
        html`<option value="${person.id}">${shownName(person)}${person.isDeactivated ? ' (deactivated)' : ''}</option>`,
    )}`
}

export function drawDialogs(scene: Scene): Html {
  const { viewer, conversation } = scene.looking
  const zones = Intl.supportedValuesOf('timeZone')
  return html`${drawDialog(
    'dialog-person',
    'add-person',
    'Add a person',
    'Add',
    html`${field('new-person-name', 'Name', html`<input class="field" id="new-person-name" name="realName" required maxlength="80" dir="auto" autocomplete="off">`)}${field(
      'new-person-zone',
      'Time zone',
      html`<input class="field" id="new-person-zone" name="tz" list="zones" value="${viewer.tz}" required autocomplete="off"><datalist id="zones">${zones.map(zone => html`<option value="${zone}"></option>`)}</datalist>`,
    )}<label class="choice"><input type="checkbox" name="isGuest" value="yes"><span>Guest: sees only channels they were added to</span></label>`,
  )}${drawDialog(
    'dialog-channel',
    'create-channel',
    'Create a channel',
    'Create',
    html`${field('new-channel-name', 'Name', html`<input class="field" id="new-channel-name" name="name" required maxlength="80" pattern="[^\\s#A-Z]+" title="Lower case, no spaces" placeholder="long-runs" autocomplete="off">`)}<label class="choice"><input type="checkbox" name="isPrivate" value="yes"><span>Private: only members see it</span></label>`,
  )}${drawDialog(
    'dialog-direct',
    'open-direct',
    'Write to somebody',
    'Open',
    field(
      'direct-person',
      'Person',
      html`<select class="field" id="direct-person" name="person">${peopleOptions(scene)}</select>`,
    ),
  )}${drawDialog(
    'dialog-deactivate',
    'toggle-deactivated',
    'Deactivate or bring back',
    'Change',
    field(
      'deactivate-person',
      'Person',
      html`<select class="field" id="deactivate-person" name="person">${peopleOptions(scene)}</select>`,
    ),
  )}${drawDialog(
    'dialog-invite',
    'join-channel',
    'Add someone to the channel',
    'Add',
    html`<input type="hidden" name="channel" id="invite-channel"${attributes({ value: conversation?.id ?? '' })}>${field('invite-person', 'Person', html`<select class="field" id="invite-person" name="person">${peopleOptions(scene)}</select>`)}`,
  )}`
}

const offeredReactions = [
  '+1',
  'tada',
  'fire',
  'clap',
  'heart',
  'muscle',
  'runner',
  'eyes',
  'white_check_mark',
]

/** Menus shared by all messages: the client script opens them at the message they are for. */
export function drawSharedMenus(scene: Scene): Html {
  const items = (type: 'global' | 'message') =>
    scene.app.shortcuts
      .filter(shortcut => shortcut.type === type)
      .map(
        shortcut =>
          html`<button type="button" role="menuitem" tabindex="-1" data-shortcut="${shortcut.callbackId}" data-shortcut-type="${type}">${shortcut.name}<small>${shortcut.description || scene.app.name}</small></button>`,
      )
  const none = html`<p class="menu-note">${scene.app.name} offers no shortcut here.</p>`
  const globals = items('global')
  const onMessage = items('message')
  return html`<div popover class="menu" role="menu" aria-label="Shortcuts" id="shortcut-menu">${globals.length > 0 ? globals : none}</div><div popover class="menu" role="menu" aria-label="Message shortcuts" id="message-menu">${onMessage.length > 0 ? onMessage : none}</div><div popover class="menu reaction-menu" role="menu" aria-label="Reactions" id="reaction-menu">${offeredReactions.map(
    name =>
      html`<button type="button" role="menuitem" tabindex="-1" data-reaction="${name}" aria-label="${name.replaceAll('_', ' ')}">${emojiSign(name)}</button>`,
  )}</div>`
}

/** What the composer completes, as JSON for the client script. */
export function completionWords(scene: Scene): string {
  return JSON.stringify({
    commands: scene.app.commands,
    people: [...scene.people.values()]
      .filter(person => !person.isDeactivated)
      .map(person => ({ name: person.name, realName: shownName(person) })),
    channels: scene.looking.conversations.filter(one => one.kind !== 'im').map(one => ({ name: one.name })),
  })
}
