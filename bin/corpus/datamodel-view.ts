/** What Prisma's engine says about a schema, in the form in which it is compared. */

import type { Datamodel, DatamodelField, DatamodelModel } from './datamodel'
import {
  type FieldView,
  type IndexView,
  type ModelView,
  roundNumber,
  type SchemaView,
} from './schema-view'

export function viewDatamodel(datamodel: Datamodel): SchemaView {
  return {
    models: byName(datamodel.models, viewModel),
    types: byName(datamodel.types, viewModel),
    enums: byName(datamodel.enums, ({ dbName, documentation, values }) => ({
      dbName,
      documentation: documentation ?? null,
      values: values.map((value) => ({
        name: value.name,
        dbName: value.dbName,
        documentation: value.documentation ?? null,
      })),
    })),
    indexes: datamodel.indexes
      .map(
        (index): IndexView => ({
          model: index.model,
          type: index.type,
          onField: index.isDefinedOnField,
          name: index.name ?? null,
          dbName: index.dbName ?? null,
          algorithm: index.algorithm ?? null,
          clustered: index.clustered ?? null,
          fields: index.fields.map((field) => ({
            name: field.name,
            sort: field.sortOrder ?? null,
            length: field.length ?? null,
            ops: field.operatorClass ?? null,
          })),
        }),
      )
      .map((index) => JSON.stringify(index))
      .sort(),
    relations: viewRelations(datamodel.models),
  }
}

function viewModel(model: DatamodelModel): ModelView {
  return {
    dbName: model.dbName,
    schema: model.schema ?? null,
    documentation: model.documentation ?? null,
    fieldNames: model.fields.map((field) => field.name),
    fields: byName(model.fields, viewField),
    primaryKey: model.primaryKey && {
      name: model.primaryKey.name,
      fields: model.primaryKey.fields,
    },
    uniques: model.uniqueIndexes.map(({ name, fields }) => ({ name, fields })),
  }
}

function viewField(field: DatamodelField): FieldView {
  return {
    kind: field.kind,
    type: field.type,
    arity: field.isList ? 'list' : field.isRequired ? 'required' : 'optional',
    isId: field.isId,
    isUnique: field.isUnique,
    isUpdatedAt: field.isUpdatedAt ?? false,
    isForeignKey: field.isReadOnly,
    default: field.hasDefaultValue ? viewDefault(field.default) : undefined,
    nativeType: field.nativeType ? `${field.nativeType[0]}(${field.nativeType[1]})` : null,
    dbName: field.dbName ?? null,
    documentation: field.documentation ?? null,
    relation:
      field.relationName === undefined
        ? null
        : {
            name: field.relationName,
            from: field.relationFromFields ?? [],
            to: field.relationToFields ?? [],
            onDelete: field.relationOnDelete ?? null,
            onUpdate: field.relationOnUpdate ?? null,
          },
  }
}

function viewDefault(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(viewDefault)
  return typeof value === 'number' ? roundNumber(value) : value
}

/** Fields between the same models with the same relation name are the ends of one relation. */
function viewRelations(models: readonly DatamodelModel[]): string[] {
  const ends = new Map<string, string[]>()
  for (const model of models) {
    for (const field of model.fields) {
      if (field.relationName === undefined) continue
      const key = JSON.stringify([[model.name, field.type].sort(), field.relationName])
      const end = `${model.name}.${field.name}`
      ends.set(key, [...(ends.get(key) ?? []), end])
    }
  }
  return [...ends.values()].map((pair) => pair.sort().join(' – ')).sort()
}

function byName<T extends { readonly name: string }, View>(
  items: readonly T[],
  view: (item: T) => View,
): Record<string, View> {
  return Object.fromEntries(items.map((item) => [item.name, view(item)]))
}
