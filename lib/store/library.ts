/**
 * The designs of this browser: which one is open, and that it is saved on every change.
 *
 * A design that came by a link, and the example, are copies of nobody's until they are changed or
 * kept; then they become a design of one's own.
 */

import type { Design } from '@/lib/document/design'
import { designFromDocument } from '@/lib/document/document'
import { sessionOf } from '@/lib/document/session'
import { isDrawn } from '@/lib/schema/graph'
import { checkDesign } from '@/lib/share/check-design'
import { designFromJson, designToJson } from '@/lib/share/design-json'
import { type Autosaver, createAutosaver, type SaveState } from '@/lib/storage/autosaver'
import {
  type DesignSnapshot,
  type DesignStorage,
  type DesignSummary,
  newId,
  type StoredDesign,
} from '@/lib/storage/design-storage'
import { openDesignStorage } from '@/lib/storage/open-storage'
import {
  browserRescueArea,
  dropRescue,
  findRescue,
  leaveRescue,
  type RescueArea,
} from '@/lib/storage/rescue'
import { rememberedInTab, rememberInTab } from '@/lib/storage/tab-memory'
import type { FacetStore } from './store'

export interface Library {
  /** Opens the design that was open last, in this tab or in any; false when there is none. */
  openLast(): Promise<boolean>
  /** Opens a kept design. */
  openStored(id: string): Promise<void>
  /** Opens a design as one of one's own and keeps it; false, with a message, when it cannot. */
  openOwn(design: Design): Promise<boolean>
  /** Opens a design that is kept only once it is changed; false as above. */
  openCopy(design: Design): Promise<boolean>
  keepCopy(): void
  /** What is kept of a design, without opening it; `null`, with a message, when it cannot be read. */
  read(id: string): Promise<Design | null>
  list(): Promise<readonly DesignSummary[]>
  /** Deletes a design and gives what `restore` needs to undo that. */
  remove(id: string): Promise<StoredDesign | null>
  restore(stored: StoredDesign): Promise<void>
  resolveConflict(keep: 'mine' | 'theirs'): Promise<void>
  /** Saves what is not saved yet; call it before the page goes. */
  flush(): Promise<void>
  stop(): void
}

export function currentDesign(store: FacetStore): Design {
  const { document, name, viewport, system, viewId } = store.getState()
  const about = { name, viewport, ...(system !== null && { system }) }
  return designFromDocument(document, about, viewId)
}

