/**
 * Removes fields and whole blocks with all that cannot stand without them: the other field of a
 * relation, relations whose key is gone, names in keys and indexes.
 *
 * It first decides on everything that goes and only then makes edits, so that no two edits meet.
 */

import { argumentValue } from '@/lib/psl/access'
import type { AttributeNode, Expression, FieldNode, MemberNode } from '@/lib/psl/syntax'
import type { Block, BlockId, Field, FieldId, Relation, RelationEnd } from '@/lib/schema/graph'
import { changeField } from './alignment'
import type { CommandContext } from './command'
import type { EditList } from './edit-list'
import { noteLostKey } from './identification'
import { keyItems } from './keys'
import { removeMembers } from './lines'
import { removeListItems } from './list-items'
import { fieldPlaces, qualified } from './lookup'
import { type FieldMention, mentionsIn } from './references'

export class Removal {
  private readonly fields = new Map<Block, Set<Field>>()
  private readonly blocks = new Set<Block>()
  /** What goes along without having been asked for. */
  private readonly implied: { block: Block; field: Field }[] = []
  private readonly relationsByField = new Map<FieldId, Relation[]>()
  private readonly relationsByBlock = new Map<BlockId, Relation[]>()
  private readonly notes: string[] = []

  constructor(private readonly ctx: CommandContext) {
    for (const relation of ctx.graph.relations) {
      const { from, to, fromBlockId, toBlockId } = relation
      push(this.relationsByField, from.fieldId, relation)
      if (to) push(this.relationsByField, to.fieldId, relation)
      push(this.relationsByBlock, fromBlockId, relation)
      if (toBlockId !== fromBlockId) push(this.relationsByBlock, toBlockId, relation)
    }
  }

  /** Also removes, in other blocks, the relation fields that point at the blocks. */
  removeBlocks(blocks: readonly Block[]): void {
    for (const block of blocks) this.blocks.add(block)
    for (const block of blocks) {
      // Another block of that name takes over what refers to it.
      const isLast = !this.ctx.graph.blocks.some(
        (other) => other.name === block.name && !this.blocks.has(other),
      )
      if (!isLast) continue
      for (const relation of this.relationsByBlock.get(block.id) ?? []) {
        this.removeRelation(relation)
      }
    }
  }

  removeFields(block: Block, fields: readonly Field[]): void {
    for (const field of fields) this.mark(block, field)
    for (const field of fields) this.follow(block, field)
  }

  /** Removes the fields of a relation, as what was asked for. */
  askForRelation(relation: Relation): void {
    this.removeRelation(relation)
    this.implied.length = 0
  }

  private removeRelation(relation: Relation): void {
    for (const end of relation.to ? [relation.from, relation.to] : [relation.from]) {
      const block = this.ctx.graph.blockById.get(end.blockId)
      const field = block?.fields.find((field) => field.id === end.fieldId)
      if (block && field && this.mark(block, field) && !this.blocks.has(block)) {
        this.implied.push({ block, field })
      }
    }
  }

  /** Makes the edits and returns what a person should know of them. */
  apply(edits: EditList): string[] {
    if (this.implied.length > 0) this.notes.push(impliedNote(this.implied))
    for (const block of this.ctx.graph.blocks) {
      if (!this.blocks.has(block)) this.applyTo(edits, block)
    }
    for (const block of this.ctx.graph.blocks) {
      if (this.fields.has(block) && !this.blocks.has(block)) this.noteWhatIsMissing(block)
    }
    return this.notes
  }

  isRemoved(block: Block, field: Field): boolean {
    return this.fields.get(block)?.has(field) === true
  }

  private mark(block: Block, field: Field): boolean {
    const fields = this.fields.get(block)
    if (fields?.has(field)) return false
    if (fields) fields.add(field)
    else this.fields.set(block, new Set([field]))
    return true
  }

  /** Removes the relations that the field is an end of or a part of the key of. */
  private follow(block: Block, { id, name }: Field): void {
    for (const relation of this.relationsByField.get(id) ?? []) this.removeRelation(relation)
    for (const relation of this.relationsByBlock.get(block.id) ?? []) {
      if (this.isKeyOf(relation, block, name)) this.removeRelation(relation)
    }
  }

  /** Whether either end's foreign key has the field in it or refers to it: in MongoDB, both have one. */
  private isKeyOf({ from, to, fromBlockId, toBlockId }: Relation, block: Block, name: string) {
    const isIn = (end: RelationEnd | null, ownId: BlockId, otherId: BlockId) => {
      const own = this.ctx.graph.blockById.get(ownId)
      const key = own?.fields.find((field) => field.id === end?.fieldId)?.relation
      const isField = ownId === block.id && key?.fields?.includes(name)
      return isField || (otherId === block.id && key?.references?.includes(name))
    }
    return isIn(from, fromBlockId, toBlockId) || isIn(to, toBlockId, fromBlockId)
  }

