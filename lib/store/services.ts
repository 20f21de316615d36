/**
 * What goes on around the store while the app is open: checking, saving, laying out, opening.
 * Components call these; they never talk to storage or workers themselves.
 */

import type { Design } from '@/lib/document/design'
import { createPrismaSchemaEngine, type PrismaSchemaEngine } from '@/lib/engines/prisma-schema/main'
import type { FileBytes } from '@/lib/interchange/zip'
import type { DesignSummary, StoredDesign } from '@/lib/storage/design-storage'
import { type AutoLayout, createAutoLayout } from './auto-layout'
import { baselineOf } from './baseline'
import { createEngineFacts, type EngineFacts } from './engine-facts'
import { emptyDesign, exampleDesign } from './example'
import { createFolderService, type FolderService } from './folder-service'
import { currentDesign, type Library, openLibrary } from './library'
import { startLinting } from './linting'
import { noticeText } from './notice-text'
import type { FacetStore } from './store'
import { startValidation } from './validation'
import { whenDrawn } from './when-drawn'

export interface Services {
  /** Opens what "Open schema files" was given, as a new design; `note` is said besides. */
  openFiles(files: readonly File[], note?: string): Promise<void>
  /** Opens pasted schema text as a new design; false, with a message, when it is none. */
  openText(text: string): Promise<boolean>
  /** Opens a design as one of one's own. */
  openDesign(design: Design): Promise<boolean>
  newDesign(): Promise<boolean>
  openExample(): Promise<boolean>
  openStored(id: string): Promise<void>
  duplicateDesign(): Promise<boolean>
  /** What is kept of a design, without opening it; `null`, with a message, when it cannot be read. */
  readStored(id: string): Promise<Design | null>
  listDesigns(): Promise<readonly DesignSummary[]>
  /** Deletes a design and gives what `restoreDesign` needs to undo that. */
  deleteDesign(id: string): Promise<StoredDesign | null>
  restoreDesign(stored: StoredDesign): Promise<void>
  /** Makes the open copy a design of one's own. */
  keepCopy(): void
  resolveConflict(keep: 'mine' | 'theirs'): Promise<void>
  autoLayout(): Promise<void>
  cancelLayout(): void
  /** The folder on disk that the open design is edited in. */
  readonly folder: FolderService
  /** What the official engine says is possible. */
  readonly engine: EngineFacts
  /** The official engine itself, for what is neither the open design nor a fact. */
  readonly checker: Pick<PrismaSchemaEngine, 'check' | 'fixes' | 'format'>
  /** Has the open design checked once more, for when the engine could not. Never rejects. */
  checkAgain(): Promise<void>
  stop(): void
}

