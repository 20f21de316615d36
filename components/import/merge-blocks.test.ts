import { expect, test } from 'vitest'
import { blockNames, blocksToMerge } from './merge-blocks'

const SCHEMA = `generator client {
  provider = "prisma-client"
}

datasource db {
  provider = "mysql"
}

/// Who buys.
model User {
  id Int @id
}

enum Role {
  ADMIN
}
`

test('merges blocks with their documentation, without datasource and generators', () => {
  expect(blocksToMerge(SCHEMA, new Set())).toBe(
    '/// Who buys.\nmodel User {\n  id Int @id\n}\n\nenum Role {\n  ADMIN\n}',
  )
})

test('leaves out what is to be skipped', () => {
  expect(blocksToMerge(SCHEMA, new Set(['User']))).toBe('enum Role {\n  ADMIN\n}')
  expect(blocksToMerge(SCHEMA, new Set(['User', 'Role']))).toBe('')
})

test('names the blocks that are drawn', () => {
  expect(blockNames(SCHEMA)).toEqual(['User', 'Role'])
})
