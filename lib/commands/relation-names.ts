/** Names for what a new relation adds: those asked for, or ones that fit the schema. */

import type { Block, Field } from '@/lib/schema/graph'
import type { AddRelationArguments } from './arguments'
import type { CommandContext } from './command'
import { checkFieldName, freshFieldName, freshName } from './names'
import { joinNames, type NameStyle } from './words'

export class RelationNames {
  private readonly isSelf: boolean
  /** Names given so far, by block. */
  private readonly given = new Map<Block, Set<string>>()

  constructor(
    private readonly ctx: CommandContext,
    private readonly args: AddRelationArguments,
    private readonly from: Block,
    private readonly to: Block,
    private readonly style: NameStyle,
  ) {
    this.isSelf = from === to
  }

  /** Why the names that were asked for cannot be had. */
  check(keys: readonly string[], keyCount: number): string | null {
    const { from, to, args, isSelf } = this
    if (keys.length > keyCount) return `${to.name} has a primary key of ${keyCount} fields.`
    const ofFrom = [...(args.names?.from === undefined ? [] : [args.names.from]), ...keys]
    const ofTo = args.names?.to === undefined ? [] : [args.names.to]
    for (const [block, names] of [
      [from, ofFrom],
      [to, ofTo],
    ] as const) {
      for (const name of names) {
        const problem = checkFieldName(this.ctx, block.id, null, name)
        if (problem) return problem
        this.give(block, name)
      }
    }
    const all = isSelf ? [...ofFrom, ...ofTo] : ofFrom
    return new Set(all).size < all.length ? 'Two fields cannot have the same name.' : null
  }

  /** The name asked for, or one like `base` that is free. */
  pick(block: Block, asked: string | undefined, base: string): string {
    if (asked !== undefined) return asked
    const name = freshFieldName(block, base || 'relation', this.given.get(block))
    this.give(block, name)
    return name
  }

  private give(block: Block, name: string): void {
    const given = this.given.get(block)
    if (given) given.add(name)
    else this.given.set(block, new Set([name]))
  }

  /** What a foreign key to the field is called. */
  keyName(fieldName: string, field: Field): string {
    return keyName(fieldName, field, this.style)
  }

  /** Relations between the same two models are told apart by name, those of one model always. */
  relationName(fieldName: string): string | null {
    const { from, to, isSelf, ctx } = this
    const refers = (block: Block, other: Block) =>
      block.fields.some((field) => field.typeKind === 'model' && field.typeName === other.name)
    if (!isSelf && !refers(from, to) && !refers(to, from)) return null
    const taken = new Set<string | null>(
      ctx.graph.blocks.flatMap((block) =>
        block.fields.map(({ relation }) => relation?.name ?? null),
      ),
    )
    return freshName(from.name + capitalize(fieldName), (name) => taken.has(name))
  }
}

/** What a foreign key of the relation field to the field is called. */
export function keyName(fieldName: string, { name }: Field, style: NameStyle): string {
  const isNamedSo = name.toLowerCase().startsWith(fieldName.toLowerCase())
  return isNamedSo && name !== fieldName ? name : joinNames(fieldName, name, style)
}

/** `authorId` without `id` is `author`; `null` when nothing sensible is left. */
export function withoutKey(name: string, key: string): string | null {
  const lower = name.toLowerCase()
  for (const ending of [key.toLowerCase(), 'id']) {
    if (ending === '' || !lower.endsWith(ending)) continue
    const rest = name.slice(0, -ending.length).replace(/_+$/, '')
    if (rest !== '') return rest
  }
  return null
}

export function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
