import { describe, expect, it } from 'vitest'
import type { Visibility } from '#domain/activity/activity.ts'
import { boardScope, mayShow, type Relation, type ShownOn } from '#domain/privacy/may-show.ts'

const VISIBILITIES: readonly Visibility[] = ['share', 'coach-only', 'hide']
const RELATIONS: readonly Relation[] = ['self', 'coach', 'teammate', 'outsider']

/** What each sees, as letters: of shared, coach-only, hidden, first with the athlete's yes to the group, then without. */
const TABLE: Record<`${Relation} ${ShownOn}`, string> = {
  'self private': 'sch sch',
  'coach private': 'sc- sc-',
  'teammate private': 's-- ---',
  'outsider private': '--- ---',
  'self channel': 's-- ---',
  'coach channel': 's-- ---',
  'teammate channel': 's-- ---',
  'outsider channel': 's-- ---',
}

describe('what may be shown', () => {
  it.each(Object.entries(TABLE))('to %s is “%s”', (who, expected) => {
    const [relation, shownOn] = who.split(' ') as [Relation, ShownOn]
    const seen = [true, false].map(isSharedWithGroup =>
      VISIBILITIES.map(visibility =>
        mayShow({ visibility, isSharedWithGroup }, relation, shownOn) ? visibility[0] : '-',
      ).join(''),
    )
    expect(seen.join(' ')).toBe(expected)
  })

  it('is the same rule for a sum as for one activity', () => {
    for (const relation of RELATIONS) {
      for (const shownOn of ['private', 'channel'] as const) {
        const scope = boardScope(relation, shownOn)
        for (const visibility of VISIBILITIES) {
          for (const isSharedWithGroup of [true, false]) {
            const isSummed =
              scope.visibilities.includes(visibility) && (isSharedWithGroup || !scope.onlySharing)
            expect(isSummed).toBe(mayShow({ visibility, isSharedWithGroup }, relation, shownOn))
          }
        }
      }
    }
  })
})
