import { describe, expect, it } from 'vitest'
import { applyResult, dedent, type Texts } from '@/lib/commands/testing'
import { prepareRename, renameAt } from './rename'
import { atCaret } from './testing'

interface Case {
  readonly keep?: boolean
  readonly notes?: readonly string[]
}

function check(before: Texts, name: string, after: Texts, { keep = false, notes = [] }: Case = {}) {
  const { snapshot, path, offset } = atCaret(before)
  const result = renameAt(snapshot, path, offset, name, { keepDatabaseName: keep })
  if ('problem' in result) throw new Error(result.problem)
  const texts = Object.fromEntries(applyResult(snapshot, result))
  expect(typeof after === 'string' ? texts['schema.prisma'] : texts).toEqual(dedent(after))
  expect(result.notes ?? []).toEqual(notes)
}

function checkProblem(before: Texts, name: string, problem: string) {
  const { snapshot, path, offset } = atCaret(before)
  expect(renameAt(snapshot, path, offset, name, { keepDatabaseName: false })).toEqual({ problem })
}

function checkPlace(text: string, expected: string) {
  const { snapshot, path, offset } = atCaret(text)
  const place = prepareRename(snapshot, path, offset)
  if ('problem' in place) expect(place.problem).toBe(expected)
  else {
    const { span, placeholder, isInDatabase } = place
    const shown = snapshot.files.get(span.path)?.text.slice(span.from, span.to)
    expect(shown).toBe(placeholder)
    expect(placeholder + (isInDatabase ? ' (database)' : '')).toBe(expected)
  }
}

describe('prepareRename', () => {
  it('gives the name, wherever it is mentioned', () => {
    checkPlace('model U|ser {\n}\n', 'User (database)')
    checkPlace('model A {\n  a B|[]\n}\nmodel B {\n}\n', 'B (database)')
    checkPlace('model A {\n  a B[] @relation("x|y")\n}\nmodel B {\n}\n', 'xy')
    checkPlace('model A {\n  b|s B[]\n}\nmodel B {\n}\n', 'bs')
    checkPlace('model A {\n  id Int\n  @@id([i|d])\n}\n', 'id (database)')
    checkPlace('type |T {\n}\n', 'T')
    checkPlace('enum E {\n  A|\n}\n', 'A (database)')
    checkPlace('generator cli|ent {\n}\n', 'client')
  })

  it('says why there is nothing to rename', () => {
    checkPlace(
      'model A {\n  id I|nt\n}\n',
      'Int belongs to Prisma’s language and cannot be renamed.',
    )
    checkPlace(
      'model A {\n  id Int @i|d\n}\n',
      '@id belongs to Prisma’s language and cannot be renamed.',
    )
    checkPlace('// A|\n', 'There is no name here that could be changed.')
  })
})

