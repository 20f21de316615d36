/** Holds our layout of columns to what Prisma's own formatter makes of the same text. */

import { createRequire } from 'node:module'
import { beforeAll, expect, it } from 'vitest'
import { layOutColumns } from '@/lib/commands/lay-out-columns'
import { applyResult, contextOf } from '@/lib/commands/testing'
import { installPrismaGlobals } from '@/lib/engines/prisma-globals'

const require = createRequire(import.meta.url)
beforeAll(() => installPrismaGlobals(() => {}))

const RAGGED = `/// People who write.
model User {
  id Int @id @default(autoincrement())
  /// How to reach them.
  email String? @unique // one each
  aVeryLongName Post[] @relation("of the author")

  // The next run has columns of its own.
  x String @db.VarChar(10)
  yy Unsupported("circle")?
  zzz      DateTime     @default(now())   @updatedAt

  @@map("users")
}

model Post {
  id       Int @id
  author User   @relation("of the author", fields: [authorId], references: [id])
  authorId Int
  state State @default(OPEN)
}

enum State {
  OPEN @map("open")
  CLOSED_FOR_EVER @map("closed") // at last
  // between
  X
}
`

it('agrees with the formatter', () => {
  const engine = require('@prisma/prisma-schema-wasm')
  const ctx = contextOf(RAGGED)
  const edits = layOutColumns(ctx.files, ctx.graph.blocks)
  const [text = ''] = applyResult(ctx, { edits, label: '' }).values()
  const options = { tabSize: 2, insertSpaces: true }
  const params = { textDocument: { uri: 'file:///a.prisma' }, options }
  const format = (schema: string): string => {
    const files = [['file:///a.prisma', schema]]
    const answer = JSON.parse(engine.format(JSON.stringify(files), JSON.stringify(params)))
    return answer[0][1]
  }
  // Trailing comments and further attributes are no columns of ours.
  const squeeze = (schema: string) => schema.replace(/ +(?=\/\/)|(?<=\)) +(?=@)/g, ' ')
  expect(squeeze(text)).toBe(squeeze(format(RAGGED)))
  const again = contextOf(text)
  expect(layOutColumns(again.files, again.graph.blocks)).toEqual([])
})
