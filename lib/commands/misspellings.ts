/**
 * Words in a schema that mean nothing where they stand, with those that would: types, attributes,
 * their arguments, fields in lists, functions, referential actions, values of enums, settings.
 */

import { listItems } from '@/lib/psl/access'
import type { ArgumentList, AttributeNode, Expression, NameNode } from '@/lib/psl/syntax'
import { BLOCK_KINDS } from '@/lib/psl/syntax'
import {
  type Block,
  type Field,
  hasFields,
  isDrawn,
  REFERENTIAL_ACTIONS,
  type SchemaGraph,
} from '@/lib/schema/graph'
import { SCALAR_TYPES } from '@/lib/schema/scalars'
import { fieldPlaces } from './lookup'
import { nativeTypeNames } from './native-types'
import { PROVIDERS } from './setting-values'
import {
  ARGUMENTS,
  BLOCK_ATTRIBUTES,
  DATASOURCE_SETTINGS,
  DEFAULT_FUNCTIONS,
  ENUM_ATTRIBUTES,
  FIELD_ATTRIBUTES,
  GENERATOR_SETTINGS,
  INDEX_TYPES,
  KEY_FIELD_ARGUMENTS,
  VALUE_ATTRIBUTES,
} from './vocabulary'

/** The offsets count in the text of the block, in UTF-16 code units. */
export interface Misspelling {
  readonly from: number
  readonly to: number
  readonly word: string
  /** All words that mean something there. */
  readonly valid: readonly string[]
}

export function misspellings(graph: SchemaGraph, block: Block): Misspelling[] {
  return new Reader(graph, block).read()
}

class Reader {
  private readonly found: Misspelling[] = []

  constructor(
    private readonly graph: SchemaGraph,
    private readonly block: Block,
  ) {}

  read(): Misspelling[] {
    const { block, graph } = this
    const { syntax } = block
    if (block.kind === 'unknown') {
      this.word(syntax.keyword, BLOCK_KINDS)
      return this.found
    }
    for (const { field, node } of hasFields(block.kind) ? fieldPlaces(block) : []) {
      if (node.type && field.typeKind === 'unknown') this.word(node.type.name, typeNames(graph))
      for (const attribute of node.attributes) this.fieldAttribute(field, attribute)
    }
    for (const member of syntax.members) {
      if (member.kind === 'attribute') this.blockAttribute(member.attribute)
      else if (member.kind === 'value') {
        for (const { name } of member.attributes) this.word(name, VALUE_ATTRIBUTES)
      } else if (member.kind === 'property') {
        const isDatasource = block.kind === 'datasource'
        // A generator of somebody else has settings of its own.
        const names = isDatasource ? DATASOURCE_SETTINGS : GENERATOR_SETTINGS
        if (isDatasource || isOfPrisma(block)) this.word(member.name, names)
        const isProvider = member.name.text === 'provider' && isDatasource
        if (isProvider && member.value?.kind === 'string') {
          const { from, to, raw } = member.value
          this.word({ from: from + 1, to: to - 1, text: raw }, [...PROVIDERS, 'postgres'])
        }
      }
    }
    return this.found
  }

  private word({ from, to, text }: NameNode, valid: readonly string[]): void {
    if (!valid.includes(text)) this.found.push({ from, to, word: text, valid })
  }

  private fieldAttribute(field: Field, { name, args }: AttributeNode): void {
    const dot = name.text.indexOf('.')
    if (dot >= 0) {
      const known = nativeTypeNames(this.graph.provider)
      const text = name.text.slice(dot + 1)
      if (known.length > 0) this.word({ from: name.from + dot + 1, to: name.to, text }, known)
      return
    }
    this.word(name, FIELD_ATTRIBUTES)
    this.argumentNames(args, ARGUMENTS[name.text] ?? ARGUMENTS[`@${name.text}`])
    if (name.text === 'default') this.defaultValue(field, args)
    else if (name.text === 'relation') this.relation(field, args)
    else this.sorts(args)
  }

  private argumentNames(args: ArgumentList | null, valid: readonly string[] | undefined): void {
    if (!valid) return
    for (const { name } of args?.items ?? []) if (name) this.word(name, valid)
  }

  private defaultValue({ typeKind, typeName }: Field, args: ArgumentList | null): void {
    const argument = args?.items.find(({ name }) => !name || name.text === 'value')
    for (const value of listItems(argument?.value ?? null)) {
      if (value.kind === 'call') this.word(value.name, DEFAULT_FUNCTIONS)
      if (value.kind === 'path' && typeKind === 'enum') {
        const values = this.graph.blockByName.get(typeName)?.values ?? []
        this.word(
          value,
          values.map(({ name }) => name),
        )
      }
    }
  }

  private relation({ typeName, typeKind }: Field, args: ArgumentList | null): void {
    const target = this.graph.blockByName.get(typeName)
    for (const { name, value } of args?.items ?? []) {
      if (!value) continue
      if (name?.text === 'fields') this.fieldList(value, this.block)
      if (name?.text === 'references' && target && typeKind === target.kind) {
        this.fieldList(value, target)
      }
      const isAction = name?.text === 'onDelete' || name?.text === 'onUpdate'
      if (isAction && value.kind === 'path') this.word(value, REFERENTIAL_ACTIONS)
    }
  }

  private blockAttribute({ name, args }: AttributeNode): void {
    const { block } = this
    this.word(name, block.kind === 'enum' ? ENUM_ATTRIBUTES : BLOCK_ATTRIBUTES)
    this.argumentNames(args, ARGUMENTS[`@@${name.text}`] ?? ARGUMENTS[name.text])
    if (!hasFields(block.kind) || !ARGUMENTS[`@@${name.text}`]) return
    for (const argument of args?.items ?? []) {
      if (!argument.value) continue
      if (!argument.name || argument.name.text === 'fields') this.fieldList(argument.value, block)
      if (argument.name?.text === 'type' && argument.value.kind === 'path') {
        this.word(argument.value, INDEX_TYPES)
      }
    }
  }

  /** Names of columns of `owner`; a path into a composite type is the engine's affair. */
  private fieldList(value: Expression, owner: Block): void {
    const columns = owner.fields
      .filter(({ typeKind }) => typeKind !== 'model' && typeKind !== 'view')
      .map(({ name }) => name)
    const known = new Set(owner.fields.map(({ name }) => name))
    for (const item of listItems(value)) {
      const name = item.kind === 'path' ? item : item.kind === 'call' ? item.name : null
      if (name && !name.text.includes('.') && !known.has(name.text)) this.word(name, columns)
      if (item.kind === 'call') {
        this.argumentNames(item.args, KEY_FIELD_ARGUMENTS)
        this.sorts(item.args)
      }
    }
  }

  private sorts(args: ArgumentList | null): void {
    for (const { name, value } of args?.items ?? []) {
      if (name?.text === 'sort' && value?.kind === 'path') this.word(value, ['Asc', 'Desc'])
    }
  }
}

function typeNames({ blocks }: SchemaGraph): string[] {
  const declared = blocks.filter(({ kind, name }) => isDrawn(kind) && name !== '')
  return [...SCALAR_TYPES, ...declared.map(({ name }) => name)]
}

function isOfPrisma({ properties }: Block): boolean {
  const provider = properties.find(({ name }) => name === 'provider')?.value
  return !provider || (provider.kind === 'string' && provider.value.startsWith('prisma-client'))
}
