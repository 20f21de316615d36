/**
 * Gives names to the relations between two models, or of one with itself, that Prisma cannot tell
 * apart: the same name to both ends of each. An end that is missing is added.
 *
 * ```prisma
 * model User {
 *   id      Int    @id
 *   written Post[]
 *   edited  Post[]
 * }
 *
 * model Post {
 *   id       Int  @id
 *   author   User @relation(fields: [authorId], references: [id])
 *   authorId Int
 *   editor   User @relation(fields: [editorId], references: [id])
 *   editorId Int
 * }
 * ```
 * becomes
 * ```prisma
 * model User {
 *   id      Int    @id
 *   written Post[] @relation("PostAuthor")
 *   edited  Post[] @relation("PostEditor")
 * }
 *
 * model Post {
 *   id       Int  @id
 *   author   User @relation("PostAuthor", fields: [authorId], references: [id])
 *   authorId Int
 *   editor   User @relation("PostEditor", fields: [editorId], references: [id])
 *   editorId Int
 * }
 * ```
 */

import type { Relation, SchemaGraph } from '@/lib/schema/graph'
import { addBack, loneTarget } from './add-back-relation'
import type { Command } from './command'
import { Draft } from './draft'
import { findBlock, findField } from './lookup'
import { freshName } from './names'
import { patchRelation } from './relation-attribute'
import { capitalize } from './relation-names'
import { checkEnd } from './relation-target'
import type { NameRelationsArguments } from './repair-arguments'

export const nameRelations: Command<NameRelationsArguments> = {
  name: 'nameRelations',
  run(ctx, { blockId, otherId }) {
    const block = findBlock(ctx, blockId)
    const other = findBlock(ctx, otherId)
    if (!block || !other || checkEnd(ctx, block) !== null || checkEnd(ctx, other) !== null) {
      return null
    }
    const alike = relationsAlike(ctx.graph, blockId, otherId)
    if (alike.length === 0) return null
    const draft = new Draft(ctx)
    for (const { from, to } of alike) {
      const place = findField(ctx, from.blockId, from.fieldId)
      if (!place) return null
      const taken = takenNames(draft.ctx.graph)
      const base = place.block.name + capitalize(place.field.name)
      const name = freshName(base, (candidate) => taken.has(candidate))
      for (const end of to ? [from, to] : [from]) {
        patchRelation(draft, { blockId: end.blockId, fieldId: end.fieldId }, { name })
      }
      const lone = to ? null : loneTarget(draft.ctx, draft.field(from))
      if (lone && !addBack(draft, from, lone, false)) return null
      draft.notes.push(...guessNotes(alike, place.block.name, { from, to }))
    }
    const label =
      block === other
        ? `Name the relation of ${block.name} with itself`
        : `Name the relations between ${block.name} and ${other.name}`
    return draft.finish({ label, select: { block: block.name } })
  },
}

/** Those that share their name with another one, or have none and are of one model with itself. */
function relationsAlike(graph: SchemaGraph, a: string, b: string): Relation[] {
  const between = graph.relations.filter(
    ({ fromBlockId, toBlockId }) =>
      (fromBlockId === a && toBlockId === b) || (fromBlockId === b && toBlockId === a),
  )
  return between.filter(
    (relation) =>
      (a === b && relation.name === null) ||
      between.some((other) => other !== relation && other.name === relation.name),
  )
}

function takenNames(graph: SchemaGraph): ReadonlySet<string> {
  const names = graph.blocks.flatMap((block) =>
    block.fields.map(({ relation }) => relation?.name ?? ''),
  )
  return new Set(names)
}

/** Which ends belong together is a guess when there are several of each. */
function guessNotes(
  alike: readonly Relation[],
  block: string,
  { from, to }: Pick<Relation, 'from' | 'to'>,
): string[] {
  if (alike.length < 2 || !to) return []
  return [`Took ${block}.${from.fieldName} and ${to.fieldName} for the two ends of one relation.`]
}
