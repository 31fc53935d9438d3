export const ROLES = ['head-coach', 'assistant-coach', 'athlete'] as const
export type Role = (typeof ROLES)[number]

/** Inactive and suspended athletes count in no total; a suspended one reads their own data and nothing else. */
export const MEMBER_STATUSES = ['active', 'inactive', 'suspended'] as const
export type MemberStatus = (typeof MEMBER_STATUSES)[number]
