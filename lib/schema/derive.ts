/**
 * Derives the model graph from syntax trees, and again after an edit.
 *
 * Blocks whose text an edit did not touch keep their objects; what depends on other blocks (what
 * a type name refers to, how relation fields pair) is looked at again only where a name that it
 * mentions appeared, vanished or changed its kind.
 */

import type { BlockNode, SyntaxFile } from '@/lib/psl/syntax'
import type { ChangeSet } from '@/lib/text/change-set'
import { IdAssigner } from './assign-ids'
import { type Comparison, compareFiles, type NewBlock } from './compare-files'
import type { Block, BlockId, EnumValue, Field, SchemaGraph, TypeKind } from './graph'
import { keepEqual, keepList } from './keep'
import { readBlock } from './read-block'
import { type BlockChange, type RelationIndex, updateRelations } from './relation-index'
import type { Retired } from './retired-ids'
import { isScalarType } from './scalars'

/** The graph with what is needed to derive the next one. */
export interface DerivedGraph extends SchemaGraph {
  /** Not for readers of the graph. */
  readonly internal: Internal
}

interface Internal {
  readonly files: ReadonlyMap<string, SyntaxFile>
  readonly blocksByPath: ReadonlyMap<string, readonly Block[]>
  readonly relationIndex: RelationIndex
  readonly retired: Retired
  readonly nextId: number
}

/** Syntax trees by path, in the order in which the files are to be read. */
export type SyntaxFiles = ReadonlyMap<string, SyntaxFile>

/** Derives a graph from scratch, with the ids it had before when they still fit. */
export function deriveGraph(files: SyntaxFiles, identities?: Identities): DerivedGraph {
  const { retired, nextId } = identities ?? EMPTY_GRAPH.internal
  const internal = { ...EMPTY_GRAPH.internal, retired, nextId }
  return new Derivation({ ...EMPTY_GRAPH, internal }, files, NO_CHANGES, identities?.blocks).run()
}

/** The ids of a graph, as plain data, in the order of its blocks. */
export interface Identities {
  readonly blocks: readonly BlockIdentity[]
  readonly retired: Retired
  readonly nextId: number
}

interface BlockIdentity {
  readonly id: BlockId
  /** Of its fields, or of its values. */
  readonly members: readonly string[]
}

export function identitiesOf(graph: DerivedGraph): Identities {
  const blocks = graph.blocks.map(({ id, fields, values }) => ({
    id,
    members: [...fields, ...values].map((member) => member.id),
  }))
  const { retired, nextId } = graph.internal
  return { blocks, retired, nextId }
}

/**
 * What blocks became when their text was edited, by the node of what they became. For those who make
 * the same edits again and again; see `EditedItems`, without which no node is met a second time.
 */
export type EditedBlocks = WeakMap<BlockNode, { readonly was: Block; readonly block: Block }>

/**
 * Derives the graph of `files`, which came from those of `previous` by `changes` (by path; a file
 * without an entry is compared by names alone). Blocks that are in `edited` are not made anew.
 */
export function updateGraph(
  previous: DerivedGraph,
  files: SyntaxFiles,
  changes: ReadonlyMap<string, ChangeSet>,
  edited?: EditedBlocks,
): DerivedGraph {
  return new Derivation(previous, files, changes, undefined, edited).run()
}

const NO_CHANGES: ReadonlyMap<string, ChangeSet> = new Map()

const EMPTY_GRAPH: DerivedGraph = {
  blocks: [],
  blockById: new Map(),
  blockByName: new Map(),
  relations: [],
  datasource: null,
  generators: [],
  provider: null,
  internal: {
    files: new Map(),
    blocksByPath: new Map(),
    relationIndex: new Map(),
    retired: new Map(),
    nextId: 1,
  },
}

class Derivation {
  private readonly ids: IdAssigner

