import { breathe } from '#kernel/breathe.ts'

/** Rows a statement takes at once: below every database's limit of parameters. */
const SLICE = 500

/** Does something with so many rows at a time, and lets others have their turn between. */
export async function inSlices<Item>(
  items: readonly Item[],
  work: (slice: readonly Item[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < items.length; at += SLICE) {
    if (at > 0) await breathe()
    await work(items.slice(at, at + SLICE))
  }
}
