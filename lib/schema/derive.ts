/**
 * Derives the model graph from syntax trees, and again after an edit.
 *
 * Blocks whose text an edit did not touch keep their objects; what depends on other blocks (what
 * a type name refers to, how relation fields pair) is looked at again only where a name that it
 * mentions appeared, vanished or changed its kind.
 */

import { startOfBlock } from '@/lib/psl/access'
import type { BlockNode, SyntaxFile } from '@/lib/psl/syntax'
import type { ChangeSet } from '@/lib/text/change-set'
import {
  type Block,
  type BlockId,
  type EnumValue,
  type Field,
  isDrawn,
  type Relation,
  type SchemaGraph,
  type TypeKind,
} from './graph'
import { matchIdentities } from './identity'
import { type LocalBlock, readBlock } from './read-block'
import { pairRelations, refersToTable } from './relations'
import { isScalarType } from './scalars'

/** The graph with what is needed to derive the next one. */
export interface DerivedGraph extends SchemaGraph {
  /** Not for readers of the graph. */
  readonly internal: Internal
}

interface Internal {
  readonly files: ReadonlyMap<string, SyntaxFile>
  readonly bySyntax: ReadonlyMap<BlockNode, Block>
  readonly relationsByPair: ReadonlyMap<string, readonly Relation[]>
  readonly retired: Retired
  readonly nextId: number
}

/**
 * Ids of what disappeared, by name: of blocks, and of members as `blockId name`. Of several with
 * one name the last to go is the first to come back, as undo brings them.
 */
type Retired = ReadonlyMap<string, readonly string[]>

/** Syntax trees by path, in the order in which the files are to be read. */
export type SyntaxFiles = ReadonlyMap<string, SyntaxFile>

/** Derives a graph from scratch, with the ids it had before when they still fit. */
export function deriveGraph(files: SyntaxFiles, identities?: Identities): DerivedGraph {
  return new Derivation(null, files, NO_CHANGES, identities).run()
}

/** The ids of a graph, as plain data, in the order of its blocks. */
export interface Identities {
  readonly blocks: readonly { readonly id: BlockId; readonly members: readonly string[] }[]
  readonly retired: Retired
  readonly nextId: number
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
 * Derives the graph of `files`, which came from those of `previous` by `changes` (by path; a file
 * without an entry is compared by names alone).
 */
export function updateGraph(
  previous: DerivedGraph,
  files: SyntaxFiles,
  changes: ReadonlyMap<string, ChangeSet>,
): DerivedGraph {
  return new Derivation(previous, files, changes).run()
}

const NO_CHANGES: ReadonlyMap<string, ChangeSet> = new Map()
const NO_IDS: Retired = new Map()

interface NewBlock {
  readonly node: BlockNode
  readonly path: string
  readonly local: LocalBlock
  /** Where the block starts in its file. */
  readonly start: number
  was: Block | null
}

class Derivation {
  private readonly bySyntax = new Map<BlockNode, Block>()
  private retired: Retired
  private retiredCopy: Map<string, readonly string[]> | null = null
  private nextId: number

  constructor(
    private readonly previous: DerivedGraph | null,
    private readonly files: SyntaxFiles,
    private readonly changes: ReadonlyMap<string, ChangeSet>,
    private readonly identities?: Identities,
  ) {
    this.retired = previous?.internal.retired ?? identities?.retired ?? NO_IDS
    this.nextId = previous?.internal.nextId ?? identities?.nextId ?? 1
  }

