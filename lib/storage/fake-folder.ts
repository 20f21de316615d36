/** A folder in memory, for tests: it acts like the browser's, and can be made to fail. */

import type { FileHandle, FolderHandle } from './folder-handles'

interface FakeFile {
  bytes: Uint8Array
  lastModified: number
}

export class FakeFolder implements FolderHandle {
  readonly kind = 'directory'
  readonly entriesByName = new Map<string, FakeFolder | FakeFile>()
  permission: PermissionState = 'granted'

  constructor(
    readonly name: string,
    readonly disk = new FakeDisk(),
  ) {}

  /** What another program writes. */
  put(path: string, text: string | Uint8Array): void {
    const [folder, name] = this.reach(path)
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
    folder.entriesByName.set(name, { bytes, lastModified: ++this.disk.time })
  }

  remove(path: string): void {
    const [folder, name] = this.reach(path)
    folder.entriesByName.delete(name)
  }

  /** The bytes of a file as text with its byte order mark; `null` when there is none. */
  text(path: string): string | null {
    const [folder, name] = this.reach(path)
    const file = folder.entriesByName.get(name)
    if (!file || file instanceof FakeFolder) return null
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes)
  }

  private reach(path: string): [FakeFolder, string] {
    const parts = path.split('/')
    const name = parts.pop() ?? ''
    let folder: FakeFolder = this
    for (const part of parts) {
      let next = folder.entriesByName.get(part)
      if (!(next instanceof FakeFolder)) {
        next = new FakeFolder(part, this.disk)
        folder.entriesByName.set(part, next)
      }
      folder = next
    }
    return [folder, name]
  }

  async *entries(): AsyncGenerator<[string, FileHandle | FolderHandle]> {
    this.disk.listed.push(this.name)
    this.check()
    for (const [name, entry] of this.entriesByName) {
      yield [name, entry instanceof FakeFolder ? entry : this.handle(name)]
    }
  }

  async getFileHandle(name: string, options?: { create?: boolean }): Promise<FileHandle> {
    this.check()
    const entry = this.entriesByName.get(name)
    if (entry instanceof FakeFolder) throw new DOMException('a folder', 'TypeMismatchError')
    if (!entry) {
      if (!options?.create) throw new DOMException('missing', 'NotFoundError')
      this.put(name, '')
    }
    return this.handle(name)
  }

  async getDirectoryHandle(name: string, options?: { create?: boolean }): Promise<FakeFolder> {
    this.check()
    const entry = this.entriesByName.get(name)
    if (entry instanceof FakeFolder) return entry
    if (entry) throw new DOMException('a file', 'TypeMismatchError')
    if (!options?.create) throw new DOMException('missing', 'NotFoundError')
    const folder = new FakeFolder(name, this.disk)
    this.entriesByName.set(name, folder)
    return folder
  }

  async removeEntry(name: string): Promise<void> {
    this.check()
    if (!this.entriesByName.delete(name)) throw new DOMException('missing', 'NotFoundError')
  }

  async isSameEntry(other: FolderHandle): Promise<boolean> {
    return other === this
  }

  async queryPermission(): Promise<PermissionState> {
    return this.permission
  }

  async requestPermission(): Promise<PermissionState> {
    if (this.permission === 'prompt') this.permission = 'granted'
    return this.permission
  }

  private handle(name: string): FileHandle {
    const file = () => {
      this.check()
      const entry = this.entriesByName.get(name)
      if (!entry || entry instanceof FakeFolder) throw new DOMException('missing', 'NotFoundError')
      return entry
    }
    return {
      kind: 'file',
      name,
      getFile: async () => {
        const { bytes, lastModified } = file()
        const arrayBuffer = async () => {
          this.disk.reads.push(name)
          return new Uint8Array(bytes).buffer
        }
        return { lastModified, size: bytes.length, arrayBuffer }
      },
      createWritable: async () => {
        this.disk.fail('open', name)
        const written: Uint8Array[] = []
        return {
          write: async (bytes) => {
            this.disk.fail('write', name)
            written.push(new Uint8Array(bytes))
          },
          close: async () => {
            this.disk.fail('close', name)
            const bytes = new Uint8Array(written.flatMap((part) => [...part]))
            this.entriesByName.set(name, { bytes, lastModified: ++this.disk.time })
            this.disk.writes.push(name)
          },
          abort: async () => {},
        }
      },
    }
  }

  private check(): void {
    if (this.permission !== 'granted') throw new DOMException('denied', 'NotAllowedError')
    this.disk.fail('use', this.name)
  }
}

/** What the folders of one fake disk share. */
export class FakeDisk {
  /** The time of the last change, in ms. */
  time = 1_000
  readonly reads: string[] = []
  readonly writes: string[] = []
  readonly listed: string[] = []
  private readonly failures = new Map<string, string>()

  /** Lets a kind of work on a file or folder of that name fail from now on, or with `null` not. */
  break(work: 'use' | 'open' | 'write' | 'close', name: string, errorName: string | null): void {
    if (errorName === null) this.failures.delete(`${work} ${name}`)
    else this.failures.set(`${work} ${name}`, errorName)
  }

  fail(work: string, name: string): void {
    const errorName = this.failures.get(`${work} ${name}`)
    if (errorName) throw new DOMException(`${work} ${name}`, errorName)
  }
}
