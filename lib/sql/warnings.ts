/**
 * What a person should know before they run a migration that Prisma's own engine wrote: the engine
 * tells it only with a database to look into, so it is told from the two schemas, in the words of
 * `prisma migrate dev`. Without the rows one cannot know; so a warning says what could be.
 */

import type { Block, Field, Key, SchemaGraph } from '@/lib/schema/graph'
import { scalarFields, tableName } from './table-fields'

export interface DataLossWarning {
  readonly text: string
  /** Whether the migration cannot be executed while there are rows, rather than only lose data. */
  readonly isBlocking: boolean
  /** The name of the block that it is about, in the schema afterwards or, if dropped, before. */
  readonly block: string
}

/** The warnings of a migration from one schema to another, table by table in the order before. */
export function dataLossWarnings(before: SchemaGraph, after: SchemaGraph): DataLossWarning[] {
  const tables = byName(after.blocks.filter(({ kind }) => kind === 'model'))
  const enums = byName(after.blocks.filter(({ kind }) => kind === 'enum'))
  return before.blocks.flatMap((block): readonly DataLossWarning[] => {
    const name = tableName(block)
    if (block.kind === 'enum') return enumWarnings(block, enums.get(name))
    if (block.kind !== 'model') return []
    const now = tables.get(name)
    if (now) return tableWarnings(block, now, after)
    const text = `You are about to drop the \`${name}\` table. If the table is not empty, all the data it contains will be lost.`
    return [{ text, isBlocking: false, block: block.name }]
  })
}

function byName(blocks: readonly Block[]): Map<string, Block> {
  return new Map(blocks.map((block) => [tableName(block), block]))
}

function enumWarnings(before: Block, after: Block | undefined): DataLossWarning[] {
  if (!after) return []
  const kept = new Set(after.values.map(({ databaseName, name }) => databaseName ?? name))
  const removed = before.values
    .map(({ databaseName, name }) => databaseName ?? name)
    .filter((value) => !kept.has(value))
  if (removed.length === 0) return []
  const text = `The values [${removed.join(',')}] on the enum \`${tableName(after)}\` will be removed. If these variants are still used in the database, this will fail.`
  return [{ text, isBlocking: true, block: after.name }]
}

function tableWarnings(before: Block, after: Block, graph: SchemaGraph): DataLossWarning[] {
  const table = tableName(after)
  const warn = (text: string, isBlocking = false) => ({ text, isBlocking, block: after.name })
  const warnings: DataLossWarning[] = []
  const old = columnsOf(before)
  const columns = columnsOf(after)
  if (keyColumns(before, primaryKey(before)) !== keyColumns(after, primaryKey(after))) {
    warnings.push(
      warn(
        `The primary key for the \`${table}\` table will be changed. If it partially fails, the table could be left without primary key constraint.`,
      ),
    )
  }
  for (const name of old.keys()) {
    if (columns.has(name)) continue
    warnings.push(
      warn(
        `You are about to drop the column \`${name}\` on the \`${table}\` table. All the data in the column will be lost.`,
      ),
    )
  }
  for (const [name, field] of columns) {
    const was = old.get(name)
    if (!was) {
      if (field.arity === 'required' && !hasDatabaseDefault(field)) {
        warnings.push(
          warn(
            `Added the required column \`${name}\` to the \`${table}\` table without a default value. This is not possible if the table is not empty.`,
            true,
          ),
        )
      }
      continue
    }
    if (columnType(was) !== columnType(field)) {
      warnings.push(warn(typeWarning(name, table, was, field, graph)))
    } else if (was.arity === 'optional' && field.arity === 'required') {
      warnings.push(
        warn(
          `Made the column \`${name}\` on table \`${table}\` required. This step will fail if there are existing NULL values in that column.`,
          true,
        ),
      )
    }
  }
  const uniquesBefore = new Set(uniques(before).map((key) => keyColumns(before, key)))
  for (const key of uniques(after)) {
    const names = keyColumns(after, key)
    if (uniquesBefore.has(names)) continue
    warnings.push(
      warn(
        `A unique constraint covering the columns \`[${names}]\` on the table \`${table}\` will be added. If there are existing duplicate values, this will fail.`,
        true,
      ),
    )
  }
  return warnings
}

/** SQLite copies the rows and converts what it can; the others mostly drop the column first. */
function typeWarning(
  column: string,
  table: string,
  was: Field,
  field: Field,
  { provider }: SchemaGraph,
): string {
  const isSameScalar = was.typeName === field.typeName && was.arity === field.arity
  if (isSameScalar || provider === 'sqlite') {
    return `You are about to alter the column \`${column}\` on the \`${table}\` table. The data in that column could be lost. It is changed from \`${columnType(was)}\` to \`${columnType(field)}\`.`
  }
  return `The \`${column}\` column on the \`${table}\` table changes from \`${columnType(was)}\` to \`${columnType(field)}\`. Where the database cannot convert it, the column is dropped and recreated, and the data in it is lost.`
}

/** Columns by their names in the database. */
function columnsOf(block: Block): Map<string, Field> {
  return new Map(scalarFields(block).map((field) => [field.databaseName ?? field.name, field]))
}

function columnType({ typeName, arity, nativeType }: Field): string {
  const list = arity === 'list' ? '[]' : ''
  if (!nativeType) return typeName + list
  const args = nativeType.args.length > 0 ? `(${nativeType.args.join(', ')})` : ''
  return `${typeName}${list} @db.${nativeType.name}${args}`
}

/** Functions that Prisma Client computes, so that the column has no default in the database. */
const CLIENT_DEFAULTS = new Set(['uuid', 'cuid', 'ulid', 'nanoid'])

function hasDatabaseDefault(field: Field): boolean {
  const value = field.default
  return value !== null && !(value.kind === 'call' && CLIENT_DEFAULTS.has(value.name))
}

function primaryKey({ keys }: Block): Key | undefined {
  return keys.find(({ kind }) => kind === 'id')
}

function uniques({ keys }: Block): Key[] {
  return keys.filter(({ kind }) => kind === 'unique')
}

/** The columns of a key, joined by commas; empty without one. */
function keyColumns(block: Block, key: Key | undefined): string {
  return (key?.fields ?? [])
    .map(({ path }) => block.fields.find(({ name }) => name === path)?.databaseName ?? path)
    .join(',')
}
