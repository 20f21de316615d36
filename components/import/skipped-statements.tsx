import { useMemo } from 'react'
import { counted } from '@/components/workbench/validity'
import type { Skipped } from '@/lib/interchange/sql/ddl'
import type { ScriptReading } from './read-script'

/** What did not become part of the schema, reason by reason. */
export function SkippedStatements({
  skipped,
  skippedCount,
}: Pick<ScriptReading, 'skipped' | 'skippedCount'>) {
  const groups = useMemo(() => byReason(skipped), [skipped])
  if (skipped.length === 0) return null
  return (
    <details className="text-sm">
      <summary className="cursor-default">Skipped statements</summary>
      <ul
        aria-label="Skipped statements"
        className="mt-1 flex max-h-40 flex-col gap-2 overflow-y-auto"
      >
        {groups.map(({ reason, statements }) => (
          <li key={reason}>
            <p>
              {lines(statements)}: {reason}
            </p>
            <p className="truncate font-mono text-muted text-xs">{statements[0]?.text}</p>
          </li>
        ))}
        {skippedCount > skipped.length ? (
          <li>And {counted(skippedCount - skipped.length, 'statement')} more.</li>
        ) : null}
      </ul>
    </details>
  )
}

interface Group {
  readonly reason: string
  readonly statements: Skipped[]
}

function byReason(skipped: readonly Skipped[]): Group[] {
  const groups = new Map<string, Group>()
  for (const statement of skipped) {
    const { reason } = statement
    const group = groups.get(reason) ?? { reason, statements: [] }
    groups.set(reason, group)
    group.statements.push(statement)
  }
  return [...groups.values()]
}

/** How many lines of a reason are named. */
const NAMED = 12

function lines(statements: readonly Skipped[]): string {
  const [first, ...others] = statements
  if (others.length === 0) return `Line ${first?.line}`
  const named = statements.slice(0, NAMED).map(({ line }) => line)
  const more = statements.length - named.length
  return `Lines ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