  constructor(
    private readonly previous: DerivedGraph,
    private readonly files: SyntaxFiles,
    changes: ReadonlyMap<string, ChangeSet>,
    private readonly given: readonly BlockIdentity[] | undefined,
    private readonly edited?: EditedBlocks,
  ) {
    this.ids = new IdAssigner(previous.internal, changes)
  }

  run(): DerivedGraph {
    const { previous } = this
    const found = compareFiles(previous.internal.blocksByPath, this.files)
    const { fresh, gone, names, declared } = found
    this.ids.identify(fresh, gone)

    const kindOf = (name: string): TypeKind => {
      const kind = names.has(name)
        ? declared.get(name)?.kind
        : (previous.blockByName.get(name)?.kind as TypeKind | undefined)
      return kind ?? (isScalarType(name) ? 'scalar' : 'unknown')
    }
    const given = this.given && hasSameShape(this.given, fresh) ? this.given : []
    const blockChanges: BlockChange[] = []
    for (const block of fresh) {
      const after =
        this.knownBlock(block, kindOf) ?? this.makeBlock(block, kindOf, given[block.index])
      found.blocks[block.index] = after
      blockChanges.push({ before: previous.blockById.get(after.id) ?? null, after })
    }
    const blocks = found.blocks as Block[]
    const taken = new Set(fresh.map(({ was }) => was))
    for (const block of gone)
      if (!taken.has(block)) blockChanges.push({ before: block, after: null })
    blockChanges.push(...this.retype(blocks, names, kindOf))
    return this.finish(blocks, found, blockChanges)
  }

  /** What was made of the same block when it became the same before. */
  private knownBlock(
    { node, path, was }: NewBlock,
    kindOf: (name: string) => TypeKind,
  ): Block | null {
    const known = this.edited?.get(node)
    if (!known || known.was !== was || known.block.path !== path) return null
    const isSameType = ({ typeKind, typeName }: Field) =>
      typeKind === 'unsupported' || typeKind === kindOf(typeName)
    return known.block.fields.every(isSameType) ? known.block : null
  }

  private makeBlock(
    block: NewBlock,
    kindOf: (name: string) => TypeKind,
    given: BlockIdentity | undefined,
  ): Block {
    const { node, name, path, was } = block
    const local = readBlock(node)
    const id = given?.id ?? this.ids.blockId(block)
    const ids = given?.members ?? this.ids.memberIds(id, block, [...local.fields, ...local.values])
    const isBroken = node.problems.length > 0
    const oldFields = new Map(was?.fields.map((field) => [field.id, field]))
    const fields = local.fields.map((field, index): Field => {
      field.id = ids[index] as string
      if (field.typeKind !== 'unsupported') field.typeKind = kindOf(field.typeName)
      const old = oldFields.get(field.id)
      return old && isSameMember(old, field) && old.typeKind === field.typeKind ? old : field
    })
    const oldValues = new Map(was?.values.map((value) => [value.id, value]))
    const values = local.values.map((value, index): EnumValue => {
      value.id = ids[local.fields.length + index] as string
      const old = oldValues.get(value.id)
      return old && isSameMember(old, value) ? old : value
    })
    const made: Block = {
      id,
      kind: node.blockKind,
      name,
      path,
      documentation: local.documentation,
      fields: keepList(was?.fields, fields),
      values: keepList(was?.values, values),
      properties: local.properties,
      keys: keepEqual(was?.keys, local.keys),
      databaseName: local.databaseName,
      databaseSchema: local.databaseSchema,
      isIgnored: local.isIgnored,
      isBroken,
      lastGood: isBroken && was ? (was.isBroken ? was.lastGood : was) : null,
      syntax: node,
    }
    if (was && hasSameMembers(was, ids)) this.edited?.set(node, { was, block: made })
    return made
  }

