/** What differs between the enums of two schemas, where enums are types of the database. */

import type { DiffStep } from './steps'
import { enumKey } from './table-keys'
import type { EnumType } from './tables'

interface EnumSteps {
  readonly created: readonly DiffStep[]
  readonly altered: readonly DiffStep[]
  readonly dropped: readonly DiffStep[]
}

/** Enums are told apart by name; the order of their values means nothing. */
export function diffEnums(before: readonly EnumType[], after: readonly EnumType[]): EnumSteps {
  const previousByKey = new Map(before.map((enumType) => [enumKey(enumType), enumType]))
  const nextKeys = new Set(after.map(enumKey))
  return {
    created: after
      .filter((enumType) => !previousByKey.has(enumKey(enumType)))
      .map((enumType) => ({ kind: 'CreateEnum', enumType })),
    altered: after.flatMap((next): DiffStep[] => {
      const previous = previousByKey.get(enumKey(next))
      if (!previous || hasSameValues(previous, next)) return []
      return [{ kind: 'AlterEnum', enums: { previous, next } }]
    }),
    dropped: before
      .filter((enumType) => !nextKeys.has(enumKey(enumType)))
      .map((enumType) => ({ kind: 'DropEnum', enumType })),
  }
}

function hasSameValues({ values: before }: EnumType, { values: after }: EnumType): boolean {
  return before.length === after.length && before.every((value) => after.includes(value))
}
