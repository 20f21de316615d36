import { describe, expect, test } from 'vitest'
import { NO_SELECTION } from '@/lib/store/state'
import { createFacetStore } from '@/lib/store/store'
import { changeSet } from '@/lib/text/change-set'
import { createCanvasStore } from './canvas-store'

const TEXT = `model User {
  id    Int    @id
  email String @unique
  role  Role
  posts Post[]
}

model Post {
  id       Int   @id
  author   User? @relation(fields: [authorId], references: [id])
  authorId Int?
  tags     Tag[]
}

model Tag {
  id    Int    @id
  posts Post[]
}

enum Role {
  ADMIN
  USER
}
`

function open(text = TEXT) {
  const facet = createFacetStore(() => 0)
  const positions = {
    User: { x: 0, y: 0 },
    Post: { x: 400, y: 0 },
    Tag: { x: 800, y: 0 },
    Role: { x: 0, y: 400 },
  }
  facet.getState().actions.open(
    {
      name: 'Test',
      files: [{ path: 'schema.prisma', text }],
      layout: { positions },
      viewport: null,
      prismaVersion: null,
    },
    null,
  )
  const canvas = createCanvasStore(facet)
  canvas.start()
  const id = (name: string) => facet.getState().document.graph.blockByName.get(name)?.id ?? ''
  const node = (name: string) => canvas.getState().nodes.find((item) => item.id === id(name))
  const line = (label: string) =>
    [...canvas.getState().lines.values()].find((item) => item.link.label === label)
  const type = (from: string, to: string) => {
    const at = (facet.getState().document.files.get('schema.prisma')?.syntax.text ?? '').indexOf(
      from,
    )
    const { length } = facet.getState().document.files.get('schema.prisma')?.syntax.text ?? ''
    const edit = { from: at, to: at + from.length, insert: to }
    facet.getState().actions.type('schema.prisma', changeSet(length, [edit]))
  }
  return { facet, canvas, id, node, line, type }
}

describe('nodes', () => {
  test('are in reading order and named', () => {
    const { canvas } = open()
    const labels = canvas.getState().nodes.map(({ ariaLabel }) => ariaLabel)
    expect(labels).toEqual(['model User', 'model Post', 'model Tag', 'enum Role'])
  })

  test('of blocks that an edit did not touch stay the same objects', () => {
    const { node, type } = open()
    const before = { user: node('User'), post: node('Post'), tag: node('Tag') }
    type('email String', 'mail String')
    expect(node('User')).not.toBe(before.user)
    expect(node('Post')).toBe(before.post)
    expect(node('Tag')).toBe(before.tag)
  })

  test('only those whose selection changed are new', () => {
    const { facet, node, id } = open()
    const before = { user: node('User'), post: node('Post') }
    facet.getState().actions.select({ blockIds: [id('User')] })
    expect(node('User')?.selected).toBe(true)
    expect(node('User')?.data).toBe(before.user?.data)
    expect(node('Post')).toBe(before.post)
  })

  test('a block whose text breaks keeps its last good shape', () => {
    const { node, type } = open()
    type('email String @unique\n', '')
    type('model Tag {', 'model Tag')
    expect(node('Tag')?.data.isStale).toBe(true)
    expect(node('Tag')?.data.block.fields.map(({ name }) => name)).toEqual(['id', 'posts'])
  })
})

describe('lines', () => {
  test('join the foreign key to the key it refers to', () => {
    const { line } = open()
    const { source, target } = line('relation Post.author to User')?.link ?? {}
    expect(source).toMatchObject({ row: 2, cardinality: 'many' })
    expect(target).toMatchObject({ row: 0, cardinality: 'zero-or-one' })
  })

  test('join the lists of a many-to-many relation', () => {
    const { line } = open()
    const { source, target } = line('relation Post.tags to Tag')?.link ?? {}
    expect(source).toMatchObject({ row: 3, cardinality: 'many' })
    expect(target).toMatchObject({ row: 1, cardinality: 'many' })
  })

  test('follow a drag, and only those of the dragged block are new', () => {
    const { canvas, facet, id, line } = open()
    const before = {
      author: line('relation Post.author to User'),
      tags: line('relation Post.tags to Tag'),
    }
    canvas.drag(new Map([[id('User'), { x: 0, y: 200 }]]))
    expect(line('relation Post.author to User')?.path).not.toBe(before.author?.path)
    expect(line('relation Post.tags to Tag')).toBe(before.tags)
    expect(facet.getState().document.positions.get(id('User'))).toEqual({ x: 0, y: 0 })
    canvas.drag(null)
    expect(line('relation Post.author to User')?.path).toBe(before.author?.path)
  })
})

describe('emphasis', () => {
  test('a selected model lights its neighbours and dims the rest', () => {
    const { facet, canvas, id } = open()
    facet.getState().actions.select({ blockIds: [id('User')] })
    const { emphasis, uses } = canvas.getState()
    expect(emphasis.isDimming).toBe(true)
    expect([...emphasis.blocks].sort()).toEqual([id('User'), id('Post'), id('Role')].sort())
    expect(uses.size).toBe(1)
    facet.getState().actions.select(NO_SELECTION)
    expect(canvas.getState().uses.size).toBe(0)
    expect(canvas.getState().emphasis.isDimming).toBe(false)
  })

  test('a selected field lights only its own relations', () => {
    const { facet, canvas, id } = open()
    const post = facet.getState().document.graph.blockByName.get('Post')
    const memberId = post?.fields.find(({ name }) => name === 'tags')?.id ?? null
    facet.getState().actions.select({ blockIds: [id('Post')], memberId })
    const { emphasis } = canvas.getState()
    expect([...emphasis.blocks].sort()).toEqual([id('Post'), id('Tag')].sort())
  })

  test('the pointer lights without dimming', () => {
    const { canvas, id } = open()
    canvas.hover({ blockId: id('Tag'), memberId: null, linkId: null })
    expect(canvas.getState().emphasis.isDimming).toBe(false)
    expect(canvas.getState().emphasis.links.size).toBe(1)
  })
})

test('messages of the engine mark blocks and rows', () => {
  const { facet, canvas, id } = open()
  const from = TEXT.indexOf('role  Role')
  const message = { path: 'schema.prisma', from, to: from + 4, message: 'Wrong.' }
  facet.getState().actions.setValidation({
    state: 'checked',
    diagnostics: [{ ...message, severity: 'error' }],
  })
  const { marks } = canvas.getState()
  const user = facet.getState().document.graph.blockByName.get('User')
  expect([...marks.keys()]).toEqual([id('User')])
  expect([...(marks.get(id('User'))?.members.keys() ?? [])]).toEqual([user?.fields[2]?.id])
})
