import { memo } from 'react'
import { CODE_METRICS } from './editor-options'
import { TOKEN_STYLES, type Token } from './token'

interface CodeTextProps {
  /** Pieces of the text, in order; where one ends, a line ends. */
  chunks: readonly string[]
  /** Colours a piece, which must not depend on the pieces before it. Without it, all is plain. */
  tokenize?: (text: string) => readonly Token[]
  /** Says the lines' numbers beside them. */
  isNumbered?: boolean
}

/**
 * Code to read and copy. All of it is on the page, for searching, selecting and screen readers;
 * the browser lays out only the pieces in view. A piece that did not change is not drawn again.
 */
export const CodeText = memo(function CodeText({
  chunks,
  tokenize,
  isNumbered = false,
}: CodeTextProps) {
  const seen = new Map<string, number>()
  let line = 1
  return (
    <pre
      data-slot="code-text"
      className="w-max min-w-full font-mono text-base"
      style={{
        lineHeight: `${CODE_METRICS.lineHeight}px`,
        paddingTop: CODE_METRICS.paddingTop,
        paddingBottom: CODE_METRICS.paddingBottom,
      }}
    >
      {chunks.map((text) => {
        // Keyed by what they say, so that one that is inserted leaves the others alone.
        const count = (seen.get(text) ?? 0) + 1
        seen.set(text, count)
        const firstLine = line
        const lineCount = countLines(text)
        line += lineCount
        return (
          <CodeChunk
            key={`${count}:${text}`}
            text={text}
            lineCount={lineCount}
            tokenize={tokenize}
            firstLine={isNumbered ? firstLine : null}
          />
        )
      })}
    </pre>
  )
})

interface CodeChunkProps {
  text: string
  lineCount: number
  tokenize: CodeTextProps['tokenize']
  firstLine: number | null
}

const CodeChunk = memo(function CodeChunk({
  text,
  lineCount,
  tokenize,
  firstLine,
}: CodeChunkProps) {
  const height = `${lineCount * CODE_METRICS.lineHeight}px`
  return (
    <span
      className="flex [content-visibility:auto]"
      style={{ containIntrinsicSize: `auto 1px auto ${height}` }}
    >
      {firstLine === null ? null : <LineNumbers first={firstLine} count={lineCount} />}
      <code className="font-mono">{tokenize ? colored(text, tokenize(text)) : text}</code>
    </span>
  )
})

function LineNumbers({ first, count }: { first: number; count: number }) {
  const numbers = Array.from({ length: count }, (_, index) => first + index)
  return (
    <span
      aria-hidden="true"
      className="shrink-0 select-none text-right text-faint"
      style={{
        width: `max(${CODE_METRICS.lineNumberCharacters}ch, ${String(first + count).length}ch)`,
        marginRight: CODE_METRICS.decorationsWidth,
      }}
    >
      {numbers.join('\n')}
    </span>
  )
}

function colored(text: string, tokens: readonly Token[]) {
  return tokens.map(({ from, kind }, index) => {
    const piece = text.slice(from, tokens[index + 1]?.from)
    if (kind === 'text') return piece
    return (
      <span key={from} className={TOKEN_STYLES[kind].className}>
        {piece}
      </span>
    )
  })
}

function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return text.endsWith('\n') ? count : count + 1
}
