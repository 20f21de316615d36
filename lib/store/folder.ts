/**
 * Edits a design in a folder on the person's disk: opening, saving, and noticing what other
 * programs do there.
 *
 * The files as both sides last had them are what is compared with. Nothing is written over a file
 * that is not as it was last seen, and nothing is taken over where it would undo what was done
 * here: that is a conflict, and stays one until a person decides or the two sides agree again.
 */

import type { Design } from '@/lib/document/design'
import { type FileConflict, outsideChanges, takeFiles } from '@/lib/document/outside-changes'
import { countUnsaved, unsavedFiles } from '@/lib/document/unsaved'
import { decodeText } from '@/lib/interchange/file-text'
import { ChangedOnDisk, type DiskFiles, readFolder } from '@/lib/storage/folder'
import { type FolderHandle, mayUse } from '@/lib/storage/folder-handles'
import type { FolderRecord, FolderRecords } from '@/lib/storage/folder-records'
import { errorName, folderTrouble } from '@/lib/storage/folder-trouble'
import { readPickedFolder } from './folder-opening'
import { savedText, writeUnsaved } from './folder-saving'
import { type FolderQuestion, folderStateOf, NO_FOLDER } from './folder-state'
import { isSame, isSameFiles, takenText, textsOf, textsOfDisk } from './folder-texts'
import { noticeText } from './notice-text'
import type { FacetStore } from './store'

export interface Folder {
  /** The folder itself, while it may be used. */
  readonly handle: FolderHandle | null
  /**
   * Opens a folder that was picked, as a design; one that was open before, as it was left.
   * `otherwise` is what to do where there is no Prisma schema in it; default: say so.
   */
  open(handle: FolderHandle, otherwise?: () => Promise<void>): Promise<void>
  /** Asks the browser for the folder of the open design again. Needs a press of the person. */
  reconnect(): Promise<void>
  /** Writes what is not saved yet, after asking where files come or go. */
  save(): Promise<void>
  /** Looks for changes in the folder; `thorough` also where no schema file is yet. */
  check(depth: 'known' | 'thorough'): Promise<void>
  /** Decides about a file that was changed on both sides. */
  resolve(path: string, keep: Keep): void
  /** Design and folder stay as they are, and have nothing to do with one another any more. */
  disconnect(): Promise<void>
  stop(): void
}

export type Keep = 'mine' | 'theirs' | 'both'

export interface FolderParts {
  readonly records: FolderRecords
  /** Opens a design as one of one's own; false, with a message, when it cannot. */
  openDesign(design: Design): Promise<boolean>
  openStored(id: string): Promise<void>
  /** Keeps the open design in the browser, now. */
  keepDesign(): Promise<void>
  /** The designs that are still kept. */
  storedIds(): Promise<ReadonlySet<string>>
}

interface Link {
  readonly designId: string
  readonly handle: FolderHandle
  readonly title: string
  readonly ignored: ReadonlySet<string>
  /** The files as both sides last had them. */
  files: DiskFiles
  /** The files as they were last seen. */
  seen: DiskFiles
}

/** How long typing must pause, in ms, before it is told what is not saved. */
const TELL_DELAY = 150

const KEPT = 'Your design is kept in this browser.'

