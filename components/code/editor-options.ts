/** How the editor is set up. */

import type { editor } from 'monaco-editor/editor/editor.api.js'

/** The measures that the text shown before the editor is ready shares with it, in pixels. */
export const CODE_METRICS = {
  lineHeight: 20,
  paddingTop: 8,
  paddingBottom: 48,
  /** Characters for line numbers, at least. */
  lineNumberCharacters: 3,
  /** Between line numbers and text: for the mark of what is selected, the bulb of fixes, arrows. */
  decorationsWidth: 28,
} as const

/** Options that do not depend on where the editor stands. */
export const EDITOR_OPTIONS = {
  model: null,
  ariaLabel: 'Schema editor',
  automaticLayout: true,
  // Enter goes on to the next line when the word is complete already.
  acceptSuggestionOnEnter: 'smart',
  autoClosingBrackets: 'languageDefined',
  autoIndent: 'full',
  cursorBlinking: 'solid',
  cursorSmoothCaretAnimation: 'off',
  fixedOverflowWidgets: true,
  folding: true,
  fontLigatures: false,
  glyphMargin: false,
  hideCursorInOverviewRuler: true,
  guides: { indentation: false },
  // Ours has a place of its own (`language/fix-bulb.ts`).
  lightbulb: { enabled: 'off' as editor.ShowLightbulbIconMode },
  inlayHints: { enabled: 'on', fontSize: 11, padding: true },
  linkedEditing: true,
  lineDecorationsWidth: CODE_METRICS.decorationsWidth - 16,
  lineHeight: CODE_METRICS.lineHeight,
  lineNumbersMinChars: CODE_METRICS.lineNumberCharacters,
  minimap: { enabled: false },
  occurrencesHighlight: 'singleFile',
  overviewRulerBorder: false,
  padding: { top: CODE_METRICS.paddingTop, bottom: CODE_METRICS.paddingBottom },
  placeholder: 'Write or paste a Prisma schema',
  quickSuggestions: { other: 'on', comments: 'off', strings: 'on' },
  renderLineHighlight: 'line',
  renderLineHighlightOnlyWhenFocus: true,
  roundedSelection: false,
  scrollBeyondLastLine: false,
  scrollbar: {
    verticalScrollbarSize: 10,
    horizontalScrollbarSize: 10,
    useShadows: false,
    // At its end, scrolling must not move the page.
    alwaysConsumeMouseWheel: true,
  },
  showFoldingControls: 'mouseover',
  'semanticHighlighting.enabled': true,
  smoothScrolling: false,
  stickyScroll: { enabled: true, maxLineCount: 1, defaultModel: 'foldingProviderModel' },
  suggest: { showWords: false, snippetsPreventQuickSuggestions: false, preview: false },
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false },
  unusualLineTerminators: 'off',
  wordBasedSuggestions: 'off',
} as const

/** Colours have meanings here, and how deep a bracket stands is none of them. */
export const PLAIN_BRACKETS = { enabled: false, independentColorPoolPerBracketType: false }
