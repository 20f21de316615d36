/** Holds the names of column types to the SQL that Prisma's engine writes. */

import { beforeAll, expect, it } from 'vitest'
import { nativeTypeChoices } from '@/lib/commands/native-types'
import { contextOf } from '@/lib/commands/testing'
import { installPrismaGlobals } from '@/lib/engines/prisma-globals'
import { createHandlers } from '@/lib/engines/schema-engine/handlers'
import { engineInNode } from '@/lib/engines/schema-engine/node-engine'
import type { SchemaEngineApi, SqlProvider } from '@/lib/engines/schema-engine/shared'
import { SCALAR_TYPES } from '@/lib/schema/scalars'
import { columnType } from '@/lib/sql/column-type'

let api: SchemaEngineApi

beforeAll(async () => {
  installPrismaGlobals(() => {})
  api = createHandlers(await engineInNode())
})

/** One field of every type that the provider has. */
function schema(provider: SqlProvider): string {
  const types: string[] = SCALAR_TYPES.map((scalar) => scalar)
  if (provider !== 'sqlite') types.push('Int[]', 'DateTime[]', 'Role[]')
  types.push('Role', 'Unsupported("circle")?')
  for (const scalar of SCALAR_TYPES) {
    for (const { name, argument, isArgumentRequired } of nativeTypeChoices(provider, scalar)) {
      if (!isArgumentRequired) types.push(`${scalar} @db.${name}`)
      if (argument === 'length') types.push(`${scalar} @db.${name}(3)`)
      if (argument === 'decimal') types.push(`${scalar} @db.${name}(10, 2)`)
    }
  }
  const counted = provider === 'postgresql' ? ['Int', 'BigInt', 'Int @db.SmallInt'] : []
  for (const type of counted) types.push(`${type} @default(autoincrement())`)
  const fields = types.map((type, index) => `  f${index} ${type}\n`).join('')
  return `datasource db {\n  provider = "${provider}"\n}\nenum Role {\n  A\n  @@map("role")\n}\nmodel M {\n  id String @id\n${fields}}\n`
}

it.each(['postgresql', 'cockroachdb', 'sqlite'] as const)('are those of %s', async (provider) => {
  const text = schema(provider)
  const result = await api.diff({
    from: null,
    to: [{ path: 'schema.prisma', text }],
    provider,
  })
  if (result.kind !== 'sql') throw new Error(result.message)
  const { graph } = contextOf(text)
  const model = graph.blockByName.get('M')
  for (const field of model?.fields ?? []) {
    const column = new RegExp(`"${field.name}" (.*?)(?: NOT NULL.*)?,?\n`).exec(result.sql)?.[1]
    expect([field.text, columnType(graph, field)]).toEqual([field.text, column])
  }
})