export function createFolder(facet: FacetStore, parts: FolderParts): Folder {
  const { actions } = facet.getState()
  const state = folderStateOf(facet)
  let link: Link | null = null
  let tellTimer: ReturnType<typeof setTimeout> | undefined
  /** Work on the folder is done one after another. */
  let queue: Promise<unknown> = Promise.resolve()

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work)
    queue = result.catch(() => {})
    return result
  }

  const status = (text: string) => actions.notify({ kind: 'status', text })
  const failure = (text: string) => actions.notify({ kind: 'error', text })
  const mine = () => textsOf(facet.getState().document.files)

  function fail(error: unknown, { title }: Link): void {
    const trouble = folderTrouble(error, title)
    const isRefused = /^(NotAllowed|Security)Error$/.test(errorName(error))
    if (state.getState().trouble !== trouble) failure(`${trouble} ${KEPT}`)
    state.setState({ trouble, ...(isRefused && { phase: 'away' }) })
  }

  function tellUnsaved(): void {
    clearTimeout(tellTimer)
    if (!link) return
    const unsaved = unsavedFiles(textsOfDisk(link.files), mine())
    if (!isSame(unsaved, state.getState().unsaved)) state.setState({ unsaved })
  }

  function ask<T>(question: (answer: (value: T) => void) => FolderQuestion): Promise<T> {
    return new Promise<T>((answer) => state.setState({ question: question(answer) })).finally(() =>
      state.setState({ question: null }),
    )
  }

  async function keep(current: Link): Promise<void> {
    const { designId, handle, title, files, ignored } = current
    if (await parts.records.save(designId, { handle, title, files, ignored })) return
    failure(
      `This browser does not remember which folder the design is in. Saving to ${title} works until the page is closed.`,
    )
  }

  function connect(next: Link, phase: 'open' | 'away'): void {
    link = next
    state.setState({ ...NO_FOLDER, phase, title: next.title })
    tellUnsaved()
  }

  function forget(): void {
    link = null
    clearTimeout(tellTimer)
    if (state.getState() !== NO_FOLDER) state.setState(NO_FOLDER)
  }

  /** Finds the folder of a design that was opened. */
  async function find(designId: string): Promise<void> {
    const record = await parts.records.load(designId)
    if (!record || link || facet.getState().designId !== designId) return
    const next = linkOf(designId, record)
    link = next
    const isAllowed = await mayUse(record.handle, 'look').catch(() => false)
    if (link !== next) return
    connect(next, isAllowed ? 'open' : 'away')
    if (isAllowed) await look(next, new Map(), false)
  }

  /** Looks at the folder and takes over what can be; false, with a message, when it cannot be read. */
  async function look(current: Link, known: DiskFiles, isShallow: boolean): Promise<boolean> {
    try {
      const contents = await readFolder(current.handle, { decode: decodeText, known, isShallow })
      if (link !== current) return false
      const seen = new Map([...contents.files].filter(([path]) => !current.ignored.has(path)))
      for (const path of contents.unreadable.keys()) {
        // What cannot be read now is not gone.
        const before = current.files.get(path)
        if (before) seen.set(path, before)
      }
      takeOver(current, seen)
      return true
    } catch (error) {
      if (link === current) fail(error, current)
      return false
    }
  }

  function takeOver(current: Link, seen: DiskFiles): void {
    const isEmptied = seen.size === 0 && current.files.size > 0
    // A design has at least one file: then it stays as it is, and differs from the folder.
    const { taken, conflicts } = isEmptied
      ? { taken: [], conflicts: [] }
      : outsideChanges(textsOfDisk(current.files), mine(), textsOfDisk(seen))
    const files = new Map(seen)
    for (const { path } of conflicts) {
      const before = current.files.get(path)
      if (before) files.set(path, before)
      else files.delete(path)
    }
    const isChanged = !isSameFiles(files, current.files)
    current.files = files
    current.seen = seen
    if (taken.length > 0) {
      actions.applyStep(takeFiles(facet.getState().document, taken), 'Changes from disk', 'disk')
      actions.notify({ kind: 'note', text: takenText(taken, current.title) })
    }
    if (isEmptied) {
      failure(
        `There are no schema files in ${current.title} any more. ${KEPT} Saving writes them again.`,
      )
    }
    tellConflicts(conflicts)
    if (state.getState().trouble !== null) state.setState({ trouble: null })
    tellUnsaved()
    if (isChanged) void keep(current)
  }

  function tellConflicts(conflicts: readonly FileConflict[]): void {
    const known = state.getState().conflicts
    if (isSame(known, conflicts)) return
    const { question } = state.getState()
    const isDone = conflicts.length === 0 && question?.kind === 'conflicts'
    state.setState({ conflicts, ...(isDone && { question: null }) })
    const fresh = conflicts.filter(({ path }) => !known.some((other) => other.path === path))
    if (fresh.length === 0) return
    const names = fresh.map(({ path }) => path).join(', ')
    const text = `${names} changed here and in the folder, in the same lines. Nothing was overwritten.`
    const run = () => {
      // By then it may have been decided elsewhere.
      if (state.getState().conflicts.length > 0) {
        state.setState({ question: { kind: 'conflicts' } })
      }
    }
    // It stays in the status line, so the message itself need not stay in the way.
    actions.notify({ kind: 'warning', text, action: { label: 'Choose', run } })
  }

  async function saveLink(current: Link): Promise<void> {
    // Everything is read anew, since times and sizes are no proof.
    if (!(await look(current, new Map(), false))) return
    if (state.getState().conflicts.length > 0) {
      state.setState({ question: { kind: 'conflicts' } })
      return
    }
    const texts = mine()
    const unsaved = unsavedFiles(textsOfDisk(current.files), texts)
    if (countUnsaved(unsaved) === 0) {
      status(`All files are saved in ${current.title}`)
      return
    }
    if (unsaved.added.length + unsaved.removed.length > 0) {
      const isAgreed = await ask<boolean>((answer) => ({ kind: 'save', unsaved, answer }))
      if (!isAgreed || link !== current) return
    }
    state.setState({ isSaving: true })
    // Another tab with the same design should hear of it from here, before it sees it on disk.
    await parts.keepDesign()
    const saved = await writeUnsaved(current.handle, current.files, texts, unsaved)
    state.setState({ isSaving: false })
    current.files = saved.files
    current.seen = saved.files
    await keep(current)
    if (link !== current) return
    tellUnsaved()
    if (saved.failure === null) {
      state.setState({ trouble: null })
      status(savedText(saved, current.title))
    } else if (saved.failure.error instanceof ChangedOnDisk) {
      // Somebody was quicker; what they did is taken over or becomes a conflict.
      await look(current, new Map(), false)
      failure(`${saved.failure.path} was changed in the folder just now, and was not overwritten.`)
    } else fail(saved.failure.error, current)
  }

  async function reconnect(): Promise<void> {
    const current = link
    if (!current) return
    const isAllowed = await mayUse(current.handle, 'ask').catch(() => false)
    if (link !== current) return
    if (!isAllowed) {
      failure(`The browser was not allowed to use ${current.title}. ${KEPT}`)
      return
    }
    state.setState({ phase: 'open', trouble: null })
    const isRead = await inTurn(() => look(current, new Map(), false))
    const { conflicts, trouble } = state.getState()
    if (isRead && conflicts.length === 0 && trouble === null) {
      status(`${current.title} is connected. Saving writes back to it.`)
    }
  }

  async function open(root: FolderHandle, otherwise?: () => Promise<void>): Promise<void> {
    try {
      const reading = await readPickedFolder(root, (choices) =>
        ask((answer) => ({ kind: 'schema', folder: root.name, choices, answer })),
      )
      if (reading.kind === 'cancelled') return
      if (reading.kind === 'none' && otherwise) return await otherwise()
      if (reading.kind === 'none') {
        const text = `There is no Prisma schema in ${root.name}. The open design is unchanged.`
        failure([...reading.problems, text].join(' '))
        return
      }
      const { name, problems, ...found } = reading.schema
      const known = await designOf(found)
      if (known !== null) {
        await openAgain(known)
        return
      }
      const files = [...found.files].map(([path, { text }]) => ({ path, text }))
      const layout = { positions: {} }
      const design = { name, files, layout, viewport: null, prismaVersion: null }
      if (!(await parts.openDesign(design))) return
      const { designId } = facet.getState()
      if (designId === null) return
      const next = linkOf(designId, found)
      connect(next, 'open')
      await keep(next)
      const text = `Opened ${found.title}. Saving writes back to it.`
      actions.notify({
        kind: problems.length > 0 ? 'error' : 'status',
        text: noticeText(text, problems),
      })
    } catch (error) {
      failure(`${folderTrouble(error, root.name)} The open design is unchanged.`)
    }
  }

  /** The design that the same files were opened as before, if it is still kept. */
  async function designOf({ handle, files }: FolderRecord): Promise<string | null> {
    const stored = await parts.storedIds()
    for (const [id, record] of await parts.records.list()) {
      if (!stored.has(id) || [...files.keys()].some((path) => record.ignored.has(path))) continue
      if (await record.handle.isSameEntry?.(handle).catch(() => false)) return id
    }
    return null
  }

  /** A folder that was open before comes back with its places, and what was not saved. */
  async function openAgain(designId: string): Promise<void> {
    if (facet.getState().designId !== designId) await parts.openStored(designId)
    await queue
    if (link?.designId === designId) await reconnect()
  }

  const unsubscribe = facet.subscribe((now, before) => {
    if (now.designId !== before.designId) {
      forget()
      const { designId } = now
      if (designId !== null) void inTurn(() => find(designId))
    } else if (link && now.document.files !== before.document.files) {
      clearTimeout(tellTimer)
      tellTimer = setTimeout(tellUnsaved, TELL_DELAY)
    }
  })
  const { designId } = facet.getState()
  if (designId !== null) void inTurn(() => find(designId))

  return {
    get handle() {
      return state.getState().phase === 'open' ? (link?.handle ?? null) : null
    },
    open,
    reconnect,
    async save() {
      if (state.getState().phase === 'away') await reconnect()
      const current = link
      if (current && state.getState().phase === 'open') await inTurn(() => saveLink(current))
    },
    async check(depth) {
      await inTurn(async () => {
        if (!link || state.getState().phase !== 'open') return
        await look(link, link.files, depth === 'known')
      })
    },
    resolve(path, choice) {
      if (!link) return
      // What was typed since it was told of counts too.
      const now = outsideChanges(textsOfDisk(link.files), mine(), textsOfDisk(link.seen))
      const conflict = now.conflicts.find((one) => one.path === path)
      if (choice === 'both' && conflict?.both === null) return
      const chosen =
        conflict && choice !== 'mine'
          ? { path, text: choice === 'both' ? conflict.both : conflict.theirs }
          : null
      const taken = chosen ?? now.taken.find((one) => one.path === path)
      if (taken) {
        const step = takeFiles(facet.getState().document, [taken])
        const label = choice === 'both' ? `Keep both versions of ${path}` : 'Changes from disk'
        actions.applyStep(step, label, 'disk')
      }
      // From here on the folder's version is known, so that saving may replace it.
      const files = new Map(link.files)
      const theirs = link.seen.get(path)
      if (theirs) files.set(path, theirs)
      else files.delete(path)
      link.files = files
      tellConflicts(state.getState().conflicts.filter((one) => one.path !== path))
      tellUnsaved()
      void keep(link)
    },
    async disconnect() {
      const current = link
      forget()
      if (!current) return
      await parts.records.remove(current.designId)
      status(`The design is no longer edited in ${current.title}. ${KEPT}`)
    },
    stop() {
      unsubscribe()
      forget()
    },
  }
}

function linkOf(designId: string, { handle, title, files, ignored }: FolderRecord): Link {
  return { designId, handle, title, ignored, files, seen: files }
}
