import type { InvitationFacts } from '#domain/invitation/decide-invitation.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import type { Membership } from '#store/membership-store.ts'

/** Where somebody belongs, seen from an organization. */
export function standingOf(
  membership: Membership | undefined,
  organizationId: OrganizationId,
): InvitationFacts['standing'] {
  if (!membership) return 'nowhere'
  if (membership.organizationId !== organizationId) return 'elsewhere'
  return membership.status === 'suspended' ? 'suspended-here' : 'here'
}
