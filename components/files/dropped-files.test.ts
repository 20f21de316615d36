import { afterEach, describe, expect, it, vi } from 'vitest'
import { droppedFiles, droppedFolder } from './dropped-files'

type Tree = { [name: string]: string | Tree }

/** What a browser gives for dropped files (texts) and folders. */
function drop(tree: Tree): DataTransfer {
  const entries = Object.entries(tree).map(([name, node]) => entryOf(name, node, ''))
  const files = Object.keys(tree).map((name) => new File([''], name))
  const items = entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry }))
  return { items, files } as unknown as DataTransfer
}

function entryOf(name: string, node: string | Tree, parent: string): unknown {
  const fullPath = `${parent}/${name}`
  const isFile = typeof node === 'string'
  return {
    name,
    fullPath,
    isFile,
    isDirectory: !isFile,
    file: (resolve: (file: File) => void) => resolve(new File([String(node)], name)),
    createReader() {
      // A browser gives a directory in portions; here, one entry at a time.
      const rest = Object.entries(node).map(([child, value]) => entryOf(child, value, fullPath))
      return { readEntries: (resolve: (entries: unknown[]) => void) => resolve(rest.splice(0, 1)) }
    },
  }
}

async function pathsOf(tree: Tree): Promise<string[]> {
  const files = await droppedFiles(drop(tree)).read()
  return files.map((file) => file.webkitRelativePath || file.name).sort()
}

describe('droppedFiles', () => {
  it('takes files as they are', async () => {
    expect(await pathsOf({ 'a.prisma': '', 'photo.png': '' })).toEqual(['a.prisma', 'photo.png'])
  })

  it('finds the schemas in folders, with their paths', async () => {
    const schema = { 'user.prisma': '', 'post.prisma': '', 'README.md': '' }
    expect(
      await pathsOf({
        app: {
          prisma: { schema, 'schema.prisma': '' },
          node_modules: { x: { 'schema.prisma': '' } },
          '.git': { 'y.prisma': '' },
        },
        'notes.txt': '',
      }),
    ).toEqual([
      'app/prisma/schema.prisma',
      'app/prisma/schema/post.prisma',
      'app/prisma/schema/user.prisma',
      'notes.txt',
    ])
  })
})

describe('droppedFolder', () => {
  afterEach(() => vi.unstubAllGlobals())

  const item = (kind: string, name: string) => ({
    kind: 'file',
    getAsFileSystemHandle: async () => ({ kind, name }),
  })
  const folderOf = (items: unknown[], window: object = { showDirectoryPicker() {} }) => {
    vi.stubGlobal('window', window)
    return droppedFolder({ items } as unknown as DataTransfer)
  }

  it('is the only thing that was dropped, in a browser that edits folders', async () => {
    const folder = item('directory', 'shop')
    expect(await folderOf([folder])).toMatchObject({ name: 'shop' })
    expect(await folderOf([folder, folder])).toBeNull()
    expect(await folderOf([item('file', 'a.prisma')])).toBeNull()
    expect(await folderOf([{ kind: 'string' }])).toBeNull()
    expect(await folderOf([folder], {})).toBeNull()
    expect(await folderOf([{ kind: 'file' }])).toBeNull()
  })
})
