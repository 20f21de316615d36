/**
 * The one place that imports the editor library, and only the parts of it that are used here.
 * Import this module dynamically: it is as large as the rest of the app.
 */

import 'monaco-editor/editor/contrib/semanticTokens/browser/documentSemanticTokens.js'
// The feature of this name brings the ghost text alone.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController.js'
import 'monaco-editor/features/bracketMatching/register.js'
import 'monaco-editor/features/clipboard/register.js'
import 'monaco-editor/features/codeAction/register.js'
import 'monaco-editor/features/codicon/register.js'
import 'monaco-editor/features/comment/register.js'
import 'monaco-editor/features/contextmenu/register.js'
import 'monaco-editor/features/find/register.js'
import 'monaco-editor/features/folding/register.js'
import 'monaco-editor/features/gotoSymbol/register.js'
import 'monaco-editor/features/hover/register.js'
import 'monaco-editor/features/indentation/register.js'
import 'monaco-editor/features/inlayHints/register.js'
import 'monaco-editor/features/linkedEditing/register.js'
import 'monaco-editor/features/linesOperations/register.js'
import 'monaco-editor/features/multicursor/register.js'
import 'monaco-editor/features/parameterHints/register.js'
import 'monaco-editor/features/placeholderText/register.js'
import 'monaco-editor/features/referenceSearch/register.js'
import 'monaco-editor/features/smartSelect/register.js'
import 'monaco-editor/features/stickyScroll/register.js'
import 'monaco-editor/features/toggleTabFocusMode/register.js'
import 'monaco-editor/features/wordHighlighter/register.js'
import 'monaco-editor/features/wordOperations/register.js'
import * as monaco from 'monaco-editor/editor/editor.api.js'

export type Monaco = typeof monaco
export type CodeEditor = monaco.editor.IStandaloneCodeEditor
export type CodeModel = monaco.editor.ITextModel
export type CodeViewState = monaco.editor.ICodeEditorViewState
export type CodeMarker = monaco.editor.IMarkerData

self.MonacoEnvironment = {
  getWorker: () =>
    new Worker(new URL('monaco-editor/editor/editor.worker.js', import.meta.url), {
      type: 'module',
      name: 'editor',
    }),
}

export { monaco }
