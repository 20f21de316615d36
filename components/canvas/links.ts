/**
 * What the diagram joins with lines: relations, and on request the uses of enums and composite
 * types. A link names rows of blocks; where on the canvas they are, `lines.ts` works out.
 */

import { type NodeShape, rowOfMember } from '@/lib/layout/node-shape'
import {
  type Block,
  type BlockId,
  type Field,
  type FieldId,
  isDrawn,
  type Relation,
  type SchemaGraph,
} from '@/lib/schema/graph'

/** How many records stand at an end, as crow's-foot notation tells them apart. */
export type Cardinality = 'one' | 'zero-or-one' | 'many'

export interface LinkEnd {
  readonly blockId: BlockId
  /** Index of the row in the block; -1 is its header. */
  readonly row: number
  /** `null` for an end without a mark. */
  readonly cardinality: Cardinality | null
}

export interface Link {
  readonly id: string
  readonly kind: 'relation' | 'use'
  /** For assistive technology: "relation Post.author to User". */
  readonly label: string
  readonly source: LinkEnd
  readonly target: LinkEnd
  /** The fields that take part, by block. */
  readonly members: readonly (readonly [BlockId, readonly FieldId[]])[]
}

interface CachedLink {
  readonly from: NodeShape
  readonly to: NodeShape
  readonly link: Link
}

/** What of a block is drawn. */
export type ShapeOf = (block: Block) => NodeShape

/** A relation that an edit did not touch, between blocks it did not touch, keeps its link. */
const links = new WeakMap<Relation, CachedLink>()

/** The links of all relations whose blocks are drawn. */
export function relationLinks(graph: SchemaGraph, shapeOf: ShapeOf): Link[] {
  return graph.relations.flatMap((relation) => {
    const from = shapeById(graph, relation.fromBlockId, shapeOf)
    const to = shapeById(graph, relation.toBlockId, shapeOf)
    if (!from || !to) return []
    const cached = links.get(relation)
    if (cached && cached.from === from && cached.to === to) return [cached.link]
    const link = relationLink(relation, from, to)
    links.set(relation, { from, to, link })
    return [link]
  })
}

function shapeById(graph: SchemaGraph, blockId: BlockId, shapeOf: ShapeOf): NodeShape | null {
  const block = graph.blockById.get(blockId)
  return block && isDrawn(block.kind) ? shapeOf(block) : null
}

function relationLink(relation: Relation, fromShape: NodeShape, toShape: NodeShape): Link {
  const from = fromShape.block
  const to = toShape.block
  const { fields, references, kind } = relation
  const foreignKey = fields.flatMap((name) => fieldIdOf(from, name))
  const referenced = references.flatMap((name) => fieldIdOf(to, name))
  const listed = listedKeys(to, relation.to).flatMap((name) => fieldIdOf(to, name))
  return {
    id: relation.id,
    kind: 'relation',
    label: `relation ${from.name}.${relation.from.fieldName} to ${to.name}`,
    source: {
      blockId: relation.fromBlockId,
      row: rowOfMember(fromShape, foreignKey[0] ?? relation.from.fieldId),
      cardinality: kind === 'one-to-one' ? 'zero-or-one' : 'many',
    },
    target: {
      blockId: relation.toBlockId,
      row: rowOfMember(toShape, referenced[0] ?? relation.to?.fieldId),
      cardinality:
        kind === 'many-to-many'
          ? 'many'
          : relation.from.arity === 'required'
            ? 'one'
            : 'zero-or-one',
    },
    members: [
      [relation.fromBlockId, [relation.from.fieldId, ...foreignKey]],
      [
        relation.toBlockId,
        [...(relation.to ? [relation.to.fieldId] : []), ...referenced, ...listed],
      ],
    ],
  }
}

/** The lists of keys that the other end of a many-to-many relation holds in MongoDB. */
function listedKeys(block: Block | undefined, end: Relation['to']): readonly string[] {
  return block?.fields.find(({ id }) => id === end?.fieldId)?.relation?.fields ?? []
}

function fieldIdOf(block: Block, name: string): FieldId[] {
  const field = block.fields.find((candidate) => candidate.name === name)
  return field ? [field.id] : []
}

/** The links from fields to the enums and composite types that are their types, where either end is among `blockIds`. */
export function usageLinks(
  graph: SchemaGraph,
  blockIds: ReadonlySet<BlockId>,
  shapeOf: ShapeOf,
): Link[] {
  if (blockIds.size === 0) return []
  return graph.blocks.flatMap((block) => {
    if (!isDrawn(block.kind)) return []
    const shape = shapeOf(block)
    return shape.block.fields.flatMap((field) => {
      if (field.typeKind !== 'enum' && field.typeKind !== 'type') return []
      const target = graph.blockByName.get(field.typeName)
      if (!target || !(blockIds.has(block.id) || blockIds.has(target.id))) return []
      return [usageLink(shape, field, target)]
    })
  })
}

function usageLink(shape: NodeShape, field: Field, target: Block): Link {
  const { block } = shape
  const row = rowOfMember(shape, field.id)
  return {
    id: `use ${field.id}`,
    kind: 'use',
    label: `use ${block.name}.${field.name} of ${target.name}`,
    source: { blockId: block.id, row, cardinality: null },
    target: { blockId: target.id, row: -1, cardinality: null },
    members: [[block.id, [field.id]]],
  }
}

/** Names of the fields that are part of a foreign key, by block. */
export function foreignKeyFields(graph: SchemaGraph): Map<BlockId, Set<string>> {
  const result = new Map<BlockId, Set<string>>()
  const add = (blockId: BlockId, fields: readonly string[]) => {
    if (fields.length === 0) return
    const names = result.get(blockId) ?? new Set()
    for (const name of fields) names.add(name)
    result.set(blockId, names)
  }
  for (const { fromBlockId, toBlockId, fields, to } of graph.relations) {
    add(fromBlockId, fields)
    add(toBlockId, listedKeys(graph.blockById.get(toBlockId), to))
  }
  return result
}
