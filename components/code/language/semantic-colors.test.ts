import { describe, expect, it } from 'vitest'
import { semanticTokens } from '@/lib/language/semantic-tokens'
import { snapshotOf } from '@/lib/language/testing'
import { encodeStretches, SEMANTIC_COLORS, semanticColor } from './semantic-colors'

/** Each coloured name of the text as `name color`, once. */
function check(text: string, expected: string[]): void {
  const snapshot = snapshotOf(text)
  const source = snapshot.files.get('schema.prisma')?.text ?? ''
  const found = semanticTokens(snapshot, 'schema.prisma').flatMap((token) => {
    const color = semanticColor(token)
    return color ? [`${source.slice(token.from, token.to)} ${color}`] : []
  })
  expect([...new Set(found)]).toEqual(expected)
}

describe('semanticColor', () => {
  it('tells keys, foreign keys, relations and plain fields apart', () => {
    check(
      `
      model User {
        id    Int    @id
        email String @unique
        name  String
        posts Post[]
      }
      model Post {
        id     Int  @id
        userId Int
        user   User @relation(fields: [userId], references: [id])
        @@index([userId])
      }
      `,
      [
        'User blockName',
        'id keyField',
        'email field',
        'name field',
        'posts relationField',
        'Post modelType',
        'Post blockName',
        'userId foreignKeyField',
        'user relationField',
        'User modelType',
      ],
    )
  })

  it('takes what is both a key and a foreign key for a key, as the canvas does', () => {
    check(
      `
      model A {
        id Int @id
        b  B?
      }
      model B {
        aId Int @id
        a   A   @relation(fields: [aId], references: [id])
      }
      `,
      [
        'A blockName',
        'id keyField',
        'b relationField',
        'B modelType',
        'B blockName',
        'aId keyField',
        'a relationField',
        'A modelType',
      ],
    )
  })

  it('colours enums and native types, and leaves words of the language to the line', () => {
    check(
      `
      datasource db {
        provider = "postgresql"
      }
      enum Role {
        ADMIN
      }
      model A {
        id   String @id @db.Uuid
        role Role   @default(ADMIN)
      }
      `,
      [
        'db blockName',
        'Role enumType',
        'ADMIN enumValue',
        'A blockName',
        'id keyField',
        'Uuid nativeType',
        'role field',
      ],
    )
  })
})

it('encodes stretches relative to the ones before', () => {
  const key = SEMANTIC_COLORS.indexOf('keyField')
  const field = SEMANTIC_COLORS.indexOf('field')
  const data = encodeStretches([
    { line: 2, start: 3, length: 4, color: 'keyField' },
    { line: 2, start: 10, length: 2, color: 'field' },
    { line: 5, start: 1, length: 1, color: 'field' },
  ])
  expect([...data]).toEqual([2, 3, 4, key, 0, 0, 7, 2, field, 0, 3, 1, 1, field, 0])
})
