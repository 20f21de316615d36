/**
 * Renames what the caret is on, everywhere, by the commands that the canvas uses; on request so
 * that the database stays as it is, by `@map` or `@@map` with the old name.
 */

import { changeRelation, checkRelationChange } from '@/lib/commands/change-relation'
import { canBeMapped } from '@/lib/commands/check-database-name'
import type { CommandResult } from '@/lib/commands/command'
import { isImplicit } from '@/lib/commands/conventional-names'
import { Draft } from '@/lib/commands/draft'
import { EditList } from '@/lib/commands/edit-list'
import { nameJoinTables } from '@/lib/commands/name-join-tables'
import { checkBlockName, checkEnumValueName, checkFieldName } from '@/lib/commands/names'
import { findPart, type Part, partName, setStringAttribute } from '@/lib/commands/parts'
import { renameBlock } from '@/lib/commands/rename-block'
import { renameEnumValue } from '@/lib/commands/rename-enum-value'
import { renameField } from '@/lib/commands/rename-field'
import type { Relation } from '@/lib/schema/graph'
import { quoteString } from '@/lib/schema/value'
import type { LanguageSnapshot, Span } from './snapshot'
import { type DeclaredSymbol, isDeclared } from './symbol'
import { nameAt, namesOf, spanOf } from './symbol-at'

export interface RenamePlace {
  readonly span: Span
  /** The name as it is. */
  readonly placeholder: string
  /** Whether the database has a name of it that `keepDatabaseName` would keep. */
  readonly isInDatabase: boolean
}

/** Why nothing can be renamed here, as a sentence for people. */
export interface RenameProblem {
  readonly problem: string
}

export interface RenameOptions {
  /** Whether the database is to stay as it is. */
  readonly keepDatabaseName: boolean
}

export function prepareRename(
  snapshot: LanguageSnapshot,
  path: string,
  offset: number,
): RenamePlace | RenameProblem {
  const place = nameAt(snapshot, path, offset)
  if (!place) return { problem: 'There is no name here that could be changed.' }
  const { symbol } = place
  const span = spanOf(place)
  const text = snapshot.files.get(path)?.text.slice(span.from, span.to) ?? ''
  if (!isDeclared(symbol)) {
    return { problem: `${text} belongs to Prisma’s language and cannot be renamed.` }
  }
  const part = partOf(snapshot, symbol)
  return { span, placeholder: text, isInDatabase: part !== null && canBeMapped(part) }
}

export function renameAt(
  snapshot: LanguageSnapshot,
  path: string,
  offset: number,
  name: string,
  options: RenameOptions,
): CommandResult | RenameProblem {
  const place = nameAt(snapshot, path, offset)
  if (!place || !isDeclared(place.symbol)) return { problem: 'There is nothing to rename here.' }
  const { symbol } = place
  if (symbol.kind === 'relation') return renameRelation(snapshot, symbol, name)
  if (symbol.kind === 'databaseSchema') return renameSchema(snapshot, symbol, name)
  return renamePart(snapshot, symbol, name, options)
}

type PartSymbol = Extract<DeclaredSymbol, { kind: 'block' | 'field' | 'value' }>

function partOf(snapshot: LanguageSnapshot, symbol: DeclaredSymbol): Part | null {
  if (symbol.kind === 'relation' || symbol.kind === 'databaseSchema') return null
  return findPart(snapshot, idsOf(symbol))
}

function idsOf(symbol: PartSymbol) {
  const memberId =
    symbol.kind === 'field' ? symbol.field.id : symbol.kind === 'value' ? symbol.value.id : null
  return { blockId: symbol.block.id, memberId }
}

function renamePart(
  snapshot: LanguageSnapshot,
  symbol: PartSymbol,
  name: string,
  { keepDatabaseName }: RenameOptions,
): CommandResult | RenameProblem {
  const part = partOf(snapshot, symbol)
  if (!part) return { problem: 'It is not there any more.' }
  const draft = new Draft(snapshot)
  // First what it is called in the database, so that the new name need not be free there.
  if (keepDatabaseName) keepName(draft, symbol, part, name)
  noteSwappedColumns(draft, symbol, name)
  const problem = checkName(draft, symbol, name)
  if (problem !== null) return { problem }
  const { blockId, memberId } = idsOf(symbol)
  if (symbol.kind === 'block') {
    if (!keepDatabaseName) noteJoinTables(draft, blockId)
    draft.run(renameBlock, { blockId, name })
  } else if (symbol.kind === 'field') {
    draft.run(renameField, { blockId, fieldId: memberId as string, name })
  } else {
    draft.run(renameEnumValue, { blockId, valueId: memberId as string, name })
  }
  const member = symbol.kind === 'block' ? {} : { member: name }
  const block = draft.block(blockId).name
  const label = `Rename ${partName(part)} to ${name}`
  return (
    draft.finish({ label, select: { block, ...member } }) ?? {
      problem: `It is called ${name} already.`,
    }
  )
}

