import { expect, it } from 'vitest'
import { BLOCK_ATTRIBUTES, FIELD_ATTRIBUTES, KEY_FIELD_FACT } from './attributes'
import type { Fact } from './fact'
import { FUNCTIONS } from './functions'
import { datasourceSettings, generatorSettings } from './settings'
import { BLOCKS, SCALARS } from './types'
import { ACTIONS, INDEX_TYPES, SORTS } from './words'

/**
 * Pages of Prisma’s documentation of version 7 and the parts of them that are linked to, as their
 * source has them (prisma/docs, apps/docs/content/docs/orm/v7, November 2026).
 */
const PAGES: Readonly<Record<string, string>> = {
  'reference/prisma-schema-reference': `
    datasource generator binarytargets-options model model-field-scalar-types string boolean int
    bigint float decimal datetime json bytes unsupported id id-1 default unique unique-1 index
    relation map map-1 updatedat ignore ignore-1 schema shardkey shardkey-1 auto autoincrement
    sequence cuid uuid ulid nanoid now dbgenerated enum type`,
  'reference/preview-features/client-preview-features': '',
  'prisma-schema/data-model/indexes': `
    hash generalized-inverted-index-gin generalized-search-tree-gist
    space-partitioned-gist-sp-gist block-range-index-brin full-text-indexes-mysql-and-mongodb`,
  'prisma-schema/data-model/multi-schema': '',
  'prisma-schema/data-model/relations': '',
  'prisma-schema/data-model/relations/referential-actions':
    'cascade restrict noaction setnull setdefault',
  'prisma-schema/data-model/relations/relation-mode': '',
  'prisma-schema/data-model/views': '',
  'prisma-schema/overview/generators': '',
  'prisma-schema/postgresql-extensions': '',
}

const settings = ([6, 7] as const).flatMap((version) => [
  ...datasourceSettings('postgresql', version, ['postgresqlExtensions']),
  ...generatorSettings('prisma-client', version),
  ...generatorSettings('prisma-client-js', version),
])

const facts: readonly Fact[] = [
  ...[BLOCKS, SCALARS, FIELD_ATTRIBUTES, BLOCK_ATTRIBUTES, FUNCTIONS].flatMap(Object.values),
  ...[ACTIONS, SORTS, INDEX_TYPES].flatMap(Object.values),
  KEY_FIELD_FACT,
  ...settings,
]

it('links only to what Prisma’s documentation has', () => {
  const known = Object.entries(PAGES).flatMap(([page, anchors]) => [
    page,
    ...anchors.split(/\s+/).map((anchor) => `${page}#${anchor}`),
  ])
  const addresses = new Set(known.map((path) => `https://www.prisma.io/docs/orm/v7/${path}`))
  const unknown = facts.map(({ link }) => link).filter((link) => !addresses.has(link))
  expect(unknown).toEqual([])
  expect(facts.length).toBeGreaterThan(80)
})
