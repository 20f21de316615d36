import { editorSettings } from '@/components/code/editor-settings'
import { wishNewFile } from '@/components/explorer/new-file-wish'
import { saveDownload } from '@/components/files/save-download'
import { canOpenFolders, pickFolder } from '@/lib/storage/folder-handles'
import { folderTrouble } from '@/lib/storage/folder-trouble'
import { folderStateOf } from '@/lib/store/folder-state'
import type { AppAction, AppContext } from './app-actions'
import { format } from './code-actions'

/** What the File and Export menus hold. */
export const FILE_ACTIONS = {
  newDesign: {
    title: 'New design',
    group: 'File',
    keywords: ['empty', 'blank', 'start'],
    run: ({ services }) => void services?.newDesign(),
  },
  newDesignFor: {
    title: 'New design for…',
    group: 'File',
    keywords: ['system', 'tidb', 'supabase', 'neon', 'planetscale', 'postgres', 'mysql', 'mongodb'],
    run: ({ store }) => store.getState().actions.setDialog('new-for'),
  },
  openFiles: {
    title: 'Open files…',
    group: 'File',
    keywords: ['import', 'load', 'prisma', 'zip', 'upload'],
    shortcut: 'mod+o',
    scope: 'everywhere',
    run: ({ pickFiles }) => pickFiles(),
  },
  openFolder: {
    title: 'Open folder…',
    group: 'File',
    keywords: ['directory', 'disk', 'project', 'in place', 'edit'],
    isEnabled: canOpenFolders,
    run: (app) => void openFolder(app),
  },
  newFile: {
    title: 'New schema file…',
    group: 'File',
    keywords: ['add file', 'split', 'multi-file', 'folder'],
    run({ store }) {
      store.getState().actions.setExplorerOpen(true)
      wishNewFile()
    },
  },
  openPasted: {
    title: 'Open pasted schema…',
    group: 'File',
    keywords: ['import', 'paste', 'clipboard'],
    run: ({ store }) => store.getState().actions.setDialog('paste'),
  },
  importSql: {
    title: 'Import SQL or DBML…',
    group: 'File',
    keywords: ['database', 'dump', 'ddl', 'mysql', 'sql server', 'introspect'],
    run: ({ store }) => store.getState().actions.setDialog('import'),
  },
  openRecent: {
    title: 'Recent designs…',
    group: 'File',
    keywords: ['history', 'open', 'list', 'delete design'],
    run: ({ store }) => store.getState().actions.setDialog('recent'),
  },
  openExample: {
    title: 'Open the example',
    group: 'File',
    keywords: ['sample', 'demo', 'shop', 'tour'],
    run: ({ services }) => void services?.openExample(),
  },
  save: {
    title: 'Save',
    group: 'File',
    keywords: ['keep', 'store', 'in this browser', 'folder', 'disk'],
    shortcut: 'mod+s',
    scope: 'everywhere',
    run: save,
  },
  renameDesign: {
    title: 'Rename design',
    group: 'File',
    keywords: ['title', 'name'],
    run: ({ editDesignName }) => editDesignName(),
  },
  duplicateDesign: {
    title: 'Duplicate design',
    group: 'File',
    keywords: ['copy', 'clone'],
    run: ({ services }) => void services?.duplicateDesign(),
  },
  downloadSchema: {
    title: 'Download schema',
    group: 'File',
    keywords: ['export', 'save', 'schema.prisma', 'zip'],
    run: (app) => void download(app, 'schemaDownload'),
  },
  copySchema: {
    title: 'Copy schema text',
    group: 'File',
    keywords: ['export', 'clipboard'],
    run: (app) => void copySchema(app),
  },
  exportSql: {
    title: 'Download SQL…',
    group: 'File',
    keywords: ['export', 'ddl', 'migration', 'create table'],
    run: ({ store }) => store.getState().actions.setCodeTab('sql'),
  },
  downloadDesign: {
    title: 'Download design with layout',
    group: 'File',
    keywords: ['export', 'facet.json', 'backup', 'positions'],
    run: (app) => void download(app, 'designDownload'),
  },
  exportProject: {
    title: 'Export as a project…',
    group: 'File',
    keywords: ['zip', 'download', 'prisma.config.ts', 'env', 'migration', 'package.json'],
    run: ({ store }) => store.getState().actions.setDialog('project'),
  },
  share: {
    title: 'Share…',
    group: 'File',
    keywords: ['link', 'url', 'send'],
    run: ({ store }) => store.getState().actions.setDialog('share'),
  },
} satisfies Record<string, AppAction>

async function download(
  { store }: AppContext,
  what: 'schemaDownload' | 'designDownload',
): Promise<void> {
  try {
    const sending = await import('@/lib/store/sending')
    saveDownload(sending[what](store))
  } catch {
    const text = 'The download could not be prepared; the connection may be down. Try again.'
    store.getState().actions.notify({ kind: 'error', text })
  }
}

/** Lets the person choose a folder, and edits the schema in it in place. */
async function openFolder({ store, services }: AppContext): Promise<void> {
  try {
    const folder = await pickFolder()
    if (folder) await services?.folder.open(folder)
  } catch (error) {
    const text = `${folderTrouble(error, 'The folder')} The open design is unchanged.`
    store.getState().actions.notify({ kind: 'error', text })
  }
}

/**
 * Writes to the folder that the design is edited in. Without one, every change is saved in the
 * browser by itself; this says so, keeps a copy, or repeats why saving fails.
 */
async function save(app: AppContext): Promise<void> {
  const { store, services } = app
  if (editorSettings.read().formatsOnSave) await format(app, { isSaving: true })
  if (folderStateOf(store).getState().phase !== 'none') {
    void services?.folder.save()
    return
  }
  const { actions, saveState, saveMessage } = store.getState()
  if (saveState === 'failed' || saveState === 'conflict') {
    const text = saveMessage ?? 'This design could not be saved in this browser.'
    actions.notify({ kind: 'error', text })
    return
  }
  if (saveState === 'unsaved-copy') services?.keepCopy()
  actions.notify({ kind: 'status', text: 'Saved in this browser' })
}

/** Several files are copied one after another, each under a comment with its path. */
async function copySchema({ store }: AppContext): Promise<void> {
  const { actions, document } = store.getState()
  const files = [...document.files.values()]
  const text =
    files.length === 1
      ? files.map(({ syntax }) => syntax.text).join('')
      : files.map(({ path, syntax }) => `// ${path}\n\n${syntax.text}`).join('\n')
  try {
    await navigator.clipboard.writeText(text)
    actions.notify({ kind: 'status', text: 'Schema text copied' })
  } catch {
    const text =
      'The browser did not allow copying. Nothing was changed; download the schema instead.'
    actions.notify({ kind: 'error', text })
  }
}
