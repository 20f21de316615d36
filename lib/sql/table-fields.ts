/** Which fields of a model are columns, and what its table is called. */

import type { Block, Field } from '@/lib/schema/graph'

export function tableName({ databaseName, name }: Block): string {
  return databaseName ?? name
}

/** The fields that have a column; those of relations have none. */
export function scalarFields({ fields }: Block): Field[] {
  return fields.filter(({ typeKind }) => typeKind !== 'model' && typeKind !== 'view')
}
