/**
 * What takes the place of many-to-many relations, where a schema is only looked at as it would be for
 * another database. MongoDB has them in lists of keys at both ends,
 *
 * ```prisma
 * model Post {
 *   id     String   @id @map("_id")
 *   tagIds String[]
 *   tags   Tag[]    @relation(fields: [tagIds], references: [id])
 * }
 * ```
 * and the others in a table between the two, of which a schema says no more than
 * ```prisma
 * model Post {
 *   id   String @id
 *   tags Tag[]
 * }
 * ```
 */

import { type Block, type Field, primaryKeyFields } from '@/lib/schema/graph'
import { inOrder, manyToManyProblem, tell } from './adapt-relations'
import { alignedLine, columnsAround } from './alignment'
import { deleteRelation } from './delete-relation'
import type { Draft, FieldRef } from './draft'
import { insertLines } from './lines'
import { type FieldPlace, fieldNamed } from './lookup'
import { freshFieldName } from './names'
import type { Adaptation } from './provider-consequences'
import { patchRelations, type RelationPatch, WITHOUT_KEY } from './relation-attribute'
import { foreignKeyType } from './relation-target'
import { Removal } from './removal'
import { refOf, type WholeRelation, wholeRelation } from './whole-relation'
import { joinNames, nameStyle, singularOf } from './words'

/** Tables between two models, in place of lists of keys. */
export const joinTables: Adaptation = (draft, title) => {
  if (draft.ctx.graph.provider === 'mongodb') return []
  return replaceRelations(draft, title, dropLists, 'A table between the two takes its place.')
}

/** Lists of keys at both ends, in place of tables between two models. */
export const keyLists: Adaptation = (draft, title) => {
  if (draft.ctx.graph.provider !== 'mongodb') return []
  return replaceRelations(draft, title, addLists, 'Lists of keys at both ends take its place.')
}

/** Changes the many-to-many relations of which the database has no such kind, or leaves them out. */
function replaceRelations(
  draft: Draft,
  title: string,
  change: (draft: Draft, relations: readonly WholeRelation[]) => void,
  fix: string,
) {
  const unfit = inOrder(draft.ctx.graph).flatMap((relation) => {
    const problem = manyToManyProblem(draft, title, relation)
    return problem === null ? [] : [{ relation, problem, whole: joinable(draft, relation.id) }]
  })
  const wholes = unfit.flatMap(({ whole }) => whole ?? [])
  if (wholes.length > 0) change(draft, wholes)
  return unfit.map(({ relation, problem, whole }) => {
    if (whole) return tell(draft, relation, problem, fix)
    const isDone = draft.run(deleteRelation, { relationId: relation.id })
    return tell(draft, relation, problem, 'It is left out.', isDone)
  })
}

/** Both sides must have one field by which the other can name their rows. */
function joinable({ ctx }: Draft, relationId: string): WholeRelation | null {
  const whole = wholeRelation(ctx, relationId)
  if ('problem' in whole) return null
  const { from, to } = whole
  return [from, to].every(({ block }) => primaryKeyFields(block).length === 1) ? whole : null
}

function dropLists(draft: Draft, relations: readonly WholeRelation[]): void {
  const ends = relations.flatMap(({ from, to }) => [from, to])
  const going = ends.map(({ block, field }) => ({ id: block.id, lists: listsOf(block, field) }))
  patchRelations(
    draft,
    ends.map((end) => [refOf(end), WITHOUT_KEY] as const),
  )
  draft.edit((edits) => {
    const removal = new Removal(draft.ctx)
    for (const { id, lists } of going) {
      const block = draft.block(id)
      removal.removeFields(
        block,
        block.fields.filter((field) => lists.has(field.id)),
      )
    }
    removal.apply(edits)
  })
}

/** The lists of keys that are there for this relation alone. */
function listsOf(block: Block, { relation }: Field): ReadonlySet<string> {
  const lists = block.fields.filter(({ arity, name }) => {
    const users = block.fields.filter((other) => other.relation?.fields?.includes(name))
    return arity === 'list' && relation?.fields?.includes(name) && users.length === 1
  })
  return new Set(lists.map(({ id }) => id))
}

function addLists(draft: Draft, relations: readonly WholeRelation[]): void {
  const style = nameStyle(draft.ctx.graph)
  const taken = new Map<Block, string[]>()
  const patches: (readonly [FieldRef, RelationPatch])[] = []
  draft.edit((edits) => {
    const addList = (own: FieldPlace, other: FieldPlace) => {
      const { block, field, node } = own
      const key = fieldNamed(other.block, primaryKeyFields(other.block)[0] ?? '')
      if (!key) return
      const others = taken.get(block) ?? []
      taken.set(block, others)
      const name = freshFieldName(block, joinNames(singularOf(field.name), 'ids', style), others)
      others.push(name)
      const { type, native } = foreignKeyType(key)
      const columns = columnsAround(block.syntax, node)
      insertLines(edits, block, node, [alignedLine(columns, name, `${type}[]`, native)])
      patches.push([refOf(own), { fields: [name], references: [key.field.name] }])
    }
    for (const { from, to } of relations) {
      addList(from, to)
      addList(to, from)
    }
  })
  patchRelations(draft, patches)
}
