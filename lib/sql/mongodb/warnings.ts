/**
 * What a person should know before they run the script, or before Prisma Client reads documents
 * that were written for the schema before. Prisma has no such warnings for MongoDB; these are ours.
 */

import type { Block, Field, SchemaGraph } from '@/lib/schema/graph'
import type { ChangeWarning } from '../dialect'
import { type CollectionPair, type CollectionStep, isSameIndex } from './diff-collections'
import { compareFields, storedName } from './fields'

export interface ScriptWarning extends ChangeWarning {
  /** The name of the block that it is about. */
  readonly block: string
}

/** What may be lost, then what may fail. */
export function scriptWarnings(
  steps: readonly CollectionStep[],
  pairs: readonly CollectionPair[],
  before: SchemaGraph,
  after: SchemaGraph,
): readonly ScriptWarning[] {
  const renamedTo = new Set(
    steps.flatMap((step) =>
      step.kind === 'RenameField' ? [`${step.collection.name}.${step.rename.to}`] : [],
    ),
  )
  return [
    ...steps.flatMap(stepWarnings),
    ...pairs.flatMap(({ previous, next }) =>
      fieldWarnings(previous.model, next.model, `the collection \`${next.name}\``, (name) =>
        renamedTo.has(`${next.name}.${name}`),
      ),
    ),
    ...typePairs(before, after).flatMap(([previous, next]) =>
      fieldWarnings(previous, next, `the type \`${next.name}\``, () => false),
    ),
  ].sort((a, b) => Number(a.isBlocking) - Number(b.isBlocking))
}

function stepWarnings(step: CollectionStep): readonly ScriptWarning[] {
  if (step.kind === 'DropCollection') {
    const { name, model } = step.collection
    const text = `You are about to drop the \`${name}\` collection. If it is not empty, all the documents in it will be lost.`
    return [{ text, isBlocking: false, block: model.name }]
  }
  if (step.kind !== 'CreateIndex' || !step.index.isUnique || step.isNewCollection) return []
  if (step.predecessor && isSameIndex(step.predecessor, step.index)) return []
  const { name, model } = step.collection
  const fields = step.index.fields.map(({ path }) => path)
  const text = `A unique index over the fields \`[${fields.join(',')}]\` of the collection \`${name}\` will be created. If there are documents with the same values, this will fail.`
  return [{ text, isBlocking: true, block: model.name }]
}

/** Composite types by name. */
function typePairs(before: SchemaGraph, after: SchemaGraph): readonly (readonly [Block, Block])[] {
  return after.blocks.flatMap((next) => {
    const previous = before.blockByName.get(next.name)
    return next.kind === 'type' && previous?.kind === 'type' ? [[previous, next] as const] : []
  })
}

function fieldWarnings(
  before: Block,
  after: Block,
  place: string,
  isRenamed: (name: string) => boolean,
): readonly ScriptWarning[] {
  const { pairs, added } = compareFields(before, after)
  const texts = [
    ...added
      .filter(({ arity }) => arity === 'required')
      .map((field) => {
        return `Added the required field \`${storedName(field)}\` to ${place}. Documents that are there lack it, and Prisma Client may fail to read them.`
      }),
    ...pairs.flatMap(({ previous, next }) => [
      ...(storedName(previous) === storedName(next) || isRenamed(storedName(next))
        ? []
        : [
            `The field \`${storedName(previous)}\` of ${place} is now called \`${storedName(next)}\`. Documents that are there keep the old name, and Prisma Client does not find it.`,
          ]),
      ...changedValues(previous, next, place),
    ]),
  ]
  return texts.map((text) => ({ text, isBlocking: true, block: after.name }))
}

function changedValues(previous: Field, next: Field, place: string): readonly string[] {
  const name = storedName(next)
  const [from, to] = [typeText(previous), typeText(next)]
  if (from !== to) {
    return [
      `The field \`${name}\` of ${place} changes from \`${from}\` to \`${to}\`. Documents keep the values that they have, and Prisma Client may fail to read them.`,
    ]
  }
  if (previous.arity !== 'optional' || next.arity !== 'required') return []
  return [
    `Made the field \`${name}\` of ${place} required. Prisma Client may fail to read documents without it.`,
  ]
}

function typeText({ typeName, arity, nativeType }: Field): string {
  const list = arity === 'list' ? '[]' : ''
  return `${typeName}${list}${nativeType ? ` @db.${nativeType.name}` : ''}`
}