export async function openLibrary(store: FacetStore): Promise<Library> {
  const storage = await openDesignStorage({ readDesign: checkDesign })
  const { actions } = store.getState()
  let autosaver: Autosaver | null = null
  let conflict: Extract<SaveState, { kind: 'conflict' }> | null = null
  /** The revision that the open design was last known to be saved as. */
  let savedRevision = 0
  const rescueArea = browserRescueArea()
  await saveRescue(storage, rescueArea)
  if (storage.notice) actions.notify({ kind: 'error', text: storage.notice })

  function watch(id: string, revision: number): Autosaver {
    autosaver = createAutosaver({ storage, id, revision, onState: showState })
    savedRevision = revision
    actions.setDesignId(id)
    actions.setSaveState('saved')
    rememberInTab(id)
    void storage.setLastOpened(id).catch(reportFailure)
    return autosaver
  }

  function showState(state: SaveState): void {
    conflict = state.kind === 'conflict' ? state : null
    if (state.kind === 'saved') {
      savedRevision = state.revision
      dropRescue(rescueArea)
    }
    actions.setSaveState(state.kind, 'message' in state ? state.message : undefined)
  }

  function reportFailure(error: unknown): void {
    const text = error instanceof Error ? error.message : 'This browser did not keep the design.'
    actions.notify({ kind: 'error', text })
  }

  const readSnapshot = (): DesignSnapshot => {
    const { document, history } = store.getState()
    const { blocks, provider } = document.graph
    return {
      design: currentDesign(store),
      session: sessionOf(document, history),
      facts: { blockCount: blocks.filter(({ kind }) => isDrawn(kind)).length, provider },
    }
  }

  /**
   * Ends work on the open design; what it is by then is kept first, beside the other tab's
   * version if there is a conflict. False, with a message, when it cannot be kept.
   */
  async function leave(): Promise<boolean> {
    let state = await autosaver?.flush()
    if (state?.kind === 'conflict') state = await autosaver?.keepAsCopy(newId())
    if (state && state.kind !== 'saved') {
      const why = 'message' in state ? state.message : 'The open design could not be saved.'
      const text = `Nothing else was opened, because the open design would be lost. ${why}`
      actions.notify({ kind: 'error', text })
      return false
    }
    autosaver?.stop()
    autosaver = null
    conflict = null
    return true
  }

  async function openStored(id: string): Promise<void> {
    const result = await storage.load(id)
    if (result.kind !== 'found') {
      const text =
        result.kind === 'damaged'
          ? result.message
          : 'This design is no longer kept in this browser. The open design is unchanged.'
      actions.notify({ kind: 'error', text })
      return
    }
    if (!(await leave())) return
    actions.open(result.stored.design, id, result.stored.session)
    watch(id, result.stored.revision)
  }

  const unsubscribe = store.subscribe((state, before) => {
    const hasStepped = state.lastStep !== before.lastStep
    const { origin } = state.lastStep
    const isPlaced = origin === 'open' && state.document.version === before.document.version
    if (hasStepped && isPlaced) autosaver?.change(readSnapshot)
    if (hasStepped && (origin === 'open' || origin === 'storage')) return
    const isRenamed = state.name !== before.name
    // Which view is shown travels with a design that is one's own; looking makes none one's own.
    if (!hasStepped && state.viewId !== before.viewId) autosaver?.change(readSnapshot)
    if (!hasStepped && !isRenamed) return
    const saver = autosaver ?? watch(newId(), 0)
    saver.change(readSnapshot)
  })

  const stopListening = storage.onChange((change) => {
    if (change.id === autosaver?.id) void followOtherTab(autosaver)
  })

  /** Shows what another tab saved, unless there are changes here too: that is a conflict. */
  async function followOtherTab(saver: Autosaver): Promise<void> {
    if (saver.state.kind !== 'saved') {
      await saver.flush()
      return
    }
    const result = await storage.load(saver.id)
    if (saver !== autosaver || saver.state.kind !== 'saved') return
    if (result.kind === 'found') {
      saver.adopt(result.stored.revision)
      actions.takeOver(result.stored.design)
    } else {
      await leave()
      actions.setDesignId(null)
      actions.setSaveState('unsaved-copy')
      const text =
        'This design was deleted in another tab. It is still open here: change it or keep a copy to save it again.'
      actions.notify({ kind: 'error', text })
    }
  }

  return {
    async openLast() {
      for (const id of [rememberedInTab(), await storage.lastOpened().catch(() => null)]) {
        if (id === null) continue
        const result = await storage.load(id)
        if (result.kind === 'damaged') actions.notify({ kind: 'error', text: result.message })
        if (result.kind !== 'found') continue
        await openStored(id)
        return true
      }
      return false
    },
    openStored,
    async openOwn(design) {
      if (!(await leave())) return false
      const id = newId()
      actions.open(design, id)
      const saver = watch(id, 0)
      saver.change(readSnapshot)
      await saver.flush()
      return true
    },
    async openCopy(design) {
      if (!(await leave())) return false
      actions.open(design, null)
      actions.setSaveState('unsaved-copy')
      return true
    },
    keepCopy() {
      if (!autosaver) watch(newId(), 0).change(readSnapshot)
    },
    async read(id) {
      const result = await storage.load(id)
      if (result.kind === 'found') return result.stored.design
      const text =
        result.kind === 'damaged'
          ? result.message
          : 'This design is no longer kept in this browser.'
      actions.notify({ kind: 'error', text })
      return null
    },
    list: () => storage.list(),
    async remove(id) {
      const result = await storage.load(id)
      await storage.remove(id)
      if (autosaver?.id === id) {
        autosaver.stop()
        autosaver = null
        await storage.setLastOpened(null)
        rememberInTab(null)
        actions.setDesignId(null)
        actions.setSaveState('unsaved-copy')
      }
      return result.kind === 'found' ? result.stored : null
    },
    async restore(stored) {
      await storage.save(stored.id, 0, { design: stored.design, session: stored.session })
    },
    async resolveConflict(keep) {
      if (!autosaver || !conflict) return
      const { current } = conflict
      if (keep === 'mine') {
        const id = newId()
        await autosaver.keepAsCopy(id)
        actions.setDesignId(id)
        rememberInTab(id)
        await storage.setLastOpened(id)
        actions.notify({ kind: 'status', text: 'Your version is kept as a design of its own.' })
      } else if (current.kind === 'found') {
        autosaver.adopt(current.stored.revision)
        actions.takeOver(current.stored.design)
        const text = 'The other version is loaded. Undo brings yours back.'
        actions.notify({ kind: 'status', text })
      }
    },
    async flush() {
      if (autosaver && autosaver.state.kind !== 'saved') {
        const json = designToJson(currentDesign(store))
        leaveRescue(rescueArea, { id: autosaver.id, revision: savedRevision, json })
      }
      await autosaver?.flush()
    },
    stop() {
      unsubscribe()
      stopListening()
      void leave().then(() => storage.close())
    },
  }
}

/** Saves what a page that went could not, unless the design has changed since. */
async function saveRescue(storage: DesignStorage, area: RescueArea): Promise<void> {
  const rescue = findRescue(area)
  if (!rescue) return
  const read = designFromJson(rescue.json)
  if (read.ok) {
    const { design } = read
    const saved = await storage.save(rescue.id, rescue.revision, { design }).catch(() => null)
    if (saved === null) return
    if (saved.ok) await storage.setLastOpened(rescue.id).catch(() => {})
  }
  dropRescue(area)
}
