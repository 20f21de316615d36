import { expect, it } from 'vitest'
import { splitNotice } from './split-notice'

it.each([
  ['Add model User', 'Add model User', undefined],
  ['Deleted “Shop”.', 'Deleted “Shop”', undefined],
  ['It failed. Nothing was changed. Try again.', 'It failed', 'Nothing was changed. Try again.'],
  [
    'a.sql was left out: importing SQL is not available. Your design is unchanged.',
    'a.sql was left out: importing SQL is not available',
    'Your design is unchanged.',
  ],
  ['Delete User. 2 fields still use it.', 'Delete User', '2 fields still use it.'],
  ['Opened schema.prisma of v1.2 as a copy', 'Opened schema.prisma of v1.2 as a copy', undefined],
])('%s', (text, message, description) => {
  expect(splitNotice(text)).toEqual({ message, description })
})
