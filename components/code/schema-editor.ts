/** Puts the editor together: Monaco in a box of the page, bound to the store. */

import type { FixFinder } from '@/components/fixes/fix'
import type { FacetStore } from '@/lib/store/store'
import { bindEditor } from './binding'
import { EDITOR_OPTIONS } from './editor-options'
import { setUndoTarget, undoRedoService } from './editor-undo'
import { registerLanguage } from './language/register-language'
import type { RenameRequest } from './language/rename'
import { type Markers, showMarkers } from './markers'
import type { CodeEditor, Monaco } from './monaco'
import { registerPsl } from './psl-language'
import { syncSelection } from './selection-sync'
import { followPageTheme } from './theme'

/** What the editor asks of the page around it. */
export interface SchemaEditorHost {
  readonly findFixes: FixFinder
  onRename(request: RenameRequest): void
  onFormat(): void
}

/** Makes an editor of the store's document in `container`; the returned function takes it away. */
export function createSchemaEditor(
  monaco: Monaco,
  container: HTMLElement,
  store: FacetStore,
  host: SchemaEditorHost,
): () => void {
  // First of all: the first editor of a page decides about Monaco's services.
  const editor = monaco.editor.create(
    container,
    { ...EDITOR_OPTIONS, ...fontOptions(container) },
    { undoRedoService },
  )
  registerPsl(monaco)
  const stopTheme = followPageTheme(monaco)
  const { actions } = store.getState()
  const clearUndoTarget = setUndoTarget({ undo: actions.undo, redo: actions.redo })
  let markers: Markers | null = null
  const binding = bindEditor({ monaco, editor, store, onModelsChange: () => markers?.update() })
  markers = showMarkers(monaco, store, binding)
  const stopSync = syncSelection({ monaco, editor, store, binding })
  const language = registerLanguage({ ...host, monaco, editor, store, binding })
  keepTokensReady(monaco, editor)
  void document.fonts.ready.then(() => monaco.editor.remeasureFonts())

  return () => {
    language.dispose()
    stopSync()
    markers?.dispose()
    binding.dispose()
    clearUndoTarget()
    stopTheme()
    editor.dispose()
  }
}

/** The type of the box, which the text shown before the editor has too. */
function fontOptions(container: HTMLElement) {
  const { fontFamily, fontSize } = getComputedStyle(container)
  return { fontFamily, fontSize: Number.parseFloat(fontSize) }
}

/**
 * Monaco closes brackets and goes on with comments only in lines whose tokens it knows, and finds
 * these when it is idle. Whoever types fast would do without, so lines are read as they are typed.
 */
function keepTokensReady(monaco: Monaco, editor: CodeEditor): void {
  editor.onDidChangeModelContent(({ changes, isFlush }) => {
    const model = editor.getModel()
    if (!model || isFlush || !editor.hasTextFocus()) return
    const lines = changes.map(
      ({ range, text }) => range.startLineNumber + text.split('\n').length - 1,
    )
    // The one public way to have a line, and so all before it, read at once.
    monaco.editor.colorizeModelLine(model, Math.min(Math.max(...lines), model.getLineCount()))
  })
}
