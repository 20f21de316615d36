/** In which language a script is written: the SQL of a database, or DBML. */

import { detectDialect } from '@/lib/interchange/sql/detect-dialect'
import type { SqlDialect } from '@/lib/interchange/sql/lexical'

export type ScriptLanguage = SqlDialect | 'dbml'

export const LANGUAGE_NAMES: Readonly<Record<ScriptLanguage, string>> = {
  postgresql: 'PostgreSQL',
  mysql: 'MySQL or MariaDB',
  sqlite: 'SQLite',
  sqlserver: 'SQL Server',
  dbml: 'DBML',
}

/** What DBML begins its blocks with; SQL has `CREATE` before. */
const DBML_BLOCK = /^[ \t]*(?:table|enum|project|tablegroup)\s+[^\n;(]*\{|^[ \t]*ref\b[^\n;(]*:/im

/** How much of a text is looked at, in UTF-16 code units. */
const SAMPLE = 200_000

/** Told from the file's name, else from the text; `null` where neither tells. */
export function languageOf(text: string, fileName: string | null): ScriptLanguage | null {
  if (fileName !== null && /\.dbml$/i.test(fileName)) return 'dbml'
  const sample = text.slice(0, SAMPLE)
  if (DBML_BLOCK.test(sample) && !/\bcreate\s+table\b/i.test(sample)) return 'dbml'
  return detectDialect(sample)
}
