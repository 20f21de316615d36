import { useCallback, useRef, useState } from 'react'
import { type ReadingProgress, readScript, type ScriptReading } from './read-script'
import type { ScriptLanguage } from './script-language'

interface State {
  /** What a person should be told; `null` for nothing. */
  readonly error: string | null
  /** `null` while nothing is being read. */
  readonly progress: ReadingProgress | null
  readonly result: ScriptReading | null
}

export interface ScriptReadingState extends State {
  start(text: string, language: ScriptLanguage | null): Promise<void>
  stop(): void
  fail(error: string): void
  /** Back to where nothing has been read; what is being read is stopped. */
  reset(): void
}

const IDLE: State = { error: null, progress: null, result: null }

/** One reading of a script at a time: its progress, and what came of it. */
export function useScriptReading(): ScriptReadingState {
  const [state, setState] = useState(IDLE)
  const running = useRef<AbortController | null>(null)

  const stop = useCallback(() => {
    running.current?.abort()
    running.current = null
    setState((before) => (before.progress ? { ...before, progress: null } : before))
  }, [])
  const fail = useCallback((error: string) => setState({ ...IDLE, error }), [])
  const reset = useCallback(() => {
    stop()
    setState(IDLE)
  }, [stop])

  const start = useCallback(
    async (text: string, language: ScriptLanguage | null) => {
      if (text.trim() === '') return fail('Paste a script here, or choose a file.')
      if (language === null) {
        return fail('Nothing in this text tells which database it is for. Choose it above.')
      }
      stop()
      const controller = new AbortController()
      running.current = controller
      setState(IDLE)
      const { signal } = controller
      const onProgress = (progress: ReadingProgress) => {
        if (!signal.aborted) setState({ ...IDLE, progress })
      }
      const answer = await readScript({ text, language }, { signal, onProgress })
      if (answer === null || signal.aborted) return
      running.current = null
      if ('problem' in answer) fail(`${answer.problem} Your design is unchanged.`)
      else if (!/^(?:model|enum|view) /m.test(answer.schema)) fail(noTables(answer))
      else setState({ ...IDLE, result: answer })
    },
    [fail, stop],
  )

  return { ...state, start, stop, fail, reset }
}

function noTables({ skipped }: ScriptReading): string {
  const [first] = skipped
  const because = first ? ` Line ${first.line}: ${first.reason}` : ''
  return `No table was found in this script.${because} Your design is unchanged.`
}
