/** Ways to keep the object there was when a new one says the same, so that `===` can be relied on. */

/** `next`, or `old` when it holds the same objects. */
export function keepList<T>(old: readonly T[] | undefined, next: readonly T[]): readonly T[] {
  const isSame = old?.length === next.length && next.every((item, index) => item === old[index])
  return isSame ? old : next
}

/** `next`, or `old` when it says the same. For small plain data. */
export function keepEqual<T>(old: T | undefined, next: T): T {
  return old !== undefined && isEqual(old, next) ? old : next
}

/** Whether two pieces of plain data, without cycles, say the same. */
function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => {
      const other = b as Record<string, unknown>
      return Object.hasOwn(other, key) && isEqual((a as Record<string, unknown>)[key], other[key])
    })
  )
}
