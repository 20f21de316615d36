import { expect, it } from 'vitest'
import { createDocument } from '@/lib/document/document'
import { type PartitionKind, partition } from './partitions'

const FILES = [
  {
    path: 'shop.prisma',
    text: `model Order {
  id    Int    @id
  lines Line[]
  @@schema("shop")
}
model Line {
  id      Int   @id
  order   Order @relation(fields: [orderId], references: [id])
  orderId Int
  @@schema("shop")
}
enum Alone {
  ONE
}
`,
  },
  { path: 'auth/user.prisma', text: 'model User {\n  id Int @id\n  @@schema("auth")\n}\n' },
]

function check(kind: PartitionKind, expected: string[]) {
  const { graph } = createDocument(FILES)
  const parts = partition(graph, kind).map(({ title, blockIds }) => {
    const names = blockIds.map((id) => graph.blockById.get(id)?.name)
    return `${title}: ${names.join(' ')}`
  })
  expect(parts).toEqual(expected)
}

it('divides by database schema, leaving out what has none', () => {
  check('schema', ['auth: User', 'shop: Order Line'])
})

it('divides by file', () => {
  check('file', ['auth/user: User', 'shop: Order Line Alone'])
})

it('divides by connectedness, leaving out what is alone', () => {
  check('connectedness', ['Order: Order Line'])
})
