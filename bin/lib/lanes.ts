/** Work at a time: most of what is done on a server is waiting for its disk. */
const LANES = 4

/** Does what is to be done with each item, several at a time; `onDone` hears of them in order. */
export async function inLanes<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  onDone: (item: Item, result: Result) => void,
): Promise<void> {
  const done = new Map<number, Result>()
  let next = 0
  let told = 0
  const lane = async () => {
    while (next < items.length) {
      const index = next++
      done.set(index, await work(items[index] as Item))
      for (; done.has(told); told++) {
        onDone(items[told] as Item, done.get(told) as Result)
        done.delete(told)
      }
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}
