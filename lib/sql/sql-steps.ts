/**
 * Reads the parts of a migration out of its SQL: Prisma writes a heading above each
 * (`-- CreateTable`). It knows the SQL that Prisma writes and no other.
 */

import { isDrawn, type SchemaGraph } from '@/lib/schema/graph'

/** A part of a migration's text. Offsets are UTF-16 code units of the whole text. */
export interface SqlStep {
  /** `CreateTable`, `AlterTable`, `RedefineTables`… */
  readonly kind: string
  /** For people: "Create the table User". */
  readonly summary: string
  /** Where its heading starts. */
  readonly from: number
  /** Where its last statement ends, without the blank lines that follow. */
  readonly to: number
  /**
   * The names of the blocks that it is about, as the schema afterwards calls them or, of what is
   * dropped, as the schema before did. A redefinition may be about several.
   */
  readonly blocks: readonly string[]
}

/** The steps of a migration from one schema to another; `before` is `null` for an empty database. */
export function sqlSteps(
  sql: string,
  before: SchemaGraph | null,
  after: SchemaGraph,
): readonly SqlStep[] {
  const blockNames = new Map([...(before ? databaseNames(before) : []), ...databaseNames(after)])
  const headings = [...sql.matchAll(HEADING)]
  return headings.map((heading, index) => {
    const from = heading.index
    const end = headings[index + 1]?.index ?? endOfSteps(sql, from)
    const text = sql.slice(from, end).trimEnd()
    const kind = heading[1] as string
    const objects = objectsOf(text)
    const blocks = objects.flatMap((name) => blockNames.get(name) ?? [])
    return {
      kind,
      summary: summarize(kind, objects, text),
      from,
      to: from + text.length,
      blocks: [...new Set(blocks)],
    }
  })
}

/** On SQL Server a transaction ends behind the last step. */
function endOfSteps(sql: string, from: number): number {
  const at = sql.lastIndexOf('\nCOMMIT TRAN;')
  return at > from ? at : sql.length
}

/** A comment of one capitalised word, at the start of the text or after an empty line. */
const HEADING = /(?<=^|\n\n)-- ([A-Z][A-Za-z]+)(?=\r?\n)/g

/** What a schema's blocks are called in the database, with the blocks' names. */
function databaseNames({ blocks, relations, blockById }: SchemaGraph): [string, string][] {
  const names = blocks
    .filter(({ kind, name }) => isDrawn(kind) && name !== '')
    .map(({ databaseName, name }): [string, string] => [databaseName ?? name, name])
  const joins = relations.flatMap(({ kind, fields, name, from, to }): [string, string][] => {
    if (kind !== 'many-to-many' || fields.length > 0 || !to) return []
    const first = blockById.get(from.blockId)?.name
    const second = blockById.get(to.blockId)?.name
    if (first === undefined || second === undefined) return []
    const [a, b] = [first, second].sort()
    return [[`_${name ?? `${a}To${b}`}`, first]]
  })
  return [...joins, ...names]
}

/** A quoted name of any of the databases, with the schema before it; the name is in a group. */
const QUOTED = '(?:"((?:[^"]|"")+)"|`((?:[^`]|``)+)`|\\[((?:[^\\]]|\\]\\])+)\\])'
const NAME = `(?:${QUOTED}\\.)?${QUOTED}`

const OBJECT = new RegExp(
  `\\b(?:(?:CREATE|ALTER|DROP) (?:TABLE|TYPE)(?: IF (?:NOT )?EXISTS)?|` +
    `(?:CREATE (?:UNIQUE |FULLTEXT )?(?:NONCLUSTERED |CLUSTERED )?|DROP )INDEX(?: IF EXISTS)? ${NAME} ON) ${NAME}`,
  'g',
)

/** The tables and enums that statements are about, each once. */
function objectsOf(text: string): string[] {
  const names = [...text.matchAll(OBJECT)].flatMap((match) => {
    const name = unquote(match.slice(-3))
    return name === null
      ? []
      : [name.replace(/^_?(?:prisma_)?new_/, '').replace(/_(?:new|old)$/, '')]
  })
  return [...new Set(names)]
}

function unquote(groups: readonly (string | undefined)[]): string | null {
  const [double, backtick, bracket] = groups
  if (double !== undefined) return double.replaceAll('""', '"')
  if (backtick !== undefined) return backtick.replaceAll('``', '`')
  return bracket?.replaceAll(']]', ']') ?? null
}

/** What each heading means, with `%` for the table or enum that it is about. */
const MEANINGS: Readonly<Record<string, string>> = {
  CreateSchema: 'Create the schemas',
  CreateExtension: 'Create the extensions',
  CreateEnum: 'Create the enum %',
  AlterEnum: 'Change the values of the enum %',
  DropEnum: 'Drop the enum %',
  CreateTable: 'Create the table %',
  AlterTable: 'Change the table %',
  DropTable: 'Drop the table %',
  CreateIndex: 'Add an index to %',
  DropIndex: 'Drop an index',
  RenameIndex: 'Rename an index',
  AddForeignKey: 'Add a foreign key to %',
  DropForeignKey: 'Drop a foreign key of %',
  RenameForeignKey: 'Rename a foreign key of %',
  RedefineTables: 'Create %, with the new columns, and copy the rows',
  RedefineIndex: 'Create an index of % anew',
  AlterSequence: 'Change a sequence',
}

function summarize(kind: string, objects: readonly string[], text: string): string {
  const meaning = MEANINGS[kind] ?? kind.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
  if (kind === 'RedefineTables') {
    return `Create ${listOf(objects)} anew and copy the rows`
  }
  const [object] = objects
  const isUnique = kind === 'CreateIndex' && /^CREATE UNIQUE /m.test(text)
  const worded = isUnique ? meaning.replace('an index', 'a unique index') : meaning
  if (worded.includes('%'))
    return object === undefined
      ? worded.replace(/ (?:to |of )?%/, '')
      : worded.replace('%', listOf(objects))
  return object === undefined ? worded : `${worded} of ${object}`
}

function listOf(names: readonly string[]): string {
  if (names.length === 0) return 'tables'
  if (names.length === 1) return names[0] as string
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
