/**
 * Searches the graph by everything that a schema says of a block: names, types, attributes as
 * they are written, names in the database, documentation. All words of a query must match, each
 * wherever it likes.
 */

import { blockAttributeNodes, enumValueNodes, fieldNodes } from '@/lib/psl/access'
import type { AttributeNode } from '@/lib/psl/syntax'
import { type Block, type FieldId, isDrawn, typeText } from './graph'

/** Why something matched: what it is, and the text as a person would recognise it. */
export interface SearchReason {
  readonly kind: 'name' | 'type' | 'attribute' | 'database' | 'documentation'
  /** `Role`, `@@index([email])`, `@map users`. */
  readonly text: string
}

export interface MemberMatch {
  readonly id: FieldId
  /** For each word that the member itself matches. */
  readonly reasons: readonly SearchReason[]
}

export interface BlockMatch {
  readonly block: Block
  /** What of the block itself matches; empty when only its members do. */
  readonly reasons: readonly SearchReason[]
  readonly members: readonly MemberMatch[]
}

export interface Query {
  /** What the query finds in the block; `null` when some word is nowhere in it. */
  match(block: Block): BlockMatch | null
}

/** The words of the query; `null` when there are none. */
export function matchQuery(query: string): Query | null {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return null
  return { match: (block) => matchBlock(block, words) }
}

function matchBlock(block: Block, words: readonly string[]): BlockMatch | null {
  if (!isDrawn(block.kind)) return null
  const own = blockFacts(block)
  const reasons = words.map((word) => findReason(own, word))
  const members: MemberMatch[] = []
  const missing = new Set(words.filter((_, index) => reasons[index] === null))
  const unmatched = new Set(missing)
  for (const { id, facts } of memberFacts(block)) {
    const found = words.flatMap((word): [string, SearchReason][] => {
      const reason = findReason(facts, word)
      return reason ? [[word, reason]] : []
    })
    const matched = new Set(found.map(([word]) => word))
    // Of words that the block has itself, a member need not remind.
    if (![...matched].some((word) => missing.has(word))) continue
    for (const word of matched) unmatched.delete(word)
    members.push({ id, reasons: distinct(found.map(([, reason]) => reason)) })
  }
  if (unmatched.size > 0) return null
  return { block, reasons: distinct(reasons.filter((reason) => reason !== null)), members }
}

function findReason(facts: readonly SearchReason[], word: string): SearchReason | null {
  return facts.find(({ text }) => text.toLowerCase().includes(word)) ?? null
}

function distinct(reasons: readonly SearchReason[]): SearchReason[] {
  return reasons.filter(
    ({ text }, index) => reasons.findIndex((other) => other.text === text) === index,
  )
}

/** In the order in which a reason is best: the name first. */
function blockFacts(block: Block): SearchReason[] {
  const attributes = blockAttributeNodes(block.syntax).map(({ attribute }) => attribute)
  return [
    { kind: 'name', text: block.name },
    ...databaseFact(block.databaseName, '@@map'),
    ...attributeFacts(block, attributes, '@@'),
    ...documentationFacts(block.documentation),
  ]
}

function memberFacts(block: Block): { id: FieldId; facts: SearchReason[] }[] {
  const fields = fieldNodes(block.syntax)
  const values = enumValueNodes(block.syntax)
  return [
    ...block.fields.map((field, index) => ({
      id: field.id,
      facts: [
        { kind: 'name' as const, text: field.name },
        { kind: 'type' as const, text: typeText(field) },
        ...databaseFact(field.databaseName, '@map'),
        ...attributeFacts(block, fields[index]?.attributes ?? [], '@'),
        ...documentationFacts(field.documentation),
      ],
    })),
    ...block.values.map((value, index) => ({
      id: value.id,
      facts: [
        { kind: 'name' as const, text: value.name },
        ...databaseFact(value.databaseName, '@map'),
        ...attributeFacts(block, values[index]?.attributes ?? [], '@'),
        ...documentationFacts(value.documentation),
      ],
    })),
  ]
}

function databaseFact(name: string | null, attribute: string): SearchReason[] {
  return name === null ? [] : [{ kind: 'database', text: `${attribute} ${name}` }]
}

/** As written, white space included, without the arguments of `@map`, which are a fact already. */
function attributeFacts(
  { syntax }: Block,
  attributes: readonly AttributeNode[],
  sign: string,
): SearchReason[] {
  return attributes
    .filter(({ name }) => name.text !== 'map')
    .map(({ name, args }) => ({
      kind: 'attribute',
      text: sign + name.text + (args ? syntax.text.slice(args.from, args.to) : ''),
    }))
}

function documentationFacts(documentation: string): SearchReason[] {
  return documentation === ''
    ? []
    : documentation.split('\n').map((text) => ({ kind: 'documentation', text }))
}
