/** A type as a person types it: a name with `?` or `[]`, and the names on offer. Pure. */

import type { Arity, Block, SchemaGraph } from '@/lib/schema/graph'
import { SCALAR_TYPES } from '@/lib/schema/scalars'

export interface TypedType {
  readonly name: string
  /** `null` when nothing was said about it. */
  readonly arity: Arity | null
  /** What was typed after it: `@unique`, `= USER`. */
  readonly attributes?: string
}

/** Reads `String?`, `Post[]`, `Unsupported("circle")`, and attributes that follow: `Int @id`. */
export function parseTypedType(text: string): TypedType {
  const [, before, attributes] = /^((?:[^"@=]|"[^"]*")+)([@=].*)$/s.exec(text.trim()) ?? []
  if (before === undefined || attributes === undefined) return parseType(text)
  return { ...parseType(before), attributes: attributes.trim() }
}

function parseType(text: string): TypedType {
  const trimmed = text.trim()
  if (trimmed.endsWith('[]')) return { name: trimmed.slice(0, -2).trim(), arity: 'list' }
  if (trimmed.endsWith('?')) return { name: trimmed.slice(0, -1).trim(), arity: 'optional' }
  return { name: trimmed, arity: null }
}

export interface TypeOption {
  readonly label: string
  readonly group: 'Scalar' | 'Enum' | 'Composite type' | 'Relation'
}

/** What the fields of a block can have as their type. Only tables can be related. */
export function typeOptions(graph: SchemaGraph, block: Block): TypeOption[] {
  const ofKind = (kind: Block['kind'], group: TypeOption['group']): TypeOption[] =>
    [...graph.blockByName.values()]
      .filter((candidate) => candidate.kind === kind)
      .map(({ name }) => ({ label: name, group }))
  const isTable = block.kind === 'model' || block.kind === 'view'
  return [
    ...SCALAR_TYPES.map((label): TypeOption => ({ label, group: 'Scalar' })),
    ...ofKind('enum', 'Enum'),
    ...ofKind('type', 'Composite type'),
    ...(isTable ? [...ofKind('model', 'Relation'), ...ofKind('view', 'Relation')] : []),
  ]
}
