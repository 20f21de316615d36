/** Reads the names of one block; see `names.ts`. */

import { argumentValue, listItems } from '@/lib/psl/access'
import type {
  AttributeNode,
  EnumValueNode,
  Expression,
  FieldNode,
  NameNode,
  PropertyNode,
  Range,
  StringNode,
} from '@/lib/psl/syntax'
import { type Block, type Field, hasFields, type SchemaGraph } from '@/lib/schema/graph'
import { isScalarType } from '@/lib/schema/scalars'
import { unescapeString } from '@/lib/schema/value'
import { isConstant, KEY_FIELD, KEY_ROLES, KEYS, MAIN_ARGUMENT, ROLES } from './argument-roles'
import type { SchemaName } from './names'
import type { SchemaSymbol, WordKind } from './symbol'

export class NameReader {
  readonly names: SchemaName[] = []
  readonly lookups = new Map<string, Block | undefined>()

  constructor(
    private readonly graph: SchemaGraph,
    private readonly block: Block,
  ) {}

  private lookUp(name: string): Block | undefined {
    const found = this.graph.blockByName.get(name)
    this.lookups.set(name, found)
    return found
  }

  read(): void {
    const { block } = this
    const { keyword, name, members } = block.syntax
    this.push(keyword, { kind: 'keyword', name: keyword.text })
    if (name) this.push(name, { kind: 'block', block }, true)
    let fieldIndex = 0
    let valueIndex = 0
    for (const member of members) {
      if (member.kind === 'field') this.readField(member, block.fields[fieldIndex++])
      else if (member.kind === 'value') this.readValue(member, valueIndex++)
      else if (member.kind === 'property') this.readProperty(member)
      else if (member.kind === 'attribute') this.readAttribute(member.attribute, null)
    }
  }

  private push(
    { from, to }: Range,
    symbol: SchemaSymbol | null,
    isDeclaration = false,
    isQuoted = false,
  ): void {
    if (to > from) this.names.push({ from, to, symbol, isDeclaration, isQuoted })
  }

  private pushString(node: StringNode, symbol: SchemaSymbol, isDeclaration = false): void {
    const from = node.from + 1
    this.push({ from, to: from + node.raw.length }, symbol, isDeclaration, true)
  }

  private readField(node: FieldNode, field: Field | undefined): void {
    if (!field) return
    this.push(node.name, { kind: 'field', block: this.block, field }, true)
    if (node.type) this.push(node.type.name, this.typeSymbol(node.type.name.text))
    for (const attribute of node.attributes) this.readAttribute(attribute, field)
  }

  private typeSymbol(name: string): SchemaSymbol | null {
    const block = this.lookUp(name)
    if (block) return { kind: 'block', block }
    return isScalarType(name) || name === 'Unsupported' ? { kind: 'scalar', name } : null
  }

  private readValue(node: EnumValueNode, index: number): void {
    const value = this.block.values[index]
    if (!value) return
    this.push(node.name, { kind: 'value', block: this.block, value }, true)
    for (const attribute of node.attributes) this.readAttribute(attribute, null, 'field')
  }

  private readProperty({ name, value }: PropertyNode): void {
    const { kind } = this.block
    if (kind !== 'datasource' && kind !== 'generator') return
    this.push(name, { kind: 'setting', of: kind, name: name.text })
    const isSchemas = kind === 'datasource' && name.text === 'schemas'
    for (const item of listItems(value)) {
      if (isSchemas && item.kind === 'string') {
        this.pushString(item, { kind: 'databaseSchema', name: unescapeString(item.raw) }, true)
      } else if (item.kind === 'path') {
        // The name of an extension, or a value of a generator that Prisma knows nothing of.
        this.push(item, { kind: 'word', what: 'constant', name: item.text })
      } else {
        this.readExpression(item)
      }
    }
  }

  private readAttribute(
    attribute: AttributeNode,
    field: Field | null,
    on: 'field' | 'block' = field ? 'field' : 'block',
  ): void {
    const { name, args, from } = attribute
    const dot = name.text.indexOf('.')
    if (dot >= 0) {
      this.readNativeType(name, dot, field)
      for (const { value } of args?.items ?? []) if (value) this.readExpression(value)
      return
    }
    this.push({ from, to: name.to }, { kind: 'attribute', name: name.text, on })
    const of = (on === 'field' ? '@' : '@@') + name.text
    const first = args?.items.find((item) => !item.name)
    for (const item of args?.items ?? []) {
      if (item.name) this.push(item.name, { kind: 'argument', of, name: item.name.text })
      if (!item.value) continue
      const argument = item.name?.text ?? (item === first ? MAIN_ARGUMENT[of] : undefined)
      this.readArgument(of, argument ?? '', item.value, attribute, field)
    }
  }

