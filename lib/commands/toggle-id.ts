/**
 * Makes a field the primary key, or a part of it, or not.
 *
 * ```prisma
 * model Seat {
 *   row    Int @id
 *   number Int
 * }
 * ```
 * becomes, when number is toggled,
 * ```prisma
 * model Seat {
 *   row    Int
 *   number Int
 *
 *   @@id([row, number])
 * }
 * ```
 * and back. A key that foreign keys refer to stays unique.
 */

import { argumentValue, findAttribute, findBlockAttributes } from '@/lib/psl/access'
import type { AttributeNode, BlockAttributeNode } from '@/lib/psl/syntax'
import { changeField } from './alignment'
import type { FieldArguments } from './arguments'
import { insertBlockAttribute } from './block-attributes'
import type { Command, CommandContext, CommandResult } from './command'
import { EditList } from './edit-list'
import {
  blockKeyArguments,
  blockKeyText,
  fieldKeyArguments,
  fieldKeyText,
  keyEntries,
  keyItems,
  keyNotes,
} from './keys'
import { hasBody, insertLines, removeMembers } from './lines'
import { removeListItems } from './list-items'
import { type FieldPlace, fieldNamed, fieldPlaces, findField, qualified } from './lookup'
import { canAutoincrement } from './providers'

export const toggleId: Command<FieldArguments> = {
  name: 'toggleId',
  run(ctx, { blockId, fieldId }) {
    const place = findField(ctx, blockId, fieldId)
    if (place?.block.kind !== 'model' || !hasBody(place.block.syntax)) return null
    const { block, field, node } = place
    if (!node.type || (field.typeKind !== 'scalar' && field.typeKind !== 'enum')) return null
    const own = findAttribute(node.attributes, 'id')
    const compound = findBlockAttributes(block.syntax, 'id')[0] ?? null
    const edits = new EditList(ctx)
    const change = new KeyChange(ctx, edits, place)
    if (own) {
      change.removeOwn(own)
    } else if (compound && isEntry(place, compound)) {
      change.removeFromCompound(compound)
    } else if (field.arity !== 'required') {
      return null
    } else {
      change.noteKey()
      const other = fieldPlaces(block).find(({ node }) => findAttribute(node.attributes, 'id'))
      if (ctx.graph.provider === 'mongodb' && (other || compound)) return null
      if (compound) change.addToCompound(compound)
      else if (other) change.makeCompound(other)
      else
        changeField(edits, block, node, {
          add: [{ text: '@id', before: node.attributes[0] ?? null }],
        })
    }
    return change.finish()
  },
}

function isEntry({ block, field }: FieldPlace, { attribute }: BlockAttributeNode): boolean {
  return keyEntries(block, attribute).some(({ name }) => name === field.name)
}

class KeyChange {
  private readonly notes: string[] = []

  constructor(
    private readonly ctx: CommandContext,
    private readonly edits: EditList,
    private readonly place: FieldPlace,
  ) {}

  removeOwn(attribute: AttributeNode): void {
    this.stripId(this.place, attribute, false)
    const { block } = this.place
    this.notes.push(`${block.name} has no primary key now.`)
    this.noteManyToMany()
  }

  removeFromCompound(member: BlockAttributeNode): void {
    const { block, field } = this.place
    const { attribute } = member
    const entries = keyEntries(block, attribute)
    const rest = entries.filter(({ name }) => name !== field.name)
    const names = entries.map(({ name }) => name)
    const staysUnique = this.isReferredTo(names)
    const [only, ...others] = rest
    const last = only && others.length === 0 ? fieldNamed(block, only.name) : null
    if (last && only) {
      const text = fieldKeyText('id', [...blockKeyArguments(block, attribute), ...only.args])
      const [first] = last.node.attributes
      changeField(this.edits, block, last.node, { add: [{ text, before: first ?? null }] })
    }
    if (rest.length < 2) {
      if (staysUnique) this.edits.replace(block, attribute, blockKeyText('unique', entries, []))
      else removeMembers(this.edits, block, new Set([member]))
      if (!last) this.notes.push(`${block.name} has no primary key now.`)
    } else {
      const items = keyItems(attribute)
      removeListItems(
        this.edits,
        block,
        items,
        new Set(items.filter((_, index) => entries[index]?.name === field.name)),
      )
      if (staysUnique) insertLines(this.edits, block, member, [`@@unique([${names.join(', ')}])`])
    }
    if (staysUnique) this.noteUnique(names)
  }

