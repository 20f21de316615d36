/** Blocks and scalar types of Prisma's schema language. Source: the schema reference. */

import { docs, type Fact, reference } from './fact'

export const BLOCKS: Readonly<Record<string, Fact>> = {
  model: {
    summary: 'A kind of record: a table, or a collection of MongoDB.',
    link: reference('model'),
  },
  view: {
    summary: 'A view of the database, which is only read from (preview feature `views`).',
    link: docs('prisma-schema/data-model/views'),
  },
  enum: {
    summary: 'A type with a fixed list of values.',
    link: reference('enum'),
  },
  type: {
    summary: 'A composite type: fields that are stored inside other documents of MongoDB.',
    link: reference('type'),
  },
  datasource: {
    summary: 'Which database the schema is for.',
    link: reference('datasource'),
  },
  generator: {
    summary: 'What `prisma generate` makes of the schema, such as Prisma Client.',
    link: reference('generator'),
  },
}

export const SCALARS: Readonly<Record<string, Fact>> = {
  String: { summary: 'Text.', link: reference('string') },
  Boolean: { summary: '`true` or `false`.', link: reference('boolean') },
  Int: { summary: 'A whole number of 32 bits.', link: reference('int') },
  BigInt: { summary: 'A whole number of 64 bits.', link: reference('bigint') },
  Float: { summary: 'A floating-point number.', link: reference('float') },
  Decimal: { summary: 'An exact decimal number.', link: reference('decimal') },
  DateTime: { summary: 'A date with a time.', link: reference('datetime') },
  Json: { summary: 'Any JSON value.', link: reference('json') },
  Bytes: { summary: 'Binary data.', link: reference('bytes') },
  Unsupported: {
    summary:
      'A type of the database that Prisma has no name for. Migrations keep it; Prisma Client does not show it.',
    link: reference('unsupported'),
    parameters: [
      {
        name: 'name',
        value: '"type"',
        summary: 'The type as the database calls it.',
        isMain: true,
      },
    ],
  },
}
