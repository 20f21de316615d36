/** What becomes of the fields of documents. The database knows nothing of them. */

import type { Block, Field } from '@/lib/schema/graph'

/** A field that the schema calls as before, and the database otherwise. */
export interface FieldRename {
  readonly from: string
  readonly to: string
}

export interface FieldPair {
  readonly previous: Field
  readonly next: Field
}

/** The fields of a model or a type that stay, and those that are new. */
export function compareFields(before: Block, after: Block) {
  const old = storedFields(before)
  const pairs: FieldPair[] = []
  const added: Field[] = []
  for (const next of storedFields(after)) {
    const previous =
      old.find(({ name }) => name === next.name) ??
      old.find((field) => storedName(field) === storedName(next))
    if (previous) pairs.push({ previous, next })
    else added.push(next)
  }
  return { pairs, added }
}

export function renamedFields(before: Block, after: Block): readonly FieldRename[] {
  const taken = new Set(storedFields(before).map(storedName))
  return compareFields(before, after).pairs.flatMap(({ previous, next }) => {
    const [from, to] = [storedName(previous), storedName(next)]
    // What another field was called before may still be in the documents.
    return from === to || taken.has(to) ? [] : [{ from, to }]
  })
}

/** Those that documents have: all but the sides of relations. */
function storedFields({ fields }: Block): readonly Field[] {
  return fields.filter(({ typeKind }) => typeKind !== 'model' && typeKind !== 'view')
}

export function storedName({ databaseName, name }: Field): string {
  return databaseName ?? name
}