  run(): DerivedGraph {
    const old = this.previous
    const order: { node: BlockNode; path: string; block: Block | null }[] = []
    const fresh: NewBlock[] = []
    for (const [path, file] of this.files) {
      for (const [index, item] of file.items.entries()) {
        if (item.kind !== 'block') continue
        const kept = old?.internal.bySyntax.get(item)
        const block = kept?.path === path ? kept : null
        order.push({ node: item, path, block })
        if (block) this.bySyntax.set(item, block)
        else {
          const start = file.starts[index] as number
          fresh.push({ node: item, path, local: readBlock(item), start, was: kept ?? null })
        }
      }
    }
    const gone = old ? old.blocks.filter((block) => this.bySyntax.get(block.syntax) !== block) : []
    this.identify(fresh, gone)

    const kinds = new Map<string, TypeKind>()
    for (const { node } of order) {
      const name = node.name?.text
      if (name && isDrawn(node.blockKind) && !kinds.has(name)) kinds.set(name, node.blockKind)
    }
    const given = this.identities?.blocks
    const known = given && hasSameShape(given, fresh) ? given : []
    for (const [index, block] of fresh.entries()) {
      this.bySyntax.set(block.node, this.makeBlock(block, kinds, known[index]))
    }
    const blocks = order.map(({ node }) => this.bySyntax.get(node) as Block)
    this.retype(blocks, kinds)

    return this.finish(blocks)
  }

  /** Finds out which of the blocks that are gone each new one is. */
  private identify(fresh: readonly NewBlock[], gone: readonly Block[]): void {
    const taken = new Set<Block>()
    for (const block of fresh) if (block.was) taken.add(block.was)
    const match = (news: readonly NewBlock[], olds: readonly Block[], path: string | null) => {
      const changes = path === null ? null : (this.changes.get(path) ?? null)
      const known = olds.map((block) => ({
        id: block.id,
        name: block.name,
        at: path === null ? 0 : this.nameOffset(block),
      }))
      const found = news.map(({ node, start }) => ({
        name: node.name?.text ?? '',
        at: start + (node.name?.from ?? node.keyword.to),
      }))
      for (const [index, knownIndex] of matchIdentities(known, found, changes).entries()) {
        const was = olds[knownIndex]
        if (!was) continue
        ;(news[index] as NewBlock).was = was
        taken.add(was)
      }
    }
    for (const path of new Set(fresh.map((block) => block.path))) {
      match(
        fresh.filter((block) => !block.was && block.path === path),
        gone.filter((block) => !taken.has(block) && block.path === path),
        path,
      )
    }
    // Blocks that moved to another file.
    match(
      fresh.filter((block) => !block.was),
      gone.filter((block) => !taken.has(block)),
      null,
    )
    for (const block of [...gone].reverse()) {
      if (taken.has(block) || block.name === '') continue
      this.retire(block.name, block.id)
      for (const { id, name } of [...block.fields, ...block.values].reverse()) {
        this.retire(`${block.id} ${name}`, id)
      }
    }
  }

  private nameOffset(block: Block): number {
    const file = this.previous?.internal.files.get(block.path)
    if (!file) return 0
    return startOfBlock(file, block.syntax) + (block.syntax.name?.from ?? block.syntax.keyword.to)
  }