  private applyTo(edits: EditList, block: Block): void {
    const members = new Set<MemberNode>()
    const removed = this.fields.get(block)
    if (removed) {
      for (const { field, node } of fieldPlaces(block)) if (removed.has(field)) members.add(node)
    }
    const touched = new Map<AttributeNode, FieldMention[]>()
    const survivingKeys = new Set<string>()
    for (const mention of mentionsIn(this.ctx, block)) {
      if (!members.has(mention.member) && this.isGone(mention)) {
        push(touched, mention.attribute, mention)
      }
    }
    for (const { field } of fieldPlaces(block)) {
      if (!removed?.has(field) && field.isUnique) survivingKeys.add(`unique ${field.name}`)
    }
    for (const member of block.syntax.members) {
      if (member.kind === 'attribute' && !touched.has(member.attribute)) {
        survivingKeys.add(keyText(block, member.attribute, keyItems(member.attribute)))
      }
    }
    const lost = new Map<FieldNode, AttributeNode[]>()
    for (const [attribute, mentions] of touched) {
      const { member } = mentions[0] as FieldMention
      const isCondition = mentions.some(({ place }) => place === 'where')
      const goes = new Set(mentions.flatMap(({ item }) => item ?? []))
      const items = keyItems(attribute)
      const rest = items.filter((item) => !goes.has(item))
      const key = keyText(block, attribute, rest)
      const written = block.syntax.text.slice(attribute.from, attribute.to)
      if (member.kind === 'field') {
        push(lost, member, attribute)
        this.notes.push(`Removed ${written} from ${block.name}.${member.name.text}.`)
      } else if (isCondition || rest.length === 0 || survivingKeys.has(key)) {
        members.add(member)
        this.notes.push(`Removed ${written} from ${block.name}.`)
      } else {
        removeListItems(edits, block, items, goes)
        survivingKeys.add(key)
        const names = mentions.map(({ name }) => name).join(', ')
        this.notes.push(`Took ${names} out of ${written} of ${block.name}.`)
      }
    }
    for (const [member, attributes] of lost) {
      changeField(edits, block, member, { remove: new Set(attributes) })
    }
    if (members.size > 0) removeMembers(edits, block, members)
  }

  private isGone({ owner, name }: FieldMention): boolean {
    const fields = this.fields.get(owner)
    if (!fields) return false
    const field = owner.fields.find((field) => field.name === name)
    return field !== undefined && fields.has(field)
  }

  /** What Prisma will find wanting afterwards. */
  private noteWhatIsMissing(block: Block): void {
    const left = block.fields.filter((field) => !this.isRemoved(block, field))
    if (left.length === 0) {
      this.notes.push(`${block.name} has no fields left.`)
      return
    }
    const names = new Set(left.map(({ name }) => name))
    const keys = block.keys.map(({ kind, fields }) => ({
      kind,
      fields: fields.filter(({ path }) => names.has(path.split('.')[0] as string)),
    }))
    const after = { keys: keys.filter(({ fields }) => fields.length > 0), fields: left }
    this.notes.push(...noteLostKey(block, after))
  }
}

/** The same for two keys that the database would give the same name. */
function keyText(block: Block, attribute: AttributeNode, items: readonly Expression[]): string {
  const { text } = block.syntax
  const map = argumentValue(attribute.args, 'map')
  const suffix = map ? ` ${text.slice(map.from, map.to)}` : ''
  const paths = items.map((item) =>
    item.kind === 'call' ? item.name.text : text.slice(item.from, item.to),
  )
  return `${attribute.name.text} ${paths.join(' ')}${suffix}`
}

/** How many things a note names one by one. */
const MOST_NAMES = 5

function impliedNote(implied: readonly { block: Block; field: Field }[]): string {
  const names = implied.map(({ block, field }) => qualified(block, field))
  const [only, ...others] = names
  if (others.length === 0) return `Also removed the relation field ${only}.`
  const shown = names.length > MOST_NAMES ? names.slice(0, MOST_NAMES - 1) : names.slice(0, -1)
  const rest = names.length - shown.length
  const last = rest === 1 ? names.at(-1) : `${rest} more`
  return `Also removed the relation fields ${shown.join(', ')} and ${last}.`
}

function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const items = map.get(key)
  if (items) items.push(item)
  else map.set(key, [item])
}
