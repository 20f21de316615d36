/** The attributes of Prisma's schema language. Source: the schema reference of Prisma 7.10. */

import { docs, type Fact, type Parameter, reference } from './fact'

const FIELDS: Parameter = {
  name: 'fields',
  value: '[field, …]',
  summary: 'The fields that it is made of, in this order.',
  isMain: true,
}
const NAME: Parameter = {
  name: 'name',
  value: '"text"',
  summary: 'What Prisma Client calls the combination of fields in `where`.',
}
const MAP: Parameter = {
  name: 'map',
  value: '"text"',
  summary: 'The name of the constraint or index in the database.',
}
const SORT: Parameter = {
  name: 'sort',
  value: 'Asc | Desc',
  summary: 'The order in which the index keeps its entries.',
}
const LENGTH: Parameter = {
  name: 'length',
  value: 'number',
  summary: 'How many characters or bytes of the value MySQL puts into the index.',
}
const CLUSTERED: Parameter = {
  name: 'clustered',
  value: 'true | false',
  summary: 'Whether SQL Server keeps the rows of the table in the order of this key.',
}
const WHERE: Parameter = {
  name: 'where',
  value: 'raw("…") | { field: value }',
  summary: 'Only rows that meet the condition are in the index (preview feature `partialIndexes`).',
}
const OPS: Parameter = {
  name: 'ops',
  value: 'OperatorClass | raw("…")',
  summary: 'The operator class by which PostgreSQL compares the values of the field.',
}
const COLUMN: Parameter = {
  name: 'name',
  value: '"text"',
  summary: 'The name in the database.',
  isMain: true,
}

export const RELATION_PARAMETERS: readonly Parameter[] = [
  {
    name: 'name',
    value: '"text"',
    summary:
      'The name of the relation, the same at both ends. Needed where two models have several relations, or one has a relation with itself. In a many-to-many relation it is also the name of the table between.',
    isMain: true,
  },
  {
    name: 'fields',
    value: '[field, …]',
    summary: 'The fields of this model that hold the foreign key.',
  },
  {
    name: 'references',
    value: '[field, …]',
    summary: 'The fields of the other model that the foreign key refers to, pairwise.',
  },
  {
    name: 'onDelete',
    value: 'Cascade | Restrict | NoAction | SetNull | SetDefault',
    summary: 'What becomes of this record when the one it refers to is deleted.',
  },
  {
    name: 'onUpdate',
    value: 'Cascade | Restrict | NoAction | SetNull | SetDefault',
    summary: 'What becomes of the foreign key when the value it refers to changes.',
  },
  { name: 'map', value: '"text"', summary: 'The name of the foreign key in the database.' },
]

/** Attributes of fields, and of the values of enums. */
export const FIELD_ATTRIBUTES: Readonly<Record<string, Fact>> = {
  id: {
    summary: 'The field is the primary key: it identifies each record.',
    link: reference('id'),
    parameters: [MAP, LENGTH, SORT, CLUSTERED],
  },
  unique: {
    summary: 'No two records may have the same value in this field.',
    link: reference('unique'),
    parameters: [MAP, LENGTH, SORT, CLUSTERED, WHERE],
  },
  default: {
    summary: 'The value that the field gets when none is given on creation.',
    link: reference('default'),
    parameters: [
      {
        name: 'value',
        value: 'value | function()',
        summary: 'A constant, a value of the enum, or a function such as `now()`.',
        isMain: true,
      },
      { name: 'map', value: '"text"', summary: 'The name of the constraint (SQL Server only).' },
    ],
  },
  updatedAt: {
    summary: 'Prisma Client sets the field to the present time on every update.',
    link: reference('updatedat'),
  },
  relation: {
    summary: 'How the field connects its model with another.',
    link: reference('relation'),
    parameters: RELATION_PARAMETERS,
  },
  map: {
    summary: 'The column, or the value of the enum, has another name in the database.',
    link: reference('map'),
    parameters: [COLUMN],
  },
  ignore: {
    summary: 'Prisma Client leaves the field out; migrations keep it.',
    link: reference('ignore'),
  },
  shardKey: {
    summary:
      'PlanetScale distributes the rows over shards by this field (preview feature `shardKeys`).',
    link: reference('shardkey'),
  },
}

/** Attributes of blocks. */
export const BLOCK_ATTRIBUTES: Readonly<Record<string, Fact>> = {
  id: {
    summary: 'Several fields together are the primary key.',
    link: reference('id-1'),
    parameters: [FIELDS, NAME, MAP, CLUSTERED],
  },
  unique: {
    summary: 'No two records may have the same values in all of these fields.',
    link: reference('unique-1'),
    parameters: [FIELDS, NAME, MAP, CLUSTERED, WHERE],
  },
  index: {
    summary: 'An index by which the database finds records through these fields quickly.',
    link: reference('index'),
    parameters: [
      FIELDS,
      MAP,
      {
        name: 'type',
        value: 'BTree | Hash | Gin | …',
        summary: 'The access method of the index (PostgreSQL and CockroachDB).',
      },
      CLUSTERED,
      WHERE,
    ],
  },
  fulltext: {
    summary: 'An index for searching text in these fields (MySQL and MongoDB).',
    link: docs('prisma-schema/data-model/indexes#full-text-indexes-mysql-and-mongodb'),
    parameters: [FIELDS, MAP],
  },
  map: {
    summary: 'The table, view or enum has another name in the database.',
    link: reference('map-1'),
    parameters: [COLUMN],
  },
  ignore: {
    summary: 'Prisma Client leaves the model out; migrations keep it.',
    link: reference('ignore-1'),
  },
  schema: {
    summary:
      'The schema of the database that it is in: one of those that the datasource lists in `schemas`.',
    link: reference('schema'),
    parameters: [
      {
        name: 'map',
        value: '"text"',
        summary: 'One of the schemas that the datasource lists.',
        isMain: true,
      },
    ],
  },
  shardKey: {
    summary:
      'PlanetScale distributes the rows over shards by these fields (preview feature `shardKeys`).',
    link: reference('shardkey-1'),
    parameters: [FIELDS],
  },
}

/** What can be said of one field in a key: `email(sort: Desc)`. */
export const KEY_FIELD_FACT: Fact = {
  summary: 'A field in a key or an index.',
  link: docs('prisma-schema/data-model/indexes'),
  parameters: [LENGTH, SORT, OPS],
}

export function attributeFact(on: 'field' | 'block', name: string): Fact | null {
  return (on === 'field' ? FIELD_ATTRIBUTES : BLOCK_ATTRIBUTES)[name] ?? null
}