  private readNativeType(name: NameNode, dot: number, field: Field | null): void {
    const { datasource } = this.graph
    const prefix = { from: name.from, to: name.from + dot }
    const isOurs = datasource?.name === name.text.slice(0, dot)
    this.push(prefix, datasource && isOurs ? { kind: 'block', block: datasource } : null)
    const type = name.text.slice(dot + 1)
    this.push(
      { from: prefix.to + 1, to: name.to },
      field ? { kind: 'nativeType', name: type, field } : null,
    )
  }

  private readArgument(
    of: string,
    argument: string,
    value: Expression,
    attribute: AttributeNode,
    field: Field | null,
  ): void {
    const { block } = this
    const target = field ? (this.lookUp(field.typeName) ?? null) : null
    switch (ROLES[`${of} ${argument}`] ?? (KEYS.has(of) ? KEY_ROLES[argument] : undefined)) {
      case 'ownFields':
        this.readFieldList(value, hasFields(block.kind) ? block : null)
        break
      case 'otherFields':
        this.readFieldList(value, target)
        break
      case 'default':
        for (const item of listItems(value)) {
          this.readExpression(item, target?.kind === 'enum' ? target : null)
        }
        break
      case 'relationName':
        this.readRelationName(value, target)
        break
      case 'databaseSchema':
        if (value.kind === 'string') {
          this.pushString(value, { kind: 'databaseSchema', name: unescapeString(value.raw) })
        }
        break
      case 'action':
        this.readWord(value, 'action')
        break
      case 'indexType':
        this.readWord(value, 'indexType')
        break
      case 'sort':
        this.readWord(value, 'sort')
        break
      case 'operatorClass':
        this.readWord(value, 'operatorClass')
        break
      case 'condition':
        this.readCondition(attribute, value)
        break
      default:
        this.readExpression(value)
    }
  }

  private readRelationName(value: Expression, target: Block | null): void {
    if (value.kind !== 'string' || !target) return
    const between = [this.block.id, target.id].sort() as [string, string]
    this.pushString(value, { kind: 'relation', name: unescapeString(value.raw), between })
  }

  private readWord(value: Expression, what: WordKind): void {
    if (value.kind === 'path') this.push(value, { kind: 'word', what, name: value.text })
    else this.readExpression(value)
  }

  /** `[a, b(sort: Desc), address.street]`; `owner` has the fields. */
  private readFieldList(list: Expression, owner: Block | null): void {
    for (const item of listItems(list)) {
      if (item.kind === 'path') {
        this.readPath(item, owner)
      } else if (item.kind === 'call') {
        this.readPath(item.name, owner)
        for (const { name, value } of item.args.items) {
          if (name) this.push(name, { kind: 'argument', of: KEY_FIELD, name: name.text })
          if (!value) continue
          if (name?.text === 'sort') this.readWord(value, 'sort')
          else if (name?.text === 'ops') this.readWord(value, 'operatorClass')
          else this.readExpression(value)
        }
      }
    }
  }

  private readPath(node: Range & { readonly text: string }, start: Block | null): void {
    let owner: Block | null = start
    let { from } = node
    for (const name of node.text.split('.')) {
      const field: Field | undefined = owner?.fields.find((field) => field.name === name)
      const to = from + name.length
      this.push({ from, to }, owner && field ? { kind: 'field', block: owner, field } : null)
      from = to + 1
      owner = (field && this.lookUp(field.typeName)) ?? null
    }
  }

  /** `{ active: true }` or `raw("…")`. */
  private readCondition({ args }: AttributeNode, value: Expression): void {
    if (value.kind !== 'object' || argumentValue(args, 'where') !== value) {
      this.readExpression(value)
      return
    }
    for (const { name, value: operand } of value.entries) {
      if (name) this.readPath(name, this.block)
      if (operand) this.readExpression(operand)
    }
  }

  /** Any other value; `values` is the enum whose values may stand in it. */
  private readExpression(value: Expression, values: Block | null = null): void {
    if (value.kind === 'path') {
      const found = values?.values.find(({ name }) => name === value.text)
      if (values && found) this.push(value, { kind: 'value', block: values, value: found })
      else if (values || !isConstant(value.text)) this.push(value, null)
      else this.push(value, { kind: 'word', what: 'constant', name: value.text })
    } else if (value.kind === 'call') {
      this.push(value.name, { kind: 'function', name: value.name.text })
      for (const { name, value: argument } of value.args.items) {
        if (name) this.push(name, { kind: 'argument', of: value.name.text, name: name.text })
        if (argument) this.readExpression(argument)
      }
    } else if (value.kind === 'array') {
      for (const item of value.items) this.readExpression(item, values)
    } else if (value.kind === 'object') {
      for (const { value: operand } of value.entries) if (operand) this.readExpression(operand)
    }
  }
}
