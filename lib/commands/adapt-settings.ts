/** Fits the datasource to its provider, and with it which schemas of the database there are. */

import type { Block } from '@/lib/schema/graph'
import { valueText } from '@/lib/schema/value'
import type { Draft } from './draft'
import { setStringAttribute } from './parts'
import { type Adaptation, consequence, type ProviderConsequence } from './provider-consequences'
import { defaultSchema } from './providers'
import { setProperty } from './set-property'
import { readProvider } from './setting-values'

export const adaptSettings: Adaptation = (draft, title) => {
  const { datasource, provider } = draft.ctx.graph
  if (!datasource) return []
  const found: ProviderConsequence[] = []
  const remove = (name: string, text: string) => {
    const isDone = draft.run(setProperty, { blockId: datasource.id, name, value: null })
    found.push(consequence(datasource, null, text, `The setting ${name} is removed.`, isDone))
  }
  for (const { name, value } of datasource.properties) {
    if (name === 'extensions' && readProvider(provider) !== 'postgresql') {
      remove(name, `Prisma has no extensions for ${title}.`)
    }
    if (name === 'schemas' && defaultSchema(draft.ctx.graph) === null) {
      remove(name, `${title} has no schemas to choose from.`)
    }
    const isMode = name === 'relationMode' || name === 'referentialIntegrity'
    const isPrisma = value?.kind === 'string' && value.value === 'prisma'
    if (isMode && provider === 'mongodb' && !isPrisma) {
      remove(name, `${title} has no foreign keys: Prisma Client keeps the relations.`)
    }
    if (/url$/i.test(name) && value?.kind === 'string') {
      found.push(consequence(datasource, null, `${name} leads to the database of before.`))
    }
  }
  return [...found, ...adaptFeatures(draft, title)]
}

/** Prisma knows this preview feature only where the database is PostgreSQL. */
const OF_POSTGRESQL = 'fullTextSearchPostgres'

function adaptFeatures(draft: Draft, title: string): ProviderConsequence[] {
  const { generators, provider } = draft.ctx.graph
  if (readProvider(provider) === 'postgresql') return []
  return generators.flatMap((generator) => {
    const features = generator.properties.find(({ name }) => name === 'previewFeatures')?.value
    const items = features?.kind === 'list' ? features.items : []
    const kept = items.filter((item) => item.kind !== 'string' || item.value !== OF_POSTGRESQL)
    if (kept.length === items.length) return []
    const value = kept.length > 0 ? `[${kept.map(valueText).join(', ')}]` : null
    const args = { blockId: generator.id, name: 'previewFeatures', value }
    const isDone = draft.run(setProperty, args)
    const text = `${generator.name}: the preview feature ${OF_POSTGRESQL} is not for ${title}.`
    return [consequence(generator, null, text, 'It is turned off.', isDone)]
  })
}

/** Where there are no schemas, nothing can be in one. */
export const adaptSchemas: Adaptation = (draft, title) => {
  if (defaultSchema(draft.ctx.graph) !== null) return []
  const blocks = draft.ctx.graph.blocks.filter(({ databaseSchema }) => databaseSchema !== null)
  draft.edit((edits) => {
    for (const block of blocks) setStringAttribute(edits, { kind: 'block', block }, 'schema', null)
  })
  return [
    ...blocks.map((block) =>
      consequence(
        block,
        null,
        `${block.name} is in schema ${block.databaseSchema}, and ${title} has none.`,
        'It is taken out of it.',
        draft.block(block.id).databaseSchema === null,
      ),
    ),
    ...clashes(draft, blocks),
  ]
}

/** What had one name in several schemas. */
function clashes(draft: Draft, left: readonly Block[]): ProviderConsequence[] {
  const names = new Map<string, Block>()
  const found: ProviderConsequence[] = []
  const ids = new Set(left.map(({ id }) => id))
  for (const block of draft.ctx.graph.blocks) {
    if (block.kind !== 'model' && block.kind !== 'view' && block.kind !== 'enum') continue
    const name = block.databaseName ?? block.name
    const place = `${block.kind === 'enum' ? 'enum' : 'table'} ${name}`
    const other = names.get(place)
    if (other && (ids.has(block.id) || ids.has(other.id))) {
      const text = `${other.name} and ${block.name} are both called ${name} in the database.`
      found.push(consequence(block, null, text))
    }
    names.set(place, block)
  }
  return found
}
