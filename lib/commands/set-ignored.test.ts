import { describe, it } from 'vitest'
import { check, checkRefusal, type Ids } from './testing'

const ignore =
  (path: string, isIgnored = true) =>
  ({ block, field }: Ids) =>
    path.includes('.')
      ? { blockId: block(path.split('.')[0] as string), memberId: field(path), isIgnored }
      : { blockId: block(path), isIgnored }

const SCHEMA =
  'model A {\n  id Int  @id\n  n  Int? @ignore\n  m  Int  @default(1) // c\n  bs B[]\n}\nmodel B {\n  id  Int @id\n  aId Int\n  a   A   @relation(fields: [aId], references: [id])\n}\n'

describe('setIgnored', () => {
  it('ignores a field and shows it again', () => {
    const ignored = SCHEMA.replace('@default(1)', '@default(1) @ignore')
    check('setIgnored', SCHEMA, ignore('A.m'), ignored)
    check('setIgnored', ignored, ignore('A.m', false), SCHEMA)
    check('setIgnored', SCHEMA, ignore('B.aId'), SCHEMA.replace('aId Int\n', 'aId Int @ignore\n'), [
      'B.aId is required and has no default, so Prisma Client can create no more rows of B.',
    ])
  })

  it('ignores a model with what leads to it', () => {
    const ignored = SCHEMA.replace(' @ignore', '')
      .replace('bs B[]\n', 'bs B[]\n\n  @@ignore\n')
      .replace('[id])\n', '[id]) @ignore\n')
    check('setIgnored', SCHEMA, ignore('A'), ignored, [
      'Removed @ignore from A.n, for all of it is ignored.',
      'B.a is now ignored too.',
    ])
    check('setIgnored', ignored, ignore('A', false), ignored.replace('\n  @@ignore\n', ''), [
      'B.a stays ignored.',
    ])
    check('setIgnored', ignored, ignore('B.a', false), ignored.replace(') @ignore', ')'), [
      'B.a must stay ignored as long as A is.',
    ])
    checkRefusal('setIgnored', ignored, ignore('A.m'))
  })

  it('refuses what Prisma Client has not, and what is so already', () => {
    checkRefusal('setIgnored', 'model A {\n  x Unsupported("c")\n}\n', ignore('A.x'))
    checkRefusal('setIgnored', 'type A {\n  x Int\n}\n', ignore('A.x'))
    checkRefusal('setIgnored', 'enum A {\n  x\n}\n', ignore('A'))
    checkRefusal('setIgnored', SCHEMA, ignore('A.n'))
    checkRefusal('setIgnored', SCHEMA, ignore('A', false))
  })
})
