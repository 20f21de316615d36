/** What of a schema another database does not have. */

import {
  hasForeignKeys,
  supportsCompositeTypes,
  supportsEnums,
  supportsLists,
  supportsScalar,
} from '@/lib/commands/providers'
import type { Block, Field, SchemaGraph } from '@/lib/schema/graph'
import { keyKinds } from '@/lib/schema/key-options'
import { supportsSchemas } from './placements'

/** How many names are listed before the rest is only counted. */
const NAMED = 4

/** One sentence for each kind of thing that does not fit, naming where it stands. */
export function misfits(graph: SchemaGraph, provider: string): readonly string[] {
  const next: SchemaGraph = { ...graph, provider }
  const fields = graph.blocks.flatMap((block) => block.fields.map((field) => ({ block, field })))
  const where = (wanted: (field: Field) => boolean) =>
    fields
      .filter(({ field }) => wanted(field))
      .map(({ block, field }) => `${block.name}.${field.name}`)
  const namesOf = (wanted: (block: Block) => boolean) =>
    graph.blocks.filter(wanted).map(({ name }) => name)
  const isStored = ({ typeKind }: Field) => typeKind === 'scalar' || typeKind === 'enum'
  const losesKeys = hasForeignKeys(graph) && !hasForeignKeys(next) && graph.relations.length > 0

  return [
    sentence(
      'Native types are those of another database',
      where(({ nativeType }) => nativeType !== null),
    ),
    sentence(
      'Lists cannot be stored',
      where(
        (field) =>
          field.arity === 'list' && isStored(field) && !supportsLists(next, field.typeName),
      ),
    ),
    sentence(
      'These types do not exist',
      where(({ typeKind, typeName }) => typeKind === 'scalar' && !supportsScalar(next, typeName)),
    ),
    sentence(
      'There are no enums',
      namesOf(({ kind }) => kind === 'enum' && !supportsEnums(next)),
    ),
    sentence(
      'There are no composite types',
      namesOf(({ kind }) => kind === 'type' && !supportsCompositeTypes(next)),
    ),
    sentence(
      'There are no schemas to put tables in',
      namesOf(({ databaseSchema }) => databaseSchema !== null && !supportsSchemas(next)),
    ),
    sentence(
      'These keys and indexes do not exist',
      namesOf(
        ({ kind, keys }) =>
          (kind === 'model' || kind === 'view') &&
          keys.some((key) => key.on === 'block' && !keyKinds(provider, kind).includes(key.kind)),
      ),
    ),
    sentence(
      'Fields cannot be numbered by autoincrement()',
      provider === 'mongodb'
        ? where(({ default: value }) => value?.kind === 'call' && value.name === 'autoincrement')
        : [],
    ),
    losesKeys ? 'There are no foreign keys: Prisma Client keeps the relations.' : null,
  ].filter((line) => line !== null)
}

function sentence(what: string, names: readonly string[]): string | null {
  if (names.length === 0) return null
  const rest = names.length - NAMED
  const more = rest > 0 ? ` and ${rest} more` : ''
  return `${what}: ${names.slice(0, NAMED).join(', ')}${more}.`
}
