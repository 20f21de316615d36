/** From the bytes of a file to its text, and whether that text is a schema. */

export type FileText =
  | {
      readonly text: string
      /** What was changed in reading it, as a sentence after the file's name, or `null`. */
      readonly note: string | null
    }
  /** Why there is no text, as a sentence after the file's name. */
  | { readonly problem: string }

/** How far to look for the zero bytes that give away a binary file. */
const BINARY_SAMPLE = 8000

/**
 * Reads UTF-8 strictly and keeps its byte order mark; reads UTF-16 when a byte order mark says so,
 * without the mark, since Prisma itself reads UTF-8 only. Nothing is ever replaced silently.
 */
export function decodeText(bytes: Uint8Array): FileText {
  const utf16 = utf16Encoding(bytes)
  if (utf16 !== null) {
    const text = decode(bytes.subarray(2), utf16)
    if (text === null) return { problem: 'is not readable: it is not proper UTF-16 text.' }
    return { text, note: 'was UTF-16 text and is kept as UTF-8, which Prisma needs.' }
  }
  if (bytes.subarray(0, BINARY_SAMPLE).includes(0)) {
    return { problem: 'is not a text file.' }
  }
  const text = decode(bytes, 'utf-8')
  if (text !== null) return { text, note: null }
  return {
    problem:
      'is not readable: it is not UTF-8 text. Save it as UTF-8 in your editor and open it again.',
  }
}

export type TextKind = 'schema' | 'prisma-1' | 'other'

const COMMENTS_AND_STRINGS = /"(?:[^"\\\n]|\\.)*"|\/\/.*|#.*|\/\*[\s\S]*?\*\//g
const SCHEMA_BLOCK = /^[ \t]*(?:datasource|generator|model|view|enum|type|types)\b[^{\n]*\{/m
const ONLY_IN_SCHEMAS = /^[ \t]*(?:datasource|generator|model|view)[ \t]+[^\s{]+[ \t]*\{/m
const GRAPHQL_TYPE = /^[ \t]*(?:type|interface|input|scalar|union|extend)[ \t]+\w+/m
const GRAPHQL_FIELD = /^[ \t]*\w+[ \t]*(?:\([^)]*\))?[ \t]*:[ \t]*\[?[ \t]*\w+/m

/**
 * Tells Prisma schemas from the GraphQL data models of Prisma 1, which used the same file ending
 * (`type User { name: String! }`). Text without any block, empty text for example, is `other`.
 */
export function textKind(text: string): TextKind {
  const code = text.replace(COMMENTS_AND_STRINGS, '')
  if (!ONLY_IN_SCHEMAS.test(code) && GRAPHQL_TYPE.test(code) && GRAPHQL_FIELD.test(code)) {
    return 'prisma-1'
  }
  return SCHEMA_BLOCK.test(code) ? 'schema' : 'other'
}

function utf16Encoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
