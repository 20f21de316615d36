/** The functions of Prisma's schema language. Source: the schema reference of Prisma 7.10. */

import { docs, type Fact, reference } from './fact'

const SEQUENCE_NUMBERS = {
  minValue: 'The smallest number.',
  maxValue: 'The largest number.',
  cache: 'How many numbers each session takes in advance.',
  increment: 'By how much each number is larger than the one before.',
  start: 'The first number.',
} as const

export const FUNCTIONS: Readonly<Record<string, Fact>> = {
  autoincrement: {
    summary: 'The next whole number, which the database counts.',
    link: reference('autoincrement'),
    parameters: [],
  },
  now: {
    summary: 'The time at which the record is created.',
    link: reference('now'),
    parameters: [],
  },
  uuid: {
    summary: 'A UUID, which Prisma Client makes. Version 7 sorts by time.',
    link: reference('uuid'),
    parameters: [
      { name: 'version', value: '4 | 7', summary: 'The version, 4 when absent.', isMain: true },
    ],
  },
  cuid: {
    summary: 'A collision-resistant id, which Prisma Client makes.',
    link: reference('cuid'),
    parameters: [
      { name: 'version', value: '1 | 2', summary: 'The version, 1 when absent.', isMain: true },
    ],
  },
  ulid: {
    summary: 'An id of 26 characters that sorts by time, which Prisma Client makes.',
    link: reference('ulid'),
    parameters: [],
  },
  nanoid: {
    summary: 'A short id that is safe in URLs, which Prisma Client makes.',
    link: reference('nanoid'),
    parameters: [
      {
        name: 'length',
        value: 'number',
        summary: 'Its length, from 2 to 255 characters; 21 when absent.',
        isMain: true,
      },
    ],
  },
  dbgenerated: {
    summary: 'An expression of the database’s own SQL, such as `gen_random_uuid()`.',
    link: reference('dbgenerated'),
    parameters: [
      { name: 'value', value: '"expression"', summary: 'The SQL expression.', isMain: true },
    ],
  },
  auto: {
    summary: 'An ObjectId, which MongoDB makes.',
    link: reference('auto'),
    parameters: [],
  },
  sequence: {
    summary: 'The next whole number of a sequence of CockroachDB.',
    link: reference('sequence'),
    parameters: [
      {
        name: 'virtual',
        value: 'true | false',
        summary: 'Whether the numbers are made without a stored sequence, unordered.',
      },
      ...Object.entries(SEQUENCE_NUMBERS).map(([name, summary]) => ({
        name,
        value: 'number',
        summary,
      })),
    ],
  },
  env: {
    summary: 'The value of an environment variable.',
    link: reference('datasource'),
    parameters: [
      { name: 'name', value: '"NAME"', summary: 'The name of the variable.', isMain: true },
    ],
  },
  raw: {
    summary: 'A piece of the database’s own SQL, taken as it is.',
    link: docs('prisma-schema/data-model/indexes'),
    parameters: [{ name: 'value', value: '"SQL"', summary: 'The SQL.', isMain: true }],
  },
}
