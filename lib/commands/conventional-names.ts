/**
 * Which names Prisma's conventions would change: models, views and types are called in the singular
 * and in PascalCase, enums in PascalCase, fields in camelCase, lists of a relation in the plural.
 *
 * Source: "Naming conventions" in Prisma's schema reference. English endings are a guess that people
 * can change, so each new name is shown before it is given.
 */

import {
  type Block,
  type BlockId,
  type Field,
  type FieldId,
  hasFields,
  isDrawn,
  type Relation,
} from '@/lib/schema/graph'
import { isReservedName } from '@/lib/schema/reserved-names'
import type { CommandContext } from './command'
import { isReferable } from './lookup'
import type { RenameToConventionsArguments } from './settings-arguments'
import { camelName, pascalName, pluralOf, singularOf } from './words'

export interface Renaming {
  readonly blockId: BlockId
  /** `null` when the block itself is renamed. */
  readonly fieldId: FieldId | null
  readonly from: string
  readonly to: string
}

export interface ConventionalNames {
  /** In the order of the schema, each block before its fields. */
  readonly renamings: readonly Renaming[]
  /** Why others keep their names, as sentences. */
  readonly kept: readonly string[]
}

export function conventionalNames(
  ctx: CommandContext,
  options: RenameToConventionsArguments,
): ConventionalNames {
  const plan = new Plan(ctx, options)
  return plan.finish()
}

class Plan {
  private readonly names = new Map<string, string>()
  private readonly except: ReadonlySet<string>
  private readonly kept: string[] = []

  constructor(
    private readonly ctx: CommandContext,
    private readonly options: RenameToConventionsArguments,
  ) {
    this.except = new Set(options.except)
    const { blocks } = ctx.graph
    const blockNames = new Set(blocks.filter(({ kind }) => isDrawn(kind)).map(({ name }) => name))
    for (const block of blocks) {
      if (options.models) this.addBlock(block, blockNames)
      if (hasFields(block.kind)) this.addFields(block)
    }
    while (this.keepJoinTables()) {}
  }

  finish(): ConventionalNames {
    const renamings = this.ctx.graph.blocks.flatMap((block): Renaming[] => {
      const blockId = block.id
      const own = this.names.get(blockId)
      const fields = block.fields.flatMap(({ id, name }) => {
        const to = this.names.get(id)
        return to === undefined ? [] : [{ blockId, fieldId: id, from: name, to }]
      })
      return own === undefined
        ? fields
        : [{ blockId, fieldId: null, from: block.name, to: own }, ...fields]
    })
    return { renamings, kept: this.kept }
  }

  private addBlock(block: Block, taken: Set<string>): void {
    const { kind, name, id } = block
    if (!isDrawn(kind) || name === '' || this.except.has(id)) return
    // Of two blocks with one name, the schema means the first.
    if (!isReferable(this.ctx, block)) return
    const pascal = pascalName(name)
    const to = kind === 'enum' ? pascal : singularOf(pascal)
    if (to === name) return
    if (!isName(to) || isReservedName(to)) this.keep(name, `Prisma has no room for the name ${to}`)
    else if (taken.has(to)) this.keep(name, `there is already a block called ${to}`)
    else {
      taken.delete(name)
      taken.add(to)
      this.names.set(id, to)
    }
  }

  private addFields(block: Block): void {
    const taken = new Set(block.fields.map(({ name }) => name))
    for (const { name } of block.keys) if (name !== null) taken.add(name)
    for (const [at, field] of block.fields.entries()) {
      const { name, id } = field
      const isFirst = block.fields.findIndex((other) => other.name === name) === at
      if (name === '' || !isFirst || field.typeKind === 'unknown' || this.except.has(id)) continue
      const to = this.fieldName(field)
      if (to === name) continue
      const what = `${block.name}.${name}`
      if (!isName(to)) this.keep(what, `Prisma has no room for the name ${to}`)
      else if (taken.has(to)) this.keep(what, `${block.name} already has a name ${to}`)
      else {
        taken.delete(name)
        taken.add(to)
        this.names.set(id, to)
      }
    }
  }

  private fieldName({ name, typeKind, arity }: Field): string {
    const { fields, lists } = this.options
    const camel = fields ? camelName(name) : name
    if (!lists || (typeKind !== 'model' && typeKind !== 'view')) return camel
    return arity === 'list' ? pluralOf(camel) : singularOf(camel)
  }

  /**
   * The columns of an implicit join table are called A and B, in the order of the models' names, or
   * of the fields' names within one model. Renames that would turn the order around are given up;
   * true when one was, for then others may have to be.
   */
  private keepJoinTables(): boolean {
    for (const relation of this.ctx.graph.relations) {
      if (!isImplicit(relation) || !relation.to) continue
      const { from, to } = relation
      const isSelf = from.blockId === to.blockId
      const [a, b] = isSelf ? [from.fieldId, to.fieldId] : [from.blockId, to.blockId]
      if (!this.names.has(a) && !this.names.has(b)) continue
      const before = isSelf
        ? from.fieldName < to.fieldName
        : this.blockName(from.blockId) < this.blockName(to.blockId)
      const newA = this.names.get(a) ?? (isSelf ? from.fieldName : this.blockName(a))
      const newB = this.names.get(b) ?? (isSelf ? to.fieldName : this.blockName(b))
      if (before === newA < newB) continue
      const names = isSelf ? [from.fieldName, to.fieldName] : [this.blockName(a), this.blockName(b)]
      this.names.delete(a)
      this.names.delete(b)
      this.keep(names.join(' and '), 'the columns of their join table would change places')
      return true
    }
    return false
  }

  private blockName(blockId: BlockId): string {
    return this.ctx.graph.blockById.get(blockId)?.name ?? ''
  }

  private keep(what: string, why: string): void {
    this.kept.push(`Did not rename ${what}: ${why}.`)
  }
}

/** A relation of many to many whose table is between the two models, unwritten. */
export function isImplicit({ kind, fields }: Relation): boolean {
  return kind === 'many-to-many' && fields.length === 0
}

function isName(text: string): boolean {
  return /^\p{L}[\p{L}\p{N}_]*$/u.test(text)
}
