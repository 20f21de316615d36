'use client'

import { useEffect, useRef, useState } from 'react'
import { CODE_METRICS, EDITOR_OPTIONS, PLAIN_BRACKETS } from '../editor-options'
import { undoRedoService } from '../editor-undo'
import type { Monaco } from '../monaco'
import { PSL, registerPsl } from '../psl-language'
import { followPageTheme } from '../theme'

interface DiffViewProps {
  readonly before: string
  readonly after: string
  readonly label: string
}

/** Two texts of a schema side by side, or one above the other where there is no room. */
export function DiffView({ before, after, label }: DiffViewProps) {
  const container = useRef<HTMLElement>(null)
  const [hasFailed, setFailed] = useState(false)
  useEffect(() => {
    let remove: (() => void) | null = null
    let isWanted = true
    import('../monaco').then(
      ({ monaco }) => {
        if (isWanted && container.current) {
          remove = showDiff(monaco, container.current, { before, after, label })
        }
      },
      () => isWanted && setFailed(true),
    )
    return () => {
      isWanted = false
      remove?.()
    }
  }, [before, after, label])
  return (
    <section
      ref={container}
      aria-label={label}
      className="min-h-0 flex-1 overflow-hidden rounded-md border font-mono text-base"
    >
      {hasFailed ? <p className="p-3">The comparison could not be loaded. Try again.</p> : null}
    </section>
  )
}

function showDiff(monaco: Monaco, container: HTMLElement, texts: DiffViewProps): () => void {
  registerPsl(monaco)
  const { fontFamily, fontSize } = getComputedStyle(container)
  const editor = monaco.editor.createDiffEditor(
    container,
    {
      ...EDITOR_OPTIONS,
      fontFamily,
      fontSize: Number.parseFloat(fontSize),
      lineHeight: CODE_METRICS.lineHeight,
      ariaLabel: texts.label,
      readOnly: true,
      originalEditable: false,
      renderSideBySide: true,
      useInlineViewWhenSpaceIsLimited: true,
      hideUnchangedRegions: { enabled: true },
      ignoreTrimWhitespace: false,
      renderGutterMenu: false,
      renderOverviewRuler: false,
      stickyScroll: { enabled: false },
    },
    { undoRedoService },
  )
  const stopTheme = followPageTheme(monaco)
  const original = monaco.editor.createModel(texts.before, PSL)
  const modified = monaco.editor.createModel(texts.after, PSL)
  for (const model of [original, modified]) {
    model.updateOptions({ bracketColorizationOptions: PLAIN_BRACKETS })
  }
  editor.setModel({ original, modified })
  return () => {
    editor.dispose()
    original.dispose()
    modified.dispose()
    stopTheme()
  }
}
