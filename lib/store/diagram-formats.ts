/** The open design in the formats of other diagram tools. Loaded when it is asked for. */

import { writeDbml } from '@/lib/interchange/dbml/write-dbml'
import { writeMermaid } from '@/lib/interchange/dbml/write-mermaid'
import type { SchemaGraph } from '@/lib/schema/graph'
import { type Download, fileNameOf } from './sending'
import type { FacetStore } from './store'

export type DiagramFormat = 'dbml' | 'mermaid'

const FORMATS: Readonly<
  Record<DiagramFormat, { readonly extension: string; write(graph: SchemaGraph): string }>
> = {
  dbml: { extension: '.dbml', write: writeDbml },
  mermaid: { extension: '.mmd', write: writeMermaid },
}

export function diagramText(store: FacetStore, format: DiagramFormat): string {
  return FORMATS[format].write(store.getState().document.graph)
}

export function diagramDownload(store: FacetStore, format: DiagramFormat): Download {
  return {
    fileName: fileNameOf(store.getState().name) + FORMATS[format].extension,
    mediaType: 'text/plain',
    bytes: new TextEncoder().encode(diagramText(store, format)),
  }
}
