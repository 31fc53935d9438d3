import { expect, it } from 'vitest'
import { examplePlans } from '#domain/plan/template/example-plans.ts'
import { lintPlan } from '#domain/plan/template/lint-plan.ts'

it.each(examplePlans().map(plan => [plan.title, plan] as const))(
  '%s passes the lint for its level',
  (_, plan) => {
    expect(lintPlan(plan.weeks, plan.level)).toEqual([])
  },
)
