/** Lets whatever else waits have its turn, within long work. */
export function breathe(): Promise<void> {
  return new Promise(resolve => {
    setImmediate(resolve)
  })
}
