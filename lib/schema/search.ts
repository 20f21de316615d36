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
  /** `Role`, `@@index([email])`, `@map users`, `…who log in.`. */
  readonly text: string
}

export interface MemberMatch {
  readonly id: FieldId
  /** For each word that the member itself matches. */
  readonly reasons: readonly SearchReason[]
  /** Whether it and its block have every word, so that it is a result without other members. */
  readonly isWhole: boolean
}

export interface BlockMatch {
  readonly block: Block
  /** What of the block itself matches; empty when only its members do. */
  readonly reasons: readonly SearchReason[]
  /** Whether the block itself has every word, so that it is a result without its members. */
  readonly isWhole: boolean
  /**
   * Members that have what the block itself lacks, or all that its name lacks: a block that is
   * found by its name does not list each member of which the same could be said.
   */
  readonly members: readonly MemberMatch[]
}

export interface Query {
  /** What the query finds in the block; `null` when some word is nowhere in it. */
  match(block: Block): BlockMatch | null
}

/** Something that a schema says, with the lower case in which it is looked for. */
interface Fact extends SearchReason {
  readonly lower: string
}

/** The facts of one thing, and all of them in one text, in which most words are not. */
interface Said {
  readonly facts: readonly Fact[]
  readonly lower: string
}

interface BlockFacts {
  readonly own: Said
  readonly members: readonly (Said & { readonly id: FieldId })[]
}

/** The most letters of documentation before the word that was looked for. */
const LEAD = 16

/** The words of a query, in lower case. */
export function queryWords(query: string): string[] {
  return query.trim().toLowerCase().split(/\s+/).filter(Boolean)
}

/** What the words of the query find; `null` when there are none. */
export function matchQuery(query: string): Query | null {
  const words = [...new Set(queryWords(query))]
  if (words.length === 0) return null
  return { match: (block) => matchBlock(block, words) }
}

/** What else than its name made something match, as one text; `null` when its name says it all. */
export function reasonText(reasons: readonly SearchReason[]): string | null {
  const texts = reasons.filter(({ kind }) => kind !== 'name').map(({ text }) => text)
  return texts.length > 0 ? texts.join(' · ') : null
}

function matchBlock(block: Block, words: readonly string[]): BlockMatch | null {
  if (!isDrawn(block.kind)) return null
  const { own, members: candidates } = factsOf(block)
  const found = words.map((word) => findFact(own, word))
  const missing = words.filter((_, index) => !found[index])
  const unnamed = words.filter((_, index) => found[index]?.kind !== 'name')
  const unmatched = new Set(missing)
  const members: MemberMatch[] = []
  if (unnamed.length > 0) {
    for (const member of candidates) {
      const has = (word: string) => member.lower.includes(word)
      if (!missing.some(has) && !unnamed.every(has)) continue
      for (const word of missing) if (has(word)) unmatched.delete(word)
      const facts = words.map((word) => findFact(member, word))
      members.push({
        id: member.id,
        reasons: reasonsOf(facts, words),
        isWhole: missing.every(has),
      })
    }
  }
  if (unmatched.size > 0) return null
  return { block, reasons: reasonsOf(found, words), isWhole: missing.length === 0, members }
}

function findFact({ facts, lower }: Said, word: string): Fact | undefined {
  return lower.includes(word) ? facts.find((fact) => fact.lower.includes(word)) : undefined
}

function reasonsOf(
  found: readonly (Fact | undefined)[],
  words: readonly string[],
): readonly SearchReason[] {
  const facts = new Set(found.filter((fact) => fact !== undefined))
  return [...facts].map((fact) => ({
    kind: fact.kind,
    text: fact.kind === 'documentation' ? excerpt(fact, words) : fact.text,
  }))
}

/** A line of documentation from shortly before the first word, which would else be cut off. */
function excerpt({ text, lower }: Fact, words: readonly string[]): string {
  const places = words.map((word) => lower.indexOf(word)).filter((at) => at >= 0)
  const at = Math.min(...places)
  if (at <= LEAD) return text
  const gap = text.indexOf(' ', at - LEAD)
  return `…${text.slice(gap >= 0 && gap < at ? gap + 1 : at)}`
}

/** What an edit did not touch is not read again. */
const read = new WeakMap<Block, BlockFacts>()

/** Of a block whose text is broken, what it said before, as it is drawn. */
function factsOf(block: Block): BlockFacts {
  let facts = read.get(block)
  if (!facts) {
    const shape = block.lastGood ?? block
    facts = { own: blockFacts(shape, block.name), members: memberFacts(shape) }
    read.set(block, facts)
  }
  return facts
}

/** In the order in which a reason is best: the name first. */
function blockFacts(block: Block, name: string): Said {
  const attributes = blockAttributeNodes(block.syntax).map(({ attribute }) => attribute)
  return said([
    fact('name', name),
    ...databaseFact(block.databaseName, '@@map'),
    ...attributeFacts(block, attributes, '@@'),
    ...documentationFacts(block.documentation),
  ])
}

function memberFacts(block: Block): BlockFacts['members'] {
  const fields = fieldNodes(block.syntax)
  const values = enumValueNodes(block.syntax)
  return [
    ...block.fields.map((field, index) => ({
      id: field.id,
      ...said([
        fact('name', field.name),
        fact('type', typeText(field)),
        ...databaseFact(field.databaseName, '@map'),
        ...attributeFacts(block, fields[index]?.attributes ?? [], '@'),
        ...documentationFacts(field.documentation),
      ]),
    })),
    ...block.values.map((value, index) => ({
      id: value.id,
      ...said([
        fact('name', value.name),
        ...databaseFact(value.databaseName, '@map'),
        ...attributeFacts(block, values[index]?.attributes ?? [], '@'),
        ...documentationFacts(value.documentation),
      ]),
    })),
  ]
}

function said(facts: readonly Fact[]): Said {
  return { facts, lower: facts.map(({ lower }) => lower).join('\n') }
}

function fact(kind: SearchReason['kind'], text: string, lookedFor = text): Fact {
  return { kind, text, lower: lookedFor.toLowerCase() }
}

/** Found by the name, and by the attribute as it is written. */
function databaseFact(name: string | null, attribute: string): Fact[] {
  if (name === null) return []
  const text = `${attribute} ${name}`
  return [fact('database', text, `${text} ${attribute}("${name}")`)]
}

/** As written, white space included, without the arguments of `@map`, which are a fact already. */
function attributeFacts(
  { syntax }: Block,
  attributes: readonly AttributeNode[],
  sign: string,
): Fact[] {
  return attributes
    .filter(({ name }) => name.text !== 'map')
    .map(({ name, args }) => {
      const written = args ? syntax.text.slice(args.from, args.to) : ''
      return fact('attribute', sign + name.text + written)
    })
}

function documentationFacts(documentation: string): Fact[] {
  if (documentation === '') return []
  return documentation.split('\n').map((line) => fact('documentation', line))
}
