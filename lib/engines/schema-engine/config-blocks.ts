/** Finds the `datasource` and `generator` blocks of a schema and the properties in them. */
import { type Token, tokenize } from './tokens'

export interface ConfigBlock {
  readonly keyword: 'datasource' | 'generator'
  readonly properties: readonly ConfigProperty[]
}

/** One `key = value`. Offsets are UTF-16. */
export interface ConfigProperty {
  readonly key: string
  readonly from: number
  readonly to: number
  /** The value's tokens, without newlines; at least one. */
  readonly value: readonly Token[]
}

/** The configuration blocks of a file, in order; blocks of other kinds are passed over. */
export function configBlocks(text: string): ConfigBlock[] {
  const reader = new Reader(text)
  const blocks: ConfigBlock[] = []
  while (reader.token) {
    const keyword = reader.text
    if (
      (keyword === 'datasource' || keyword === 'generator') &&
      reader.peek(1)?.kind === 'word' &&
      reader.peekText(2) === '{'
    ) {
      reader.skip(3)
      blocks.push({ keyword, properties: readProperties(reader) })
    } else if (keyword === '{') {
      skipBraces(reader)
    } else {
      reader.skip(1)
    }
  }
  return blocks
}

function readProperties(reader: Reader): ConfigProperty[] {
  const properties: ConfigProperty[] = []
  while (reader.token && reader.text !== '}') {
    const start = reader.token
    if (start.kind === 'word' && reader.peekText(1) === '=') {
      const key = reader.text
      reader.skip(2)
      const value = readValue(reader)
      const last = value.at(-1)
      if (last) properties.push({ key, from: start.from, to: last.to, value })
    } else {
      reader.skip(1)
    }
  }
  reader.skip(1)
  return properties
}

/** Reads to the end of the line, or further as long as a bracket is open. */
function readValue(reader: Reader): Token[] {
  const value: Token[] = []
  let depth = 0
  while (reader.token) {
    if (reader.token.kind === 'newline') {
      if (depth === 0) break
    } else {
      if (reader.text === '}') break
      if (reader.text === '[' || reader.text === '(') depth += 1
      if (reader.text === ']' || reader.text === ')') depth -= 1
      value.push(reader.token)
    }
    reader.skip(1)
  }
  return value
}

function skipBraces(reader: Reader): void {
  let depth = 0
  while (reader.token) {
    if (reader.text === '{') depth += 1
    if (reader.text === '}') depth -= 1
    reader.skip(1)
    if (depth === 0) return
  }
}

class Reader {
  private readonly tokens: readonly Token[]
  private index = 0

  constructor(private readonly source: string) {
    this.tokens = tokenize(source)
  }

  get token(): Token | undefined {
    return this.tokens[this.index]
  }

  get text(): string {
    return this.peekText(0)
  }

  peek(ahead: number): Token | undefined {
    return this.tokens[this.index + ahead]
  }

  peekText(ahead: number): string {
    const token = this.peek(ahead)
    return token ? this.source.slice(token.from, token.to) : ''
  }

  skip(count: number): void {
    this.index += count
  }
}
