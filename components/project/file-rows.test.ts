import { expect, test } from 'vitest'
import { fileRows } from './file-rows'

test('folders stand once, before what is in them', () => {
  const rows = fileRows(['prisma/migrations/1_init/migration.sql', 'prisma/schema.prisma', '.env'])
  expect(rows.map(({ kind, name, depth }) => `${' '.repeat(depth)}${kind} ${name}`)).toEqual([
    'folder prisma',
    ' folder migrations',
    '  folder 1_init',
    '   file migration.sql',
    ' file schema.prisma',
    'file .env',
  ])
})
