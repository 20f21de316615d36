/**
 * What differs between the collections of two schemas: what `prisma db push` does about it, and
 * the renames and drops that it leaves to a person.
 *
 * Collections are told apart by their names in the database; one whose name is gone is still the
 * same when its model is there under another. Indexes are told apart by name, as the engine does
 * (`differ.rs` of its `mongodb-schema-connector`).
 */

import type { Collection, CollectionIndex, IndexedField } from './collections'
import { type FieldRename, renamedFields } from './fields'

export interface CollectionPair {
  readonly previous: Collection
  readonly next: Collection
}

export type CollectionStep =
  | { readonly kind: 'RenameCollection'; readonly pair: CollectionPair }
  | { readonly kind: 'RenameField'; readonly collection: Collection; readonly rename: FieldRename }
  | { readonly kind: 'CreateCollection'; readonly collection: Collection }
  | {
      readonly kind: 'DropIndex'
      readonly collection: Collection
      readonly index: CollectionIndex
      /** What it is created anew as, when it only changes. */
      readonly successor: CollectionIndex | null
    }
  | {
      readonly kind: 'CreateIndex'
      readonly collection: Collection
      readonly index: CollectionIndex
      /** What it was, when it only changes. */
      readonly predecessor: CollectionIndex | null
      /** Whether the collection was there before, perhaps with documents. */
      readonly isNewCollection: boolean
    }
  | { readonly kind: 'DropCollection'; readonly collection: Collection }

/** The collections that are in both. */
export function pairCollections(
  before: readonly Collection[],
  after: readonly Collection[],
): readonly CollectionPair[] {
  const left = new Set(before)
  const pairs = new Map<Collection, Collection>()
  const match = (nameOf: (collection: Collection) => string) => {
    const byName = new Map([...left].map((collection) => [nameOf(collection), collection]))
    for (const next of after) {
      const previous = byName.get(nameOf(next))
      if (!previous || pairs.has(next) || !left.delete(previous)) continue
      pairs.set(next, previous)
    }
  }
  match(({ name }) => name)
  match(({ model }) => model.name)
  return after.flatMap((next) => {
    const previous = pairs.get(next)
    return previous ? [{ previous, next }] : []
  })
}

/** The steps from one to another, in the order in which they can be taken. */
export function diffCollections(
  before: readonly Collection[],
  after: readonly Collection[],
): readonly CollectionStep[] {
  const pairs = pairCollections(before, after)
  const kept = new Set(pairs.flatMap(({ previous, next }) => [previous, next]))
  const created = after.filter((collection) => !kept.has(collection))
  const changes = pairs.map(diffIndexes)
  return [
    ...pairs
      .filter(({ previous, next }) => previous.name !== next.name)
      .map((pair): CollectionStep => ({ kind: 'RenameCollection', pair })),
    ...created.map((collection): CollectionStep => ({ kind: 'CreateCollection', collection })),
    ...changes.flatMap(({ dropped }) => dropped),
    ...pairs.flatMap(({ previous, next }) =>
      renamedFields(previous.model, next.model).map(
        (rename): CollectionStep => ({ kind: 'RenameField', collection: next, rename }),
      ),
    ),
    ...created.flatMap((collection) =>
      collection.indexes.map(
        (index): CollectionStep => ({
          kind: 'CreateIndex',
          collection,
          index,
          predecessor: null,
          isNewCollection: true,
        }),
      ),
    ),
    ...changes.flatMap(({ created }) => created),
    ...before
      .filter((collection) => !kept.has(collection))
      .map((collection): CollectionStep => ({ kind: 'DropCollection', collection })),
  ]
}

function diffIndexes({ previous, next }: CollectionPair) {
  const isKept = (index: CollectionIndex, others: readonly CollectionIndex[]) =>
    others.some((other) => other.name === index.name && isSameIndex(index, other))
  const gone = previous.indexes.filter((index) => !isKept(index, next.indexes))
  const fresh = next.indexes.filter((index) => !isKept(index, previous.indexes))
  const successorOf = (index: CollectionIndex) =>
    fresh.find(({ name }) => name === index.name) ??
    fresh.find(
      (other) => isSameIndex(index, other) && !gone.some(({ name }) => name === other.name),
    ) ??
    null
  const successors = new Map(gone.map((index) => [index, successorOf(index)]))
  return {
    dropped: gone.map(
      (index): CollectionStep => ({
        kind: 'DropIndex',
        collection: next,
        index,
        successor: successors.get(index) ?? null,
      }),
    ),
    created: fresh.map(
      (index): CollectionStep => ({
        kind: 'CreateIndex',
        collection: next,
        index,
        predecessor: gone.find((other) => successors.get(other) === index) ?? null,
        isNewCollection: false,
      }),
    ),
  }
}

/** Whether two indexes differ in their names at most. */
export function isSameIndex(a: CollectionIndex, b: CollectionIndex): boolean {
  return a.isUnique === b.isUnique && fieldsKey(a.fields) === fieldsKey(b.fields)
}

/** The fields that are searched as text have no order among themselves. */
function fieldsKey(fields: readonly IndexedField[]): string {
  const first = fields.findIndex(({ direction }) => direction === 'text')
  const last = fields.findLastIndex(({ direction }) => direction === 'text')
  const texts = first < 0 ? [] : fields.slice(first, last + 1)
  const sorted = [...texts].sort((a, b) => (a.path < b.path ? -1 : 1))
  const ordered =
    first < 0 ? fields : [...fields.slice(0, first), ...sorted, ...fields.slice(last + 1)]
  return JSON.stringify(ordered.map(({ path, direction }) => [path, direction]))
}
