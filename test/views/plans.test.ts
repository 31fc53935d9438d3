import { expect, it } from 'vitest'
import type { AssignmentPreview } from '#domain/plan/template/assignment.ts'
import { examplePlans } from '#domain/plan/template/example-plans.ts'
import type { Plan } from '#domain/plan/template/plan.ts'
import type { AccountId, OrganizationId, PlanId } from '#kernel/ids.ts'
import { localDay } from '#kernel/instant.ts'
import { assignmentPreviewed, assignPlanForm } from '#views/assign-plan.ts'
import { createPlanForm, editPlanForm } from '#views/plan-form.ts'
import { planCard, planList } from '#views/plan-text.ts'
import { checkedMessage, checkedView } from '../fixtures/checked-view.ts'
import { TEST_NOW } from '../fixtures/test-engine.ts'

const longest = examplePlans()[2]
const weeks = longest?.weeks ?? []
const plan: Plan = {
  id: '01930000-0000-7000-8000-000000000001' as PlanId,
  organizationId: 'o' as OrganizationId,
  title: 'M'.repeat(60),
  titleKey: 'm'.repeat(60),
  level: 'intermediate',
  visibility: 'public',
  weeks: weeks.length,
  versionId: '01930000-0000-7000-8000-000000000002',
  ownerId: 'a' as AccountId,
  isExample: true,
  createdAt: TEST_NOW,
  updatedAt: TEST_NOW,
  archivedAt: null,
}
const preview: AssignmentPreview = {
  plan,
  aligned: {
    startOn: localDay('2026-11-23'),
    firstOn: localDay('2026-11-23'),
    lastOn: localDay('2027-03-14'),
    raceOn: null,
  },
  groupName: 'Track',
  leftOut: ['Zoe'],
  concerns: [{ code: 'hard-days-in-a-row', week: 3, days: [1, 2] }],
  athletes: Array.from({ length: 500 }, (_, at) => ({
    accountId: String(at),
    name: `Runner ${at} ${'x'.repeat(40)}`,
    conflicts: ['Base'],
    concerns: [{ code: 'no-runs-lately', plannedCm: 1_400_000 }],
  })),
}

it('keep to what Slack takes, however long the plan and however many the athletes', () => {
  const form = editPlanForm(plan, weeks)
  const plans = Array.from({ length: 120 }, (_, at) => ({ ...plan, id: `${at}` as PlanId }))
  const athletes = Array.from({ length: 100 }, (_, at) => ({ accountId: `a${at}`, name: 'x'.repeat(200) }))
  const chosen = { planId: '0', group: { id: 'g', name: 'x'.repeat(100) }, athletes }
  const meta = { planId: plan.id, people: 'U0123456789,'.repeat(100) }
  expect([
    ...[0, 1, 3].map(page => checkedMessage(planCard({ plan, weeks, mayEdit: true, page }))),
    checkedMessage(planList({ plans, mayEdit: true })),
    checkedMessage(planList({ plans: [], mayEdit: true })),
    checkedView(createPlanForm()),
    form === null ? ['no form'] : checkedView(form),
    checkedView(assignPlanForm(plans, chosen)),
    checkedView(assignmentPreviewed(preview, meta)),
  ]).toEqual(Array.from({ length: 9 }, () => []))
})
