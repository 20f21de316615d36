/** What the values of the arguments of attributes are. */

import type { WordKind } from './symbol'

const CONSTANTS: ReadonlySet<string> = new Set(['true', 'false', 'null'])

/** `Max` is the length of a native type, in whatever case. */
export function isConstant(text: string): boolean {
  return CONSTANTS.has(text) || text.toLowerCase() === 'max'
}

/** The `of` of arguments of a field in a key, as in `email(sort: Desc)`. */
export const KEY_FIELD = 'field in a key'

export const KEYS: ReadonlySet<string> = new Set([
  '@id',
  '@unique',
  '@@id',
  '@@unique',
  '@@index',
  '@@fulltext',
  '@@shardKey',
])

type Role =
  | WordKind
  | 'ownFields'
  | 'otherFields'
  | 'default'
  | 'relationName'
  | 'databaseSchema'
  | 'condition'

/** What the values of arguments are, by attribute and argument. */
export const ROLES: Readonly<Record<string, Role>> = {
  '@relation name': 'relationName',
  '@relation fields': 'ownFields',
  '@relation references': 'otherFields',
  '@relation onDelete': 'action',
  '@relation onUpdate': 'action',
  '@default value': 'default',
  '@@schema map': 'databaseSchema',
}

/** The same for all keys and indexes. */
export const KEY_ROLES: Readonly<Record<string, Role>> = {
  fields: 'ownFields',
  type: 'indexType',
  sort: 'sort',
  ops: 'operatorClass',
  where: 'condition',
}

/** The argument that an attribute's first value without a name is. */
export const MAIN_ARGUMENT: Readonly<Record<string, string>> = {
  '@relation': 'name',
  '@default': 'value',
  '@map': 'name',
  '@@map': 'name',
  '@@schema': 'map',
  '@id': 'map',
  '@unique': 'map',
  '@@id': 'fields',
  '@@unique': 'fields',
  '@@index': 'fields',
  '@@fulltext': 'fields',
  '@@shardKey': 'fields',
}
