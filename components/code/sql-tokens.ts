/**
 * Tells the parts of SQL apart for colouring: what Prisma Migrate writes, for any of its
 * databases, and the script for MongoDB, whose comments begin otherwise. Words that are neither keywords nor types stay plain.
 */

import { type Token, TokenList } from './token'

const KEYWORDS = new Set(
  `ADD ALL ALTER AND AS ASC AUTOINCREMENT BEGIN BY CASCADE CHECK CLUSTERED COLLATE COLUMN COMMENT
  COMMIT CONSTRAINT CREATE CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DATABASE DEFAULT DEFERRABLE
  DELETE DESC DROP ENUM EXISTS EXTENSION FALSE FOREIGN FROM FULLTEXT GENERATED HASH IDENTITY IF IN
  INDEX INSERT INTO IS KEY NO NONCLUSTERED NOT NULL ON OR PRAGMA PRIMARY REFERENCES RENAME RESTRICT
  SCHEMA SELECT SEQUENCE SET SPATIAL TABLE TO TRUE TYPE UNIQUE UPDATE USING VALUES VIEW WHERE WITH
  ACTION`.split(/\s+/),
)

const TYPES = new Set(
  `BIGINT BIGSERIAL BINARY BIT BLOB BOOL BOOLEAN BYTEA BYTES CHAR CHARACTER CIDR CITEXT DATE DATETIME
  DATETIME2 DATETIMEOFFSET DECIMAL DOUBLE FLOAT FLOAT4 FLOAT8 INET INT INT2 INT4 INT8 INTEGER
  INTERVAL JSON JSONB LONGBLOB LONGTEXT MEDIUMBLOB MEDIUMINT MEDIUMTEXT MONEY NCHAR NTEXT NUMERIC
  NVARCHAR OID PRECISION REAL SERIAL SERIAL4 SMALLINT SMALLSERIAL STRING TEXT TIME TIMESTAMP
  TIMESTAMPTZ TIMETZ TINYBLOB TINYINT TINYTEXT UNIQUEIDENTIFIER UNSIGNED UUID VARBINARY VARBIT
  VARCHAR VARYING XML YEAR`.split(/\s+/),
)

const PARTS = new RegExp(
  [
    '(?<space>\\s+)',
    '(?<comment>(?:--|//)[^\\n]*|/\\*[^]*?(?:\\*/|$))',
    // Quotes inside are doubled. One that nothing closes ends with its line.
    "(?<string>'(?:[^'\\n]|''|\\n(?=[^']*'))*(?:'|(?=\\n|$)))",
    '(?<name>"(?:[^"\\n]|"")*"?|`(?:[^`\\n]|``)*`?|\\[[A-Za-z_][^\\]\\n]*\\])',
    '(?<number>\\d+(?:\\.\\d+)?)',
    '(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*)',
    '(?<other>[^])',
  ].join('|'),
  'uy',
)

/** The tokens of a whole text. */
export function tokenizeSql(text: string): Token[] {
  const list = new TokenList()
  PARTS.lastIndex = 0
  for (let from = 0; from < text.length; from = PARTS.lastIndex) {
    const parts = PARTS.exec(text)?.groups
    if (!parts) break
    if (parts.space !== undefined) list.add(from, 'text')
    else if (parts.comment !== undefined) list.add(from, 'comment')
    else if (parts.string !== undefined) list.add(from, 'string')
    else if (parts.name !== undefined) list.add(from, 'text')
    else if (parts.number !== undefined) list.add(from, 'number')
    else if (parts.word !== undefined) list.add(from, kindOfWord(parts.word))
    else list.add(from, 'punctuation')
  }
  return list.tokens
}

function kindOfWord(word: string): 'keyword' | 'scalar' | 'text' {
  const upper = word.toUpperCase()
  if (KEYWORDS.has(upper)) return 'keyword'
  return TYPES.has(upper) ? 'scalar' : 'text'
}

/** What a line starts within. */
export type SqlLineState = 'plain' | 'string' | 'comment'

export const INITIAL_SQL_STATE: SqlLineState = 'plain'

/** The tokens of one line, for an editor that reads line by line. */
export function tokenizeSqlLine(
  line: string,
  before: SqlLineState,
): { tokens: Token[]; state: SqlLineState } {
  // What is open is opened again in front of the line, and its tokens moved back.
  const opening = { plain: '', string: "'", comment: '/*' }[before]
  const text = opening + line
  const tokens = tokenizeSql(text).map(({ from, kind }) => ({
    from: Math.max(0, from - opening.length),
    kind,
  }))
  return { tokens, state: stateAfter(text) }
}

/** Line by line, a quote that nothing closes goes on; in a whole text it would end with its line. */
function stateAfter(text: string): SqlLineState {
  let state: SqlLineState = 'plain'
  for (let at = 0; at < text.length; at++) {
    const two = text.slice(at, at + 2)
    if (state === 'comment') {
      if (two === '*/') {
        state = 'plain'
        at++
      }
    } else if (state === 'string') {
      if (text[at] === "'") state = 'plain'
    } else if (two === '--' || two === '//') {
      return state
    } else if (two === '/*') {
      state = 'comment'
      at++
    } else if (text[at] === "'") {
      state = 'string'
    } else if (text[at] === '"' || text[at] === '`') {
      const end = text.indexOf(text[at] as string, at + 1)
      if (end < 0) return state
      at = end
    }
  }
  return state
}
