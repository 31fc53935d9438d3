import type { KnownBlock } from '@slack/types'
import { GROUP_DESCRIPTION_MAX, GROUP_NAME_MAX, type GroupPrivacy } from '#domain/group/group.ts'
import type { GroupCard } from '#domain/group/group-card.ts'
import { context, input, option, plain, section } from './blocks.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { joinMrkdwn, type Mrkdwn, mentionChannel, mrkdwn } from './mrkdwn.ts'
import { ownerPicker } from './pickers.ts'

/** Somebody of the club, by account and by name. */
export type PossibleOwner = { accountId: string; name: string }

/** Block ids of the form's fields; refusals are shown at them. */
export const GROUP_FORM = {
  name: 'name',
  description: 'description',
  privacy: 'privacy',
  owner: 'owner',
  channel: 'channel',
} as const

/** What stands in the fields: the owner by account, the channel by Slack's id. */
export type GroupDraft = {
  name: string
  description: string
  privacy: GroupPrivacy
  owner: string | null
  channel: string | null
}

const PRIVACY_OPTIONS = [
  option('Public', 'public', 'Athletes of the club can find it and ask to join'),
  option('Private', 'private', 'By invitation; nobody else learns that it exists'),
]

/** `maker` opens it: they own the group unless they choose somebody else. */
export function createGroupForm(maker: PossibleOwner): ModalView {
  return modalView({
    callbackId: 'create-group',
    title: 'New group',
    submit: 'Create',
    blocks: groupFields({ name: '', description: '', privacy: 'public', owner: null, channel: null }, maker),
  })
}

export function groupDraftOf({ group, isOwnerPresent }: GroupCard): GroupDraft {
  const { name, description, privacy, ownerId, channelId } = group
  return { name, description, privacy, owner: isOwnerPresent ? ownerId : null, channel: channelId }
}

/** What was shown travels with the form, so that only what was changed in it is written. */
export function editGroupForm(card: GroupCard): ModalView {
  return editForm(card, groupDraftOf(card), ownerOf(card), 'Save')
}

/**
 * Somebody saved before: what they changed stands above the form. What this one typed stays in its fields; the fields
 * they left alone show what there is now.
 */
export function overtakenGroupForm(
  card: GroupCard,
  shown: GroupDraft,
  typed: GroupDraft,
  /** Whom this one chose as owner. */
  chosen: PossibleOwner | null,
): ModalView {
  const changes = changesInWords(shown, card)
  const draft = mergedDraft(shown, typed, groupDraftOf(card))
  const owner = typed.owner === shown.owner ? ownerOf(card) : chosen
  return editForm(card, draft, owner, 'Save mine', [
    section(
      mrkdwn`:warning: *Somebody else changed this group while you were editing.*${changes.length > 0 ? mrkdwn`\n${joinMrkdwn(changes, '\n')}` : ''}`,
    ),
    context(mrkdwn`What you typed is below, with their changes where you had none. *Save mine* keeps it so.`),
  ])
}

/** What was typed where it differs from what was shown; what there is now everywhere else. */
export function mergedDraft(shown: GroupDraft, typed: GroupDraft, now: GroupDraft): GroupDraft {
  return {
    name: typed.name === shown.name ? now.name : typed.name,
    description: typed.description === shown.description ? now.description : typed.description,
    privacy: typed.privacy === shown.privacy ? now.privacy : typed.privacy,
    owner: typed.owner === shown.owner ? now.owner : typed.owner,
    channel: typed.channel === shown.channel ? now.channel : typed.channel,
  }
}

function changesInWords(before: GroupDraft, card: GroupCard): Mrkdwn[] {
  const after = groupDraftOf(card)
  const channel = (id: string | null) => (id === null ? mrkdwn`none` : mentionChannel(id))
  return [
    ...(before.name === after.name ? [] : [mrkdwn`• name: “${before.name}” → “${after.name}”`]),
    ...(before.description === after.description
      ? []
      : [mrkdwn`• description: “${after.description || 'none'}”`]),
    ...(before.privacy === after.privacy ? [] : [mrkdwn`• ${before.privacy} → ${after.privacy}`]),
    ...(before.owner === after.owner ? [] : [mrkdwn`• owner: ${card.ownerName}`]),
    ...(before.channel === after.channel ? [] : [mrkdwn`• channel: ${channel(after.channel)}`]),
  ]
}

function ownerOf({ group, ownerName, isOwnerPresent }: GroupCard): PossibleOwner | null {
  return isOwnerPresent ? { accountId: group.ownerId, name: ownerName } : null
}

function editForm(
  card: GroupCard,
  draft: GroupDraft,
  owner: PossibleOwner | null,
  submit: string,
  above: KnownBlock[] = [],
): ModalView {
  return modalView({
    callbackId: 'edit-group',
    title: 'Edit group',
    submit,
    meta: { groupId: card.group.id, version: card.group.version, ...groupDraftOf(card) },
    blocks: [...above, ...groupFields(draft, owner)],
  })
}

function groupFields(draft: GroupDraft, owner: PossibleOwner | null): KnownBlock[] {
  const [publicOption, privateOption] = PRIVACY_OPTIONS
  const initialPrivacy = draft.privacy === 'private' ? privateOption : publicOption
  return [
    input(GROUP_FORM.name, 'Name', {
      type: 'plain_text_input',
      action_id: 'value',
      max_length: GROUP_NAME_MAX,
      placeholder: plain('Tuesday Track'),
      ...(draft.name ? { initial_value: draft.name } : {}),
    }),
    input(
      GROUP_FORM.description,
      'Description',
      {
        type: 'plain_text_input',
        action_id: 'value',
        multiline: true,
        max_length: GROUP_DESCRIPTION_MAX,
        placeholder: plain('Who it is for and what you do together'),
        ...(draft.description ? { initial_value: draft.description } : {}),
      },
      { optional: true },
    ),
    input(GROUP_FORM.privacy, 'Who can find it', {
      type: 'radio_buttons',
      action_id: 'value',
      options: PRIVACY_OPTIONS,
      ...(initialPrivacy ? { initial_option: initialPrivacy } : {}),
    }),
    input(GROUP_FORM.owner, 'Owner', ownerPicker(owner), {
      hint: 'May edit it and its members, and answers those who ask to join. Owning is not being a member.',
    }),
    input(
      GROUP_FORM.channel,
      'Channel',
      {
        type: 'conversations_select',
        action_id: 'value',
        placeholder: plain('None'),
        filter: { include: ['public', 'private'], exclude_bot_users: true },
        ...(draft.channel ? { initial_conversation: draft.channel } : {}),
      },
      {
        optional: true,
        hint: 'Whoever joins the group is offered the channel, and the other way round; nobody is ever moved. Astral has to be in it.',
      },
    ),
  ]
}