  /** Updates fields, also of kept blocks, whose type name now refers to something else. */
  private retype(
    blocks: Block[],
    names: ReadonlySet<string>,
    kindOf: (name: string) => TypeKind,
  ): BlockChange[] {
    const { blockByName } = this.previous
    const changed = new Set(
      [...names].filter((name) => {
        const before = blockByName.get(name)?.kind ?? (isScalarType(name) ? 'scalar' : 'unknown')
        return before !== kindOf(name)
      }),
    )
    if (changed.size === 0) return []
    const blockChanges: BlockChange[] = []
    for (const [index, before] of blocks.entries()) {
      if (!before.fields.some((field) => changed.has(field.typeName))) continue
      const fields = before.fields.map((field) => {
        if (!changed.has(field.typeName) || field.typeKind === 'unsupported') return field
        const typeKind = kindOf(field.typeName)
        return typeKind === field.typeKind ? field : { ...field, typeKind }
      })
      if (fields.every((field, at) => field === before.fields[at])) continue
      const after = { ...before, fields }
      blocks[index] = after
      blockChanges.push({ before, after })
    }
    return blockChanges
  }

  private finish(
    blocks: readonly Block[],
    { names, declared, counts }: Comparison,
    blockChanges: readonly BlockChange[],
  ): DerivedGraph {
    const { previous, files } = this
    const blockById = new Map(previous.blockById)
    for (const { before, after } of blockChanges) if (before && !after) blockById.delete(before.id)
    for (const { after } of blockChanges) if (after) blockById.set(after.id, after)
    const blockByName = new Map(previous.blockByName)
    for (const { before, after } of blockChanges) {
      if (before && after && blockByName.get(after.name) === before) {
        blockByName.set(after.name, after)
      }
    }
    for (const name of names) {
      const index = declared.get(name)?.index
      if (index === undefined) blockByName.delete(name)
      else blockByName.set(name, blocks[index] as Block)
    }
    const datasource = blocks.find(({ kind }) => kind === 'datasource') ?? null
    const generators = blocks.filter(({ kind }) => kind === 'generator')
    const graph = { blocks, blockById, blockByName }
    const { relationIndex } = previous.internal
    const nextIndex = updateRelations(relationIndex, previous, graph, blockChanges, names)
    return {
      ...graph,
      relations: nextIndex === relationIndex ? previous.relations : [...nextIndex.values()].flat(),
      datasource,
      generators: keepList(previous.generators, generators),
      provider: providerOf(datasource),
      internal: {
        files,
        blocksByPath: splitBlocks(blocks, counts),
        relationIndex: nextIndex,
        retired: this.ids.retired,
        nextId: this.ids.nextId,
      },
    }
  }
}

function hasSameShape(given: readonly BlockIdentity[], found: readonly NewBlock[]): boolean {
  return (
    given.length === found.length &&
    found.every(({ node }, index) => given[index]?.members.length === memberCount(node))
  )
}

/** Fields, or values. */
function memberCount({ members }: BlockNode): number {
  return members.filter(({ kind }) => kind === 'field' || kind === 'value').length
}

/** Whether no id had to be found or given up. */
function hasSameMembers({ fields, values }: Block, ids: readonly string[]): boolean {
  const known = new Set([...fields, ...values].map(({ id }) => id))
  return known.size === ids.length && ids.every((id) => known.has(id))
}

function isSameMember(
  old: { readonly text: string; readonly documentation: string },
  now: { readonly text: string; readonly documentation: string },
): boolean {
  return old.text === now.text && old.documentation === now.documentation
}

function splitBlocks(
  blocks: readonly Block[],
  counts: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly Block[]> {
  const byPath = new Map<string, readonly Block[]>()
  let start = 0
  for (const [path, count] of counts) {
    byPath.set(path, blocks.slice(start, start + count))
    start += count
  }
  return byPath
}

function providerOf(datasource: Block | null): string | null {
  const value = datasource?.properties.find((property) => property.name === 'provider')?.value
  return value?.kind === 'string' ? value.value : null
}
