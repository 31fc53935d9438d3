import type { KnownBlock } from '@slack/types'
import type { PrivacyCard } from '#domain/privacy/privacy-card.ts'
import { PRIVACY_SWITCHES, type PrivacySwitches } from '#domain/privacy/privacy-switches.ts'
import { actions, button, context, divider, input, option, plain, section } from './blocks.ts'
import type { Message, ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { SWITCH_WORDS } from './privacy-words.ts'

/** Block ids of the forms' fields. */
export const PRIVACY_FORM = { switches: 'switches', groups: 'groups', typed: 'typed' } as const

export const PRIVACY_ACTIONS = {
  open: 'privacy-open',
  exportData: 'privacy-export',
  deleteData: 'privacy-delete',
} as const

/** More than these do not fit into what travels with the form. */
const GROUPS_ASKED = 60
/** Names in one sentence. */
const NAMES_SHOWN = 20
/** Slack's own limit of one set of checkboxes; above it the groups are chosen from a menu. */
const MOST_BOXES = 10

/** Every switch in plain words, the answer for each group, and the ways to take or delete everything. */
export function privacyForm(card: PrivacyCard): ModalView {
  const groups = card.groups.slice(0, GROUPS_ASKED)
  const blocks: KnownBlock[] = [
    section(
      mrkdwn`You decide what others see of you. Only you see everything, always. What stands in channels already is changed with it.`,
    ),
  ]
  if (card.isSuspended) {
    blocks.push(section(mrkdwn`While your membership is suspended you can show less here, not more.`))
  }
  blocks.push(switchesInput(card.switches), ...groupsInput(groups), divider)
  if (card.groups.length > groups.length) {
    blocks.push(context(mrkdwn`Your other groups: \`/astral group show "name"\`.`))
  }
  blocks.push(
    context(
      mrkdwn`One run can have its own answer: *Who sees it*, in the run’s form. Heart rate, notes and profile never go to a channel, whatever is on here.`,
    ),
    dataButtons(),
  )
  return modalView({
    callbackId: 'privacy',
    title: 'Privacy',
    submit: 'Save',
    meta: { groupIds: groups.map(group => group.groupId).join(' ') },
    blocks,
  })
}

function dataButtons() {
  return actions(
    'my-data',
    button(PRIVACY_ACTIONS.exportData, 'Export my data', 'export'),
    button(PRIVACY_ACTIONS.deleteData, 'Delete my data …', 'delete', { style: 'danger' }),
  )
}

function switchesInput(switches: PrivacySwitches) {
  const options = PRIVACY_SWITCHES.map(name =>
    option(SWITCH_WORDS[name].name, name, SWITCH_WORDS[name].means),
  )
  const on = options.filter((_, index) => {
    const name = PRIVACY_SWITCHES[index]
    return name !== undefined && switches[name]
  })
  return input(
    PRIVACY_FORM.switches,
    'What may be seen',
    { type: 'checkboxes', action_id: 'value', options, ...(on.length > 0 ? { initial_options: on } : {}) },
    { optional: true },
  )
}

function groupsInput(groups: PrivacyCard['groups']) {
  if (groups.length === 0) return []
  const options = groups.map(group => option(group.name, group.groupId))
  const shared = options.filter((_, index) => groups[index]?.isShared)
  const chosen = shared.length > 0 ? { initial_options: shared } : {}
  return [
    input(
      PRIVACY_FORM.groups,
      'Groups with which you share your runs',
      options.length <= MOST_BOXES
        ? { type: 'checkboxes', action_id: 'value', options, ...chosen }
        : { type: 'multi_static_select', action_id: 'value', options, placeholder: plain('None'), ...chosen },
      { optional: true },
    ),
  ]
}

/** Where no form can be opened, and after the form is saved: how things stand. */
export function privacyShown(card: PrivacyCard): Message {
  const text = privacyState(card)
  return {
    text: text.mrkdwn,
    blocks: [
      section(text),
      actions(
        'privacy',
        button(PRIVACY_ACTIONS.open, 'Change', 'open', { style: 'primary' }),
        button(PRIVACY_ACTIONS.exportData, 'Export my data', 'export'),
      ),
    ],
  }
}

export function privacySaved(card: PrivacyCard): ModalView {
  return modalView({
    callbackId: 'privacy-saved',
    title: 'Saved',
    blocks: [
      section(privacyState(card)),
      context(mrkdwn`Leaderboards that stand in channels are drawn anew within moments, or taken away.`),
    ],
  })
}

function privacyState({ switches, groups }: PrivacyCard): Mrkdwn {
  const shared = groups.filter(group => group.isShared).map(group => group.name)
  const lines = [mrkdwn`*Privacy*`, switchesState(switches)]
  if (groups.length > 0 && switches.isShown) {
    lines.push(
      shared.length === 0
        ? mrkdwn`You share your runs with no group.`
        : mrkdwn`You share your runs with: ${listed(shared)}.`,
    )
  }
  return joinMrkdwn(lines, '\n')
}

function listed(names: readonly string[]): string {
  const more = names.length - NAMES_SHOWN
  return names.slice(0, NAMES_SHOWN).join(', ') + (more > 0 ? ` and ${more} more` : '')
}

/** What is off, in one line. */
export function switchesState(switches: PrivacySwitches): Mrkdwn {
  if (!switches.isShown) return mrkdwn`Nothing of yours is shown to anybody, coaches included.`
  const off = PRIVACY_SWITCHES.filter(name => !switches[name]).map(name => SWITCH_WORDS[name].name)
  return off.length === 0
    ? mrkdwn`Your coaches see the runs you do not hide, your groups what you share with them.`
    : mrkdwn`Off: ${off.join(', ')}.`
}

/** Nothing is deleted by a slip: the word has to be typed. */
export function deleteDataForm(): ModalView {
  return modalView({
    callbackId: 'delete-my-data',
    title: 'Delete my data',
    submit: 'Delete everything',
    blocks: [
      section(
        mrkdwn`This deletes your runs, your groups, invitations and settings, and the details about you in the audit. You leave the club. Leaderboards that show you are drawn anew without you, or taken away. It cannot be undone.`,
      ),
      section(
        mrkdwn`What stays: that there was a member (without the name), and numbered audit entries without details. You get the number of yours as a receipt. *Export my data* first, if you want to keep a copy.`,
      ),
      input(
        PRIVACY_FORM.typed,
        'Type DELETE to confirm',
        { type: 'plain_text_input', action_id: 'value', max_length: 20 },
        {},
      ),
    ],
  })
}

export function dataDeletedModal(what: string): ModalView {
  return modalView({
    callbackId: 'data-deleted',
    title: 'Deleted',
    blocks: [
      section(
        mrkdwn`Your data is deleted: ${what}. The receipt with its number comes in our direct message.`,
      ),
    ],
  })
}
