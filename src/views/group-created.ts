import type { Group } from '#domain/group/group.ts'
import { context, section } from './blocks.ts'
import type { Message, ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { mrkdwn } from './mrkdwn.ts'

export function groupCreated(group: Group): Message {
  const text = mrkdwn`Created the ${group.privacy} group *${group.name}*. You are its owner.`
  return { text: text.mrkdwn, blocks: [section(text), next(group)] }
}

export function groupCreatedModal(group: Group): ModalView {
  // Somebody else may have been chosen as owner: the form said who.
  const created = section(mrkdwn`Created the ${group.privacy} group *${group.name}*.`)
  const description = group.description ? [section(mrkdwn`${group.description}`)] : []
  return modalView({
    callbackId: 'group-created',
    title: 'Group created',
    blocks: [created, ...description, next(group)],
  })
}

function next(group: Group) {
  return context(
    mrkdwn`Next: \`/astral invite @athlete "${group.name}"\` asks somebody to join, \`/astral group add @athlete "${group.name}"\` adds a member of the club.`,
  )
}
