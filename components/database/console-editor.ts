/** The console's SQL in Monaco: typed, run by its keys, and marked where the database objects. */

import { EDITOR_OPTIONS } from '@/components/code/editor-options'
import { setUndoTarget, undoRedoService } from '@/components/code/editor-undo'
import type { Monaco } from '@/components/code/monaco'
import { changedRange } from '@/components/code/sql-changes'
import { registerSql, SQL } from '@/components/code/sql-language'
import { followPageTheme } from '@/components/code/theme'
import { TextHistory } from './text-history'

/** Offsets are UTF-16 code units of the console's text. */
export interface ConsoleError {
  readonly from: number
  readonly to: number
  readonly message: string
}

export interface ConsoleEditor {
  getText(): string
  /** Replaces the text, which can be undone. */
  setText(text: string): void
  /** UTF-16 offsets; the same twice is the cursor. */
  getSelection(): { readonly from: number; readonly to: number }
  /** Marks where an error is, until the text is changed; `null` takes the mark away. */
  mark(error: ConsoleError | null): void
  focus(): void
  dispose(): void
}

const OWNER = 'database'

export function createConsoleEditor(
  monaco: Monaco,
  container: HTMLElement,
  initial: string,
  handlers: { onRun(): void; onRunAll(): void; onChange(text: string): void },
): ConsoleEditor {
  const { fontFamily, fontSize } = getComputedStyle(container)
  const model = monaco.editor.createModel(initial, SQL)
  model.setEOL(monaco.editor.EndOfLineSequence.LF)
  const editor = monaco.editor.create(
    container,
    {
      ...EDITOR_OPTIONS,
      fontFamily,
      fontSize: Number.parseFloat(fontSize),
      model,
      ariaLabel: 'SQL console',
      placeholder: 'Write SQL; a statement ends with a semicolon',
      padding: { top: 6, bottom: 6 },
      folding: false,
      lineNumbersMinChars: 2,
      stickyScroll: { enabled: false },
      // The Tab key leads on to the results.
      tabFocusMode: true,
      occurrencesHighlight: 'off',
    },
    { undoRedoService },
  )
  const unregister = registerSql(monaco, model, () => [])
  const stopTheme = followPageTheme(monaco)
  const history = new TextHistory(initial)
  let isRestoring = false
  let releaseUndo = () => {}

  const restore = (text: string | null) => {
    if (text === null) return
    isRestoring = true
    replace(text)
    isRestoring = false
  }
  const undoTarget = { undo: () => restore(history.undo()), redo: () => restore(history.redo()) }

  /** Changes only what differs, so that the cursor stays beside it. */
  function replace(text: string): void {
    const change = changedRange(model.getValue(), text)
    if (!change) return
    const range = monaco.Range.fromPositions(
      model.getPositionAt(change.from),
      model.getPositionAt(change.to),
    )
    model.applyEdits([{ range, text: change.insert }])
    editor.setPosition(model.getPositionAt(change.from + change.insert.length))
  }

  editor.onDidFocusEditorText(() => {
    releaseUndo()
    releaseUndo = setUndoTarget(undoTarget)
  })
  editor.onDidBlurEditorText(() => releaseUndo())
  editor.onDidChangeModelContent(() => {
    monaco.editor.setModelMarkers(model, OWNER, [])
    const text = model.getValue()
    if (!isRestoring) history.record(text, Date.now())
    handlers.onChange(text)
  })
  const { KeyCode, KeyMod } = monaco
  editor.addAction({
    id: 'facet.runStatement',
    label: 'Run the statement',
    keybindings: [KeyMod.CtrlCmd | KeyCode.Enter],
    contextMenuGroupId: 'navigation',
    run: handlers.onRun,
  })
  editor.addAction({
    id: 'facet.runAll',
    label: 'Run all',
    keybindings: [KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.Enter],
    contextMenuGroupId: 'navigation',
    run: handlers.onRunAll,
  })
  void document.fonts.ready.then(() => monaco.editor.remeasureFonts())

  return {
    getText: () => model.getValue(),
    setText: replace,
    getSelection() {
      const selection = editor.getSelection()
      if (!selection) return { from: 0, to: 0 }
      return {
        from: model.getOffsetAt(selection.getStartPosition()),
        to: model.getOffsetAt(selection.getEndPosition()),
      }
    },
    mark(error) {
      if (!error) return monaco.editor.setModelMarkers(model, OWNER, [])
      const start = model.getPositionAt(error.from)
      const end = model.getPositionAt(error.to)
      monaco.editor.setModelMarkers(model, OWNER, [
        {
          message: error.message,
          severity: monaco.MarkerSeverity.Error,
          startLineNumber: start.lineNumber,
          startColumn: start.column,
          endLineNumber: end.lineNumber,
          endColumn: end.column,
        },
      ])
      editor.revealPositionInCenterIfOutsideViewport(start)
    },
    focus: () => editor.focus(),
    dispose() {
      releaseUndo()
      unregister.dispose()
      stopTheme()
      editor.dispose()
      model.dispose()
    },
  }
}
