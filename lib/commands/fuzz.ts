/**
 * Random commands on any schema, for tests: every command, with arguments that make sense and
 * with odd ones. The same random numbers give the same commands.
 */

import type { CommandArguments, CommandName } from './arguments'
import type { CommandContext, CommandResult } from './command'
import type { CommandCall } from './command-call'
import { ATTRIBUTE_ARGUMENTS } from './fuzz-attributes'
import { type ArgumentsOf, Chooser, enumValueOf, fieldOf } from './fuzz-chooser'
import { RELATION_ARGUMENTS } from './fuzz-relations'
import { REPAIR_ARGUMENTS } from './fuzz-repairs'
import { SETTINGS_ARGUMENTS } from './fuzz-settings'
import { COMMAND_NAMES, runCommand } from './registry'

/** Runs what `randomCommand` gave. */
export function runAny(ctx: CommandContext, { command, args }: CommandCall): CommandResult | null {
  return runCommand(ctx, command, args as CommandArguments[typeof command])
}

/**
 * A command for the schema; `null` when the one chosen needs something that the schema does not
 * have. `random` gives numbers from 0 up to but not including 1.
 */
export function randomCommand(random: () => number, ctx: CommandContext): CommandCall | null {
  const choose = new Chooser(random, ctx)
  const command = choose.one(COMMAND_NAMES) as CommandName
  const args = ARGUMENTS[command](choose)
  return args && ({ command, args } as CommandCall)
}

/** The same, of the commands that mend a schema or bring it to another version. */
export function mendingCommand(random: () => number, ctx: CommandContext): CommandCall | null {
  const choose = new Chooser(random, ctx)
  const command = choose.one(
    Object.keys(REPAIR_ARGUMENTS).filter((name) => name !== 'renameInClient') as CommandName[],
  ) as CommandName
  const args = ARGUMENTS[command](choose)
  return args && ({ command, args } as CommandCall)
}

const ATTRIBUTES = ['', '@unique', '@map("column")', '@default(now())', 'no attribute']
const DEFAULTS = [
  null,
  'now()',
  '"text"',
  '1',
  'true',
  'autoincrement()',
  '[]',
  '1 2',
  '(',
  'ADMIN',
  '["a", "b"]',
  'uuid(7)',
  'cuid(2)',
  'ulid()',
  'nanoid(1)',
  'auto()',
  'sequence(start: 5)',
  'dbgenerated("f()")',
]
const ARITIES = ['required', 'optional', 'list'] as const

