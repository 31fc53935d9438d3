import { SLACK_LIMITS } from '#kernel/slack-limits.ts'
import {
  type Check,
  type Dict,
  dictsOf,
  flag,
  isDict,
  object,
  oneOf,
  problem,
  text,
  type Visit,
} from './check.ts'
import { checkBlocks } from './check-blocks.ts'
import { plainText } from './objects.ts'

const { view: LIMITS } = SLACK_LIMITS

const shared: Record<string, Check> = {
  private_metadata: text({ min: 0, max: LIMITS.private_metadata }),
  callback_id: text({ min: 0, max: LIMITS.callback_id }),
  external_id: text({ min: 0, max: LIMITS.external_id }),
}

const blocks: Check = (value, at, visit) => checkBlocks(value, at, visit)

const modal = object({
  required: { type: oneOf('modal'), title: plainText(LIMITS.title), blocks },
  optional: {
    ...shared,
    submit: plainText(LIMITS.submit),
    close: plainText(LIMITS.close),
    clear_on_close: flag,
    notify_on_close: flag,
    submit_disabled: flag,
  },
})

const home = object({ required: { type: oneOf('home'), blocks }, optional: shared })

/** A modal or Home view as an app sends it. */
export function checkView(view: unknown, at: string, visit: Visit): void {
  const shape = visit.surface === 'home' ? home : modal
  shape(view, at, visit)
  if (visit.surface === 'home' || !isDict(view)) return
  const hasInputs = dictsOf(view.blocks).some(block => block.type === 'input')
  if (hasInputs && view.submit === undefined) {
    problem(visit, at, 'missing required field: submit (a view with input blocks needs one)')
  }
}

export function isViewTooLarge(view: Dict): boolean {
  return Buffer.byteLength(JSON.stringify(view)) > LIMITS.bytes
}
