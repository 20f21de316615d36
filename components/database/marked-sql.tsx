import { tokenizeSql } from '@/components/code/sql-tokens'
import { TOKEN_STYLES } from '@/components/code/token'
import { errorPlace } from './error-place'

interface MarkedSqlProps {
  sql: string
  /** Where the database objects, in UTF-16 code units; `null` when it does not say. */
  offset: number | null
}

/** A statement with the word marked that the database objects to. */
export function MarkedSql({ sql, offset }: MarkedSqlProps) {
  const marked = offset === null ? null : errorPlace(sql, offset)
  const colored = (from: number, to: number) => <ColoredSql sql={sql.slice(from, to)} />
  return (
    <pre className="shrink-0 rounded-md border bg-sunken px-3 py-2 font-mono text-sm whitespace-pre-wrap wrap-anywhere">
      <code>
        {marked ? (
          <>
            {colored(0, marked.from)}
            <mark className="bg-danger-subtle text-danger underline decoration-wavy underline-offset-4">
              {sql.slice(marked.from, marked.to)}
            </mark>
            {colored(marked.to, sql.length)}
          </>
        ) : (
          colored(0, sql.length)
        )}
      </code>
    </pre>
  )
}

function ColoredSql({ sql }: { sql: string }) {
  return tokenizeSql(sql).map(({ from, kind }, index, tokens) => {
    const text = sql.slice(from, tokens[index + 1]?.from)
    return kind === 'text' ? (
      text
    ) : (
      <span key={from} className={TOKEN_STYLES[kind].className}>
        {text}
      </span>
    )
  })
}