  private makeBlock(
    { node, path, local, start, was }: NewBlock,
    kinds: Kinds,
    given?: Identities['blocks'][number],
  ): Block {
    const name = node.name?.text ?? ''
    const id = given?.id ?? was?.id ?? this.recall(name) ?? `b${this.nextId++}`
    const isBroken = node.problems.length > 0
    const members = [...local.fields, ...local.values]
    const ids = given?.members ?? this.identifyMembers(id, members, start, was)
    const oldFields = new Map(was?.fields.map((field) => [field.id, field]))
    const fields = local.fields.map((field, index): Field => {
      const { isUnsupported, at: _, ...rest } = field
      const fieldId = ids[index] as string
      const typeKind = isUnsupported ? 'unsupported' : typeKindOf(field.typeName, kinds)
      const old = oldFields.get(fieldId)
      if (old && isSameField(old, field, typeKind)) return old
      return { id: fieldId, ...rest, typeKind }
    })
    const oldValues = new Map(was?.values.map((value) => [value.id, value]))
    const values = local.values.map(({ at: _, ...rest }, index): EnumValue => {
      const valueId = ids[local.fields.length + index] as string
      const old = oldValues.get(valueId)
      const isSame = old?.text === rest.text && old.documentation === rest.documentation
      return isSame ? old : { id: valueId, ...rest }
    })
    return {
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
  }

  private identifyMembers(
    blockId: BlockId,
    members: readonly { name: string; at: number }[],
    start: number,
    was: Block | null,
  ): string[] {
    const known = was ? this.knownMembers(was) : []
    const found = members.map(({ name, at }) => ({ name, at: start + at }))
    const changes = was ? (this.changes.get(was.path) ?? null) : null
    const matches = matchIdentities(known, found, changes)
    const used = new Set(matches)
    for (let index = known.length - 1; index >= 0; index--) {
      const { id, name } = known[index] as { id: string; name: string }
      if (!used.has(index)) this.retire(`${blockId} ${name}`, id)
    }
    return members.map(({ name }, index) => {
      const match = known[matches[index] as number]
      return match?.id ?? this.recall(`${blockId} ${name}`) ?? `f${this.nextId++}`
    })
  }

  private knownMembers(block: Block) {
    const file = this.previous?.internal.files.get(block.path)
    const start = file ? startOfBlock(file, block.syntax) : 0
    const ids = [...block.fields, ...block.values]
    const nodes = block.syntax.members.filter(
      (member) => member.kind === 'field' || member.kind === 'value',
    )
    return ids.map(({ id, name }, index) => {
      return { id, name, at: start + (nodes[index]?.name.from ?? 0) }
    })
  }

  /** Of things that go at once and have one name, retire the first last, so it is recalled first. */
  private retire(key: string, id: string): void {
    this.ownRetired().set(key, [...(this.retired.get(key) ?? []), id])
  }

  private recall(key: string): string | null {
    const ids = this.retired.get(key)
    const id = ids?.[ids.length - 1]
    if (ids === undefined || id === undefined) return null
    if (ids.length === 1) this.ownRetired().delete(key)
    else this.ownRetired().set(key, ids.slice(0, -1))
    return id
  }

  /** Most edits retire nothing, so the map is shared until one does. */
  private ownRetired(): Map<string, readonly string[]> {
    if (this.retiredCopy === null) {
      this.retiredCopy = new Map(this.retired)
      this.retired = this.retiredCopy
    }
    return this.retiredCopy
  }

  /** Updates fields of kept blocks whose type name now refers to something else. */
  private retype(blocks: Block[], kinds: Kinds): void {
    const before = this.previous ? kindsOf(this.previous.blocks) : null
    if (!before) return
    const changed = new Set<string>()
    for (const [name, kind] of kinds) if (before.get(name) !== kind) changed.add(name)
    for (const name of before.keys()) if (!kinds.has(name)) changed.add(name)
    if (changed.size === 0) return
    for (const [index, block] of blocks.entries()) {
      if (!block.fields.some((field) => changed.has(field.typeName))) continue
      const fields = block.fields.map((field) => {
        if (!changed.has(field.typeName) || field.typeKind === 'unsupported') return field
        const typeKind = typeKindOf(field.typeName, kinds)
        return typeKind === field.typeKind ? field : { ...field, typeKind }
      })
      if (fields.every((field, at) => field === block.fields[at])) continue
      const next = { ...block, fields }
      blocks[index] = next
      this.bySyntax.set(block.syntax, next)
    }
  }

  private finish(blocks: readonly Block[]): DerivedGraph {
    const old = this.previous
    const blockById = new Map<BlockId, Block>()
    const blockByName = new Map<string, Block>()
    let datasource: Block | null = null
    const generators: Block[] = []
    for (const block of blocks) {
      blockById.set(block.id, block)
      if (isDrawn(block.kind)) {
        if (block.name !== '' && !blockByName.has(block.name)) blockByName.set(block.name, block)
      } else if (block.kind === 'datasource') {
        datasource ??= block
      } else if (block.kind === 'generator') {
        generators.push(block)
      }
    }
    const relationsByPair = this.pairAll(blockById, blockByName)
    return {
      blocks,
      blockById,
      blockByName,
      relations:
        old && relationsByPair === old.internal.relationsByPair
          ? old.relations
          : [...relationsByPair.values()].flat(),
      datasource,
      generators: keepList(old?.generators, generators),
      provider: providerOf(datasource),
      internal: {
        files: this.files,
        bySyntax: this.bySyntax,
        relationsByPair,
        retired: this.retired,
        nextId: this.nextId,
      },
    }
  }

  /** Pairs relation fields again where a block that has some changed. */
  private pairAll(
    blockById: ReadonlyMap<BlockId, Block>,
    blockByName: ReadonlyMap<string, Block>,
  ): ReadonlyMap<string, readonly Relation[]> {
    const old = this.previous
    const pairs = new Set<string>()
    const collect = (block: Block, names: ReadonlyMap<string, Block>) => {
      for (const field of block.fields) {
        if (!refersToTable(field)) continue
        const target = names.get(field.typeName)
        if (target) pairs.add(pairKey(block.id, target.id))
      }
    }
    for (const block of blockById.values()) {
      const before = old?.blockById.get(block.id)
      if (before === block) continue
      if (before && isSameForRelations(before, block)) continue
      if (before && old) collect(before, old.blockByName)
      collect(block, blockByName)
    }
    if (old) {
      for (const block of old.blocks) {
        if (!blockById.has(block.id)) collect(block, old.blockByName)
      }
      // A name that now means another block takes its relations along.
      for (const [name, block] of old.blockByName) {
        const now = blockByName.get(name)
        if (now?.id === block.id) continue
        for (const other of blockById.values()) {
          if (!other.fields.some((field) => field.typeName === name)) continue
          pairs.add(pairKey(other.id, block.id))
          if (now) pairs.add(pairKey(other.id, now.id))
        }
      }
    }
    if (old && pairs.size === 0) return old.internal.relationsByPair
    const result = new Map(old?.internal.relationsByPair)
    for (const pair of pairs) {
      const [a, b] = pair.split(' ').map((id) => blockById.get(id))
      const isNamed = (block: Block) => blockByName.get(block.name) === block
      const relations = a && b ? pairRelations(a, b, isNamed) : []
      if (relations.length > 0) result.set(pair, keepEach(result.get(pair), relations))
      else result.delete(pair)
    }
    return result
  }
}

function hasSameShape(given: Identities['blocks'], found: readonly NewBlock[]): boolean {
  return (
    given.length === found.length &&
    found.every(({ local }, index) => {
      return given[index]?.members.length === local.fields.length + local.values.length
    })
  )
}

type Kinds = ReadonlyMap<string, TypeKind>

function kindsOf(blocks: readonly Block[]): Kinds {
  const kinds = new Map<string, TypeKind>()
  for (const { kind, name } of blocks) {
    if (isDrawn(kind) && name !== '' && !kinds.has(name)) kinds.set(name, kind)
  }
  return kinds
}

function typeKindOf(name: string, kinds: Kinds): TypeKind {
  return kinds.get(name) ?? (isScalarType(name) ? 'scalar' : 'unknown')
}

function isSameField(old: Field, now: { text: string; documentation: string }, kind: TypeKind) {
  return old.text === now.text && old.documentation === now.documentation && old.typeKind === kind
}

/** Whether nothing that relations are made of differs. */
function isSameForRelations(before: Block, now: Block): boolean {
  return before.name === now.name && before.fields === now.fields && before.keys === now.keys
}

function pairKey(a: BlockId, b: BlockId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

function providerOf(datasource: Block | null): string | null {
  const value = datasource?.properties.find((property) => property.name === 'provider')?.value
  return value?.kind === 'string' ? value.value : null
}

/** `next`, or `old` when it holds the same objects. */
function keepList<T>(old: readonly T[] | undefined, next: readonly T[]): readonly T[] {
  const isSame = old?.length === next.length && next.every((item, index) => item === old[index])
  return isSame ? old : next
}

/** `next`, or `old` when it says the same. For small plain data. */
function keepEqual<T>(old: T | undefined, next: T): T {
  return old !== undefined && JSON.stringify(old) === JSON.stringify(next) ? old : next
}

/** `next`, with each relation that says what one of `old` said replaced by that one. */
function keepEach(
  old: readonly Relation[] | undefined,
  next: readonly Relation[],
): readonly Relation[] {
  if (!old) return next
  return next.map((relation) => {
    const before = old.find((candidate) => candidate.id === relation.id)
    return before ? keepEqual(before, relation) : relation
  })
}
