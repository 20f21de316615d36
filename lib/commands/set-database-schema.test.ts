import { describe, it } from 'vitest'
import { check, checkRefusal } from './testing'

const DATASOURCE = 'datasource db {\n  provider = "postgresql"\n}\n'
const LISTED = 'datasource db {\n  provider = "postgresql"\n  schemas  = ["auth", "public"]\n}\n'
const model = (name: string, schema?: string) =>
  `model ${name} {\n  id Int @id\n${schema ? `\n  @@schema("${schema}")\n` : ''}}\n`

describe('setDatabaseSchema', () => {
  it('starts the list, and gives every other block a schema', () => {
    check(
      'setDatabaseSchema',
      DATASOURCE + model('A') + model('B'),
      ({ block }) => ({ blockIds: [block('B')], schema: 'auth' }),
      LISTED + model('A', 'public') + model('B', 'auth'),
      [
        'Added schemas = ["auth", "public"] to db.',
        'One other block is now in schema public, for each needs one.',
      ],
    )
  })

  it('adds a new schema to the list, and uses one that is there', () => {
    const before = LISTED + model('A', 'public') + model('B', 'auth')
    check(
      'setDatabaseSchema',
      before,
      ({ block }) => ({ blockIds: [block('A'), block('B')], schema: 'shop' }),
      LISTED.replace('"public"]', '"public", "shop"]') + model('A', 'shop') + model('B', 'shop'),
      ['Added shop to the schemas of db.'],
    )
    check(
      'setDatabaseSchema',
      before,
      ({ block }) => ({ blockIds: [block('A'), block('B')], schema: 'auth' }),
      LISTED + model('A', 'auth') + model('B', 'auth'),
    )
  })

  it('removes the list with the last of them', () => {
    check(
      'setDatabaseSchema',
      LISTED + model('A', 'auth'),
      ({ block }) => ({ blockIds: [block('A')], schema: null }),
      DATASOURCE + model('A'),
      ['Removed the list of schemas from db, for nothing is in one now.'],
    )
    check(
      'setDatabaseSchema',
      LISTED + model('A', 'auth') + model('B', 'public'),
      ({ block }) => ({ blockIds: [block('A')], schema: null }),
      LISTED + model('A') + model('B', 'public'),
      ['A needs a schema as long as db lists them.'],
    )
  })

  it('says when two tables would have one name', () => {
    const mapped = 'model C {\n  id Int @id\n\n  @@map("A")\n  @@schema("auth")\n}\n'
    check(
      'setDatabaseSchema',
      LISTED + model('A', 'public') + mapped,
      ({ block }) => ({ blockIds: [block('A')], schema: 'auth' }),
      LISTED + model('A', 'auth') + mapped,
      ['A and C are both called A in that schema.'],
    )
  })

  it('refuses databases without schemas, and what is so already', () => {
    checkRefusal(
      'setDatabaseSchema',
      DATASOURCE.replace('postgresql', 'mysql') + model('A'),
      ({ block }) => ({ blockIds: [block('A')], schema: 'x' }),
    )
    checkRefusal('setDatabaseSchema', LISTED + model('A', 'auth'), ({ block }) => ({
      blockIds: [block('A')],
      schema: 'auth',
    }))
  })
})
