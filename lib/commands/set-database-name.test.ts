import { describe, it } from 'vitest'
import { check, checkRefusal, type Ids } from './testing'

const call =
  (path: string, name: string | null) =>
  ({ block, field }: Ids) =>
    path.includes('.')
      ? { blockId: block(path.split('.')[0] as string), memberId: field(path), name }
      : { blockId: block(path), name }

const SCHEMA =
  'model A {\n  id   Int    @id\n  name String @unique @db.VarChar(80) // c\n  bs   B[]\n}\nmodel B {\n  id  Int @id @map( name : "old" )\n  aId Int\n  a   A   @relation(fields: [aId], references: [id])\n}\n'

describe('setDatabaseName', () => {
  it('adds, changes and removes it', () => {
    const mapped = SCHEMA.replace('@db', '@map("full \\"name\\"") @db')
    check('setDatabaseName', SCHEMA, call('A.name', 'full "name"'), mapped)
    check('setDatabaseName', mapped, call('A.name', null), SCHEMA)
    check('setDatabaseName', SCHEMA, call('B.id', 'new'), SCHEMA.replace('old', 'new'))
  })

  it('takes the own name for none', () => {
    check(
      'setDatabaseName',
      SCHEMA,
      call('B.id', 'id'),
      SCHEMA.replace(' @map( name : "old" )', ''),
    )
    checkRefusal('setDatabaseName', SCHEMA, call('A.id', 'id'))
  })

  it('names blocks and enum values', () => {
    check(
      'setDatabaseName',
      SCHEMA,
      call('A', 'as'),
      SCHEMA.replace('bs   B[]\n', 'bs   B[]\n\n  @@map("as")\n'),
    )
    check(
      'setDatabaseName',
      'enum E {\n  A   // c\n  B\n}\n',
      ({ block, value }) => ({ blockId: block('E'), memberId: value('E.A'), name: 'a' }),
      'enum E {\n  A @map("a")   // c\n  B\n}\n',
    )
  })

  it('refuses relations, types, names that are taken, and what MongoDB does not take', () => {
    checkRefusal('setDatabaseName', SCHEMA, call('B.a', 'x'))
    checkRefusal('setDatabaseName', SCHEMA, call('A.name', 'id'))
    checkRefusal('setDatabaseName', SCHEMA, call('A', 'B'))
    checkRefusal('setDatabaseName', SCHEMA, call('A', ' '))
    checkRefusal('setDatabaseName', 'type T {\n  x Int\n}\n', call('T', 't'))
    const mongo =
      'datasource db {\n  provider = "mongodb"\n}\nmodel A {\n  id String @id @map("_id")\n  x Int\n}\n'
    for (const name of ['$x', 'a.b', '_id'])
      checkRefusal('setDatabaseName', mongo, call('A.x', name))
    checkRefusal('setDatabaseName', mongo, call('A.id', null))
  })
})
