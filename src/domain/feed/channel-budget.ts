/** How much Astral may post into a channel by itself; what is more goes into the card of the day. */
export type ChannelBudget = {
  boardsAWeek: number
  /** Messages of single runs. The card of the day is always one. */
  runsADay: number
}

export const DEFAULT_BUDGET: ChannelBudget = { boardsAWeek: 1, runsADay: 10 }

export const BUDGET_MOST: ChannelBudget = { boardsAWeek: 10, runsADay: 100 }

export type BudgetRefusal = { code: 'budget-wrong'; most: ChannelBudget }

export function isBudget({ boardsAWeek, runsADay }: ChannelBudget): boolean {
  const isCount = (count: number, most: number) => Number.isInteger(count) && count >= 0 && count <= most
  return isCount(boardsAWeek, BUDGET_MOST.boardsAWeek) && isCount(runsADay, BUDGET_MOST.runsADay)
}
