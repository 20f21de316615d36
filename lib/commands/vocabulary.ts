/**
 * The words that mean something to Prisma, by where they stand. Found by trying the engines of
 * Prisma 7.10 and 6.19.
 */

export const FIELD_ATTRIBUTES = [
  'id',
  'unique',
  'default',
  'updatedAt',
  'relation',
  'map',
  'ignore',
] as const

export const BLOCK_ATTRIBUTES = [
  'id',
  'unique',
  'index',
  'fulltext',
  'map',
  'ignore',
  'schema',
  'shardKey',
] as const

/** On values of enums. */
export const VALUE_ATTRIBUTES = ['map'] as const

export const ENUM_ATTRIBUTES = ['map', 'schema'] as const

/** The arguments of an attribute; one that is not here takes none by name. */
export const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  relation: ['name', 'fields', 'references', 'onDelete', 'onUpdate', 'map'],
  default: ['value', 'map'],
  map: ['name'],
  schema: ['map'],
  '@id': ['map', 'length', 'sort', 'clustered'],
  '@unique': ['map', 'length', 'sort', 'clustered', 'where'],
  '@@id': ['fields', 'name', 'map', 'clustered'],
  '@@unique': ['fields', 'name', 'map', 'clustered', 'where'],
  '@@index': ['fields', 'name', 'map', 'type', 'clustered', 'where'],
  '@@fulltext': ['fields', 'map'],
  '@@shardKey': ['fields'],
}

/** Of a field in the list of a key: `email(sort: Desc)`. */
export const KEY_FIELD_ARGUMENTS = ['sort', 'length', 'ops'] as const

export const DEFAULT_FUNCTIONS = [
  'autoincrement',
  'now',
  'uuid',
  'cuid',
  'ulid',
  'nanoid',
  'auto',
  'sequence',
  'dbgenerated',
] as const

export const INDEX_TYPES = ['BTree', 'Hash', 'Gin', 'Gist', 'SpGist', 'Brin'] as const

export const DATASOURCE_SETTINGS = [
  'provider',
  'url',
  'directUrl',
  'shadowDatabaseUrl',
  'relationMode',
  'schemas',
  'extensions',
  // The old name of relationMode, which is still taken.
  'referentialIntegrity',
] as const

/** A generator may have any setting; these are those of Prisma's own. */
export const GENERATOR_SETTINGS = [
  'provider',
  'output',
  'previewFeatures',
  'binaryTargets',
  'engineType',
  'runtime',
  'moduleFormat',
  'generatedFileExtension',
  'importFileExtension',
] as const
