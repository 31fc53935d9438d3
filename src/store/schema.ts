import type { ActivitiesTable } from './schema-activities.ts'
import type {
  ActivityFilesTable,
  ActivityOriginsTable,
  ActivitySeparationsTable,
  ImportEntriesTable,
  ImportJobsTable,
} from './schema-activity-imports.ts'
import type {
  AvailabilityDaysTable,
  AvailabilityRoundsTable,
  AvailabilityWeeksTable,
  SessionMatchesTable,
} from './schema-adherence.ts'
import type { AuditDetailsTable, AuditEntriesTable, AuditHeadsTable } from './schema-audit.ts'
import type { BulkChangePeopleTable, BulkChangesTable } from './schema-bulk.ts'
import type { CalendarFeedsTable } from './schema-calendar.ts'
import type {
  ConnectionSecretsTable,
  ConnectionsTable,
  ConnectorJobsTable,
  OauthStatesTable,
  ReceivedActivitiesTable,
} from './schema-connectors.ts'
import type {
  ActivityCommentsTable,
  ChannelBudgetsTable,
  FeedSubscriptionsTable,
  FoldedBoardsTable,
  KudosTable,
} from './schema-feed.ts'
import type {
  GroupChangePeopleTable,
  GroupChangesTable,
  GroupOffersTable,
  GroupRequestsTable,
} from './schema-group-requests.ts'
import type { GroupMembershipsTable, GroupsTable } from './schema-groups.ts'
import type { RosterImportsTable } from './schema-imports.ts'
import type {
  CodeAttemptsTable,
  EmailInvitationsTable,
  InvitationCodesTable,
  InvitationsTable,
} from './schema-invitations.ts'
import type {
  ChangeRequestsTable,
  EnrollmentPausesTable,
  PlanSettingsTable,
  SessionHoursTable,
} from './schema-living-plan.ts'
import type {
  ActivityEffortsTable,
  AthleteVdotTable,
  BestEffortsTable,
  LoadRecomputesTable,
} from './schema-metrics.ts'
import type {
  AccountsTable,
  AgeGradeTablesTable,
  AthleteLabelsTable,
  AthleteNotesTable,
  AthleteProfilesTable,
  ClaimCodesTable,
  CoachAssignmentsTable,
  HeadCoachTransfersTable,
  MembershipRolesTable,
  MembershipsTable,
  OrganizationsTable,
  PrivacySettingsTable,
} from './schema-people.ts'
import type {
  EnrollmentsTable,
  InvitedPlansTable,
  PlanDaysTable,
  PlansTable,
  PlanVersionsTable,
  SessionChangesTable,
} from './schema-plans.ts'
import type { HandledRequestsTable, OccurrencesTable, OutboxTable, SchedulesTable } from './schema-posting.ts'
import type {
  NudgesTable,
  QuietHoursTable,
  SignalRoundsTable,
  SignalSettingsTable,
  SignalsTable,
} from './schema-signals.ts'
import type { WorkoutsTable } from './schema-workouts.ts'

/**
 * One logical schema for every database, in the least common types: ids are text made by us, instants whole
 * milliseconds UTC, local days text, booleans 0/1, JSON text, lengths whole centimetres, durations whole milliseconds.
 */
export type Schema = {
  organizations: OrganizationsTable
  accounts: AccountsTable
  memberships: MembershipsTable
  membership_roles: MembershipRolesTable
  coach_assignments: CoachAssignmentsTable
  head_coach_transfers: HeadCoachTransfersTable
  groups: GroupsTable
  group_memberships: GroupMembershipsTable
  group_requests: GroupRequestsTable
  group_changes: GroupChangesTable
  group_change_people: GroupChangePeopleTable
  group_offers: GroupOffersTable
  invitations: InvitationsTable
  email_invitations: EmailInvitationsTable
  invitation_codes: InvitationCodesTable
  code_attempts: CodeAttemptsTable
  activities: ActivitiesTable
  activity_efforts: ActivityEffortsTable
  best_efforts: BestEffortsTable
  athlete_vdot: AthleteVdotTable
  load_recomputes: LoadRecomputesTable
  activity_origins: ActivityOriginsTable
  activity_separations: ActivitySeparationsTable
  activity_files: ActivityFilesTable
  import_jobs: ImportJobsTable
  import_entries: ImportEntriesTable
  schedules: SchedulesTable
  occurrences: OccurrencesTable
  outbox: OutboxTable
  feed_subscriptions: FeedSubscriptionsTable
  channel_budgets: ChannelBudgetsTable
  folded_boards: FoldedBoardsTable
  kudos: KudosTable
  activity_comments: ActivityCommentsTable
  audit_entries: AuditEntriesTable
  audit_details: AuditDetailsTable
  audit_heads: AuditHeadsTable
  privacy_settings: PrivacySettingsTable
  athlete_profiles: AthleteProfilesTable
  age_grade_tables: AgeGradeTablesTable
  athlete_labels: AthleteLabelsTable
  athlete_notes: AthleteNotesTable
  roster_imports: RosterImportsTable
  bulk_changes: BulkChangesTable
  bulk_change_people: BulkChangePeopleTable
  workouts: WorkoutsTable
  plans: PlansTable
  plan_versions: PlanVersionsTable
  plan_days: PlanDaysTable
  enrollments: EnrollmentsTable
  session_changes: SessionChangesTable
  session_hours: SessionHoursTable
  change_requests: ChangeRequestsTable
  plan_settings: PlanSettingsTable
  calendar_feeds: CalendarFeedsTable
  enrollment_pauses: EnrollmentPausesTable
  invited_plans: InvitedPlansTable
  session_matches: SessionMatchesTable
  availability_rounds: AvailabilityRoundsTable
  availability_weeks: AvailabilityWeeksTable
  availability_days: AvailabilityDaysTable
  claim_codes: ClaimCodesTable
  handled_requests: HandledRequestsTable
  connections: ConnectionsTable
  connection_secrets: ConnectionSecretsTable
  oauth_states: OauthStatesTable
  received_activities: ReceivedActivitiesTable
  connector_jobs: ConnectorJobsTable
  quiet_hours: QuietHoursTable
  signals: SignalsTable
  signal_settings: SignalSettingsTable
  signal_rounds: SignalRoundsTable
  nudges: NudgesTable
}