describe('renameAt', () => {
  const files = {
    'a.prisma': 'model U|ser {\n  id Int @id\n  posts Post[]\n}\n',
    'b.prisma':
      'model Post {\n  id Int @id\n  userId Int\n  user User @relation(fields: [userId], references: [id])\n}\n',
  }

  it('renames a model in all files', () => {
    check(files, 'Person', {
      'a.prisma': 'model Person {\n  id Int @id\n  posts Post[]\n}\n',
      'b.prisma': files['b.prisma'].replace('User', 'Person'),
    })
  })

  it('keeps the table', () => {
    check(
      files,
      'Person',
      {
        'a.prisma': 'model Person {\n  id Int @id\n  posts Post[]\n\n  @@map("User")\n}\n',
        'b.prisma': files['b.prisma'].replace('User', 'Person'),
      },
      { keep: true },
    )
    check(
      'model U|ser {\n  id Int @id\n  @@map("users")\n}\n',
      'Person',
      'model Person {\n  id Int @id\n  @@map("users")\n}\n',
      { keep: true },
    )
    check(
      'model U|ser {\n  id Int @id\n  @@map("people")\n}\n',
      'people',
      'model people {\n  id Int @id\n}\n',
      { keep: true },
    )
  })

  it('keeps the table between two models', () => {
    const models = 'model |A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  as A[]\n}\n'
    check(
      models,
      'AA',
      'model AA {\n  id Int @id\n  bs B[] @relation("AToB")\n\n  @@map("A")\n}\nmodel B {\n  id Int @id\n  as AA[] @relation("AToB")\n}\n',
      { keep: true },
    )
    check(
      models,
      'AA',
      models.replace('|', '').replace('model A ', 'model AA ').replace('A[]', 'AA[]'),
      {
        notes: ['The table _AToB between the two models gets another name too.'],
      },
    )
  })

  it('says where the columns of a table between change places', () => {
    check(
      'model |A {\n  id Int @id\n  bs B[] @relation("x")\n}\nmodel B {\n  id Int @id\n  as A[] @relation("x")\n}\n',
      'C',
      'model C {\n  id Int @id\n  bs B[] @relation("x")\n}\nmodel B {\n  id Int @id\n  as C[] @relation("x")\n}\n',
      { notes: ['In the table between A and B, the columns A and B change places.'] },
    )
  })

  it('renames a field where it is mentioned, and keeps the column', () => {
    const model = (name: string, map = '') =>
      `model A {\n  id Int @id\n  ${name} String${map}\n\n  @@unique([${name}, id])\n}\n`
    check(model('e|mail').replace('[e|mail', '[email'), 'mail', model('mail'))
    check(model('email').replace('[email', '[em|ail'), 'mail', model('mail', ' @map("email")'), {
      keep: true,
    })
  })

  it('maps no relation field', () => {
    check(
      'model A {\n  id Int @id\n  b|s B[]\n}\nmodel B {\n  id Int @id\n  aId Int\n  a A @relation(fields: [aId], references: [id])\n}\n',
      'items',
      'model A {\n  id Int @id\n  items B[]\n}\nmodel B {\n  id Int @id\n  aId Int\n  a A @relation(fields: [aId], references: [id])\n}\n',
      { keep: true },
    )
  })

  it('renames a value of an enum and its defaults', () => {
    check(
      'enum E {\n  A\n}\nmodel M {\n  e E @default(A|)\n}\n',
      'B',
      'enum E {\n  B @map("A")\n}\nmodel M {\n  e E @default(B)\n}\n',
      { keep: true },
    )
  })

  it('renames both ends of a relation', () => {
    const models = (name: string) =>
      `model A {\n  id Int @id\n  bs B[] @relation("${name}")\n}\nmodel B {\n  id Int @id\n  aId Int\n  a A @relation("${name}", fields: [aId], references: [id])\n}\n`
    check(models('x').replace('x', 'x|'), 'y z', models('y z'))
  })

  it('renames a relation whose other end is missing', () => {
    check(
      'model A {\n  bs B[] @relation("|x")\n}\nmodel B {\n}\n',
      'y',
      'model A {\n  bs B[] @relation("y")\n}\nmodel B {\n}\n',
    )
  })

  it('renames a schema of the database', () => {
    check(
      'datasource d {\n  schemas = ["a|", "b"]\n}\nmodel A {\n  @@schema("a")\n}\n',
      'c',
      'datasource d {\n  schemas = ["c", "b"]\n}\nmodel A {\n  @@schema("c")\n}\n',
      { notes: ['The tables are then looked for in the schema c of the database.'] },
    )
  })

  it('says why a name cannot be had', () => {
    checkProblem('model |A {\n}\nmodel B {\n}\n', 'B', 'There is already a model called B.')
    checkProblem('model |A {\n}\n', 'A-B', 'A name consists of letters, digits and underscores.')
    checkProblem('model A {\n  a| Int\n  b Int\n}\n', 'b', 'A already has a field called b.')
    checkProblem('model |A {\n}\n', 'A', 'It is called A already.')
  })
})
