/**
 * Sorts the statements of a script into those that an embedded database is to execute and those
 * that are passed over. It executes nothing, so a worker can do it before a database is started.
 */
import { extensionsOf } from './extensions'
import { passedOver } from './passed-over'
import type { EmbeddedProvider, PreparedScript, ScriptStatement, SkippedStatement } from './shared'

/** A piece of a script; one with a problem, such as a string that is never closed, is not executed. */
export interface ScriptPiece extends ScriptStatement {
  readonly problem?: string
}

/** Neighbouring statements that are passed over for the same reason are given as one. */
export function prepareScript(
  pieces: Iterable<ScriptPiece>,
  provider: EmbeddedProvider,
): PreparedScript {
  const statements: ScriptStatement[] = []
  const skipped: SkippedStatement[] = []
  const virtual = provider === 'sqlite' ? new VirtualTables() : null
  let lastReason: string | null = null
  for (const { text, line, problem } of pieces) {
    virtual?.note(text)
    const reason = problem ?? virtual?.reasonFor(text) ?? passedOver(text, provider)
    if (reason === null) statements.push({ text, line })
    else if (reason !== '' && reason !== lastReason) {
      skipped.push({ text: text.slice(0, SHOWN), line, reason })
    }
    if (reason !== '') lastReason = reason
  }
  const extensions =
    provider === 'postgresql' ? extensionsOf(statements.map(({ text }) => text)) : []
  return { provider, statements, skipped, extensions }
}

/** How much of a skipped statement is kept, in UTF-16 code units. */
const SHOWN = 500

/** SQLite keeps what is in a virtual table in tables of its own, which dumps create as well. */
class VirtualTables {
  private readonly names = new Set<string>()

  note(text: string): void {
    // `.dump` writes the statement as a row of SQLite's own table.
    const [, name] = VIRTUAL.exec(text.slice(0, 400)) ?? []
    if (name !== undefined) this.names.add(name.toLowerCase())
  }

  reasonFor(text: string): string | null {
    if (this.names.size === 0) return null
    const [, name = '', ending = ''] = OWN_TABLE.exec(text.slice(0, 400)) ?? []
    return ending !== '' && this.names.has(name.toLowerCase()) ? '' : null
  }
}

const VIRTUAL = /\bcreate\s+virtual\s+table\s+(?:if\s+not\s+exists\s+)?["'`[]*(\w+)/i
/** Of FTS3, 4 and 5 and of the R*Tree: https://sqlite.org/vtab.html#xshadowname. */
const OWN_TABLE =
  /^create\s+table\s+(?:if\s+not\s+exists\s+)?["'`[]?(\w+)_(data|idx|content|docsize|config|segments|segdir|stat|node|parent|rowid)\b/i
