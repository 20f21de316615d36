'use client'

import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useFixFinder } from '@/components/fixes/use-fix-finder'
import { useFacetStore } from '@/lib/store/provider'
import { useServices } from '@/lib/store/services-provider'
import { formatSchema } from './format/format-schema'
import type { RenameRequest } from './language/rename'
import { RenameBox } from './language/rename-box'
import type { Monaco } from './monaco'
import { createSchemaEditor } from './schema-editor'

/** The editor of the schema, with what it asks of a person beside its text. */
export function SchemaEditorView({ monaco }: { monaco: Monaco }) {
  const store = useFacetStore()
  const services = useServices()
  const findFixes = useFixFinder()
  const container = useRef<HTMLDivElement>(null)
  const [renaming, setRenaming] = useState<RenameRequest | null>(null)
  // Other services must not make another editor.
  const latest = useRef({ services, findFixes })
  useLayoutEffect(() => {
    latest.current = { services, findFixes }
  })
  useEffect(() => {
    if (!container.current) return
    return createSchemaEditor(monaco, container.current, store, {
      findFixes: (diagnostic) => latest.current.findFixes(diagnostic),
      onRename: setRenaming,
      onFormat() {
        const { services } = latest.current
        if (services) void formatSchema(store, services.checker)
      },
    })
  }, [monaco, store])
  return (
    <>
      <div ref={container} data-slot="schema-editor" className="absolute inset-0" />
      <p className="sr-only">
        In the schema editor, Tab indents. Press Control M to let Tab move the focus instead.
      </p>
      {renaming ? <RenameBox request={renaming} onClose={() => setRenaming(null)} /> : null}
    </>
  )
}
