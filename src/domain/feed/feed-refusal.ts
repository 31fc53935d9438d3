import type { BudgetRefusal } from './channel-budget.ts'
import type { SubTypeUnknown } from './feed-filter.ts'

export type FeedRefusal =
  | SubTypeUnknown
  | BudgetRefusal
  | { code: 'subscription-unknown' }
  | { code: 'run-not-shown' }
  | { code: 'own-kudos' }
  | { code: 'comment-empty' }
  | { code: 'comment-too-long'; length: number; limit: number }
  | { code: 'not-a-run-post' }

export const COMMENT_MAX = 2_000
