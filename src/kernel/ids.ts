/** Ids are uuidv7 text, branded by what they name, so that a group's id is never taken for an athlete's. */
type Id<Noun extends string> = string & { readonly __id: Noun }

export type OrganizationId = Id<'organization'>
export type AccountId = Id<'account'>
export type GroupId = Id<'group'>
export type InvitationId = Id<'invitation'>
export type EmailInvitationId = Id<'email-invitation'>
export type InvitationCodeId = Id<'invitation-code'>
export type ActivityId = Id<'activity'>
export type ScheduleId = Id<'schedule'>
export type WorkoutId = Id<'workout'>
export type PlanId = Id<'plan'>
export type EnrollmentId = Id<'enrollment'>
export type OutboxId = Id<'outbox'>

/** Makes a fresh id; injected, so that tests can count. */
export type IdSource = <T extends string>() => T

/** Slack's own ids, as they come over the wire. */
export type SlackTeamId = string & { readonly __slack: 'team' }
export type SlackUserId = string & { readonly __slack: 'user' }
export type SlackChannelId = string & { readonly __slack: 'channel' }
