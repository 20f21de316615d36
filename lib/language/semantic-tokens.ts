/**
 * What each name means, for an editor to colour: what the colours of `psl-tokens` cannot know
 * line by line, such as which fields are keys and what a type's name refers to.
 */

import type { Block, Field, SchemaGraph } from '@/lib/schema/graph'
import { namesIn, type SchemaName } from './names'
import { blocksOfFile, type LanguageSnapshot } from './snapshot'
import type { SchemaSymbol } from './symbol'

export const TOKEN_TYPES = [
  'keyword',
  'model',
  'view',
  'type',
  'enum',
  'settings',
  'field',
  'enumValue',
  'scalar',
  'attribute',
  'argument',
  'function',
  'nativeType',
  'setting',
  'constant',
  'relationName',
  'databaseSchema',
  'unknown',
] as const

export type TokenType = (typeof TOKEN_TYPES)[number]

export const TOKEN_MODIFIERS = [
  'declaration',
  /** A part of the primary key. */
  'key',
  'unique',
  'foreignKey',
  /** A field at an end of a relation. */
  'relation',
  /** Not in Prisma Client. */
  'ignored',
] as const

export type TokenModifier = (typeof TOKEN_MODIFIERS)[number]

/** Offsets count in the file. */
export interface SemanticToken {
  readonly from: number
  readonly to: number
  readonly type: TokenType
  readonly modifiers: readonly TokenModifier[]
}

/** The tokens of a file in the order of the text, none touching another's text. */
export function semanticTokens(snapshot: LanguageSnapshot, path: string): readonly SemanticToken[] {
  const roles = new FieldRoles(snapshot.graph)
  return blocksOfFile(snapshot, path).flatMap(({ block, start }) =>
    namesIn(snapshot, block).map((name): SemanticToken => {
      const type = name.symbol ? typeOf(name.symbol) : 'unknown'
      const { from, to } = name
      return { from: start + from, to: start + to, type, modifiers: modifiersOf(name, roles) }
    }),
  )
}

function typeOf(symbol: SchemaSymbol): TokenType {
  switch (symbol.kind) {
    case 'block': {
      const { kind } = symbol.block
      if (kind === 'unknown') return 'unknown'
      return kind === 'datasource' || kind === 'generator' ? 'settings' : kind
    }
    case 'value':
      return 'enumValue'
    case 'relation':
      return 'relationName'
    case 'word':
      return 'constant'
    default:
      return symbol.kind
  }
}

function modifiersOf({ symbol, isDeclaration }: SchemaName, roles: FieldRoles): TokenModifier[] {
  const modifiers: TokenModifier[] = isDeclaration ? ['declaration'] : []
  if (symbol?.kind === 'field') modifiers.push(...roles.of(symbol.block, symbol.field))
  if (symbol?.kind === 'block' && symbol.block.isIgnored) modifiers.push('ignored')
  return modifiers
}

/** What fields are for, read once for each block. */
class FieldRoles {
  private readonly foreignKeys = new Map<string, Set<string>>()
  private readonly keys = new Map<
    Block,
    { readonly id: Set<string>; readonly unique: Set<string> }
  >()

  constructor(graph: SchemaGraph) {
    for (const { fromBlockId, fields } of graph.relations) {
      const names = this.foreignKeys.get(fromBlockId) ?? new Set()
      for (const name of fields) names.add(name)
      this.foreignKeys.set(fromBlockId, names)
    }
  }

  of(block: Block, { name, typeKind, isIgnored }: Field): TokenModifier[] {
    const roles: TokenModifier[] = []
    const { id, unique } = this.keysOf(block)
    if (id.has(name)) roles.push('key')
    if (unique.has(name)) roles.push('unique')
    if (this.foreignKeys.get(block.id)?.has(name)) roles.push('foreignKey')
    if (typeKind === 'model' || typeKind === 'view') roles.push('relation')
    if (isIgnored) roles.push('ignored')
    return roles
  }

  private keysOf(block: Block) {
    let keys = this.keys.get(block)
    if (!keys) {
      keys = { id: new Set(), unique: new Set() }
      for (const { kind, fields } of block.keys) {
        if (kind !== 'id' && kind !== 'unique') continue
        for (const { path } of fields) keys[kind].add(path)
      }
      this.keys.set(block, keys)
    }
    return keys
  }
}
