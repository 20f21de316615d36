/** What can be written in a datasource or a generator, and what Prisma's engine says against it. */

import { propertyNodes } from '@/lib/psl/access'
import { parse } from '@/lib/psl/parse'
import type { SchemaGraph } from '@/lib/schema/graph'
import { toValue, type Value } from '@/lib/schema/value'

export const PROVIDERS = [
  'postgresql',
  'mysql',
  'sqlite',
  'sqlserver',
  'cockroachdb',
  'mongodb',
] as const

export type Provider = (typeof PROVIDERS)[number]

/** The provider, `postgres` being another name of one; `null` for any other word. */
export function readProvider(name: string | null): Provider | null {
  if (name === 'postgres') return 'postgresql'
  return PROVIDERS.find((provider) => provider === name) ?? null
}

/** The meaning of `name = value` if it is one setting without fault; else `null`. */
export function readProperty(name: string, value: string): Value | null {
  if (/[\n\r]/.test(name + value)) return null
  const [block, ...others] = parse(`generator x {\n${name} = ${value}\n}`).items
  if (block?.kind !== 'block' || others.length > 0 || block.problems.length > 0) return null
  const [property, ...rest] = propertyNodes(block)
  if (!property?.value || rest.length > 0 || property.comment) return null
  if (property.name.text !== name) return null
  const { from, to } = property.value
  return to - from === value.trim().length ? toValue(property.value) : null
}

export function isSettingValue(value: string): boolean {
  return readProperty('x', value) !== null
}

const DATASOURCE_SETTINGS: ReadonlySet<string> = new Set([
  'provider',
  'url',
  'directUrl',
  'shadowDatabaseUrl',
  'relationMode',
  'schemas',
  'extensions',
])

/** What the engine has against a setting, `value` being `null` when it is taken away. */
export function settingNotes(
  graph: SchemaGraph,
  kind: 'datasource' | 'generator',
  name: string,
  value: string | null,
): string[] {
  const read = value === null ? null : readProperty(name, value)
  if (name === 'provider') {
    if (read?.kind !== 'string') return [`Prisma wants every ${kind} to name its provider.`]
    if (kind === 'generator') return []
    if (!readProvider(read.value)) return [`Prisma knows no database called ${read.value}.`]
    if (!graph.datasource) return ['What the schema says already is not adapted to the database.']
    return ['What the schema uses of the old database is not changed.']
  }
  if (name === 'previewFeatures') return ['Prisma may want a preview feature that is not listed.']
  if (kind === 'generator') return []
  if (!DATASOURCE_SETTINGS.has(name)) return [`Prisma knows no setting ${name} of a datasource.`]
  if (/url$/i.test(name)) {
    return [`Prisma 6 wants ${name} here, and Prisma 7 in prisma.config.ts.`]
  }
  if (name === 'schemas') {
    const used = graph.blocks.some(({ databaseSchema }) => databaseSchema !== null)
    return [
      used || read
        ? 'Every model and enum must be in one of the schemas listed.'
        : 'Prisma no longer asks for @@schema.',
    ]
  }
  return name === 'relationMode'
    ? ['Referential actions and native types of keys may have to follow.']
    : ['Only PostgreSQL has extensions, with the preview feature that is called so.']
}
