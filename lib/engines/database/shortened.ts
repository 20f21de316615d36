/**
 * A `CREATE TABLE` without the part that PostgreSQL stumbled over, so that the rest of the table is
 * not lost with it: a default that calls an unknown function, a check, a constraint.
 */

/** A failed statement, as far as that tells which part of it to leave out. */
export interface FailedTable {
  readonly text: string
  readonly message: string
  /** In `text`, in UTF-16 code units; `null` if the database does not say where. */
  readonly offset: number | null
}

export interface Shortened {
  readonly text: string
  /** For the person: what was left out; `null` where `prisma db pull` would leave it out too. */
  readonly note: string | null
}

/** `null` if there is no telling what to leave out. */
export function shortened({ text, message, offset }: FailedTable): Shortened | null {
  if (!CREATE_TABLE.test(text)) return null
  const [, typeName] = /^type modifier is not allowed for type "([^"]+)"$/.exec(message) ?? []
  const tokens = tokensOf(text)
  if (typeName !== undefined) return withoutModifiers(text, tokens, typeName)
  if (offset === null) return null
  const element = elementAt(tokens, offset)
  if (element === null) return null
  const [first] = element
  if (first === undefined) return null
  const clause = TABLE_CONSTRAINT.test(first.text) ? null : clauseAt(element, offset)
  const note = `Left out of the table: ${message}.`
  if (clause !== null) return { text: cut(text, clause.from, clause.to), note }
  return { text: withoutElement(text, tokens, element), note }
}

const CREATE_TABLE = /^\s*create\s+(?:(?:global|local|temp|temporary|unlogged|foreign)\s+)*table\b/i
const TABLE_CONSTRAINT = /^(?:constraint|primary|unique|foreign|check|exclude|like)$/i
/** What a clause of a column begins with. */
const CLAUSE =
  /^(?:default|check|generated|constraint|references|collate|not|null|unique|primary|storage|compression)$/i

interface Token {
  readonly text: string
  readonly from: number
  readonly to: number
  /** How many parentheses are open around it; those of the table's own list make it 1. */
  readonly depth: number
}

const TOKEN =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|[\w$]+|\S/g

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let depth = 0
  for (const match of text.matchAll(TOKEN)) {
    const [token] = match
    if (token.startsWith('--') || token.startsWith('/*')) continue
    if (token === ')') depth--
    tokens.push({ text: token, from: match.index, to: match.index + token.length, depth })
    if (token === '(') depth++
  }
  return tokens
}

/** The tokens of the column or constraint at an offset; `null` outside the table's list. */
function elementAt(tokens: readonly Token[], offset: number): readonly Token[] | null {
  let element: Token[] = []
  let isInList = false
  for (const token of tokens) {
    const isEdge = token.depth === 0 || (token.depth === 1 && token.text === ',')
    if (!isEdge) {
      isInList = true
      element.push(token)
      continue
    }
    if (element.some(({ from, to }) => from <= offset && offset < to)) return element
    // What follows the list, such as PARTITION BY, is no part of a column.
    if (isInList && token.depth === 0) return null
    element = []
  }
  return null
}

/** From the word that a column's clause begins with to the next one. */
function clauseAt(
  element: readonly Token[],
  offset: number,
): { readonly from: number; readonly to: number } | null {
  const starts = element.filter(
    ({ text, depth }, at) =>
      at > 0 && depth === 1 && CLAUSE.test(text) && !/^not$/i.test(element[at - 1]?.text ?? ''),
  )
  let at = starts.findLastIndex(({ from }) => from <= offset)
  if (at < 0) return null
  const next = starts[/^constraint$/i.test(starts[at]?.text ?? '') ? at + 2 : at + 1]
  if (/^constraint$/i.test(starts[at - 1]?.text ?? '')) at--
  const last = element.at(-1)
  return { from: starts[at]?.from ?? 0, to: next?.from ?? last?.to ?? 0 }
}

function withoutElement(text: string, tokens: readonly Token[], element: readonly Token[]): string {
  const first = tokens.indexOf(element[0] as Token)
  const last = first + element.length - 1
  const [before, after] = [tokens[first - 1], tokens[last + 1]]
  if (after?.text === ',') return cut(text, element[0]?.from ?? 0, after.to)
  const from = before?.text === ',' ? before.from : (element[0]?.from ?? 0)
  return cut(text, from, after?.from ?? text.length)
}

/** `vector(3)` as `vector`: the stand-in of a type takes no arguments, nor does `Unsupported`. */
function withoutModifiers(
  text: string,
  tokens: readonly Token[],
  typeName: string,
): Shortened | null {
  const name = typeName.slice(typeName.lastIndexOf('.') + 1)
  let result = text
  for (let at = tokens.length - 2; at > 0; at--) {
    const [token, opening] = [tokens[at], tokens[at + 1]]
    if (opening?.text !== '(' || token?.text.replaceAll('"', '') !== name) continue
    const closing = tokens.findIndex(
      (other, index) => index > at + 1 && other.text === ')' && other.depth === opening.depth,
    )
    if (closing > 0) result = cut(result, opening.from, tokens[closing]?.to ?? opening.to)
  }
  return result === text ? null : { text: result, note: null }
}

function cut(text: string, from: number, to: number): string {
  return text.slice(0, from) + text.slice(to)
}
