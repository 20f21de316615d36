/** Draws the editor in the design's own colours, light and dark, as the page shows them. */

import { toHexColor } from './hex-color'
import { SEMANTIC_STYLES } from './language/semantic-colors'
import type { Monaco } from './monaco'
import { scopeOf } from './psl-language'
import { TOKEN_STYLES, type TokenKind, type TokenStyle } from './token'

type Variable = `--${string}`

/** Monaco's names for its colours, and the design's. */
const COLORS: Record<string, Variable> = {
  'editor.background': '--surface',
  'editor.foreground': '--text',
  'editor.lineHighlightBackground': '--hover',
  'editor.selectionBackground': '--selection',
  'editor.inactiveSelectionBackground': '--pressed',
  'editor.selectionHighlightBackground': '--pressed',
  'editor.wordHighlightBackground': '--pressed',
  'editor.wordHighlightStrongBackground': '--pressed',
  'editor.wordHighlightTextBackground': '--pressed',
  'editor.findMatchBackground': '--selection',
  'editor.findMatchHighlightBackground': '--warning-subtle',
  'editor.findMatchBorder': '--accent',
  'editor.findRangeHighlightBackground': '--hover',
  'editor.foldBackground': '--hover',
  'editorCursor.foreground': '--accent',
  'editorLineNumber.foreground': '--text-faint',
  'editorLineNumber.activeForeground': '--text',
  'editorIndentGuide.background1': '--border',
  'editorIndentGuide.activeBackground1': '--border-strong',
  'editorBracketMatch.background': '--accent-subtle',
  'editorBracketMatch.border': '--accent',
  'editorGutter.background': '--surface',
  'editorGutter.foldingControlForeground': '--text-faint',
  'editorWhitespace.foreground': '--border-strong',
  'editor.placeholder.foreground': '--text-faint',
  'editorError.foreground': '--danger',
  'editorWarning.foreground': '--warning',
  'editorOverviewRuler.errorForeground': '--danger',
  'editorOverviewRuler.warningForeground': '--warning',
  'editorOverviewRuler.findMatchForeground': '--accent',
  'editorOverviewRuler.border': '--surface',
  'editorStickyScroll.background': '--surface',
  'editorStickyScrollHover.background': '--surface-sunken',
  'editorStickyScroll.border': '--border',
  'editorStickyScroll.shadow': '--surface',
  'editorWidget.background': '--surface-raised',
  'editorWidget.foreground': '--text',
  'editorWidget.border': '--border',
  'editorHoverWidget.background': '--surface-raised',
  'editorHoverWidget.border': '--border',
  'editorHoverWidget.statusBarBackground': '--surface-sunken',
  'editorHoverWidget.foreground': '--text',
  'editorHoverWidget.highlightForeground': '--accent',
  'editorSuggestWidget.background': '--surface-raised',
  'editorSuggestWidget.foreground': '--text',
  'editorSuggestWidget.border': '--border',
  'editorSuggestWidget.highlightForeground': '--accent',
  'editorSuggestWidget.focusHighlightForeground': '--accent',
  'editorSuggestWidget.selectedBackground': '--accent-subtle',
  'editorSuggestWidget.selectedForeground': '--text',
  'editorSuggestWidget.selectedIconForeground': '--text-muted',
  'editorInlayHint.background': '--surface',
  'editorInlayHint.foreground': '--text-faint',
  'editorLink.activeForeground': '--accent',
  'editorLightBulb.foreground': '--warning',
  'editorLightBulbAutoFix.foreground': '--accent',
  'editor.linkedEditingBackground': '--accent-subtle',
  'editor.snippetTabstopHighlightBackground': '--accent-subtle',
  'editor.snippetTabstopHighlightBorder': '--accent',
  'editor.snippetFinalTabstopHighlightBorder': '--border-strong',
  'editorActionList.background': '--surface-raised',
  'editorActionList.foreground': '--text',
  'editorActionList.focusBackground': '--accent-subtle',
  'editorActionList.focusForeground': '--text',
  'peekView.border': '--accent',
  'peekViewTitle.background': '--surface-sunken',
  'peekViewTitleLabel.foreground': '--text',
  'peekViewTitleDescription.foreground': '--text-muted',
  'peekViewEditor.background': '--surface-sunken',
  'peekViewEditorGutter.background': '--surface-sunken',
  'peekViewEditorStickyScroll.background': '--surface-sunken',
  'peekViewEditor.matchHighlightBackground': '--warning-subtle',
  'peekViewResult.background': '--surface',
  'peekViewResult.lineForeground': '--text',
  'peekViewResult.fileForeground': '--text',
  'peekViewResult.matchHighlightBackground': '--warning-subtle',
  'peekViewResult.selectionBackground': '--accent-subtle',
  'peekViewResult.selectionForeground': '--text',
  'quickInput.background': '--surface-raised',
  'quickInput.foreground': '--text',
  'quickInputTitle.background': '--surface-sunken',
  'quickInputList.focusBackground': '--accent-subtle',
  'quickInputList.focusForeground': '--text',
  'quickInputList.focusIconForeground': '--text',
  'pickerGroup.foreground': '--text-muted',
  'pickerGroup.border': '--border',
  'list.focusBackground': '--accent-subtle',
  'list.focusForeground': '--text',
  'list.activeSelectionBackground': '--accent-subtle',
  'list.activeSelectionForeground': '--text',
  'list.inactiveSelectionBackground': '--pressed',
  'list.inactiveSelectionForeground': '--text',
  'list.hoverBackground': '--hover',
  'list.highlightForeground': '--accent',
  'list.focusHighlightForeground': '--accent',
  'textLink.foreground': '--accent',
  'textLink.activeForeground': '--accent',
  'textCodeBlock.background': '--surface-sunken',
  'textPreformat.foreground': '--text',
  'textPreformat.background': '--surface-sunken',
  'badge.background': '--accent-subtle',
  'badge.foreground': '--text',
  'diffEditor.insertedTextBackground': '--success-subtle',
  'diffEditor.insertedLineBackground': '--success-subtle',
  'diffEditor.removedTextBackground': '--danger-subtle',
  'diffEditor.removedLineBackground': '--danger-subtle',
  'diffEditor.diagonalFill': '--border',
  'diffEditor.unchangedRegionBackground': '--surface-sunken',
  'diffEditor.unchangedRegionForeground': '--text-muted',
  'symbolIcon.classForeground': '--kind-model',
  'symbolIcon.interfaceForeground': '--kind-view',
  'symbolIcon.structForeground': '--kind-type',
  'symbolIcon.enumeratorForeground': '--kind-enum',
  'symbolIcon.enumeratorMemberForeground': '--kind-enum',
  'symbolIcon.fieldForeground': '--key-foreign',
  'symbolIcon.propertyForeground': '--code-attribute',
  'symbolIcon.functionForeground': '--kind-type',
  'symbolIcon.keywordForeground': '--accent',
  'symbolIcon.typeParameterForeground': '--kind-view',
  'symbolIcon.unitForeground': '--kind-view',
  'symbolIcon.variableForeground': '--text-muted',
  'symbolIcon.constantForeground': '--key-primary',
  'symbolIcon.snippetForeground': '--text-muted',
  'symbolIcon.textForeground': '--text-muted',
  'symbolIcon.moduleForeground': '--text-muted',
  'input.background': '--surface',
  'input.foreground': '--text',
  'input.border': '--border-strong',
  'input.placeholderForeground': '--text-faint',
  'inputOption.activeBackground': '--accent-subtle',
  'inputOption.activeForeground': '--accent',
  'inputOption.activeBorder': '--accent',
  'menu.background': '--surface-raised',
  'menu.foreground': '--text',
  'menu.border': '--border',
  'menu.selectionBackground': '--pressed',
  'menu.selectionForeground': '--text',
  'menu.separatorBackground': '--border',
  'toolbar.hoverBackground': '--hover',
  'icon.foreground': '--text-muted',
  'scrollbar.shadow': '--surface',
  'scrollbarSlider.background': '--scrollbar',
  'scrollbarSlider.hoverBackground': '--scrollbar',
  'scrollbarSlider.activeBackground': '--scrollbar',
  'widget.shadow': '--pressed',
  focusBorder: '--ring',
}

