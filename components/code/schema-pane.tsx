'use client'

import { useEffect, useMemo, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { schemaChunks } from './chunks'
import { CodeText } from './code-text'
import { FileTabs } from './file-tabs'
import { tokenizePsl } from './psl-tokens'
import { type LoadedMonaco, useMonaco } from './use-monaco'
import './editor.css'

/** The schema's text, to edit: one file at a time. */
export function SchemaPane() {
  const { loaded, hasFailed, retry } = useMonaco()
  return (
    <FileTabs>
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
      <div className="relative ml-2 min-h-0 flex-1 font-mono text-base">
        {loaded ? <Editor {...loaded} /> : <PlainText />}
      </div>
    </FileTabs>
  )
}

function Editor({ monaco, createSchemaEditor }: LoadedMonaco) {
  const store = useFacetStore()
  const container = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!container.current) return
    return createSchemaEditor(monaco, container.current, store)
  }, [monaco, createSchemaEditor, store])
  return (
    <>
      <div ref={container} data-slot="schema-editor" className="absolute inset-0" />
      <p className="sr-only">
        In the schema editor, Tab indents. Press Control M to let Tab move the focus instead.
      </p>
    </>
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
