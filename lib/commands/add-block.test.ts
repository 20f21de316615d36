import { describe, expect, it } from 'vitest'
import { check, checkRefusal, run } from './testing'

describe('addBlock', () => {
  it('appends a model with one blank line between', () => {
    check(
      'addBlock',
      `
      enum Role {
        ADMIN
      }
      `,
      () => ({ kind: 'model' }),
      `
      enum Role {
        ADMIN
      }

      model Model {
        id Int @id @default(autoincrement())
      }
      `,
    )
  })

  it('uses blank lines that are there, and the indentation of the file', () => {
    check(
      'addBlock',
      'enum Role {\n\tADMIN\n}\n\n\n',
      () => ({ kind: 'enum', name: 'Status' }),
      'enum Role {\n\tADMIN\n}\n\nenum Status {\n\tVALUE\n}\n\n\n',
    )
  })

  it('leaves a file without a final line break without one', () => {
    check(
      'addBlock',
      'enum Role {\n  ADMIN\n} // end',
      () => ({ kind: 'enum' }),
      'enum Role {\n  ADMIN\n} // end\n\nenum Enum {\n  VALUE\n}',
    )
  })

  it('fills an empty file', () => {
    check('addBlock', '', () => ({ kind: 'enum' }), 'enum Enum {\n  VALUE\n}\n')
  })

  it('goes below a block, in its file', () => {
    check(
      'addBlock',
      {
        'a.prisma': 'enum A {\n  X\n}\nenum B {\n  Y\n}\n',
        'b.prisma': 'model M {\n  id Int @id\n}\n',
      },
      ({ block }) => ({ kind: 'enum', name: 'New', after: block('A') }),
      {
        'a.prisma': 'enum A {\n  X\n}\n\nenum New {\n  VALUE\n}\n\nenum B {\n  Y\n}\n',
        'b.prisma': 'model M {\n  id Int @id\n}\n',
      },
    )
  })

  it('chooses the file with the most models', () => {
    const { text } = run(
      { 'a.prisma': '', 'b.prisma': 'model M {\n  id Int @id\n}\n' },
      'addBlock',
      () => ({ kind: 'model', name: 'N' }),
    )
    expect(text).toMatchObject({ 'a.prisma': '' })
  })

  it('finds a free name, of a table too', () => {
    const before = 'model Model {\n  id Int @id\n  @@map("Model2")\n}\n'
    expect(run(before, 'addBlock', () => ({ kind: 'model' })).result?.select?.block).toBe('Model3')
  })

  it('says beside which block it belongs', () => {
    const { result } = run('enum A {\n  X\n}\n', 'addBlock', ({ block }) => ({
      kind: 'model',
      after: block('A'),
    }))
    expect(result?.created).toEqual([{ name: 'Model', beside: expect.any(String) }])
  })

  it.each([
    ['mongodb', 'id String @id @default(auto()) @map("_id") @db.ObjectId'],
    ['cockroachdb', 'id BigInt @id @default(autoincrement())'],
    ['sqlserver', 'id Int @id @default(autoincrement())'],
  ])('gives a model the key that %s takes', (provider, line) => {
    const before = `datasource db {\n  provider = "${provider}"\n}\n`
    const { text } = run(before, 'addBlock', () => ({ kind: 'model' }))
    expect(text).toBe(`${before}\nmodel Model {\n  ${line}\n}\n`)
  })

  it('names the schema where the datasource lists some', () => {
    const before =
      'datasource db {\n  provider = "postgresql"\n  schemas = ["a", "b"]\n}\n\nmodel M {\n  id Int @id\n\n  @@schema("b")\n}\n'
    check(
      'addBlock',
      before,
      () => ({ kind: 'enum' }),
      `${before}\nenum Enum {\n  VALUE\n\n  @@schema("b")\n}\n`,
    )
  })

  it('says what the database cannot hold', () => {
    const before = 'datasource db {\n  provider = "sqlserver"\n}\n'
    expect(run(before, 'addBlock', () => ({ kind: 'enum' })).notes).toEqual([
      'SQL Server has no enums.',
    ])
    expect(run(before, 'addBlock', () => ({ kind: 'type' })).notes).toHaveLength(1)
    expect(run(before, 'addBlock', () => ({ kind: 'view' })).notes).toHaveLength(1)
  })

  it.each(['A', 'String', 'class', '1x', 'a b', ''])('refuses the name %j', (name) => {
    checkRefusal('addBlock', 'enum A {\n  X\n}\n', () => ({ kind: 'model', name }))
  })

  it('refuses a file that is not there', () => {
    checkRefusal('addBlock', '', () => ({ kind: 'model', path: 'other.prisma' }))
  })
})
