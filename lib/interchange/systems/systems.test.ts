import { expect, test } from 'vitest'
import { startingSchema } from './starting-schema'
import { SYSTEMS, systemById, systemsOf } from './systems'

test('a schema for Prisma 7 has no connection string', () => {
  expect(startingSchema(systemById('planetscale'), 7)).toBe(`generator client {
  provider = "prisma-client"
  output   = "../generated/prisma"
}

datasource db {
  provider     = "mysql"
  relationMode = "prisma"
}
`)
})

test('a schema for Prisma 6 has them all', () => {
  expect(startingSchema(systemById('supabase'), 6)).toBe(`generator client {
  provider = "prisma-client-js"
}

datasource db {
  provider  = "postgresql"
  url       = env("DATABASE_URL")
  directUrl = env("DIRECT_URL")
}
`)
})

test.each([
  ['mysql', ['mysql', 'planetscale', 'tidb']],
  ['postgres', ['postgresql', 'prisma-postgres', 'supabase', 'neon']],
  ['mongodb', ['mongodb']],
  ['oracle', []],
])('the systems for %s', (provider, ids) => {
  expect(systemsOf(provider).map(({ id }) => id)).toEqual(ids)
})

test('without a provider every system is possible', () => {
  expect(systemsOf(null)).toBe(SYSTEMS)
})
