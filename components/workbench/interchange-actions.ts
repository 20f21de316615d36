import { openTrial, triedProvider } from '@/components/database/trial-pane'
import { saveDownload } from '@/components/files/save-download'
import { hasFields } from '@/lib/schema/graph'
import type { DiagramFormat } from '@/lib/store/diagram-formats'
import type { FacetState } from '@/lib/store/state'
import type { AppAction, AppContext } from './app-actions'

/** What leads from and to other tools: formats of diagrams, and names as Prisma writes them. */
export const INTERCHANGE_ACTIONS = {
  downloadDbml: {
    title: 'Download DBML (.dbml)',
    group: 'File',
    keywords: ['export', 'dbdiagram', 'tables'],
    isEnabled: hasBlocks,
    run: (app) => void download(app, 'dbml'),
  },
  copyDbml: {
    title: 'Copy as DBML',
    group: 'File',
    keywords: ['export', 'clipboard', 'dbdiagram'],
    isEnabled: hasBlocks,
    run: (app) => void copy(app, 'dbml'),
  },
  downloadMermaid: {
    title: 'Download Mermaid (.mmd)',
    group: 'File',
    keywords: ['export', 'erDiagram', 'markdown'],
    isEnabled: hasBlocks,
    run: (app) => void download(app, 'mermaid'),
  },
  copyMermaid: {
    title: 'Copy as Mermaid',
    group: 'File',
    keywords: ['export', 'clipboard', 'erDiagram', 'markdown'],
    isEnabled: hasBlocks,
    run: (app) => void copy(app, 'mermaid'),
  },
  tryIt: {
    title: 'Try it in a database',
    group: 'Diagram',
    keywords: ['run', 'query', 'console', 'sample rows', 'seed', 'migration', 'test'],
    isEnabled: ({ document }) => triedProvider(document.graph.provider ?? 'postgresql') !== null,
    run({ store }) {
      const { provider } = store.getState().document.graph
      const runs = triedProvider(provider ?? 'postgresql')
      if (runs) openTrial(store, runs, provider === 'cockroachdb' ? 'CockroachDB' : null)
    },
  },
  renameToConventions: {
    title: 'Rename to Prisma’s conventions…',
    group: 'Edit',
    keywords: ['camelCase', 'PascalCase', 'snake_case', 'singular', 'names', '@map', '@@map'],
    isEnabled: hasBlocks,
    run: ({ store }) => store.getState().actions.setDialog('conventions'),
  },
} satisfies Record<string, AppAction>

function hasBlocks({ document }: FacetState): boolean {
  return document.graph.blocks.some(({ kind }) => hasFields(kind) || kind === 'enum')
}

const TITLES: Readonly<Record<DiagramFormat, string>> = { dbml: 'DBML', mermaid: 'Mermaid' }

async function download({ store }: AppContext, format: DiagramFormat): Promise<void> {
  const { actions } = store.getState()
  try {
    const formats = await import('@/lib/store/diagram-formats')
    const file = formats.diagramDownload(store, format)
    saveDownload(file)
    actions.notify({ kind: 'status', text: `${file.fileName} downloaded` })
  } catch {
    const text = 'The download could not be prepared; the connection may be down. Try again.'
    actions.notify({ kind: 'error', text })
  }
}

async function copy({ store }: AppContext, format: DiagramFormat): Promise<void> {
  const { actions } = store.getState()
  try {
    const formats = await import('@/lib/store/diagram-formats')
    await navigator.clipboard.writeText(formats.diagramText(store, format))
    actions.notify({ kind: 'status', text: `Copied as ${TITLES[format]}` })
  } catch {
    const text = 'Nothing was copied: the browser did not allow it. Download the file instead.'
    actions.notify({ kind: 'error', text })
  }
}
