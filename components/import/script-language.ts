/** In which language a script is written: the SQL of a database, or DBML. */

import { detectDialect } from '@/lib/interchange/sql/detect-dialect'
import type { SqlDialect } from '@/lib/interchange/sql/lexical'

export type ScriptLanguage = SqlDialect | 'dbml'

/** What DBML begins its blocks with; SQL has `CREATE` before. */
const DBML_BLOCK = /^[ \t]*(?:table|enum|project|tablegroup)\s+[^\n;(]*\{|^[ \t]*ref\b[^\n;(]*:/im

/** Told from the file's name, else from the text; `null` where neither tells. */
export function languageOf(text: string, fileName: string | null): ScriptLanguage | null {
  if (fileName !== null && /\.dbml$/i.test(fileName)) return 'dbml'
  if (DBML_BLOCK.test(text) && !/\bcreate\s+table\b/i.test(text)) return 'dbml'
  return detectDialect(text)
}
