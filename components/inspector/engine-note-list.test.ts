import { describe, expect, it } from 'vitest'
import { markBlocks, NO_MARKS } from '@/components/canvas/diagnostic-marks'
import { createDocument } from '@/lib/document/document'
import { notesOf } from './engine-note-list'

const TEXT = 'model A {\n  id Int @id\n  b Wrong\n\n  @@index([c])\n}\n'

/** The notes of the panel of A, or of a member, as `member: message`. */
function check(found: readonly (readonly [text: string, message: string])[], member?: string) {
  const document = createDocument([{ path: 'a.prisma', text: TEXT }])
  const diagnostics = found.map(([text, message]) => ({
    path: 'a.prisma',
    from: TEXT.indexOf(text),
    to: TEXT.indexOf(text) + text.length,
    message,
    severity: 'error' as const,
  }))
  const block = document.graph.blocks[0]
  const mark = block && markBlocks(document, diagnostics, NO_MARKS).get(block.id)
  if (!block || !mark) throw new Error('nothing is marked')
  const memberId = block.fields.find(({ name }) => name === member)?.id ?? null
  return notesOf(block, mark, memberId).map(
    ({ memberName, message }) => `${memberName ?? ''}: ${message}`,
  )
}

describe('notesOf', () => {
  it('puts what concerns the block itself first, and names the members of the rest', () => {
    expect(
      check([
        ['b Wrong', 'no such type'],
        ['@@index', 'no such field'],
      ]),
    ).toEqual([': no such field', 'b: no such type'])
  })

  it('gives a member only its own', () => {
    const found = [
      ['b Wrong', 'no such type'],
      ['@@index', 'no such field'],
    ] as const
    expect(check(found, 'b')).toEqual([': no such type'])
    expect(check(found, 'id')).toEqual([])
  })

  it('says a thing once', () => {
    expect(
      check([
        ['b Wrong', 'bad'],
        ['Wrong', 'bad'],
      ]),
    ).toEqual(['b: bad'])
  })
})
