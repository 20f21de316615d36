/**
 * What follows from a field's having another type or arity: which of its attributes cannot stay,
 * and which other fields must change with it so that foreign keys fit what they refer to.
 */

import { argumentValue, findAttribute } from '@/lib/psl/access'
import type { AttributeNode, TypeNode } from '@/lib/psl/syntax'
import {
  type Arity,
  type Block,
  type Field,
  primaryKeyFields,
  type Relation,
} from '@/lib/schema/graph'
import { quoteString, toValue } from '@/lib/schema/value'
import { ARITY_SUFFIX, changeField } from './alignment'
import { insertUnique } from './block-attributes'
import type { CommandContext } from './command'
import { fitsType } from './defaults'
import type { EditList } from './edit-list'
import { noteLostKey } from './identification'
import { removeListItems } from './list-items'
import {
  type FieldPlace,
  fieldNamed,
  isUniqueSet,
  qualified,
  relationOf,
  relationsKeyedBy,
  relationsReferringTo,
} from './lookup'

interface Change {
  readonly place: FieldPlace
  type: string
  arity: Arity
  makeUnique: boolean
}

export class Retyping {
  private readonly changes = new Map<string, Change>()
  private readonly constraints: Relation[] = []
  readonly notes: string[] = []

  constructor(private readonly ctx: CommandContext) {}

  /** Gives the field the type and arity; false when it cannot have them. */
  retype(place: FieldPlace, type: string, arity: Arity): boolean {
    const isRelation = refersToTable(place.field.typeKind)
    const target = this.ctx.graph.blockByName.get(type)
    const becomesRelation = target !== undefined && refersToTable(target.kind)
    // A relation is made and unmade by commands of its own.
    if (isRelation !== becomesRelation) return false
    if (isRelation) return type === writtenType(place.field) && this.setRelationArity(place, arity)
    return this.setScalar(place, type, arity)
  }

  apply(edits: EditList): void {
    for (const change of this.changes.values()) this.applyChange(edits, change)
    for (const { fromBlockId, fields } of this.constraints) {
      const block = this.ctx.graph.blockById.get(fromBlockId)
      if (block) insertUnique(edits, block, fields)
    }
  }

  private setScalar(place: FieldPlace, type: string, arity: Arity): boolean {
    const { block, field } = place
    if (arity !== 'required' && primaryKeyFields(block).includes(field.name)) return false
    const keyed = relationsKeyedBy(this.ctx, block, field.name)
    const referring = relationsReferringTo(this.ctx, block, field.name)
    const isInRelation = keyed.length > 0 || referring.length > 0
    if ((arity === 'list') !== (field.arity === 'list') && isInRelation) return false
    const change = this.change(place)
    change.type = type
    change.arity = arity
    if (type !== writtenType(field)) {
      this.retypeReferring(place, type)
      for (const relation of keyed) this.noteMismatch(place, relation, type)
    }
    this.notes.push(
      ...noteLostKey(block, { keys: block.keys, fields: changedFields(place, type, arity) }),
    )
    if (arity !== field.arity) for (const relation of keyed) this.followKey(relation, arity)
    return true
  }

  /** Foreign keys have the type of what they refer to. */
  private retypeReferring({ block, field }: FieldPlace, type: string): void {
    for (const relation of relationsReferringTo(this.ctx, block, field.name)) {
      const name = relation.fields[relation.references.indexOf(field.name)]
      const from = this.ctx.graph.blockById.get(relation.fromBlockId)
      const key = from && name !== undefined ? fieldNamed(from, name) : null
      if (!key || this.changes.has(key.field.id) || writtenType(key.field) === type) continue
      this.change(key).type = type
      this.notes.push(`${qualified(key.block, key.field)}, which refers to it, is ${type} now too.`)
      this.retypeReferring(key, type)
    }
  }

  private noteMismatch({ block, field }: FieldPlace, relation: Relation, type: string): void {
    const name = relation.references[relation.fields.indexOf(field.name)]
    const to = this.ctx.graph.blockById.get(relation.toBlockId)
    const target = to && name !== undefined ? fieldNamed(to, name) : null
    if (!target || this.changes.has(target.field.id)) return
    const targetType = writtenType(target.field)
    if (targetType === type) return
    const key = qualified(block, field)
    this.notes.push(
      `${key} refers to ${qualified(target.block, target.field)}, which is ${targetType}.`,
    )
  }

  /** A relation whose key may be empty may be empty, and as far as can be the other way round. */
  private followKey(relation: Relation, arity: Arity): void {
    const end = this.ownerOf(relation)
    if (!end || end.field.arity === arity || end.field.arity === 'list') return
    if (arity === 'required' && !this.areKeysRequired(end, relation)) return
    this.change(end).arity = arity
    this.noteArity(end, arity)
  }

  private areKeysRequired({ block }: FieldPlace, relation: Relation): boolean {
    return relation.fields.every((name) => {
      const key = fieldNamed(block, name)
      return key && (this.changes.get(key.field.id)?.arity ?? key.field.arity) === 'required'
    })
  }

  private setRelationArity(place: FieldPlace, arity: Arity): boolean {
    const { field } = place
    const relation = relationOf(this.ctx, field)
    if (relation?.kind === 'many-to-many') return false
    if (!relation || relation.from.fieldId === field.id) {
      const isOwner = relation !== null && relation.fields.length > 0
      if (isOwner && (arity === 'list' || field.arity === 'list')) return false
      this.change(place).arity = arity
      if (isOwner) this.setKeyArity(place, relation, arity)
      return true
    }
    if (arity === 'required') return false
    this.change(place).arity = arity
    if (arity === 'optional') this.makeKeyUnique(relation)
    return true
  }

