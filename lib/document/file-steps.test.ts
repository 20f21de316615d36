import { describe, expect, it } from 'vitest'
import { describeGraph } from '@/lib/schema/invariants'
import { deleteFiles } from './delete-files'
import { applyStep, createDocument, designFiles, type SchemaDocument } from './document'
import { addFile, type FileStepAnswer, moveToFolder, renameFile, renameFolder } from './file-steps'

const USER = '\ufeff/// Who.\r\nmodel User {\r\n  id    Int    @id\r\n  posts Post[]\r\n}\r\n'
const POST = `model Post {
  id     Int  @id
  userId Int
  user   User @relation(fields: [userId], references: [id])
  kind   Kind
}

// Two of one name, and one without.
model Twice {
}

model Twice {
}

model {
}
`
const KIND = 'enum Kind {\n  A\n}\n'

function open(): SchemaDocument {
  return createDocument([
    { path: 'a/user.prisma', text: USER },
    { path: 'kind.prisma', text: KIND },
    { path: 'post.prisma', text: POST },
  ])
}

/** Applies what is asked, checks that undoing gives all back, and gives the document afterwards. */
function applied(document: SchemaDocument, answer: FileStepAnswer): SchemaDocument {
  if ('problem' in answer) throw new Error(answer.problem)
  const result = applyStep(document, answer.step)
  if (!result) throw new Error('nothing changed')
  const undone = applyStep(result.document, result.inverse)?.document
  expect(undone && designFiles(undone)).toEqual(designFiles(document))
  expect(undone && idsOf(undone)).toEqual(idsOf(document))
  return result.document
}

function idsOf({ graph }: SchemaDocument) {
  return graph.blocks
    .map(({ id, name, fields, values }) => [id, name, ...[...fields, ...values].map((m) => m.id)])
    .sort()
}

const pathsOf = ({ files }: SchemaDocument) => [...files.keys()]

describe('files of a design', () => {
  it('are added empty', () => {
    const document = applied(open(), addFile(open(), 'a/new.prisma'))
    expect(pathsOf(document)).toEqual([
      'a/new.prisma',
      'a/user.prisma',
      'kind.prisma',
      'post.prisma',
    ])
    expect(addFile(document, 'A/new.prisma')).toEqual({
      problem: 'There is already a file a/new.prisma.',
    })
  })

  it.each([
    ['post.prisma', 'aa.prisma', 'Rename post.prisma to aa.prisma'],
    ['post.prisma', 'a/post.prisma', 'Move post.prisma to a'],
    ['a/user.prisma', 'user.prisma', 'Move user.prisma to the top folder'],
    ['a/user.prisma', 'b/z.prisma', 'Rename user.prisma to b/z.prisma'],
  ])('are renamed from %s to %s with every block and byte', (path, to, label) => {
    const before = open()
    const answer = renameFile(before, path, to)
    expect(answer).toMatchObject({ label })
    const document = applied(before, answer)
    expect(idsOf(document)).toEqual(idsOf(before))
    const texts = (of: SchemaDocument) =>
      designFiles(of)
        .map(({ text }) => text)
        .sort()
    expect(texts(document)).toEqual(texts(before))
    for (const block of document.graph.blocks) {
      const wasIn = before.graph.blockById.get(block.id)?.path
      expect(block.path).toBe(wasIn === path ? to : wasIn)
      expect(document.graph.blockById.get(block.id)).toBe(block)
    }
    const anew = createDocument(designFiles(document)).graph
    expect(describeGraph(document.graph)).toEqual(describeGraph(anew))
    expect(document.graph.relations.map(({ id }) => id)).toEqual(
      before.graph.relations.map(({ id }) => id),
    )
  })

  it('are not renamed to what is there', () => {
    expect(renameFile(open(), 'kind.prisma', 'Post.prisma')).toEqual({
      problem: 'There is already a file post.prisma.',
    })
    expect(pathsOf(applied(open(), renameFile(open(), 'kind.prisma', 'Kind.prisma')))).toContain(
      'Kind.prisma',
    )
  })

  it('move into folders, and folders with them', () => {
    const document = applied(open(), moveToFolder(open(), ['a', 'post.prisma'], 'b/c'))
    expect(pathsOf(document)).toEqual(['b/c/a/user.prisma', 'b/c/post.prisma', 'kind.prisma'])
    expect(idsOf(document)).toEqual(idsOf(open()))
    expect(moveToFolder(open(), ['a'], 'a/b')).toHaveProperty('problem')
    const double = createDocument([
      { path: 'a.prisma', text: '' },
      { path: 'x/a.prisma', text: '' },
    ])
    expect(moveToFolder(double, ['a.prisma', 'x/a.prisma'], '')).toHaveProperty('problem')
  })

  it('follow their folder, also where one takes the name of another', () => {
    const document = createDocument([
      { path: 'a/b/b/x.prisma', text: '' },
      { path: 'a/b/x.prisma', text: KIND },
    ])
    const next = applied(document, renameFolder(document, 'a/b', 'a'))
    expect(pathsOf(next)).toEqual(['a/b/x.prisma', 'a/x.prisma'])
    expect(next.files.get('a/x.prisma')?.syntax.text).toBe(KIND)
  })

  it('are deleted with what in others only made sense with them', () => {
    const before = open()
    const answer = deleteFiles(before, ['a/user.prisma'])
    const document = applied(before, answer)
    expect(pathsOf(document)).toEqual(['kind.prisma', 'post.prisma'])
    expect(document.files.get('post.prisma')?.syntax.text).not.toContain('User')
    expect('notes' in answer && answer.notes.join(' ')).toContain('Post.user')
  })

  it('are not all deleted', () => {
    expect(deleteFiles(open(), ['a/user.prisma', 'kind.prisma', 'post.prisma'])).toEqual({
      problem: 'A design has at least one file, so its last one cannot be deleted.',
    })
  })
})