/** Starts everything for a store that is shown on this page. */
export function startServices(store: FacetStore): Services {
  const { actions } = store.getState()
  const layout = createAutoLayout(store)
  const engine = createPrismaSchemaEngine(() => {})
  const validator = startValidation(store, engine)
  const stopLinting = startLinting(store)
  const facts = createEngineFacts(engine)
  const stopPlacing = placeWhenOpened(store, layout)
  const library = openLibrary(store)
  let isStopped = false
  void library.then((opened) => openFirst(store, opened)).catch(reportFailure)
  // What opens and sends designs is fetched early, so that it is there without a network.
  const stopFetching = whenDrawn(store, () => {
    import('./receiving').catch(() => {})
    import('./sending').catch(() => {})
  })

  function reportFailure(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error)
    actions.notify({ kind: 'error', text: `${reason} The open design is unchanged.` })
  }

  /** Runs work that needs the library, and says when it fails. */
  async function withLibrary<T>(work: (library: Library) => Promise<T>, failed: T): Promise<T> {
    try {
      return await work(await library)
    } catch (error) {
      reportFailure(error)
      return failed
    }
  }

  const openOwn = (design: Design) =>
    withLibrary(async (opened) => {
      const isOpen = await opened.openOwn(design)
      if (isOpen) clearFragment()
      return isOpen
    }, false)

  async function openBytes(inputs: readonly FileBytes[], note?: string): Promise<boolean> {
    const { receiveFiles } = await import('./receiving')
    const received = receiveFiles(inputs)
    if (!received.ok) {
      actions.notify({ kind: 'error', text: received.message })
      return false
    }
    const { design, remarks } = received
    if (!(await openOwn(design))) return false
    const text = noticeText(`Opened ${design.name}`, [...(note ? [note] : []), ...remarks])
    actions.notify({ kind: remarks.length > 0 ? 'error' : 'status', text })
    return true
  }

  const openStored = (id: string) =>
    withLibrary((opened) => {
      clearFragment()
      return opened.openStored(id)
    }, undefined)

  const folder = createFolderService(store, {
    openDesign: openOwn,
    openStored,
    keepDesign: () => withLibrary((opened) => opened.flush(), undefined),
    storedIds: () =>
      withLibrary(async (opened) => new Set((await opened.list()).map(({ id }) => id)), new Set()),
  })

  const onHashChange = () => {
    if (window.location.hash.length > 1) {
      void withLibrary((opened) => openLink(store, opened, window.location.hash), false)
    }
  }
  const onHide = () => void library.then((opened) => opened.flush()).catch(() => {})
  window.addEventListener('hashchange', onHashChange)
  window.addEventListener('pagehide', onHide)
  document.addEventListener('visibilitychange', onHide)

  return {
    async openFiles(files, note) {
      try {
        const inputs = await Promise.all(
          files.map(async (file) => ({
            path: file.webkitRelativePath || file.name,
            bytes: new Uint8Array(await file.arrayBuffer()),
          })),
        )
        if (inputs.length > 0) await openBytes(inputs, note)
      } catch (error) {
        reportFailure(error)
      }
    },
    openText: (text) =>
      openBytes([{ path: 'schema.prisma', bytes: new TextEncoder().encode(text) }]),
    openDesign: openOwn,
    newDesign: () => openOwn(emptyDesign()),
    openExample: () => openOwn(exampleDesign()),
    openStored,
    duplicateDesign() {
      const design = currentDesign(store)
      return openOwn({ ...design, name: `${design.name} copy` })
    },
    readStored: (id) => withLibrary((opened) => opened.read(id), null),
    listDesigns: () => withLibrary((opened) => opened.list(), []),
    deleteDesign: (id) => withLibrary((opened) => opened.remove(id), null),
    restoreDesign: (stored) => withLibrary((opened) => opened.restore(stored), undefined),
    keepCopy() {
      void withLibrary(async (opened) => {
        clearFragment()
        opened.keepCopy()
      }, undefined)
    },
    resolveConflict: (keep) => withLibrary((opened) => opened.resolveConflict(keep), undefined),
    autoLayout: () => layout.arrange(),
    cancelLayout: () => layout.cancel(),
    folder,
    engine: facts,
    checker: engine,
    checkAgain: validator.checkAgain,
    stop() {
      if (isStopped) return
      isStopped = true
      window.removeEventListener('hashchange', onHashChange)
      window.removeEventListener('pagehide', onHide)
      document.removeEventListener('visibilitychange', onHide)
      stopFetching()
      stopPlacing()
      validator.stop()
      stopLinting()
      engine.dispose()
      folder.stop()
      layout.stop()
      void library.then((opened) => opened.stop()).catch(() => {})
    },
  }
}

/** Opens what the address asks for, else what was open last, else the example. */
async function openFirst(store: FacetStore, library: Library): Promise<void> {
  const { hash } = window.location
  if (hash.length > 1 && (await openLink(store, library, hash))) return
  if (await library.openLast()) return
  await library.openCopy(exampleDesign())
}

/** Opens a link's design as a copy; when that fails, says why and leaves everything as it is. */
async function openLink(store: FacetStore, library: Library, hash: string): Promise<boolean> {
  const { actions } = store.getState()
  const { receiveLink } = await import('./receiving')
  const received = receiveLink(hash)
  if (!received.ok) {
    clearFragment()
    actions.notify({ kind: 'error', text: received.message })
    return false
  }
  if (!(await library.openCopy(received.design))) return false
  baselineOf(store).cameByLink()
  const text = noticeText('This is a copy of the shared design', received.remarks)
  actions.notify({ kind: 'status', text })
  return true
}

/** Lays out designs that come without positions, as soon as they are open. */
function placeWhenOpened(store: FacetStore, layout: AutoLayout): () => void {
  return store.subscribe((state, before) => {
    if (state.designId !== before.designId && state.designId !== null) clearFragment()
    const isOpened = state.lastStep !== before.lastStep && state.lastStep.origin === 'open'
    if (!isOpened || state.document.positions.size > 0) return
    if (state.document.graph.blocks.length > 0) void layout.placeAll()
  })
}

/** Once a shared design is kept, or another is open, the address no longer stands for it. */
function clearFragment(): void {
  const { pathname, search, hash } = window.location
  if (hash !== '') window.history.replaceState(null, '', pathname + search)
}
