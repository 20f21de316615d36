/**
 * Prisma's scalar types.
 * Source: the schema reference of Prisma 7.10; `Geometry` and `Geography` are new there.
 */
export const SCALAR_TYPES = [
  'String',
  'Int',
  'BigInt',
  'Float',
  'Decimal',
  'Boolean',
  'DateTime',
  'Json',
  'Bytes',
] as const

const ALL: ReadonlySet<string> = new Set([...SCALAR_TYPES, 'Geometry', 'Geography'])

export function isScalarType(name: string): boolean {
  return ALL.has(name)
}
