/** The folder of the open design, for the page: what does the work is fetched after the diagram. */

import type { Folder, FolderParts } from './folder'
import { folderStateOf } from './folder-state'
import type { FacetStore } from './store'
import { whenDrawn } from './when-drawn'

export type FolderService = Pick<
  Folder,
  'open' | 'reconnect' | 'save' | 'resolve' | 'disconnect' | 'stop'
>

export function createFolderService(
  store: FacetStore,
  parts: Omit<FolderParts, 'records'>,
): FolderService {
  let loading: Promise<Folder> | null = null
  let isStopped = false
  const stops: (() => void)[] = []

  function load(): Promise<Folder> {
    loading ??= start().catch((error: unknown) => {
      loading = null
      throw error
    })
    return loading
  }

  async function start(): Promise<Folder> {
    const [{ createFolder }, { openFolderRecords }, { watchFolder }] = await Promise.all([
      import('./folder'),
      import('@/lib/storage/folder-records'),
      import('./folder-watch'),
    ])
    const folder = createFolder(store, { ...parts, records: openFolderRecords() })
    if (isStopped) folder.stop()
    else stops.push(watchFolder(folder, folderStateOf(store)), folder.stop)
    return folder
  }

  /** Says so when the code could not be fetched. */
  async function use(work: (folder: Folder) => Promise<void> | void): Promise<void> {
    try {
      await work(await load())
    } catch {
      const text = 'The folder could not be used; the connection may be down. Nothing was changed.'
      store.getState().actions.notify({ kind: 'error', text })
    }
  }

  stops.push(whenDrawn(store, () => void load().catch(() => {})))

  return {
    open: (handle, otherwise) => use((folder) => folder.open(handle, otherwise)),
    reconnect: () => use((folder) => folder.reconnect()),
    save: () => use((folder) => folder.save()),
    resolve: (path, keep) => void use((folder) => folder.resolve(path, keep)),
    disconnect: () => use((folder) => folder.disconnect()),
    stop() {
      isStopped = true
      for (const stop of stops) stop()
    },
  }
}
