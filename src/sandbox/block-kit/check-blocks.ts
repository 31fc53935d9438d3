import { SLACK_LIMITS } from '#kernel/slack-limits.ts'
import { anyBlock } from './blocks.ts'
import { type Dict, dictsOf, list, problem, type Visit } from './check.ts'
import { elementsOf } from './elements.ts'

/** Everything Slack asks of a list of blocks, on the visit's surface. */
export function checkBlocks(blocks: unknown, at: string, visit: Visit): void {
  const most = visit.surface === 'message' ? SLACK_LIMITS.message.blocks : SLACK_LIMITS.view.blocks
  list(anyBlock, { min: visit.surface === 'message' ? 0 : 1, max: most })(blocks, at, visit)
  const all = dictsOf(blocks)
  checkIds(all, at, visit)
  checkCounts(all, at, visit)
}

/** Blocks and the children of containers, each with its pointer. */
function withChildren(blocks: readonly Dict[], at: string): [Dict, string][] {
  return blocks.flatMap((block, index): [Dict, string][] => [
    [block, `${at}/${index}`],
    ...withChildren(dictsOf(block.child_blocks), `${at}/${index}/child_blocks`),
  ])
}

function checkIds(blocks: readonly Dict[], at: string, visit: Visit): void {
  const blockIds = new Set<unknown>()
  let focused = 0
  for (const [block, pointer] of withChildren(blocks, at)) {
    if (block.block_id !== undefined && blockIds.has(block.block_id)) {
      problem(visit, `${pointer}/block_id`, `block_id "${String(block.block_id)}" already exists`)
    }
    blockIds.add(block.block_id)
    const actionIds = new Set<unknown>()
    for (const element of elementsOf(block)) {
      if (element.action_id !== undefined && actionIds.has(element.action_id)) {
        problem(visit, pointer, `action_id "${String(element.action_id)}" already exists in this block`)
      }
      actionIds.add(element.action_id)
      if (element.focus_on_load === true) focused += 1
    }
  }
  if (focused > 1) problem(visit, at, 'only one element can have focus_on_load set to true')
}

function checkCounts(blocks: readonly Dict[], at: string, visit: Visit): void {
  const count = (type: string) => withChildren(blocks, at).filter(([block]) => block.type === type).length
  if (visit.surface === 'message') {
    if (count('data_visualization') > SLACK_LIMITS.message.data_visualization_per_message) {
      problem(visit, at, 'no more than 2 data_visualization blocks allowed')
    }
    if (count('table') > SLACK_LIMITS.message.table_per_message) {
      problem(visit, at, 'only one table block allowed')
    }
  }
  const markdown = blocks
    .filter(block => block.type === 'markdown')
    .reduce((sum, block) => sum + String(block.text ?? '').length, 0)
  if (markdown > SLACK_LIMITS.blocks.markdown.sum) {
    problem(
      visit,
      at,
      `markdown blocks must hold less than ${SLACK_LIMITS.blocks.markdown.sum + 1} characters together`,
    )
  }
}