/** Themes the editors of the page now and whenever the page changes; the returned function ends it. */
export function followPageTheme(monaco: Monaco): () => void {
  let current = ''
  const apply = () => {
    const isDark = document.documentElement.classList.contains('dark')
    const name = isDark ? 'facet-dark' : 'facet-light'
    if (name === current) return
    current = name
    defineTheme(monaco, name, isDark)
    monaco.editor.setTheme(name)
  }
  apply()
  // The class is what the styles go by, so it cannot be out of step with them.
  const observer = new MutationObserver(apply)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['class'] })
  return () => observer.disconnect()
}

function defineTheme(monaco: Monaco, name: string, isDark: boolean): void {
  const styles = getComputedStyle(document.documentElement)
  const read = (variable: Variable) => toHexColor(styles.getPropertyValue(variable))
  const rule = (token: string, { color, isItalic, isBold }: Omit<TokenStyle, 'className'>) => ({
    token,
    foreground: read(color).slice(1),
    fontStyle: [isItalic && 'italic', isBold && 'bold'].filter(Boolean).join(' '),
  })
  const colors: Record<string, string> = {}
  for (const [id, variable] of Object.entries(COLORS)) colors[id] = read(variable)
  // Rings around what a background already marks.
  colors['editor.lineHighlightBorder'] = '#00000000'
  monaco.editor.defineTheme(name, {
    base: isDark ? 'vs-dark' : 'vs',
    inherit: true,
    colors,
    rules: [
      { token: '', foreground: read('--text').slice(1) },
      ...Object.entries(TOKEN_STYLES).map(([kind, style]) =>
        rule(scopeOf(kind as TokenKind), style),
      ),
      ...Object.entries(SEMANTIC_STYLES).map(([token, style]) => rule(token, style)),
    ],
  })
}
