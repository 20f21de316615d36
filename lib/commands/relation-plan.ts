/**
 * Decides what a new relation adds, before anything is written: the command makes edits of it,
 * and the popover on the canvas shows it.
 */

import { type Block, primaryKeyFields } from '@/lib/schema/graph'
import { ARITY_SUFFIX } from './alignment'
import type { AddRelationArguments } from './arguments'
import type { CommandContext } from './command'
import { shortConstraintName } from './database-names'
import { askedKey, describeKey, namedKey } from './existing-key'
import { type FieldPlace, findBlock, findField, isUniqueSet } from './lookup'
import { freshName, takenBlockNames } from './names'
import { cycleBreaker, hasForeignKeys, idLine, schemaAttribute } from './providers'
import { type Addition, noKey, type Problem, type RelationPlan } from './relation-additions'
import { type NewField, nameAttribute, ownerAttribute, splitLine } from './relation-fields'
import { capitalize, RelationNames, withoutKey } from './relation-names'
import {
  areConnected,
  checkEnd,
  checkReference,
  foreignKeyType,
  referableFields,
} from './relation-target'
import { joinNames, type NameStyle, nameStyle, pluralName, singularName } from './words'

/** What the relation adds, or why there can be none. */
export function planRelation(
  ctx: CommandContext,
  args: AddRelationArguments,
): RelationPlan | Problem {
  const from = findBlock(ctx, args.fromId)
  const to = findBlock(ctx, args.toId)
  if (!from || !to) return { problem: 'One of the models is not there any more.' }
  const problem = checkEnd(ctx, from) ?? checkEnd(ctx, to)
  if (problem) return { problem }
  if (from.isIgnored !== to.isIgnored) {
    return {
      problem: `${(from.isIgnored ? from : to).name} is ignored by Prisma Client (@@ignore).`,
    }
  }
  const planner = new Planner(ctx, args, from, to)
  if (args.kind === 'many-to-many') return planner.manyToMany()
  if (args.kind === 'many-to-many-explicit') return planner.join()
  return planner.foreignKey(args.kind)
}

/** What a relation is when nobody says: one-to-one where its key is unique already. */
export function kindOfKey(
  ctx: CommandContext,
  args: Omit<AddRelationArguments, 'kind'>,
): 'one-to-one' | 'one-to-many' {
  return existingKeyOf(ctx, args)?.isUnique ? 'one-to-one' : 'one-to-many'
}

/** The fields that are there already and would be the foreign key of a relation. */
export function existingKeyOf(
  ctx: CommandContext,
  args: Omit<AddRelationArguments, 'kind'>,
): RelationPlan['existingKey'] {
  const plan = planRelation(ctx, { ...args, kind: 'one-to-one' })
  return 'problem' in plan ? null : plan.existingKey
}

class Planner {
  private readonly style: NameStyle
  private readonly isSelf: boolean
  private readonly names: RelationNames

  constructor(
    private readonly ctx: CommandContext,
    private readonly args: AddRelationArguments,
    private readonly from: Block,
    private readonly to: Block,
  ) {
    this.style = nameStyle(ctx.graph)
    this.isSelf = from === to
    this.names = new RelationNames(ctx, args, from, to, this.style)
  }

  foreignKey(kind: 'one-to-one' | 'one-to-many'): RelationPlan | Problem {
    const { from, to, isSelf, style, args } = this
    const { names = {}, toFieldId } = args
    const isOne = kind === 'one-to-one'
    const named = toFieldId === undefined ? null : findField(this.ctx, to.id, toFieldId)
    if (toFieldId !== undefined) {
      const problem = named ? checkReference(named) : 'The field is not there any more.'
      if (problem) return { problem }
    }
    const target = named ? [named] : referableFields(to)
    if (!target) return noKey(to)
    const key = askedKey(this.ctx, args, from, to, target)
    if ('problem' in key) return key
    const { asked } = key
    const problem = this.names.check(asked ? [] : (names.keys ?? []), target.length)
    if (problem) return { problem }

    const fromDefault = asked
      ? withoutKey(asked.field.name, target[key.found.indexOf(asked)]?.field.name ?? '')
      : isSelf
        ? 'parent'
        : singularName(to.name, style)
    const fromName = this.names.pick(from, names.from, fromDefault ?? singularName(to.name, style))
    const keyNames = target.map(({ field }) => this.names.keyName(fromName, field))
    const found =
      asked || names.keys ? key.found : namedKey(this.ctx, args, from, to, target, keyNames)
    const existing = asked ?? found[0] ?? null
    const isEmptyable = existing
      ? found.some((place) => place?.field.arity === 'optional')
      : args.optional
    const arity = isEmptyable ? 'optional' : 'required'
    const keys = keyNames.map(
      (name, index) => found[index]?.field.name ?? this.names.pick(from, names.keys?.[index], name),
    )
    const toName = this.names.pick(
      to,
      names.to,
      isSelf
        ? isOne
          ? 'child'
          : 'children'
        : isOne
          ? singularName(from.name, style)
          : pluralName(from.name, style),
    )
    const relationName = this.names.relationName(fromName)
    const references = target.map(({ field }) => field.name)
    const owner = {
      name: fromName,
      type: to.name + ARITY_SUFFIX[arity],
      attributes: ownerAttribute({
        name: relationName,
        fields: keys,
        references,
        action: this.cycleBreaker(),
        map: null,
      }),
    }
    const isSingle = keys.length === 1
    const keyFields = target.flatMap((place, index) => {
      if (found[index]) return []
      const { type, native } = foreignKeyType(place)
      const unique = isOne && isSingle ? '@unique' : ''
      return {
        name: keys[index] as string,
        type: type + ARITY_SUFFIX[arity],
        attributes: [unique, native].filter((text) => text !== '').join(' '),
      }
    })
    const back = {
      name: toName,
      type: from.name + ARITY_SUFFIX[isOne ? 'optional' : 'list'],
      attributes: nameAttribute(relationName),
    }
    const constraints = isOne
      ? isSingle || isUniqueSet(from, keys)
        ? []
        : [`@@unique([${keys.join(', ')}])`]
      : this.indexes(keys)
    const needsUnique = existing && isOne && isSingle && !isUniqueSet(from, keys)
    return {
      additions: this.additions([owner, ...keyFields], constraints, [back], existing),
      makeUnique: needsUnique ? existing : null,
      existingKey: describeKey(from, found),
      join: null,
    }
  }

