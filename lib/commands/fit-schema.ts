/** Makes a schema from elsewhere fit the design that it is to become part of. */

import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import { isDrawn, type SchemaGraph } from '@/lib/schema/graph'
import { applyChanges, changeSet } from '@/lib/text/change-set'
import type { CommandContext } from './command'
import { changeProvider } from './describe-provider-change'
import { Draft } from './draft'
import { setStringAttribute } from './parts'
import type { ProviderConsequence } from './provider-consequences'
import { defaultSchema } from './providers'
import { readProvider } from './setting-values'

export interface FittedSchema {
  readonly ctx: CommandContext
  /** What does not translate to the design's database, and what was done about it. */
  readonly consequences: readonly ProviderConsequence[]
  /** What else was changed, as sentences. */
  readonly notes: readonly string[]
}

const PATH = 'imported.prisma'

/** The schema of a text, for the database of the design, and in schemas of it that there are. */
export function fitSchema({ graph: design }: CommandContext, text: string): FittedSchema {
  const imported = readSchema(text.replace(/\r\n?/g, '\n').replace(/^\ufeff/, ''))
  const provider = readProvider(design.provider)
  const isOther = provider !== null && readProvider(imported.graph.provider) !== provider
  const change = isOther && imported.graph.datasource ? changeProvider(imported, provider) : null
  const adapted = change ? finished(imported, change.draft) : imported
  const { ctx, notes } = fitSchemas(design, adapted)
  // The datasource and the generators stay behind.
  const consequences = (change?.consequences ?? []).filter(({ blockId }) =>
    isDrawn(imported.graph.blockById.get(blockId)?.kind ?? 'unknown'),
  )
  return { ctx, consequences, notes }
}

/** `@@schema` is wanted on every block, or on none. */
function fitSchemas(
  design: SchemaGraph,
  ctx: CommandContext,
): { readonly ctx: CommandContext; readonly notes: readonly string[] } {
  if (!design.datasource) return { ctx, notes: [] }
  const isWanted = design.datasource.properties.some(({ name }) => name === 'schemas')
  const usual = defaultSchema(design)
  const blocks = ctx.graph.blocks.filter(
    ({ kind, databaseSchema }) =>
      (kind === 'model' || kind === 'enum' || kind === 'view') &&
      (databaseSchema === null) === isWanted,
  )
  if (blocks.length === 0 || (isWanted && usual === null)) return { ctx, notes: [] }
  const draft = new Draft(ctx)
  draft.edit((edits) => {
    for (const block of blocks) {
      setStringAttribute(edits, { kind: 'block', block }, 'schema', isWanted ? usual : null)
    }
  })
  const names = [...new Set(blocks.map(({ databaseSchema }) => databaseSchema))].join(', ')
  const note = isWanted
    ? `What is in no schema comes into ${usual}.`
    : `The design names no schemas, so ${names} is left out.`
  return { ctx: finished(ctx, draft), notes: [note] }
}

/** What a draft came to, as a schema of its own. */
function finished(before: CommandContext, draft: Draft): CommandContext {
  const { text = '' } = before.files.get(PATH) ?? {}
  const edits = draft.finish({ label: '' })?.edits.flatMap((file) => file.edits) ?? []
  return readSchema(applyChanges(text, changeSet(text.length, edits)))
}

function readSchema(text: string): CommandContext {
  const files = new Map([[PATH, parse(text)]])
  return { files, graph: deriveGraph(files) }
}
