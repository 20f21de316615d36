import { expect, test } from 'vitest'
import { createDocument } from '@/lib/document/document'
import { tipText } from './tip-text'

const { graph } = createDocument([
  {
    path: 'schema.prisma',
    text: [
      '/// Whoever signs in.',
      'model User {',
      '  id    Int    @id',
      '  plain String',
      '  /// Where we write to.',
      '  email String @map("e_mail")',
      '  @@map("users")',
      '}',
      '',
    ].join('\n'),
  },
])
const [user] = graph.blocks
if (!user) throw new Error('no block')
const member = (name: string) => user.fields.find((field) => field.name === name)?.id ?? null

test('a row tells what it has no room for', () => {
  expect(tipText(user, false, member('email'), undefined)).toEqual({
    title: 'email String @map("e_mail")',
    text: ['Where we write to.', 'In the database: e_mail'],
    problems: [],
  })
})

test('a row that shows everything tells nothing', () => {
  expect(tipText(user, false, member('plain'), undefined)).toBeNull()
})

test('a block tells what it is, and each of its problems once', () => {
  const mark = { severity: 'error' as const, messages: ['Bad.', 'Bad.'], members: new Map() }
  expect(tipText(user, true, null, mark)).toEqual({
    title: 'model User',
    text: [
      'Its text has a mistake; this is how it was before.',
      'Whoever signs in.',
      'In the database: users',
    ],
    problems: ['Bad.'],
  })
})