  manyToMany(): RelationPlan | Problem {
    const { from, to, isSelf, style, args } = this
    if (this.ctx.graph.provider === 'mongodb') {
      return { problem: 'In MongoDB, a many-to-many relation needs a model that joins the two.' }
    }
    for (const block of [from, to]) {
      if (primaryKeyFields(block).length !== 1) {
        const problem = `${block.name} has no primary key of one field; join the two by a model.`
        return { problem }
      }
    }
    const problem = this.names.check([], 0)
    if (problem) return { problem }
    const fromName = this.names.pick(
      from,
      args.names?.from,
      isSelf ? 'related' : pluralName(to.name, style),
    )
    const backName = isSelf ? joinNames('related', 'by', style) : pluralName(from.name, style)
    const toName = this.names.pick(to, args.names?.to, backName)
    const attributes = nameAttribute(this.names.relationName(fromName))
    const forward = { name: fromName, type: `${to.name}[]`, attributes }
    const back = { name: toName, type: `${from.name}[]`, attributes }
    return {
      additions: this.additions([forward], [], [back], null),
      makeUnique: null,
      existingKey: null,
      join: null,
    }
  }

  join(): RelationPlan | Problem {
    const { from, to, isSelf, style, args, ctx } = this
    const problem = this.names.check([], 0)
    if (problem) return { problem }
    const taken = takenBlockNames(ctx)
    const name = freshName(from.name + (isSelf ? 'Link' : to.name), (other) => taken.has(other))
    const used: string[] = []
    const keys: string[] = []
    const fields: NewField[] = []
    const backs: NewField[] = []
    const breaker = this.cycleBreaker()
    for (const [index, block] of [from, to].entries()) {
      const target = referableFields(block)
      if (!target) return noKey(block)
      const isSecondOfSelf = isSelf && index === 1
      const one = singularName(block.name, style)
      const fieldName = fresh(isSecondOfSelf ? joinNames('other', one, style) : one, used)
      const keyNames = target.map(({ field }) => fresh(this.names.keyName(fieldName, field), used))
      const several = pluralName(name, style)
      const backName = this.names.pick(
        block,
        index === 0 ? args.names?.from : args.names?.to,
        isSecondOfSelf ? joinNames('other', several, style) : several,
      )
      const relationName = isSelf ? name + capitalize(fieldName) : null
      const references = target.map(({ field }) => field.name)
      fields.push({
        name: fieldName,
        type: block.name,
        attributes: ownerAttribute({
          name: relationName,
          fields: keyNames,
          references,
          action: index === 1 ? breaker : null,
          map: shortConstraintName(ctx.graph, name, keyNames, index),
        }),
      })
      for (const [keyIndex, place] of target.entries()) {
        const { type, native } = foreignKeyType(place)
        fields.push({ name: keyNames[keyIndex] as string, type, attributes: native })
      }
      backs.push({
        name: backName,
        type: `${name}[]`,
        attributes: nameAttribute(relationName),
      })
      keys.push(...keyNames)
    }
    const [forward, back] = backs as [NewField, NewField]
    const schema = schemaAttribute(ctx.graph, from)
    const isMongo = ctx.graph.provider === 'mongodb'
    const key = `@@${isMongo ? 'unique' : 'id'}([${keys.join(', ')}])`
    return {
      additions: this.additions([forward], [], [back], null),
      makeUnique: null,
      existingKey: null,
      join: {
        name,
        fields: isMongo ? [splitLine(idLine(ctx.graph)), ...fields] : fields,
        attributes: [key, ...(from.isIgnored ? ['@@ignore'] : []), ...(schema ? [schema] : [])],
      },
    }
  }

  /** Without foreign keys in the database, an index on the key is for Prisma to ask for. */
  private indexes(keys: readonly string[]): string[] {
    const { provider } = this.ctx.graph
    const isThere = this.from.keys.some(({ fields }) => fields[0]?.path === keys[0])
    return provider === 'mongodb' || hasForeignKeys(this.ctx.graph) || isThere
      ? []
      : [`@@index([${keys.join(', ')}])`]
  }

  private additions(
    forward: readonly NewField[],
    attributes: readonly string[],
    back: readonly NewField[],
    after: FieldPlace | null,
  ): Addition[] {
    const { from, to, isSelf } = this
    if (isSelf) {
      return [{ block: from, after, fields: [...forward, ...back], attributes: [...attributes] }]
    }
    return [
      { block: from, after, fields: [...forward], attributes: [...attributes] },
      { block: to, after: null, fields: [...back], attributes: [] },
    ]
  }

  /** The action that keeps a circle of relations from cascading; `null` when there is no need. */
  private cycleBreaker(): string | null {
    const action = cycleBreaker(this.ctx.graph)
    return action !== null && areConnected(this.ctx, this.from, this.to) ? action : null
  }
}

function fresh(base: string, used: string[]): string {
  const name = freshName(base, (other) => used.includes(other))
  used.push(name)
  return name
}
