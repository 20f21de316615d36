import type { SchemaFile } from './shared'

/** Whether two schemas are the same text in the same files. */
export function isSameFiles(some: readonly SchemaFile[], others: readonly SchemaFile[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ path, text }, at) => path === others[at]?.path && text === others[at]?.text)
  )
}