const ARGUMENTS: ArgumentsOf = {
  addBlock(choose) {
    const kind = choose.one(['model', 'model', 'enum', 'view', 'type'] as const) ?? 'model'
    const after = choose.one(choose.ctx.graph.blocks)?.id
    return {
      kind,
      ...(choose.chance(2) ? { name: choose.name() } : {}),
      ...(choose.chance(2) && after !== undefined ? { after } : {}),
    }
  },
  renameBlock(choose) {
    const block = choose.one(choose.ctx.graph.blocks)
    return block ? { blockId: block.id, name: choose.name() } : null
  },
  deleteBlocks(choose) {
    const blocks = choose.some(choose.ctx.graph.blocks, 3)
    return { blockIds: blocks.map((block) => block.id) }
  },
  duplicateBlocks(choose) {
    const blocks = choose.some(choose.wholeBlocks(), 3)
    return { blockIds: blocks.map((block) => block.id) }
  },
  pasteBlocks(choose) {
    const copied = choose.some(choose.wholeBlocks(), 2)
    const text = choose.chance(8)
      ? 'no block'
      : copied.map((block) => block.syntax.text.trimEnd()).join('\n\n')
    const beside = choose.one(choose.ctx.graph.blocks)?.id
    return choose.chance(2) && beside !== undefined ? { text, beside } : { text }
  },
  mergeSchema(choose) {
    const copied = choose.some(choose.wholeBlocks(), 3)
    const text = copied.map((block) => block.syntax.text.trimEnd()).join('\n\n')
    const clashes = choose.one(['rename', 'skip', 'replace'] as const) ?? 'rename'
    return { text: `${text}\n\nenum ${choose.name()} {\n  A\n}`, clashes }
  },
  addField(choose) {
    const block = choose.fieldBlock()
    if (!block) return null
    const after = choose.one(block.fields)?.id ?? null
    return {
      blockId: block.id,
      name: choose.name(),
      type: choose.type(),
      arity: choose.one(ARITIES) ?? 'required',
      attributes: choose.one(ATTRIBUTES) ?? '',
      ...(choose.chance(2) ? { after: choose.chance(4) ? null : after } : {}),
    }
  },
  renameField(choose) {
    const place = fieldOf(choose)
    return place && { ...place, name: choose.name() }
  },
  setFieldLine(choose) {
    const place = fieldOf(choose)
    const block = place && choose.ctx.graph.blockById.get(place.blockId)
    const field = block?.fields.find(({ id }) => id === place?.fieldId)
    if (!place || !field) return null
    const text = field.text.replace(/\s+/g, ' ')
    const renamed = choose.chance(2) ? text.replace(field.name, () => choose.name()) : text
    // More than a name would tear relations apart: to write that is a person's business.
    const isPlain = field.relation === null && field.typeKind === 'scalar'
    if (!isPlain || choose.chance(3)) return { ...place, line: renamed }
    const attribute = choose.one(ATTRIBUTES) ?? ''
    return { ...place, line: choose.chance(2) ? `${renamed} ${attribute}` : attribute }
  },
  deleteFields(choose) {
    const block = choose.fieldBlock()
    if (!block) return null
    return { blockId: block.id, fieldIds: choose.some(block.fields, 3).map((field) => field.id) }
  },
  setFieldType(choose) {
    const place = fieldOf(choose)
    const arity = choose.one(ARITIES) ?? 'required'
    return place && { ...place, type: choose.type(), ...(choose.chance(2) ? { arity } : {}) }
  },
  setFieldArity(choose) {
    const place = fieldOf(choose)
    return place && { ...place, arity: choose.one(ARITIES) ?? 'required' }
  },
  moveField(choose) {
    const place = fieldOf(choose)
    const fields = place && choose.ctx.graph.blockById.get(place.blockId)?.fields
    const before = fields && choose.one(fields)
    return place && { ...place, before: choose.chance(5) ? null : (before?.id ?? null) }
  },
  toggleId: fieldOf,
  toggleUnique: fieldOf,
  setDefault(choose) {
    const place = fieldOf(choose)
    const map = choose.chance(6) ? { map: choose.chance(3) ? null : choose.name() } : {}
    return place && { ...place, value: choose.one(DEFAULTS) ?? null, ...map }
  },
  addRelation(choose) {
    const from = choose.block('model', 'view', 'enum') ?? null
    const to = choose.chance(5) ? from : choose.block('model', 'model', 'type')
    if (!from || !to) return null
    const kinds = ['one-to-one', 'one-to-many', 'many-to-many', 'many-to-many-explicit'] as const
    const field = choose.one(from.fields)
    const key = choose.one(to.fields)
    return {
      kind: choose.one(kinds) ?? 'one-to-many',
      fromId: from.id,
      toId: to.id,
      ...(choose.chance(4) && field ? { fromFieldId: field.id } : {}),
      ...(choose.chance(4) && key ? { toFieldId: key.id } : {}),
      ...(choose.chance(4) ? { names: { from: choose.name(), to: choose.name() } } : {}),
      optional: choose.chance(2),
    }
  },
  deleteRelation(choose) {
    const relation = choose.one(choose.ctx.graph.relations)
    return relation ? { relationId: relation.id, keepKeys: choose.chance(2) } : null
  },
  addEnumValue(choose) {
    const block = choose.block('enum')
    if (!block) return null
    const after = choose.one(block.values)?.id ?? null
    const place = choose.chance(2) ? { after: choose.chance(4) ? null : after } : {}
    return { blockId: block.id, name: choose.name(), ...place }
  },
  renameEnumValue(choose) {
    const place = enumValueOf(choose)
    return place && { ...place, name: choose.name() }
  },
  deleteEnumValue: enumValueOf,
  moveEnumValue(choose) {
    const place = enumValueOf(choose)
    const values = place && choose.ctx.graph.blockById.get(place.blockId)?.values
    const before = values && choose.one(values)
    return place && { ...place, before: choose.chance(5) ? null : (before?.id ?? null) }
  },
  ...ATTRIBUTE_ARGUMENTS,
  ...RELATION_ARGUMENTS,
  ...SETTINGS_ARGUMENTS,
  ...REPAIR_ARGUMENTS,
}
