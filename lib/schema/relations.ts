/**
 * Pairs relation fields into relations.
 *
 * Two fields belong together when each has the other's model as its type and both give the same
 * relation name, or none. Half-built and ambiguous schemas get the most likely pairs, so that the
 * drawing does not fall apart while one works on it; the engine says what is wrong.
 */

import type { Block, Field, Relation, RelationEnd, RelationKind } from './graph'

interface Candidate {
  readonly block: Block
  readonly field: Field
}

/**
 * The relations between two blocks, or of a block with itself (`a === b`). `isNamed` says whether
 * a block is the one that its name refers to: of two blocks with one name, only the first is.
 */
export function pairRelations(a: Block, b: Block, isNamed: (block: Block) => boolean): Relation[] {
  const byName = new Map<string, Candidate[]>()
  if (isNamed(b)) collect(byName, a, b)
  if (a !== b && isNamed(a)) collect(byName, b, a)
  const relations: Relation[] = []
  for (const candidates of byName.values()) {
    const left = candidates.filter(({ block }) => block === a)
    const right = a === b ? [] : candidates.filter(({ block }) => block === b)
    const pairs = a === b ? pairWithin(left) : pairAcross(left, right)
    for (const [first, second] of pairs)
      relations.push(makeRelation(first, second, first.block === a ? b : a))
  }
  return relations
}

function collect(byName: Map<string, Candidate[]>, block: Block, target: Block): void {
  for (const field of block.fields) {
    if (field.typeName !== target.name || !refersToTable(field)) continue
    const name = field.relation?.name ?? ''
    const candidates = byName.get(name)
    if (candidates) candidates.push({ block, field })
    else byName.set(name, [{ block, field }])
  }
}

/** Whether the field can be an end of a relation. */
export function refersToTable(field: Field): boolean {
  return field.typeKind === 'model' || field.typeKind === 'view'
}

type Pair = readonly [Candidate, Candidate | null]

function pairAcross(left: Candidate[], right: Candidate[]): Pair[] {
  const leftOwners = left.filter(ownsKey)
  const leftOthers = left.filter((candidate) => !ownsKey(candidate))
  const rightOwners = right.filter(ownsKey)
  const rightOthers = right.filter((candidate) => !ownsKey(candidate))
  const pairs: Pair[] = [
    ...leftOwners.map((owner): Pair => [owner, rightOthers.shift() ?? null]),
    ...rightOwners.map((owner): Pair => [owner, leftOthers.shift() ?? null]),
    ...leftOthers.map((other): Pair => [other, rightOthers.shift() ?? null]),
    ...rightOthers.map((other): Pair => [other, null]),
  ]
  return pairs
}

function pairWithin(candidates: Candidate[]): Pair[] {
  const others = candidates.filter((candidate) => !ownsKey(candidate))
  const pairs = candidates.filter(ownsKey).map((owner): Pair => [owner, others.shift() ?? null])
  while (others.length > 0) pairs.push([others.shift() as Candidate, others.shift() ?? null])
  return pairs
}

/** In a many-to-many relation of MongoDB both lists hold keys, so neither end is the owner. */
function ownsKey({ field }: Candidate): boolean {
  return field.relation?.fields != null && field.arity !== 'list'
}

function makeRelation(first: Candidate, second: Candidate | null, target: Block): Relation {
  const [from, to] = orient(first, second)
  const attribute = from.field.relation
  return {
    id: `relation ${from.field.id}`,
    name: attribute?.name ?? null,
    kind: relationKind(from, to),
    from: relationEnd(from),
    to: to && relationEnd(to),
    fromBlockId: from.block.id,
    toBlockId: (to?.block ?? target).id,
    fields: attribute?.fields ?? [],
    references: attribute?.references ?? [],
    onDelete: attribute?.onDelete ?? null,
    onUpdate: attribute?.onUpdate ?? null,
    map: attribute?.map ?? null,
  }
}

/** Puts the end that holds, or would hold, the foreign key first. */
function orient(first: Candidate, second: Candidate | null): Pair {
  if (!second || ownsKey(first)) return [first, second]
  if (ownsKey(second)) return [second, first]
  const firstIsList = first.field.arity === 'list'
  const secondIsList = second.field.arity === 'list'
  if (firstIsList !== secondIsList) return firstIsList ? [second, first] : [first, second]
  return alphabetical(first, second) ? [first, second] : [second, first]
}

function alphabetical(first: Candidate, second: Candidate): boolean {
  if (first.block !== second.block) return first.block.name < second.block.name
  return first.field.name < second.field.name
}

function relationKind(from: Candidate, to: Candidate | null): RelationKind {
  if (from.field.arity === 'list') {
    return to === null || to.field.arity === 'list' ? 'many-to-many' : 'one-to-many'
  }
  if (to) return to.field.arity === 'list' ? 'one-to-many' : 'one-to-one'
  return isUniqueSet(from.block, from.field.relation?.fields ?? []) ? 'one-to-one' : 'one-to-many'
}

/** Whether the fields together are a primary key or unique. */
function isUniqueSet(block: Block, fields: readonly string[]): boolean {
  return block.keys.some(
    (key) =>
      (key.kind === 'id' || key.kind === 'unique') &&
      key.fields.length === fields.length &&
      key.fields.every((field) => fields.includes(field.path)),
  )
}

function relationEnd({ block, field }: Candidate): RelationEnd {
  return { blockId: block.id, fieldId: field.id, fieldName: field.name, arity: field.arity }
}
