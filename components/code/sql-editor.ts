/**
 * SQL in a read-only Monaco: coloured, folded by statement, and in step with the selection. Where
 * the cursor goes, the block of that statement is selected; what is selected elsewhere is marked
 * and brought into view.
 */

import type { PlannedStep } from '@/lib/engines/sql-planner/shared'
import type { FacetStore } from '@/lib/store/store'
import { quickChanges } from '@/lib/text/quick-changes'
import { EDITOR_OPTIONS } from './editor-options'
import { undoRedoService } from './editor-undo'
import type { CodeModel, Monaco } from './monaco'
import { registerSql, SQL } from './sql-language'
import { placesOfSelection, type SqlPlace, stepAt } from './sql-places'
import { followPageTheme } from './theme'

/** The time in ms that the cursor rests before what it is in is selected. */
const CURSOR_DELAY = 80

export interface SqlEditor {
  show(sql: string, steps: readonly PlannedStep[]): void
  /** Brings a step into view, marks it and puts the cursor there. */
  goTo(step: PlannedStep): void
  dispose(): void
}

export function createSqlEditor(
  monaco: Monaco,
  container: HTMLElement,
  store: FacetStore,
): SqlEditor {
  const { fontFamily, fontSize } = getComputedStyle(container)
  const model = monaco.editor.createModel('', SQL)
  // Steps count offsets with line breaks of one character, whatever the system's own are.
  model.setEOL(monaco.editor.EndOfLineSequence.LF)
  const editor = monaco.editor.create(
    container,
    {
      ...EDITOR_OPTIONS,
      fontFamily,
      fontSize: Number.parseFloat(fontSize),
      model,
      ariaLabel: 'SQL',
      placeholder: '',
      readOnly: true,
      readOnlyMessage: { value: 'The SQL follows the schema. Change that instead.' },
      occurrencesHighlight: 'off',
      stickyScroll: { enabled: false },
    },
    // Whichever editor of the page is the first decides about Monaco's services.
    { undoRedoService },
  )
  let steps: readonly PlannedStep[] = []
  const unregister = registerSql(monaco, model, () => steps)
  const stopTheme = followPageTheme(monaco)
  const highlight = editor.createDecorationsCollection()
  let own = store.getState().selection
  /** While the cursor makes one: following it would lead away to the first statement of the block. */
  let isSelecting = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const rangeOf = ({ from, to }: SqlPlace) =>
    monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to))

  function stepAtCursor(): PlannedStep | null {
    const position = editor.getPosition()
    return position && stepAt(steps, model.getOffsetAt(position))
  }

  function blockIdAtCursor(): string | null {
    const { graph } = store.getState().document
    const [name] = stepAtCursor()?.blocks ?? []
    return (name !== undefined && graph.blockByName.get(name)?.id) || null
  }

  function selectAtCursor(): void {
    const blockId = editor.hasTextFocus() ? blockIdAtCursor() : null
    if (blockId === null) return
    select(blockId)
    highlight.clear()
  }

  function select(blockId: string): void {
    isSelecting = true
    store.getState().actions.select({ blockIds: [blockId] })
    isSelecting = false
    own = store.getState().selection
  }

  function mark(marked: readonly SqlPlace[]): void {
    highlight.set(
      marked.map((place) => ({
        range: rangeOf(place),
        options: {
          isWholeLine: true,
          className: 'facet-selected-line',
          linesDecorationsClassName: 'facet-selected-line-mark',
        },
      })),
    )
  }

  function followSelection(isRevealed: boolean): void {
    const { selection, document } = store.getState()
    const found = placesOfSelection(model.getValue(), steps, selection, document.graph)
    mark(found)
    const [first] = found
    if (!first || !isRevealed) return
    editor.revealRangeNearTopIfOutsideViewport(rangeOf(first), monaco.editor.ScrollType.Immediate)
  }

  const showBlock = editor.addAction({
    id: 'facet.showBlock',
    label: 'Show the block in the diagram',
    keybindings: [monaco.KeyCode.F12],
    contextMenuGroupId: 'navigation',
    run() {
      const blockId = blockIdAtCursor()
      const { actions } = store.getState()
      if (blockId === null) {
        const text = 'This statement is about no block of the schema as it is now.'
        actions.notify({ kind: 'status', text })
        return
      }
      select(blockId)
      actions.show({ view: 'diagram', blockIds: [blockId] })
    },
  })
  const onCursor = editor.onDidChangeCursorPosition(({ source }) => {
    clearTimeout(timer)
    if (source !== 'facet') timer = setTimeout(selectAtCursor, CURSOR_DELAY)
  })
  const unsubscribe = store.subscribe((state, before) => {
    if (isSelecting || state.selection === before.selection || state.selection === own) return
    own = state.selection
    clearTimeout(timer)
    followSelection(true)
  })
  void document.fonts.ready.then(() => monaco.editor.remeasureFonts())

  return {
    show(sql, next) {
      const isFirst = model.getValueLength() === 0
      steps = next
      applyText(monaco, model, sql)
      if (!editor.hasTextFocus()) followSelection(isFirst)
    },
    goTo(step) {
      const range = rangeOf(step)
      mark([step])
      editor.setPosition(range.getStartPosition(), 'facet')
      editor.revealRangeNearTop(range, monaco.editor.ScrollType.Immediate)
    },
    dispose() {
      unsubscribe()
      clearTimeout(timer)
      onCursor.dispose()
      showBlock.dispose()
      unregister.dispose()
      stopTheme()
      editor.dispose()
      model.dispose()
    },
  }
}

/** Changes only the lines that differ, so that folds, colours and the place in the text stay. */
function applyText(monaco: Monaco, model: CodeModel, text: string): void {
  const { edits } = quickChanges(model.getValue(), text)
  if (edits.length === 0) return
  model.applyEdits(
    edits.map(({ from, to, insert }) => ({
      range: monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to)),
      text: insert,
    })),
  )
}
