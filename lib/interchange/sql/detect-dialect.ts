/**
 * Tells from its text which database a script was written for: what its dump tool wrote on top, and
 * words and quotes that only one dialect has. It looks at a bounded part of the text.
 */

import type { SqlDialect } from './lexical'

/** The likeliest dialect, `null` if nothing in the text speaks for one more than for the others. */
export function detectDialect(sql: string): SqlDialect | null {
  const sample = sql.slice(0, SAMPLE)
  let best: SqlDialect | null = null
  let most = 0
  for (const dialect of DIALECTS) {
    let score = 0
    for (const { pattern, weight } of SIGNS[dialect]) if (pattern.test(sample)) score += weight
    if (score === most) best = null
    if (score <= most) continue
    most = score
    best = dialect
  }
  return best
}

/** Whether a script that looks like PostgreSQL's was written by CockroachDB: `SHOW CREATE ALL TABLES`. */
export function isCockroach(sql: string): boolean {
  return COCKROACH.test(sql.slice(0, SAMPLE))
}

/** What only CockroachDB writes into a table, in the form in which it lists one. */
const COCKROACH =
  /^[ \t]*FAMILY "?\w+"? \(|\bunique_rowid\(\)|\bcrdb_(?:internal|region)|^[ \t]*(?:UNIQUE |INVERTED )?INDEX "?\w+"? \([^)\n]* (?:ASC|DESC)|:::\w|\bUSING HASH\b.*\bbucket_count\b/m

const SAMPLE = 200_000
const DIALECTS: readonly SqlDialect[] = ['postgresql', 'mysql', 'sqlite', 'sqlserver']

interface Sign {
  readonly pattern: RegExp
  readonly weight: number
}

const SIGNS: Record<SqlDialect, readonly Sign[]> = {
  postgresql: [
    { pattern: /^-- (?:Dumped (?:from|by)|PostgreSQL database)/m, weight: 20 },
    { pattern: /^\\(?:connect|restrict|c|set)\b/m, weight: 8 },
    { pattern: /\bCOPY\b[^;\n]{0,2000}\bFROM stdin/i, weight: 8 },
    { pattern: /\b(?:BIG|SMALL)?SERIAL\b|\bTIMESTAMPTZ\b|\bJSONB\b|\bBYTEA\b/i, weight: 5 },
    {
      pattern: /\btimestamp(?:\(\d\))? with(?:out)? time zone\b|\bcharacter varying\b/i,
      weight: 5,
    },
    {
      pattern: /\bCREATE EXTENSION\b|\bOWNER TO\b|\bCREATE TYPE\b[^;]{0,200}\bAS ENUM\b/i,
      weight: 5,
    },
    { pattern: COCKROACH, weight: 20 },
    {
      pattern:
        /::\w|\$\$|\bnextval\(|\bplpgsql\b|\bgen_random_uuid\(|\bUSING (?:btree|gin|gist)\b/i,
      weight: 4,
    },
  ],
  mysql: [
    { pattern: /^-- (?:MySQL|MariaDB) dump|^\/\*M?!/m, weight: 20 },
    { pattern: /\bENGINE\s*=\s*\w/i, weight: 10 },
    { pattern: /\bAUTO_INCREMENT\b/i, weight: 8 },
    { pattern: /^[ \t]*DELIMITER[ \t]/im, weight: 6 },
    {
      pattern: /\bDEFAULT CHARSET\b|\bCHARACTER SET\b|\bON UPDATE CURRENT_TIMESTAMP\b/i,
      weight: 5,
    },
    { pattern: /\b(?:TINY|MEDIUM)(?:INT|TEXT|BLOB)\b|\bLONGTEXT\b|\bUNSIGNED\b/i, weight: 4 },
    { pattern: /\bCREATE TABLE (?:IF NOT EXISTS )?`/i, weight: 4 },
    { pattern: /\bADD CONSTRAINT `|\bENUM\s*\(\s*'/i, weight: 3 },
  ],
  sqlite: [
    { pattern: /\bsqlite_(?:sequence|stat1|master)\b/i, weight: 10 },
    { pattern: /\bAUTOINCREMENT\b|^[ \t]*PRAGMA\s/im, weight: 10 },
    { pattern: /\bWITHOUT ROWID\b|\bSTRICT\s*;|\bCREATE VIRTUAL TABLE\b/i, weight: 8 },
    { pattern: /^\.(?:schema|tables|mode|dump|headers)\b/m, weight: 8 },
    { pattern: /\bINTEGER (?:NOT NULL )?PRIMARY KEY\b/i, weight: 3 },
    { pattern: /\bstrftime\(|\bdatetime\('now'/i, weight: 4 },
    {
      pattern: /\bCREATE TABLE (?:IF NOT EXISTS )?[["]?\w+[\]"]?\s*\(\s*[["]?\w+[\]"]? INTEGER\b/i,
      weight: 1,
    },
  ],
  sqlserver: [
    { pattern: /^\/\*{6} Object:/m, weight: 20 },
    { pattern: /^[ \t]*GO[ \t\r]*$/im, weight: 10 },
    { pattern: /\bSET (?:ANSI_NULLS|QUOTED_IDENTIFIER) O(?:N|FF)\b/i, weight: 8 },
    { pattern: /\[dbo\]|\bdbo\./i, weight: 8 },
    { pattern: /\bIDENTITY\s*\(\s*\d+\s*,|\b(?:NON)?CLUSTERED\b/i, weight: 8 },
    {
      pattern:
        /\bN?VARCHAR\s*\(\s*MAX\s*\)|\[n?varchar\]|\bUNIQUEIDENTIFIER\b|\bDATETIME(?:2|OFFSET)\b/i,
      weight: 6,
    },
    { pattern: /\bGETDATE\(\)|\bNEWID\(\)|\bSYSUTCDATETIME\(\)|\bBEGIN TRY\b/i, weight: 5 },
    { pattern: /\bNVARCHAR\b|\bCREATE TABLE \[/i, weight: 3 },
  ],
}
