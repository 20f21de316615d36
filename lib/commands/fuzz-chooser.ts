/** Makes random choices in a schema, for the command fuzz: mostly sensible ones, and odd ones. */

import { type Block, hasFields, isDrawn } from '@/lib/schema/graph'
import type { CommandArguments, CommandName } from './arguments'
import type { CommandContext } from './command'

/** Random arguments for some commands; `null` when the schema has not what one needs. */
export type ArgumentsOf<Name extends CommandName = CommandName> = {
  readonly [Each in Name]: (choose: Chooser) => CommandArguments[Each] | null
}

const NAMES = [
  'User',
  'Post',
  'name',
  'title',
  'x',
  'Straße',
  'a_b',
  'String',
  'enum',
  '',
  '1x',
  'a b',
]
const TYPES = [
  'String',
  'Int',
  'DateTime',
  'Boolean',
  'Json',
  'Nowhere',
  'Unsupported("circle")',
  'a b',
]

export class Chooser {
  constructor(
    private readonly random: () => number,
    readonly ctx: CommandContext,
  ) {}

  one<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.random() * items.length)]
  }

  /** True once in `often` times. */
  chance(often: number): boolean {
    return this.random() < 1 / often
  }

  block(...kinds: readonly Block['kind'][]): Block | undefined {
    return this.one(this.ctx.graph.blocks.filter((block) => kinds.includes(block.kind)))
  }

  /** A block that has fields or, rarely, any other. */
  fieldBlock(): Block | undefined {
    if (this.chance(30)) return this.one(this.ctx.graph.blocks)
    return this.one(this.ctx.graph.blocks.filter((block) => hasFields(block.kind)))
  }

  /** What can be copied without copying a fault: rarely with a datasource or generator. */
  wholeBlocks(): readonly Block[] {
    const withSettings = this.chance(15)
    return this.ctx.graph.blocks.filter(
      ({ kind, syntax }) => syntax.problems.length === 0 && (isDrawn(kind) || withSettings),
    )
  }

  name(): string {
    return this.chance(3) ? (this.one(NAMES) as string) : `new${Math.floor(this.random() * 1000)}`
  }

  type(): string {
    if (this.chance(3)) {
      const block = this.block('model', 'enum', 'type')
      if (block) return block.name
    }
    return this.one(TYPES) as string
  }

  /** Some of the items, at least one if there are any. */
  some<Item>(items: readonly Item[], most: number): Item[] {
    const count = Math.min(items.length, 1 + Math.floor(this.random() * most))
    const chosen = new Set<Item>()
    for (let index = 0; index < count; index++) chosen.add(this.one(items) as Item)
    return [...chosen]
  }
}

export function fieldOf(choose: Chooser): { blockId: string; fieldId: string } | null {
  const block = choose.fieldBlock()
  const field = block && choose.one(block.fields)
  return block && field ? { blockId: block.id, fieldId: field.id } : null
}

export function enumValueOf(choose: Chooser): { blockId: string; valueId: string } | null {
  const block = choose.block('enum')
  const value = block && choose.one(block.values)
  return block && value ? { blockId: block.id, valueId: value.id } : null
}
