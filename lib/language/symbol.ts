/**
 * What a name in a schema stands for: something that the schema declares, or a word of Prisma's
 * language. Two names mean the same when their symbols have the same key.
 */

import type { Block, BlockId, EnumValue, Field } from '@/lib/schema/graph'

/** What a schema itself declares. */
export type DeclaredSymbol =
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'field'; readonly block: Block; readonly field: Field }
  | { readonly kind: 'value'; readonly block: Block; readonly value: EnumValue }
  | {
      readonly kind: 'relation'
      /** As the attribute gives it, without quotes and escapes. */
      readonly name: string
      /** The ids of the two blocks, in alphabetical order; twice the same in a self relation. */
      readonly between: readonly [BlockId, BlockId]
    }
  | { readonly kind: 'databaseSchema'; readonly name: string }

/** What Prisma's language gives. */
export type LanguageSymbol =
  | { readonly kind: 'keyword'; readonly name: string }
  | { readonly kind: 'scalar'; readonly name: string }
  | { readonly kind: 'attribute'; readonly name: string; readonly on: 'field' | 'block' }
  | {
      readonly kind: 'argument'
      /** Of which attribute, with its `@`s, or of which function or key field. */
      readonly of: string
      readonly name: string
    }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'nativeType'; readonly name: string; readonly field: Field }
  | { readonly kind: 'setting'; readonly of: 'datasource' | 'generator'; readonly name: string }
  | { readonly kind: 'word'; readonly what: WordKind; readonly name: string }

/** Words that can only be the value of certain arguments. */
export type WordKind = 'action' | 'sort' | 'indexType' | 'operatorClass' | 'constant'

export type SchemaSymbol = DeclaredSymbol | LanguageSymbol

const DECLARED: ReadonlySet<SchemaSymbol['kind']> = new Set([
  'block',
  'field',
  'value',
  'relation',
  'databaseSchema',
])

export function isDeclared(symbol: SchemaSymbol): symbol is DeclaredSymbol {
  return DECLARED.has(symbol.kind)
}

/** The same for names of the same thing, different for others. */
export function symbolKey(symbol: SchemaSymbol): string {
  switch (symbol.kind) {
    case 'block':
      return `block ${symbol.block.id}`
    case 'field':
      return `field ${symbol.field.id}`
    case 'value':
      return `value ${symbol.value.id}`
    case 'relation':
      return `relation ${symbol.between.join(' ')} ${symbol.name}`
    case 'databaseSchema':
      return `schema ${symbol.name}`
    case 'attribute':
      return `attribute ${symbol.on} ${symbol.name}`
    case 'argument':
    case 'setting':
      return `${symbol.kind} ${symbol.of} ${symbol.name}`
    case 'word':
      return `word ${symbol.what} ${symbol.name}`
    default:
      return `${symbol.kind} ${symbol.name}`
  }
}
