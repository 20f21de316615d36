/**
 * What there is to do in MongoDB, as a script for `mongosh`: from nothing what `prisma db push`
 * does to an empty database, and from a schema before what differs.
 *
 * Prisma has no migrations for MongoDB: its engine creates the collections that are missing and
 * brings their indexes in line, and documents stay as they are. It renames and drops no
 * collection; the script says which of its statements go beyond that.
 */

import type { SchemaGraph } from '@/lib/schema/graph'
import type { SqlStep } from '../sql-steps'
import { type CollectionIndex, collectionsOf } from './collections'
import { type CollectionStep, diffCollections, pairCollections } from './diff-collections'
import { type ScriptWarning, scriptWarnings } from './warnings'

export interface MongodbScript {
  /** Ends with a line break; empty when nothing differs from a schema before. */
  readonly text: string
  /** One step a statement, each of which stands on a line of its own. */
  readonly steps: readonly SqlStep[]
  readonly warnings: readonly ScriptWarning[]
}

const FROM_EMPTY = `// Prisma has no migrations for MongoDB. This is what "prisma db push" does to an empty database:
// it creates the collections and their indexes. Fields, types and relations are not stored in
// the database; Prisma Client looks after them.
`

const FROM_BASELINE = `// Prisma has no migrations for MongoDB. This is the difference from the baseline, for mongosh: what
// "prisma db push" does to a database of that schema, and, where it says so, what it leaves to you.
// Fields, types and relations are not stored in the database; Prisma Client looks after them.
`

/** What stands above statements that Prisma does not run. */
const BEYOND_PUSH: Partial<Record<CollectionStep['kind'], string>> = {
  RenameCollection:
    '// Not done by "prisma db push": it would create the new collection, and leave the old one.\n',
  RenameField: '// Not done by "prisma db push": documents would keep the old names.\n',
  DropCollection: '// Not done by "prisma db push": it leaves what the schema no longer has.\n',
}

/** The script from a schema, or from an empty database, to another. */
export function mongodbScript(before: SchemaGraph | null, after: SchemaGraph): MongodbScript {
  const [from, to] = [before ? collectionsOf(before) : [], collectionsOf(after)]
  const diff = diffCollections(from, to)
  const header = before ? FROM_BASELINE : FROM_EMPTY
  const warnings = before ? scriptWarnings(diff, pairCollections(from, to), before, after) : []
  if (before && diff.length === 0) return { text: '', steps: [], warnings }
  let text = header
  const steps = diff.map((step, at): SqlStep => {
    if (diff[at - 1]?.kind !== step.kind) text += `\n${BEYOND_PUSH[step.kind] ?? ''}`
    const start = text.length
    text += `${statement(step)}\n`
    const { model } = step.kind === 'RenameCollection' ? step.pair.next : step.collection
    return {
      kind: step.kind,
      summary: summary(step),
      from: start,
      to: text.length - 1,
      blocks: [model.name],
    }
  })
  return { text, steps, warnings }
}

function statement(step: CollectionStep): string {
  switch (step.kind) {
    case 'RenameCollection': {
      const { previous, next } = step.pair
      return `${collection(previous.name)}.renameCollection(${quote(next.name)})`
    }
    case 'RenameField': {
      const { from, to } = step.rename
      const rename = `{ $rename: { ${quote(from)}: ${quote(to)} } }`
      return `${collection(step.collection.name)}.updateMany({}, ${rename})`
    }
    case 'CreateCollection':
      return `db.createCollection(${quote(step.collection.name)})`
    case 'DropIndex':
      return `${collection(step.collection.name)}.dropIndex(${quote(step.index.name)})`
    case 'CreateIndex':
      return `${collection(step.collection.name)}.createIndex(${indexText(step.index)})`
    case 'DropCollection':
      return `${collection(step.collection.name)}.drop()`
  }
}

function indexText({ name, isUnique, fields }: CollectionIndex): string {
  const keys = fields.map(({ path, direction }) => `${quote(path)}: ${directionText(direction)}`)
  const options = [`name: ${quote(name)}`, ...(isUnique ? ['unique: true'] : [])]
  return `{ ${keys.join(', ')} }, { ${options.join(', ')} }`
}

function directionText(direction: 1 | -1 | 'text'): string {
  return direction === 'text' ? quote(direction) : String(direction)
}

function collection(name: string): string {
  return `db.getCollection(${quote(name)})`
}

function quote(text: string): string {
  return JSON.stringify(text)
}

/** For people. */
function summary(step: CollectionStep): string {
  switch (step.kind) {
    case 'RenameCollection':
      return `Rename the collection ${step.pair.previous.name} to ${step.pair.next.name}`
    case 'RenameField':
      return `Rename the field ${step.rename.from} of ${step.collection.name} to ${step.rename.to}`
    case 'CreateCollection':
      return `Create the collection ${step.collection.name}`
    case 'DropIndex':
      return step.successor
        ? `Drop the index ${step.index.name} of ${step.collection.name}, to create it anew`
        : `Drop the index ${step.index.name} of ${step.collection.name}`
    case 'CreateIndex': {
      const { index, predecessor, collection } = step
      const kind = index.isUnique ? 'unique index' : 'index'
      if (!predecessor) return `Add the ${kind} ${index.name} to ${collection.name}`
      return predecessor.name === index.name
        ? `Create the ${kind} ${index.name} of ${collection.name} anew`
        : `Create the ${kind} ${index.name} of ${collection.name}, which was ${predecessor.name}`
    }
    case 'DropCollection':
      return `Drop the collection ${step.collection.name}`
  }
}