function checkName({ ctx }: Draft, symbol: PartSymbol, name: string): string | null {
  const { id } = symbol.block
  if (symbol.kind === 'block') return checkBlockName(ctx, id, name)
  if (symbol.kind === 'field') return checkFieldName(ctx, id, symbol.field.id, name)
  return checkEnumValueName(ctx, id, symbol.value.id, name)
}

function keepName(draft: Draft, symbol: PartSymbol, part: Part, name: string): void {
  if (symbol.kind === 'block') nameJoinTables(draft, (blockId) => blockId === symbol.block.id)
  if (!canBeMapped(part)) return
  const named =
    symbol.kind === 'block' ? symbol.block : symbol.kind === 'field' ? symbol.field : symbol.value
  const inDatabase = named.databaseName ?? named.name
  const map = inDatabase === name ? null : inDatabase
  if (map === named.databaseName) return
  draft.edit((edits) => {
    const found = findPart(draft.ctx, idsOf(symbol))
    if (found) setStringAttribute(edits, found, 'map', map)
  })
}

/**
 * Says where the columns A and B of a table between models change places: they are called in the
 * order of the models' names, or in a self relation of the fields'.
 */
function noteSwappedColumns(draft: Draft, symbol: PartSymbol, name: string): void {
  for (const relation of draft.ctx.graph.relations) {
    const { from, to } = relation
    if (!isImplicit(relation) || !to) continue
    const isSelf = from.blockId === to.blockId
    if (symbol.kind !== (isSelf ? 'field' : 'block')) continue
    const id = symbol.kind === 'field' ? symbol.field.id : symbol.block.id
    const ends = [from, to].map((end) => ({
      id: isSelf ? end.fieldId : end.blockId,
      name: isSelf ? end.fieldName : draft.block(end.blockId).name,
    }))
    const [a, b] = ends.map((end) => end.name) as [string, string]
    const [newA, newB] = ends.map((end) => (end.id === id ? name : end.name)) as [string, string]
    if (a < b === newA < newB) continue
    draft.notes.push(`In the table between ${a} and ${b}, the columns A and B change places.`)
  }
}

/** Says which tables between models get another name. */
function noteJoinTables(draft: Draft, blockId: string): void {
  for (const relation of draft.ctx.graph.relations) {
    const { fromBlockId, toBlockId, name } = relation
    if (!isImplicit(relation) || name !== null) continue
    if (fromBlockId !== blockId && toBlockId !== blockId) continue
    const table = `_${draft.block(fromBlockId).name}To${draft.block(toBlockId).name}`
    draft.notes.push(`The table ${table} between the two models gets another name too.`)
  }
}

function renameRelation(
  snapshot: LanguageSnapshot,
  symbol: Extract<DeclaredSymbol, { kind: 'relation' }>,
  name: string,
): CommandResult | RenameProblem {
  if (name.trim() === '') return { problem: 'The name of a relation cannot be empty.' }
  if (name === symbol.name) return { problem: `It is called ${name} already.` }
  const relation = relationOf(snapshot, symbol)
  if (relation?.to) {
    const args = { relationId: relation.id, name }
    const problem = checkRelationChange(snapshot, args)
    if (problem !== null) return { problem }
    const result = changeRelation.run(snapshot, args)
    if (result) return withTableNote(result, relation, name)
  }
  // One whose other end is missing or broken: the names alone.
  return (
    replaceNames(snapshot, symbol, name).finish({
      label: `Rename the relation ${symbol.name} to ${name}`,
    }) ?? { problem: 'The relation is not there any more.' }
  )
}

function relationOf(
  { graph }: LanguageSnapshot,
  { name, between }: Extract<DeclaredSymbol, { kind: 'relation' }>,
): Relation | undefined {
  return graph.relations.find((relation) => {
    const [first, second] = [relation.fromBlockId, relation.toBlockId].sort()
    return relation.name === name && first === between[0] && second === between[1]
  })
}

function withTableNote(result: CommandResult, relation: Relation, name: string): CommandResult {
  if (!isImplicit(relation)) return result
  const note = `In the database, the table _${relation.name} is then called _${name}.`
  return { ...result, notes: [...(result.notes ?? []), note] }
}

function renameSchema(
  snapshot: LanguageSnapshot,
  symbol: Extract<DeclaredSymbol, { kind: 'databaseSchema' }>,
  name: string,
): CommandResult | RenameProblem {
  if (name.trim() === '') return { problem: 'A schema of the database needs a name.' }
  const result = replaceNames(snapshot, symbol, name).finish({
    label: `Rename the schema ${symbol.name} to ${name}`,
    notes: [`The tables are then looked for in the schema ${name} of the database.`],
  })
  return result ?? { problem: `It is called ${name} already.` }
}

function replaceNames(snapshot: LanguageSnapshot, symbol: DeclaredSymbol, name: string): EditList {
  const edits = new EditList(snapshot)
  const inQuotes = quoteString(name).slice(1, -1)
  for (const place of namesOf(snapshot, symbol)) {
    edits.replace(place.block, place.name, place.name.isQuoted ? inQuotes : name)
  }
  return edits
}
