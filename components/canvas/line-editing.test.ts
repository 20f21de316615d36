import { describe, expect, it } from 'vitest'
import { createFacetStore } from '@/lib/store/store'
import { applyLine, fieldLines } from './line-editing'

describe('fieldLines', () => {
  it.each([
    ['email String? @unique', ['email String? @unique']],
    ['  a Int\n\n// note\n  b Int @map("x//y") // c\r\n', ['a Int', 'b Int @map("x//y")']],
    ['email', null],
    ['model A {\n  id Int\n}', null],
    ['@@index([a])', null],
    ['', null],
  ])('%j', (text, expected) => {
    expect(fieldLines(text)).toEqual(expected)
  })
})

describe('applyLine', () => {
  /** The text after the line of `path` was changed, and the labels in the history. */
  function apply(text: string, path: string, line: string) {
    const store = createFacetStore(() => 0)
    const files = [{ path: 'schema.prisma', text }]
    const design = {
      name: '',
      files,
      layout: { positions: {} },
      viewport: null,
      prismaVersion: null,
    }
    store.getState().actions.open(design, null)
    const [blockName = '', name = ''] = path.split('.')
    const block = store.getState().document.graph.blockByName.get(blockName)
    const field = block?.fields.find((candidate) => candidate.name === name)
    if (!block || !field) throw new Error(`There is no ${path}`)
    const problem = applyLine(store, block.id, field, line)
    const { document, history } = store.getState()
    const after = document.files.get('schema.prisma')?.syntax.text
    return { problem, after, steps: history.undo.map(({ label }) => label) }
  }

  const BLOG =
    'model User {\n  id Int @id\n  posts Post[]\n}\n\nmodel Post {\n  id Int @id\n  user User @relation(fields: [userId], references: [id])\n  userId Int\n}\n'

  it('is one step, and other fields follow the name and the type', () => {
    const { problem, after, steps } = apply(BLOG, 'User.id', 'key String @id @default(uuid())')
    expect(problem).toBeNull()
    expect(after).toBe(
      BLOG.replace('id Int @id\n  posts', 'key String @id @default(uuid())\n  posts')
        .replace('references: [id]', 'references: [key]')
        .replace('userId Int', 'userId String'),
    )
    expect(steps).toEqual(['Change User.id'])
  })

  it('changes a name alone, or nothing', () => {
    expect(apply(BLOG, 'User.posts', 'articles Post[]').after).toBe(
      BLOG.replace('posts Post[]', 'articles Post[]'),
    )
    expect(apply(BLOG, 'User.id', 'id  Int @id').steps).toEqual([])
  })

  it('says what is wrong and changes nothing', () => {
    const { problem, after, steps } = apply(BLOG, 'User.id', 'posts Int @id')
    expect(problem).toBe('User already has a field called posts.')
    expect(after).toBe(BLOG)
    expect(steps).toEqual([])
  })
})
