/**
 * Makes a schema for Prisma 6 of one for Prisma 7.
 *
 * ```prisma
 * generator client {
 *   provider     = "prisma-client"
 *   output       = "../generated/prisma"
 *   moduleFormat = "esm"
 * }
 *
 * datasource db {
 *   provider = "postgresql"
 * }
 * ```
 * becomes, with the connection of `prisma.config.ts`,
 * ```prisma
 * generator client {
 *   provider     = "prisma-client-js"
 *   output       = "../generated/prisma"
 * }
 *
 * datasource db {
 *   provider = "postgresql"
 *   url      = env("DATABASE_URL")
 * }
 * ```
 */

import { CONNECTION_PROPERTIES, type ConnectionSettings } from '@/lib/schema/connection'
import type { SchemaGraph } from '@/lib/schema/graph'
import type { Command } from './command'
import { Draft } from './draft'
import { changeFeatures, set, setting, textSetting, unset } from './generator-settings'
import type { BackToPrisma6Arguments } from './repair-arguments'

export const backToPrisma6: Command<BackToPrisma6Arguments> = {
  name: 'backToPrisma6',
  run(ctx, { connection = ctx.connection ?? {} }) {
    const draft = new Draft(ctx)
    const { datasource, generators } = ctx.graph
    // A datasource with a url is for Prisma 6 already, and so are its generators.
    const isFor6 = datasource !== null && setting(datasource, 'url') !== null
    if (datasource && !restoreConnection(draft, datasource.id, connection)) return null
    if (!isFor6) for (const { id } of generators) bringBackGenerator(draft, id)
    draft.notes.push(...unknownNotes(ctx.graph))
    return draft.finish({ label: 'Go back to Prisma 6' })
  },
}

/** What the guides call it. */
export const DEFAULT_URL = 'env("DATABASE_URL")'

/** What is in the schema already stays. False when a value cannot be written. */
function restoreConnection(draft: Draft, blockId: string, connection: ConnectionSettings): boolean {
  const given = { url: DEFAULT_URL, ...connection }
  for (const name of CONNECTION_PROPERTIES) {
    const value = given[name]
    if (value === undefined || setting(draft.block(blockId), name)) continue
    if (!set(draft, blockId, name, value)) return false
    if (name === 'url' && connection.url === undefined) {
      draft.notes.push(`Took ${DEFAULT_URL} for the url, for nothing said what it was.`)
    }
  }
  return true
}

/** What the newer generator takes and the older one does not. */
const NEW_SETTINGS = [
  'runtime',
  'moduleFormat',
  'generatedFileExtension',
  'importFileExtension',
  'compilerBuild',
]

function bringBackGenerator(draft: Draft, blockId: string): void {
  const provider = textSetting(draft.block(blockId), 'provider')
  if (provider !== 'prisma-client' && provider !== 'prisma-client-js') return
  changeFeatures(draft, blockId, 6)
  if (provider === 'prisma-client-js') return
  set(draft, blockId, 'provider', '"prisma-client-js"')
  const gone = NEW_SETTINGS.filter((name) => unset(draft, blockId, name))
  if (gone.length > 0) {
    draft.notes.push(`The older generator takes no ${gone.join(', ')}.`)
  }
  const output = textSetting(draft.block(blockId), 'output')
  draft.notes.push(
    output === null
      ? 'Code imports the client from @prisma/client.'
      : `Code imports the client from ${output} instead of ${output}/client.`,
  )
}

/** What stays in the schema and Prisma 6 does not take. */
function unknownNotes({ blocks }: SchemaGraph): string[] {
  return blocks.flatMap(({ name, keys, fields }) => [
    ...(keys.some(({ where }) => where !== null)
      ? [`Prisma 6 knows no condition on an index, as ${name} has one (where).`]
      : []),
    ...fields
      .filter(({ typeName, typeKind }) => typeKind === 'scalar' && NEW_TYPES.has(typeName))
      .map((field) => `Prisma 6 knows no ${field.typeName}, the type of ${name}.${field.name}.`),
  ])
}

const NEW_TYPES: ReadonlySet<string> = new Set(['Geometry', 'Geography'])
