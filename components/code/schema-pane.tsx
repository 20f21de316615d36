'use client'

import { useMemo } from 'react'
import { Button } from '@/components/ui/button'
import { useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { schemaChunks } from './chunks'
import { CodeText } from './code-text'
import { FileTabs } from './file-tabs'
import { tokenizePsl } from './psl-tokens'
import { useMonaco } from './use-monaco'
import './editor.css'

/** The schema's text, to edit: one file at a time. */
export function SchemaPane() {
  const { loaded, hasFailed, retry } = useMonaco()
  return (
    <FileTabs monaco={loaded?.monaco ?? null}>
      {hasFailed ? (
        <div className="flex items-center gap-3 border-b bg-warning-subtle px-3 py-2">
          <p className="flex-1 text-pretty">
            The editor could not be loaded. Here is the text to read; the diagram works as always.
          </p>
          <Button size="sm" onClick={retry}>
            Try again
          </Button>
        </div>
      ) : null}
      <div className="relative ml-1 min-h-0 flex-1 font-mono text-base">
        {loaded ? <loaded.SchemaEditorView monaco={loaded.monaco} /> : <PlainText />}
      </div>
    </FileTabs>
  )
}

const selectActiveSyntax = (state: FacetState) =>
  state.document.files.get(state.activePath)?.syntax ?? null

/** The text as the editor will show it, until the editor is there. */
function PlainText() {
  const file = useFacet(selectActiveSyntax)
  const chunks = useMemo(() => (file ? schemaChunks(file) : []), [file])
  return (
    <section
      aria-label="Schema text"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: A scroller must be reachable by keyboard.
      tabIndex={0}
      className="absolute inset-0 overflow-auto focus-visible:-outline-offset-2"
    >
      <CodeText chunks={chunks} tokenize={tokenizePsl} isNumbered />
    </section>
  )
}
