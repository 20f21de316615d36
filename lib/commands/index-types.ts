/** Which access methods an index can have. Found by trying Prisma 7.10. */

import type { Field, KeyField, SchemaGraph } from '@/lib/schema/graph'
import type { KeySpec } from './attribute-arguments'
import { isNamedOperatorClass } from './key-places'

export interface IndexedField {
  readonly keyField: KeyField
  readonly field: Field
}

export function indexTypeNotes(
  { provider }: SchemaGraph,
  title: string,
  { type }: KeySpec,
  fields: readonly IndexedField[],
): string[] {
  const isPostgres = provider === 'postgresql' || provider === 'postgres'
  const method = type ?? 'BTree'
  if (!isPostgres && fields.some(({ keyField }) => keyField.ops !== null)) {
    return [`Prisma has no operator classes for ${title}.`]
  }
  if (method === 'BTree') return fields.flatMap((field) => operatorNotes(method, field))
  const isKnown = isPostgres ? POSTGRES.has(method) : provider === 'cockroachdb' && method === 'Gin'
  if (!isKnown) return [`${title} has no indexes of type ${method}.`]
  if (method === 'Hash' && fields.some(({ keyField }) => keyField.sort !== null)) {
    return ['An index of type Hash has no order.']
  }
  return fields.flatMap((indexed) => {
    const { keyField, field } = indexed
    if (keyField.ops !== null) return operatorNotes(method, indexed)
    return canHold(method, field, isPostgres)
      ? []
      : [`An index of type ${method} needs an operator class for ${keyField.path}.`]
  })
}

const POSTGRES: ReadonlySet<string> = new Set(['Hash', 'Gin', 'Gist', 'SpGist', 'Brin'])

const IN_ORDER: ReadonlySet<string> = new Set([
  'String',
  'Int',
  'BigInt',
  'Float',
  'Decimal',
  'DateTime',
  'Bytes',
])

/** Whether there is an operator class that the index has without being told. */
function canHold(method: string, field: Field, isPostgres: boolean): boolean {
  const { typeName, typeKind, arity, nativeType } = field
  const native = nativeType?.name
  if (native === 'Xml') return false
  if (typeKind === 'unsupported' || method === 'Hash') return true
  if (method === 'Gin') {
    if (typeName === 'Json' && native === 'Json') return false
    return arity === 'list' ? isPostgres || typeName !== 'Json' : typeName === 'Json'
  }
  if (typeKind !== 'scalar') return false
  if (method === 'Brin') {
    return IN_ORDER.has(typeName) && native !== 'Money' && native !== 'Citext'
  }
  if (typeName !== 'String') return false
  const texts = method === 'SpGist' ? ['VarChar', 'Char', 'Text', 'Inet'] : []
  return native === undefined || texts.includes(native)
}

function operatorNotes(method: string, { keyField, field }: IndexedField): string[] {
  const { ops, path } = keyField
  if (ops === null || !isNamedOperatorClass(ops)) return []
  const isJson = ops === 'JsonbOps' || ops === 'JsonbPathOps'
  const fits =
    method === 'Gin' &&
    ((isJson && field.typeName === 'Json' && field.nativeType?.name !== 'Json') ||
      (ops === 'ArrayOps' && field.arity === 'list'))
  return fits ? [] : [`It is for Prisma to say whether ${ops} fits ${path} in a ${method} index.`]
}