  private setKeyArity({ block }: FieldPlace, relation: Relation, arity: Arity): void {
    const id = primaryKeyFields(block)
    for (const name of relation.fields) {
      const key = fieldNamed(block, name)
      if (!key || key.field.arity === arity) continue
      const isShared = relationsKeyedBy(this.ctx, block, name).length > 1
      if (arity === 'optional' && (isShared || id.includes(name))) continue
      this.change(key).arity = arity
      this.noteArity(key, arity)
    }
  }

  /** At most one on this side means that each key occurs at most once. */
  private makeKeyUnique(relation: Relation): void {
    const block = this.ctx.graph.blockById.get(relation.fromBlockId)
    if (!block || relation.fields.length === 0 || isUniqueSet(block, relation.fields)) return
    const [name = '', ...others] = relation.fields
    const key = fieldNamed(block, name)
    if (others.length > 0) this.constraints.push(relation)
    else if (key) this.change(key).makeUnique = true
    const names = relation.fields.map((field) => `${block.name}.${field}`).join(' and ')
    this.notes.push(`${names} must be unique now, for the relation is one-to-one.`)
  }

  private ownerOf(relation: Relation): FieldPlace | null {
    const block = this.ctx.graph.blockById.get(relation.fromBlockId)
    return block ? fieldNamed(block, relation.from.fieldName) : null
  }

  private noteArity({ block, field }: FieldPlace, arity: Arity): void {
    this.notes.push(`${qualified(block, field)} is ${arity} now too.`)
  }

  private change(place: FieldPlace): Change {
    const { field } = place
    let change = this.changes.get(field.id)
    if (!change) {
      change = { place, type: writtenType(field), arity: field.arity, makeUnique: false }
      this.changes.set(field.id, change)
    }
    return change
  }

  private applyChange(edits: EditList, { place, type, arity, makeUnique }: Change): void {
    const { block, field, node } = place
    const remove = new Set(
      node.attributes.filter((attribute) => !this.canStay(attribute, field, type, arity)),
    )
    const [first] = node.attributes
    const before = first && !remove.has(first) ? first : null
    const isSameType = type === writtenType(field)
    const name = isSameType && node.type ? typeNameText(block, node.type) : type
    changeField(edits, block, node, {
      ...(isSameType && arity === field.arity ? {} : { type: name + ARITY_SUFFIX[arity] }),
      remove,
      add: makeUnique ? [{ text: '@unique', before }] : [],
    })
    for (const { from, to } of remove) {
      const written = block.syntax.text.slice(from, to)
      this.notes.push(`Removed ${written} from ${qualified(block, field)}.`)
    }
    if (arity === 'required' && field.arity === 'optional') this.removeSetNull(edits, place)
  }

  /** Whether a field of the type may have the attribute. */
  private canStay(attribute: AttributeNode, field: Field, type: string, arity: Arity): boolean {
    const name = attribute.name.text
    const isNewType = type !== writtenType(field)
    const target = this.ctx.graph.blockByName.get(type)
    if (name.includes('.')) return !isNewType
    if (name === 'updatedAt') return type === 'DateTime' && arity !== 'list'
    if (name === 'id') return target?.kind !== 'type' && !type.startsWith('Unsupported(')
    if (name === 'unique') return target?.kind !== 'type'
    if (name !== 'default') return true
    const value = argumentValue(attribute.args, 'value', true)
    const isListNow = (arity === 'list') !== (field.arity === 'list')
    if (!value || !(isNewType || isListNow)) return true
    return fitsType(this.ctx.graph, toValue(value), type, arity)
  }

  /** What must be there cannot be set to nothing. */
  private removeSetNull(edits: EditList, { block, field, node }: FieldPlace): void {
    const relation = findAttribute(node.attributes, 'relation')
    const items = relation?.args?.items ?? []
    const setsNull = items.filter(
      ({ name, value }) =>
        (name?.text === 'onDelete' || name?.text === 'onUpdate') &&
        value?.kind === 'path' &&
        value.text === 'SetNull',
    )
    removeListItems(edits, block, items, new Set(setsNull))
    for (const { name } of setsNull) {
      this.notes.push(`Removed ${name?.text}: SetNull from ${qualified(block, field)}.`)
    }
  }
}

/** The type as a command's arguments give it. */
export function writtenType({ typeKind, typeName }: Field): string {
  return typeKind === 'unsupported' ? `Unsupported(${quoteString(typeName)})` : typeName
}

/** As it stands there, white space and all. */
function typeNameText({ syntax }: Block, { name, suffixFrom }: TypeNode): string {
  return syntax.text.slice(name.from, suffixFrom)
}

/** The fields of the block when one of them has another type and arity. */
function changedFields({ block, field }: FieldPlace, type: string, arity: Arity): readonly Field[] {
  const typeKind = type.startsWith('Unsupported(') ? 'unsupported' : 'scalar'
  return block.fields.map((other) => (other === field ? { ...other, arity, typeKind } : other))
}

function refersToTable(kind: string): boolean {
  return kind === 'model' || kind === 'view'
}
