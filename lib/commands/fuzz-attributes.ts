/** Random arguments for the commands on attributes of blocks, fields and values. */

import type { ArgumentsOf } from './fuzz-chooser'

export const ATTRIBUTE_ARGUMENTS: ArgumentsOf<
  | 'setDocumentation'
  | 'setDatabaseName'
  | 'setDatabaseSchema'
  | 'setIgnored'
  | 'setUpdatedAt'
  | 'setNativeType'
  | 'addKey'
  | 'changeKey'
  | 'deleteKey'
> = {
  setDocumentation: () => null,
  setDatabaseName: () => null,
  setDatabaseSchema: () => null,
  setIgnored: () => null,
  setUpdatedAt: () => null,
  setNativeType: () => null,
  addKey: () => null,
  changeKey: () => null,
  deleteKey: () => null,
}
