import { describe, it } from 'vitest'
import { check, checkRefusal } from './testing'

const BEFORE = `
  model A {
    id       Int    @id
    fullName String @unique
  }

  model B {
  \tb_id Int @id // key
  \tupdated_at DateTime
  }
  `

describe('addFieldsToBlocks', () => {
  it('follows the columns and the style of each, and leaves out what is there', () => {
    check(
      'addFieldsToBlocks',
      BEFORE,
      ({ block }) => ({
        blockIds: [block('A'), block('B')],
        lines: ['n Int = 0', 'updatedAt DateTime @updatedAt'],
      }),
      BEFORE.replace(
        '@unique\n',
        '@unique\n    n        Int    @default(0)\n    updatedAt DateTime @updatedAt\n',
      ).replace('updated_at DateTime\n', 'updated_at DateTime\n  \tn Int    @default(0)\n'),
      ['B is left as it is: B already has a field called updated_at.'],
    )
  })

  it('refuses when no block gains anything', () => {
    checkRefusal('addFieldsToBlocks', BEFORE, ({ block }) => ({
      blockIds: [block('A')],
      lines: ['id Int', 'b B'],
    }))
  })
})
