/**
 * Says in which schema of the database models, views and enums are.
 *
 * ```prisma
 * datasource db {
 *   provider = "postgresql"
 * }
 *
 * model User {
 *   id Int @id
 * }
 *
 * model Login {
 *   id Int @id
 * }
 * ```
 * becomes, when Login is to be in `auth`,
 * ```prisma
 * datasource db {
 *   provider = "postgresql"
 *   schemas  = ["auth", "public"]
 * }
 *
 * model User {
 *   id Int @id
 *
 *   @@schema("public")
 * }
 *
 * model Login {
 *   id Int @id
 *
 *   @@schema("auth")
 * }
 * ```
 * A schema must stand in the list of the datasource, and once there is such a list, all models,
 * views and enums need one: those without get the one where the database puts them without being
 * told. When the last `@@schema` goes, so does the list.
 */

import { propertyNodes } from '@/lib/psl/access'
import type { PropertyNode } from '@/lib/psl/syntax'
import type { Block } from '@/lib/schema/graph'
import { quoteString, unescapeString } from '@/lib/schema/value'
import type { SetDatabaseSchemaArguments } from './attribute-arguments'
import type { Command, CommandContext } from './command'
import { EditList } from './edit-list'
import { hasBody, insertLines, removeMembers } from './lines'
import { setStringAttribute } from './parts'
import { defaultSchema } from './providers'

export const setDatabaseSchema: Command<SetDatabaseSchemaArguments> = {
  name: 'setDatabaseSchema',
  run(ctx, { blockIds, schema }) {
    const { datasource } = ctx.graph
    if (!datasource || defaultSchema(ctx.graph) === null || schema?.trim() === '') return null
    const ids = new Set(blockIds)
    const blocks = ctx.graph.blocks.filter(
      (block) => ids.has(block.id) && canBeInSchema(block) && block.databaseSchema !== schema,
    )
    const [first] = blocks
    if (!first) return null
    const edits = new EditList(ctx)
    for (const block of blocks) {
      setStringAttribute(edits, { kind: 'block', block }, 'schema', schema)
    }
    const notes =
      schema === null
        ? leaveSchemas(edits, datasource, new Set(blocks))
        : enterSchema(edits, datasource, new Set(blocks), schema)
    const what = blocks.length === 1 ? first.name : `${blocks.length} blocks`
    return edits.finish({
      label: schema === null ? `Take ${what} out of its schema` : `Put ${what} in schema ${schema}`,
      notes: [...notes, ...clashes(ctx, new Set(blocks), schema)],
      ...(blocks.length === 1 ? { select: { block: first.name } } : {}),
    })
  },
}

/** Blocks that are something in the database, and whose text has room for the attribute. */
function canBeInSchema({ kind, syntax }: Block): boolean {
  return isInDatabase(kind) && hasBody(syntax)
}

function isInDatabase(kind: Block['kind']): boolean {
  return kind === 'model' || kind === 'view' || kind === 'enum'
}

function enterSchema(
  edits: EditList,
  datasource: Block,
  moved: ReadonlySet<Block>,
  schema: string,
): string[] {
  const property = schemasProperty(datasource)
  if (!property) return startList(edits, datasource, moved, schema)
  if (property.value?.kind !== 'array') {
    return [`Schema ${schema} must be among the schemas of ${datasource.name}.`]
  }
  const { items, from } = property.value
  const isListed = items.some(
    (item) => item.kind === 'string' && unescapeString(item.raw) === schema,
  )
  if (isListed) return []
  const last = items.at(-1)
  if (last) edits.insert(datasource, last.to, `, ${quoteString(schema)}`)
  else edits.insert(datasource, from + 1, quoteString(schema))
  return [`Added ${schema} to the schemas of ${datasource.name}.`]
}

/** Lists the schemas, and puts whatever has none where the database puts it now. */
function startList(
  edits: EditList,
  datasource: Block,
  moved: ReadonlySet<Block>,
  schema: string,
): string[] {
  if (!hasBody(datasource.syntax)) {
    return [`${datasource.name} must list its schemas: schemas = [${quoteString(schema)}].`]
  }
  const usual = defaultSchema(edits.ctx.graph) as string
  const listed = new Set([schema])
  let others = 0
  for (const block of edits.ctx.graph.blocks) {
    if (moved.has(block) || !isInDatabase(block.kind)) continue
    if (block.databaseSchema === null && hasBody(block.syntax)) {
      others++
      setStringAttribute(edits, { kind: 'block', block }, 'schema', usual)
    }
    listed.add(block.databaseSchema ?? usual)
  }
  const list = `[${[...listed].sort().map(quoteString).join(', ')}]`
  const last = propertyNodes(datasource.syntax).at(-1) ?? null
  insertLines(edits, datasource, last, [`schemas${spaceBeforeEquals(datasource, last)}= ${list}`])
  const note = `Added schemas = ${list} to ${datasource.name}.`
  if (others === 0) return [note]
  const what = others === 1 ? 'One other block is' : `${others} other blocks are`
  return [note, `${what} now in schema ${usual}, for each needs one.`]
}

/** As much white space as puts the equals sign below that of the property before. */
function spaceBeforeEquals({ syntax }: Block, property: PropertyNode | null): string {
  const column = property
    ? syntax.text.slice(property.from, property.to).indexOf('=')
    : 'schemas '.length
  return ' '.repeat(Math.max(1, column - 'schemas'.length))
}

function leaveSchemas(edits: EditList, datasource: Block, left: ReadonlySet<Block>): string[] {
  const property = schemasProperty(datasource)
  if (!property) return []
  const stay = edits.ctx.graph.blocks.some(
    (block) => isInDatabase(block.kind) && !left.has(block) && block.databaseSchema !== null,
  )
  if (!stay) {
    removeMembers(edits, datasource, new Set([property]))
    return [`Removed the list of schemas from ${datasource.name}, for nothing is in one now.`]
  }
  return [...left].map(
    ({ name }) => `${name} needs a schema as long as ${datasource.name} lists them.`,
  )
}

function schemasProperty({ syntax }: Block): PropertyNode | null {
  return propertyNodes(syntax).find(({ name }) => name.text === 'schemas') ?? null
}

/** Two tables of one name in one schema. */
function clashes(
  { graph }: CommandContext,
  moved: ReadonlySet<Block>,
  schema: string | null,
): string[] {
  const names = new Map<string, Block>()
  const notes: string[] = []
  for (const block of graph.blocks) {
    if (block.kind !== 'model' && block.kind !== 'view') continue
    if ((moved.has(block) ? schema : block.databaseSchema) !== schema) continue
    const name = block.databaseName ?? block.name
    const other = names.get(name)
    if (other && (moved.has(block) || moved.has(other))) {
      notes.push(`${other.name} and ${block.name} are both called ${name} in that schema.`)
    }
    names.set(name, block)
  }
  return notes
}
