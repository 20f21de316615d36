/** Ways to keep the object there was when a new one says the same, so that `===` can be relied on. */

/** `next`, or `old` when it holds the same objects. */
export function keepList<T>(old: readonly T[] | undefined, next: readonly T[]): readonly T[] {
  const isSame = old?.length === next.length && next.every((item, index) => item === old[index])
  return isSame ? old : next
}

/** `next`, or `old` when it says the same. For small plain data. */
export function keepEqual<T>(old: T | undefined, next: T): T {
  return old !== undefined && JSON.stringify(old) === JSON.stringify(next) ? old : next
}
