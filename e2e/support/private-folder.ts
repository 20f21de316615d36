import type { Page } from '@playwright/test'

/**
 * A folder to edit in place: one of the browser's private file system, which "Open folder…" is
 * given instead of asking. Its handles are the real ones.
 */
export class PrivateFolder {
  private constructor(
    private readonly page: Page,
    readonly name: string,
  ) {}

  /** Call it before the page goes anywhere. */
  static async make(
    page: Page,
    name: string,
    files: Record<string, string>,
  ): Promise<PrivateFolder> {
    await page.addInitScript((folder) => {
      Object.assign(window, {
        showDirectoryPicker: async () => {
          const root = await navigator.storage.getDirectory()
          return root.getDirectoryHandle(folder)
        },
      })
    }, name)
    const folder = new PrivateFolder(page, name)
    // A page of the same origin that is there at once: the files must be before the app is.
    await page.goto('/icon.svg')
    await folder.write(files)
    return folder
  }

  /** What another program writes. */
  async write(files: Record<string, string>): Promise<void> {
    await this.page.evaluate(
      async ({ folder, files }) => {
        const root = await navigator.storage.getDirectory()
        for (const [path, text] of Object.entries(files)) {
          const parts = [folder, ...path.split('/')]
          const name = parts.pop() as string
          let parent = root
          for (const part of parts) parent = await parent.getDirectoryHandle(part, { create: true })
          const file = await parent.getFileHandle(name, { create: true })
          const writable = await file.createWritable()
          await writable.write(new TextEncoder().encode(text))
          await writable.close()
        }
      },
      { folder: this.name, files },
    )
  }

  /** A file that another program deletes. */
  async remove(path: string): Promise<void> {
    await this.page.evaluate(
      async ({ folder, path }) => {
        const parts = [folder, ...path.split('/')]
        const name = parts.pop() as string
        let parent = await navigator.storage.getDirectory()
        for (const part of parts) parent = await parent.getDirectoryHandle(part)
        await parent.removeEntry(name)
      },
      { folder: this.name, path },
    )
  }

  /** The files as they are on disk, with when they were last written, in ms. */
  async read(): Promise<Record<string, { text: string; time: number }>> {
    return this.page.evaluate(async (folder) => {
      const files: Record<string, { text: string; time: number }> = {}
      async function readFile(handle: FileSystemFileHandle, path: string): Promise<void> {
        try {
          const file = await handle.getFile()
          const bytes = await file.arrayBuffer()
          const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
          files[path] = { text, time: file.lastModified }
        } catch (error) {
          // The browser writes beside a file and then replaces it: what is listed may be gone, and
          // what is being read another.
          const why = error instanceof DOMException ? error.name : ''
          if (why === 'NotReadableError') return readFile(handle, path)
          if (why !== 'NotFoundError') throw error
        }
      }
      async function walk(directory: FileSystemDirectoryHandle, prefix: string): Promise<void> {
        for await (const [name, handle] of directory.entries()) {
          if (handle.kind === 'directory') {
            await walk(handle as FileSystemDirectoryHandle, `${prefix}${name}/`)
          } else {
            await readFile(handle as FileSystemFileHandle, prefix + name)
          }
        }
      }
      const root = await navigator.storage.getDirectory()
      await walk(await root.getDirectoryHandle(folder), '')
      return files
    }, this.name)
  }

  async text(path: string): Promise<string | undefined> {
    return (await this.read())[path]?.text
  }
}
