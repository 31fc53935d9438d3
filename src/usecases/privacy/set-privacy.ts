import type { DomainEvent } from '#domain/event.ts'
import { type NotAMember, requireMember } from '#domain/organization/policy.ts'
import type { PrivacyCard } from '#domain/privacy/privacy-card.ts'
import {
  isSamePrivacy,
  loosened,
  type PrivacySwitch,
  type PrivacySwitches,
} from '#domain/privacy/privacy-switches.ts'
import type { GroupId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { updateGroupSharing } from '#store/group-membership-store.ts'
import { upsertPrivacySwitches } from '#store/privacy-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { outdatedPosts } from './outdated-posts.ts'
import { privacyOf } from './show-privacy.ts'

export type SetPrivacy = {
  switches: PrivacySwitches
  /** The answer for each group that was asked about; the others stay as they are. */
  groups: readonly { groupId: string; isShared: boolean }[]
}

export type OnlyTighten = {
  code: 'only-tighten-while-suspended'
  switches: PrivacySwitch[]
  groups: string[]
}

/**
 * Somebody decides what others see of them. What stands in channels already follows. The suspended may show less, never
 * more. Changing nothing leaves no trace.
 */
export async function setPrivacy(
  unit: UnitOfWork,
  { switches, groups }: SetPrivacy,
): Promise<Result<Done<PrivacyCard>, NotAMember | OnlyTighten>> {
  const { tx, actor, now } = unit
  const member = requireMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId, status } = member.value
  const before = await privacyOf(tx, organizationId, accountId)
  const answers = new Map(groups.map(({ groupId, isShared }) => [groupId, isShared]))
  const changed = before.groups.filter(
    ({ groupId, isShared }) => (answers.get(groupId) ?? isShared) !== isShared,
  )
  const isSuspended = status === 'suspended'
  const more = {
    switches: loosened(before.switches, switches),
    groups: changed.filter(group => !group.isShared).map(group => group.name),
  }
  if (isSuspended && more.switches.length + more.groups.length > 0) {
    return refuse({ code: 'only-tighten-while-suspended', ...more })
  }
  const about = { organizationId, subjectId: accountId, isVisibleToSubject: true } as const
  const events: DomainEvent[] = []
  if (!isSamePrivacy(before.switches, switches)) {
    await upsertPrivacySwitches(tx, organizationId, accountId, switches, now)
    events.push({
      ...about,
      type: 'privacy.changed',
      target: { kind: 'account', id: accountId },
      before: before.switches,
      after: switches,
    })
  }
  for (const { groupId, name, isShared } of changed) {
    await updateGroupSharing(tx, organizationId, groupId as GroupId, accountId, !isShared)
    events.push({
      ...about,
      type: 'sharing.changed',
      target: { kind: 'group', id: groupId },
      before: { groupId, groupName: name, isShared },
      after: { groupId, groupName: name, isShared: !isShared },
    })
  }
  if (events.length > 0) {
    const onlyGroups = isSamePrivacy(before.switches, switches)
      ? { groupIds: changed.map(({ groupId }) => groupId) }
      : {}
    const outdated = { organizationId, accountId, cause: 'privacy', ...onlyGroups } as const
    events.push(...(await outdatedPosts(unit, outdated)))
  }
  const after = await privacyOf(tx, organizationId, accountId)
  return ok({ value: { ...after, isSuspended }, events })
}
