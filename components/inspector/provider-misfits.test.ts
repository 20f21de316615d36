import { expect, it } from 'vitest'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import { misfits } from './provider-misfits'

const TEXT = `datasource db {
  provider = "postgresql"
  schemas  = ["public"]
}
model A {
  id   Int      @id @default(autoincrement())
  tags String[]
  name String   @db.VarChar(9)
  data Json
  role Role
  bs   B[]

  @@schema("public")
}
model B {
  x Int
  y Int
  a A   @relation(fields: [x], references: [id])

  @@id([x, y])
  @@schema("public")
}
enum Role {
  USER

  @@schema("public")
}
`

function check(provider: string, expected: string[]): void {
  const graph = deriveGraph(new Map([['a.prisma', parse(TEXT)]]))
  expect(misfits(graph, provider)).toEqual(expected)
}

const NATIVE = 'Native types are those of another database: A.name.'

it('names what a database does not have', () => {
  check('cockroachdb', [NATIVE])
  check('sqlserver', [
    NATIVE,
    'Lists cannot be stored: A.tags.',
    'These types do not exist: A.data.',
    'There are no enums: Role.',
  ])
  check('mysql', [
    NATIVE,
    'Lists cannot be stored: A.tags.',
    'There are no schemas to put tables in: A, B, Role.',
  ])
  check('mongodb', [
    NATIVE,
    'There are no schemas to put tables in: A, B, Role.',
    'These keys and indexes do not exist: B.',
    'Fields cannot be numbered by autoincrement(): A.id.',
    'There are no foreign keys: Prisma Client keeps the relations.',
  ])
})
