/** The native type of a field's column. */

import type { Field } from '@/lib/schema/graph'
import type { NativeColumnType } from './tables'

/** What each scalar is without `@db.…`. */
export type DefaultTypes = Readonly<Record<string, NativeColumnType>>

export function nativeTypeOf(
  { typeName, nativeType: given }: Field,
  defaults: DefaultTypes,
): NativeColumnType {
  if (given) return { name: given.name, args: given.args }
  return defaults[typeName] ?? { name: typeName, args: [] }
}

/** `VarChar(191)`, `Decimal(65,30)`. */
export function nativeTypeText({ name, args }: NativeColumnType): string {
  return args.length > 0 ? `${name}(${args.join(',')})` : name
}

/** Whether two types are the same, arguments and all. */
export function sameNativeType(a: NativeColumnType, b: NativeColumnType): boolean {
  return nativeTypeText(a) === nativeTypeText(b)
}
