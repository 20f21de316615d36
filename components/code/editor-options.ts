/** How the editor is set up. */

/** The measures that the text shown before the editor is ready shares with it, in pixels. */
export const CODE_METRICS = {
  lineHeight: 20,
  paddingTop: 8,
  paddingBottom: 48,
  /** Characters for line numbers, at least. */
  lineNumberCharacters: 3,
  /** Between line numbers and text, with the folding arrows. */
  decorationsWidth: 24,
} as const

/** Options that do not depend on where the editor stands. */
export const EDITOR_OPTIONS = {
  model: null,
  ariaLabel: 'Schema editor',
  automaticLayout: true,
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
  lineDecorationsWidth: CODE_METRICS.decorationsWidth - 16,
  lineHeight: CODE_METRICS.lineHeight,
  lineNumbersMinChars: CODE_METRICS.lineNumberCharacters,
  minimap: { enabled: false },
  occurrencesHighlight: 'singleFile',
  overviewRulerBorder: false,
  padding: { top: CODE_METRICS.paddingTop, bottom: CODE_METRICS.paddingBottom },
  placeholder: 'Write or paste a Prisma schema',
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
  smoothScrolling: false,
  stickyScroll: { enabled: true, maxLineCount: 1, defaultModel: 'foldingProviderModel' },
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false },
  unusualLineTerminators: 'off',
  wordBasedSuggestions: 'off',
} as const
