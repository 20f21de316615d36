import { describe, expect, it } from 'vitest'
import { check, checkRefusal, run } from './testing'

describe('pasteBlocks', () => {
  it('appends blocks with their comments', () => {
    check(
      'pasteBlocks',
      'enum A {\n  X\n}',
      () => ({
        text: '\ufeff// B\r\nenum B {\r\n  X\r\n}\r\n\r\n\r\nenum C {\r\n  X\r\n} // c\r\n',
      }),
      'enum A {\n  X\n}\n\n// B\nenum B {\n  X\n}\n\nenum C {\n  X\n} // c',
    )
  })

  it('renames what is taken, also in what is pasted', () => {
    check(
      'pasteBlocks',
      'enum Role {\n  A\n}\n',
      () => ({ text: 'model User {\n  id Int @id\n  role Role\n}\nenum Role {\n  B\n}' }),
      'enum Role {\n  A\n}\n\nmodel User {\n  id Int @id\n  role Role2\n}\n\nenum Role2 {\n  B\n}\n',
    )
  })

  it('brings back what was cut', () => {
    const user = 'model User {\n  id Int @id\n  posts Post[]\n}\n'
    const post =
      'model Post {\n  id Int @id\n  userId Int\n  user User @relation(fields: [userId], references: [id])\n}\n'
    const cut = run(`${user}\n${post}`, 'deleteBlocks', ({ block }) => ({
      blockIds: [block('Post')],
    }))
    check('pasteBlocks', cut.text as string, () => ({ text: post }), `${user}\n${post}`, [
      'Added User.posts for the relation Post.user.',
    ])
  })

  it('leaves out settings that are there already', () => {
    check(
      'pasteBlocks',
      'datasource db {\n  provider = "sqlite"\n}\n',
      () => ({
        text: 'datasource x {\n}\ngenerator g {\n  provider = "p"\n}\ntypes {\n}\nenum A {\n  X',
      }),
      'datasource db {\n  provider = "sqlite"\n}\n\ngenerator g {\n  provider = "p"\n}\n',
      [
        'Left out datasource x: there can be only one datasource.',
        'Left out types: Prisma knows no such block.',
        'Left out enum A: its text is not complete.',
      ],
    )
  })

  it('says what was wrong with the text by itself', () => {
    const text = 'model A {\n  id Int @id\n  kind B @relation("x")\n}\n\nenum B {\n  X\n}\n'
    check('pasteBlocks', '', () => ({ text }), text, ['A.kind has @relation, but B is no model.'])
  })

  it('goes to the file of the block beside it', () => {
    const before = { 'a.prisma': '', 'b.prisma': 'enum A {\n  X\n}\n' }
    const { text, result } = run(before, 'pasteBlocks', ({ block }) => ({
      text: 'enum B {\n  X\n}',
      beside: block('A'),
    }))
    expect(text).toEqual({ 'a.prisma': '', 'b.prisma': 'enum A {\n  X\n}\n\nenum B {\n  X\n}\n' })
    expect(result?.created).toEqual([{ name: 'B', beside: expect.any(String) }])
  })

  it.each(['', 'hello', '// model A {}', 'id Int @id'])('refuses %j', (text) => {
    checkRefusal('pasteBlocks', 'enum A {\n  X\n}\n', () => ({ text }))
  })
})
