/** The attributes that a field, an enum value or a block can still have. */

import { nativeTypeChoices } from '@/lib/commands/native-types'
import { defaultSchema, hasPreviewFeature } from '@/lib/commands/providers'
import type { Block } from '@/lib/schema/graph'
import { keyKinds } from '@/lib/schema/key-options'
import { isScalarType } from '@/lib/schema/scalars'
import { attributeFact, BLOCK_ATTRIBUTES, FIELD_ATTRIBUTES } from '../facts/attributes'
import { reference, signatureText } from '../facts/fact'
import type { LanguageSnapshot } from '../snapshot'
import { type CompletionItems, stop } from './item'

/** What the line of a field says so far. */
export interface FieldLine {
  readonly typeName: string
  readonly suffix: string
  /** With their `@`. */
  readonly attributes: readonly string[]
  /** The word at the caret, which stays on offer although it is there. */
  readonly current: string
}

export function completeFieldAttributes(
  snapshot: LanguageSnapshot,
  block: Block,
  line: FieldLine,
  items: CompletionItems,
): void {
  const { graph } = snapshot
  for (const name of Object.keys(FIELD_ATTRIBUTES)) {
    const label = `@${name}`
    if (line.attributes.includes(label)) continue
    if (fits(snapshot, block, line, name) || line.current === label)
      addAttribute(items, 'field', name)
  }
  const { datasource } = graph
  const choices = nativeTypeChoices(graph.provider, line.typeName)
  const prefix = `@${datasource?.name}`
  const hasNative = line.attributes.some((attribute) => attribute.startsWith(`${prefix}.`))
  if (block.kind !== 'enum' && datasource?.name && choices.length > 0 && !hasNative) {
    items.add({
      label: prefix,
      kind: 'attribute',
      insert: `${prefix}.`,
      detail: 'native type',
      fact: {
        summary: 'The type of the column in the database itself.',
        link: reference('model-field-scalar-types'),
      },
      asksAgain: true,
    })
  }
}

/** Found by trying the engines of Prisma 7.10 and 6.19. */
function fits(
  { graph }: LanguageSnapshot,
  block: Block,
  { typeName, suffix }: FieldLine,
  name: string,
): boolean {
  if (block.kind === 'enum') return name === 'map'
  const kind = graph.blockByName.get(typeName)?.kind ?? null
  const isRelation = kind === 'model' || kind === 'view'
  const isColumn = isScalarType(typeName) || kind === 'enum' || typeName === 'Unsupported'
  const isUnknown = !isRelation && !isColumn && kind === null
  const isComposite = block.kind === 'type'
  switch (name) {
    case 'id':
      return (
        block.kind === 'model' &&
        suffix === '' &&
        (isColumn || isUnknown) &&
        !block.keys.some((key) => key.kind === 'id')
      )
    case 'unique':
      return !isComposite && (isColumn || isUnknown)
    case 'updatedAt':
      return !isComposite && suffix !== '[]' && (typeName === 'DateTime' || typeName === '')
    case 'default':
      return isColumn || isUnknown
    case 'relation':
      return !isComposite && (isRelation || isUnknown)
    case 'map':
      return !isRelation
    case 'ignore':
      return !isComposite && !block.isIgnored
    case 'shardKey':
      return isColumn && hasShardKeys(graph)
    default:
      return false
  }
}

export function completeBlockAttributes(
  { graph }: LanguageSnapshot,
  block: Block,
  items: CompletionItems,
  current: string,
): void {
  for (const name of Object.keys(BLOCK_ATTRIBUTES)) {
    if (fitsBlock(graph, block, name) || current === `@@${name}`) addAttribute(items, 'block', name)
  }
}

function fitsBlock(graph: LanguageSnapshot['graph'], block: Block, name: string): boolean {
  const { kind } = block
  const isTable = kind === 'model' || kind === 'view'
  switch (name) {
    case 'id':
    case 'unique':
    case 'index':
    case 'fulltext':
      if (name === 'id' && block.keys.some((key) => key.kind === 'id')) return false
      return keyKinds(graph.provider, kind).includes(name)
    case 'map':
      return (isTable || kind === 'enum') && block.databaseName === null
    case 'schema':
      return (
        (isTable || kind === 'enum') &&
        block.databaseSchema === null &&
        defaultSchema(graph) !== null
      )
    case 'ignore':
      return isTable && !block.isIgnored
    case 'shardKey':
      return kind === 'model' && hasShardKeys(graph)
    default:
      return false
  }
}

function hasShardKeys(graph: LanguageSnapshot['graph']): boolean {
  return graph.provider === 'mysql' && hasPreviewFeature(graph, 'shardKeys')
}

/** What each attribute has in its brackets to start with. */
const CONTENTS: Readonly<Record<string, string>> = {
  '@default': '($1)$0',
  '@relation': '(fields: [$1], references: [$2])$0',
  '@map': '("$1")$0',
  '@@map': '("$1")$0',
  '@@schema': '("$1")$0',
  '@@id': '([$1])$0',
  '@@unique': '([$1])$0',
  '@@index': '([$1])$0',
  '@@fulltext': '([$1])$0',
  '@@shardKey': '([$1])$0',
}

function addAttribute(items: CompletionItems, on: 'field' | 'block', name: string): void {
  const label = (on === 'field' ? '@' : '@@') + name
  const fact = attributeFact(on, name)
  const contents = CONTENTS[label]
  items.add({
    label,
    kind: 'attribute',
    ...(contents ? { snippet: label + contents } : {}),
    detail: fact?.parameters && contents ? signatureText(label, fact) : '',
    fact,
    asksAgain: contents !== undefined,
  })
}

/** The types behind `@db.` that fit the field. */
export function completeNativeTypes(
  { graph }: LanguageSnapshot,
  { typeName }: Pick<FieldLine, 'typeName'>,
  items: CompletionItems,
): void {
  for (const { name, argument, isArgumentRequired } of nativeTypeChoices(
    graph.provider,
    typeName,
  )) {
    const fact = {
      summary: `\`${name}\` of the database, for a field of type \`${typeName}\`.`,
      link: reference('model-field-scalar-types'),
    }
    if (!isArgumentRequired) items.add({ label: name, kind: 'nativeType', fact })
    if (argument === null) continue
    const isLength = argument === 'length'
    items.add({
      label: `${name}(${isLength ? 'n' : 'p, s'})`,
      kind: 'nativeType',
      snippet: isLength
        ? `${name}(${stop(1, 'n')})$0`
        : `${name}(${stop(1, '10')}, ${stop(2, '2')})$0`,
      detail: isLength ? '' : 'precision and scale',
      fact,
      filter: name,
    })
  }
}
