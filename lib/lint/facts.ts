/**
 * What rules want to know of the whole schema. Made anew after every change, and made of parts that
 * stay the same object (`===`) as long as what they say does.
 */

import { hasForeignKeys } from '@/lib/commands/providers'
import {
  type Block,
  type BlockId,
  hasFields,
  type Relation,
  type SchemaGraph,
} from '@/lib/schema/graph'
import { type Cycles, findCycles } from './cycles'
import { countsOf, type NameStyles, stylesOf } from './name-styles'

export interface LintFacts {
  /**
   * The same object as long as the provider, the relations, the styles and the circles are: all but
   * `graph` and `isUsed`.
   */
  readonly shared: object
  readonly graph: SchemaGraph
  readonly provider: string | null
  /** Whether the database keeps foreign keys itself. */
  readonly hasForeignKeys: boolean
  /** Both the relations whose key the block holds, and those that lead to it. */
  relationsOf(blockId: BlockId): readonly Relation[]
  /** Whether any field has a type of this name. */
  isUsed(typeName: string): boolean
  readonly styles: NameStyles
  /** Whether the relation closes a circle of actions, or leads on a second way. */
  closes(relation: Relation): 'circle' | 'second way' | null
}

/** What was found for the graph before. */
interface Known {
  readonly relations: readonly Relation[]
  readonly byBlock: ReadonlyMap<BlockId, readonly Relation[]>
  readonly cycles: Cycles
  readonly shared: Pick<LintFacts, 'provider' | 'hasForeignKeys' | 'styles'>
}

const NO_RELATIONS: readonly Relation[] = []

/** Makes facts, reusing what it found for the graph before; left off half-way, it is as before. */
export class FactFinder {
  private known: Known | null = null;

  /** Yields between pieces of work, so that whoever runs it can let others have their turn. */
  *find(graph: SchemaGraph): Generator<undefined, LintFacts> {
    // What is kept with each block makes all that follows quick.
    for (const block of graph.blocks) {
      countsOf(block)
      typesOf(block)
      yield
    }
    const { provider, relations } = graph
    const before = this.known
    const hasNewRelations = relations !== before?.relations
    const byBlock =
      before && !hasNewRelations
        ? before.byBlock
        : groupRelations(relations, before?.byBlock ?? new Map())
    yield
    const keepsKeys = hasForeignKeys(graph)
    const isSameDatabase =
      before?.shared.provider === provider && before.shared.hasForeignKeys === keepsKeys
    const cycles =
      before && !hasNewRelations && isSameDatabase ? before.cycles : findCycles(graph, keepsKeys)
    yield
    const styles = stylesOf(graph.blocks, before?.shared.styles ?? null)
    const isSame = !hasNewRelations && isSameDatabase && before.shared.styles === styles
    const shared = isSame ? before.shared : { provider, hasForeignKeys: keepsKeys, styles }
    this.known = { relations, byBlock, cycles, shared }
    let used: ReadonlySet<string> | null = null
    return {
      shared,
      graph,
      provider,
      hasForeignKeys: keepsKeys,
      relationsOf: (blockId) => byBlock.get(blockId) ?? NO_RELATIONS,
      isUsed(typeName) {
        used ??= usedTypes(graph.blocks)
        return used.has(typeName)
      },
      styles,
      closes: ({ id }) => cycles.closing.get(id) ?? null,
    }
  }
}

const types = new WeakMap<Block, ReadonlySet<string>>()

function usedTypes(blocks: readonly Block[]): ReadonlySet<string> {
  const used = new Set<string>()
  for (const block of blocks) {
    for (const name of typesOf(block)) used.add(name)
  }
  return used
}

function typesOf(block: Block): ReadonlySet<string> {
  let own = types.get(block)
  if (!own) {
    own = new Set(hasFields(block.kind) ? block.fields.map(({ typeName }) => typeName) : [])
    types.set(block, own)
  }
  return own
}

/** Lists that say the same as in `before` stay the same. */
function groupRelations(
  relations: readonly Relation[],
  before: ReadonlyMap<BlockId, readonly Relation[]>,
): ReadonlyMap<BlockId, readonly Relation[]> {
  const grouped = new Map<BlockId, Relation[]>()
  for (const relation of relations) {
    const { fromBlockId, toBlockId } = relation
    for (const id of fromBlockId === toBlockId ? [fromBlockId] : [fromBlockId, toBlockId]) {
      const list = grouped.get(id)
      if (list) list.push(relation)
      else grouped.set(id, [relation])
    }
  }
  const result = new Map<BlockId, readonly Relation[]>()
  for (const [id, list] of grouped) {
    const old = before.get(id)
    const isSame = old?.length === list.length && list.every((item, at) => item === old[at])
    result.set(id, isSame ? old : list)
  }
  return result
}
