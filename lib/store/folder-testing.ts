/** For the tests of folders: a page of the app, and the browser in which it is open. */

import type { Design } from '@/lib/document/design'
import { designFiles } from '@/lib/document/document'
import type { FolderRecord, FolderRecords } from '@/lib/storage/folder-records'
import { changeSet } from '@/lib/text/change-set'
import { createFolder, type Folder } from './folder'
import { folderStateOf } from './folder-state'
import { createFacetStore, type FacetStore } from './store'

/** A page: a store, and the designs and folders that the browser keeps. */
export class Page {
  readonly store: FacetStore
  readonly folder: Folder

  constructor(readonly browser: Browser) {
    this.store = createFacetStore(() => 0)
    const open = (design: Design, id: string) => this.store.getState().actions.open(design, id)
    this.folder = createFolder(this.store, {
      records: browser.records,
      openDesign: async (design) => {
        const id = `d${++browser.count}`
        browser.designs.set(id, design)
        open(design, id)
        return true
      },
      keepDesign: async () => browser.keep(this),
      openStored: async (id) => open(browser.designs.get(id) as Design, id),
      storedIds: async () => new Set(browser.designs.keys()),
    })
  }

  get state() {
    return folderStateOf(this.store).getState()
  }

  get said(): string {
    return this.store.getState().notice?.text ?? ''
  }

  get texts(): Record<string, string> {
    const files = designFiles(this.store.getState().document)
    return Object.fromEntries(files.map(({ path, text }) => [path, text]))
  }

  replace(path: string, from: string, to: string): void {
    const { document, actions } = this.store.getState()
    const text = document.files.get(path)?.syntax.text ?? ''
    const at = text.indexOf(from)
    actions.type(path, changeSet(text.length, [{ from: at, to: at + from.length, insert: to }]))
  }

  /** Gives what waits for the next turn its time. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 0))
  }

  /** Saves, and answers what is asked. */
  async save(isAgreed = true): Promise<void> {
    const saving = this.folder.save()
    await this.settle()
    const { question } = this.state
    if (question?.kind === 'save') question.answer(isAgreed)
    await saving
  }
}

/** What a browser keeps. */
export class Browser {
  count = 0
  readonly designs = new Map<string, Design>()
  private readonly kept = new Map<string, FolderRecord>()
  readonly records: FolderRecords = {
    load: async (id) => this.kept.get(id) ?? null,
    list: async () => this.kept,
    save: async (id, record) => {
      this.kept.set(id, record)
      return true
    },
    remove: async (id) => {
      this.kept.delete(id)
    },
  }

  /** Keeps what a page has, as the library does. */
  keep({ store }: Page): void {
    const { designId, document, name } = store.getState()
    const files = designFiles(document)
    const design = { name, files, layout: { positions: {} }, viewport: null, prismaVersion: null }
    if (designId) this.designs.set(designId, design)
  }
}
