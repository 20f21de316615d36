/** Schemas as they would be for another database. */

import { changeProvider } from '@/lib/commands/describe-provider-change'
import { createDraftMemory, type DraftMemory } from '@/lib/commands/draft'
import { WITH_STAND_INS } from '@/lib/commands/stand-ins'
import type { GraphCache, ReadSchema } from './graph-cache'
import { isSameFiles } from './same-files'
import type { MigrationProvider, SchemaFile, Untranslated } from './shared'

export interface AdaptedSchema {
  readonly files: readonly SchemaFile[]
  /** Empty when the schema is for this database anyway. */
  readonly untranslated: readonly Untranslated[]
}

export interface Adapter {
  /** `version` says whose place the answer takes; a baseline is asked for again and again. */
  adapt(
    version: 'from' | 'to',
    files: readonly SchemaFile[],
    provider: MigrationProvider,
  ): AdaptedSchema
}

/** The last answer for each version is kept, for the same files and provider. */
export function createAdapter(graphs: GraphCache): Adapter {
  const kept = new Map<'from' | 'to', Kept>()
  return {
    adapt(version, files, provider) {
      const last = kept.get(version)
      if (last?.provider === provider && isSameFiles(last.files, files)) return last.adapted
      const memory = last?.provider === provider ? last.memory : createDraftMemory()
      const adapted = adapt(graphs.source(version, files), files, provider, memory)
      kept.set(version, { files, provider, adapted, memory })
      return adapted
    },
  }
}

interface Kept {
  readonly files: readonly SchemaFile[]
  readonly provider: MigrationProvider
  readonly adapted: AdaptedSchema
  /** Most of the next text is adapted as most of this one was. */
  readonly memory: DraftMemory
}

/** A schema without a datasource is as it is. */
function adapt(
  { files: syntax, graph }: ReadSchema,
  files: readonly SchemaFile[],
  provider: MigrationProvider,
  memory: DraftMemory,
): AdaptedSchema {
  const own = graph.provider === 'postgres' ? 'postgresql' : graph.provider
  const change =
    own === null || own === provider
      ? null
      : changeProvider({ graph, files: syntax }, provider, WITH_STAND_INS, memory)
  if (!change) return { files, untranslated: [] }
  const { draft, consequences } = change
  return {
    files: [...draft.ctx.files].map(([path, { text }]) => ({ path, text })),
    untranslated: consequences.map(({ text, fix, blockId }) => ({
      text,
      fix,
      block: graph.blockById.get(blockId)?.name ?? '',
    })),
  }
}