  addToCompound(member: BlockAttributeNode): void {
    const { block, field } = this.place
    const { attribute } = member
    const list = argumentValue(attribute.args, 'fields', true)
    const names = keyEntries(block, attribute).map(({ name }) => name)
    const last = keyItems(attribute).at(-1)
    if (!list || !last || list.kind !== 'array') return
    this.edits.insert(block, last.to, `, ${field.name}`)
    if (this.isReferredTo(names)) {
      insertLines(this.edits, block, member, [`@@unique([${names.join(', ')}])`])
      this.noteUnique(names)
    }
    this.notes.push(
      `The primary key of ${block.name} is now ${[...names, field.name].join(' and ')}.`,
    )
  }

  makeCompound(other: FieldPlace): void {
    const { block, field } = this.place
    const attribute = findAttribute(other.node.attributes, 'id') as AttributeNode
    const { ofField, ofKey } = fieldKeyArguments(block, attribute)
    const entries = [
      { name: other.field.name, args: ofField },
      { name: field.name, args: [] },
    ]
    this.stripId(other, attribute, true)
    insertBlockAttribute(this.edits, block, blockKeyText('id', entries, ofKey))
    this.notes.push(
      `The primary key of ${block.name} is now ${other.field.name} and ${field.name} together.`,
    )
    this.noteManyToMany()
  }

  noteKey(): void {
    this.notes.push(...keyNotes(this.ctx, this.place))
  }

  finish(): CommandResult | null {
    const { block, field } = this.place
    return this.edits.finish({
      label: `Toggle the primary key ${qualified(block, field)}`,
      notes: this.notes,
      select: { block: block.name, member: field.name },
    })
  }

  /** Takes `@id` off a field; it stays unique where foreign keys refer to it. */
  private stripId({ block, field, node }: FieldPlace, id: AttributeNode, inKey: boolean): void {
    const remove = new Set([id])
    const isReferredTo = this.isReferredTo([field.name])
    const needsUnique = isReferredTo && !field.isUnique
    const generated = findAttribute(node.attributes, 'default')
    const isIndexed = inKey || needsUnique || field.isUnique
    if (generated && !canGenerate(this.ctx, generated, isIndexed)) {
      remove.add(generated)
      const written = block.syntax.text.slice(generated.from, generated.to)
      this.notes.push(`Removed ${written} from ${qualified(block, field)}.`)
    }
    const before = node.attributes.find((attribute) => !remove.has(attribute)) ?? null
    changeField(this.edits, block, node, {
      remove,
      add: needsUnique ? [{ text: '@unique', before }] : [],
    })
    if (needsUnique) this.noteUnique([field.name])
  }

  private isReferredTo(names: readonly string[]): boolean {
    const { block } = this.place
    return this.ctx.graph.relations.some(
      ({ toBlockId, references }) =>
        toBlockId === block.id &&
        references.length === names.length &&
        references.every((name) => names.includes(name)),
    )
  }

  private noteUnique(names: readonly string[]): void {
    const what = names.map((name) => `${this.place.block.name}.${name}`).join(' and ')
    this.notes.push(
      `${what} ${names.length > 1 ? 'stay' : 'stays'} unique, for a relation refers to it.`,
    )
  }

  private noteManyToMany(): void {
    const { block } = this.place
    const isPart = this.ctx.graph.relations.some(
      ({ kind, fromBlockId, toBlockId }) =>
        kind === 'many-to-many' && (fromBlockId === block.id || toBlockId === block.id),
    )
    if (isPart) {
      this.notes.push(
        'A many-to-many relation without a model of its own needs a single key field.',
      )
    }
  }
}

/** Whether a field that is not the primary key by itself may have the default. */
function canGenerate(
  { graph }: CommandContext,
  attribute: AttributeNode,
  isIndexed: boolean,
): boolean {
  const value = argumentValue(attribute.args, 'value', true)
  if (value?.kind !== 'call') return true
  if (value.name.text === 'auto') return false
  return value.name.text !== 'autoincrement' || canAutoincrement(graph, { isId: false, isIndexed })
}
