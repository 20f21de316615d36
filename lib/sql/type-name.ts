/** What Prisma calls the type of a column in its warnings. */

import { nativeTypeText } from './native-type'
import type { Column } from './tables'

/** `VarChar(191)`, `Decimal(65,30)`; of what has no native type, what kind of values it has. */
export function typeName(column: Column): string {
  return column.native ? nativeTypeText(column.native) : familyName(column)
}

/** `String`, `DateTime`, `BigInt`, `Unsupported("tsvector")`. */
export function familyName({ family, type }: Column): string {
  switch (family) {
    case 'datetime':
      return 'DateTime'
    case 'bigint':
      return 'BigInt'
    case 'unsupported':
      return `Unsupported("${type}")`
    default:
      return family[0]?.toUpperCase() + family.slice(1)
  }
}
