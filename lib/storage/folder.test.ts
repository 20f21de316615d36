import { describe, expect, it } from 'vitest'
import { FakeFolder } from './fake-folder'
import { ChangedOnDisk, type DiskFile, deleteFile, folderAt, readFolder, writeFile } from './folder'
import { folderTrouble } from './folder-trouble'

const decode = (bytes: Uint8Array) =>
  bytes.includes(0)
    ? { problem: 'is not a text file.' }
    : { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }

const A = '\ufeffmodel A {\r\n}\r\n'

function project(): FakeFolder {
  const folder = new FakeFolder('shop')
  folder.put('prisma/schema/a.prisma', A)
  folder.put('prisma/schema/models/b.prisma', 'model B {\n}\n')
  folder.put('node_modules/x/schema.prisma', 'model X {\n}')
  folder.put('.git/y.prisma', 'y')
  folder.put('prisma/migrations/z.prisma', 'z')
  folder.put('README.md', '# Shop')
  folder.put('prisma/binary.prisma', new Uint8Array([1, 0, 2]))
  folder.put('prisma/a\\b.prisma', 'odd')
  return folder
}

async function seen(folder: FakeFolder, path: string): Promise<DiskFile> {
  const file = (await readFolder(folder, { decode })).files.get(path)
  if (!file) throw new Error(`no ${path}`)
  return file
}

describe('readFolder', () => {
  it('finds the schema files that are a person’s own, byte order marks and line endings kept', async () => {
    const { files, unreadable } = await readFolder(project(), { decode })
    expect([...files].map(([path, { text }]) => [path, text])).toEqual([
      ['prisma/schema/a.prisma', A],
      ['prisma/schema/models/b.prisma', 'model B {\n}\n'],
    ])
    expect([...unreadable]).toEqual([
      ['prisma/a\\b.prisma', 'has a name that is not usable on every system.'],
      ['prisma/binary.prisma', 'is not a text file.'],
    ])
  })

  it('reads again only what has another time or size, in folders that are known', async () => {
    const folder = project()
    const { files: known } = await readFolder(folder, { decode })
    folder.put('src/deep/new.prisma', 'model N {\n}\n')
    folder.put('prisma/schema/c.prisma', 'model C {\n}\n')
    folder.put('prisma/schema/a.prisma', 'model A2 {\n}\n')
    folder.disk.reads.length = 0
    folder.disk.listed.length = 0
    const { files } = await readFolder(folder, { decode, known, isShallow: true })
    expect([...files.keys()]).toEqual([
      'prisma/schema/a.prisma',
      'prisma/schema/c.prisma',
      'prisma/schema/models/b.prisma',
    ])
    expect(folder.disk.reads).toEqual(['binary.prisma', 'a.prisma', 'c.prisma'])
    expect(folder.disk.listed).toEqual(['shop', 'prisma', 'schema', 'models'])
    expect(files.get('prisma/schema/models/b.prisma')).toBe(
      known.get('prisma/schema/models/b.prisma'),
    )
  })

  it('rejects when the folder is gone or may not be read', async () => {
    const folder = project()
    folder.permission = 'denied'
    await expect(readFolder(folder, { decode })).rejects.toThrow('denied')
  })
})

describe('writeFile', () => {
  it('writes every byte, and into new folders', async () => {
    const folder = project()
    const before = await seen(folder, 'prisma/schema/a.prisma')
    const text = `${A}// ü\r\n`
    const after = await writeFile(folder, 'prisma/schema/a.prisma', text, before)
    expect(folder.text('prisma/schema/a.prisma')).toBe(text)
    expect(after).toEqual(await seen(folder, 'prisma/schema/a.prisma'))
    await writeFile(folder, 'prisma/new/deep/c.prisma', '', null)
    expect(folder.text('prisma/new/deep/c.prisma')).toBe('')
  })

  it('touches nothing that is not as it was last seen', async () => {
    const folder = project()
    const before = await seen(folder, 'prisma/schema/a.prisma')
    folder.put('prisma/schema/a.prisma', 'somebody else')
    const write = writeFile(folder, 'prisma/schema/a.prisma', 'mine', before)
    await expect(write).rejects.toThrow(ChangedOnDisk)
    await expect(writeFile(folder, 'prisma/binary.prisma', 'mine', null)).rejects.toThrow(
      ChangedOnDisk,
    )
    await expect(deleteFile(folder, 'prisma/schema/a.prisma', before)).rejects.toThrow(
      ChangedOnDisk,
    )
    expect(folder.text('prisma/schema/a.prisma')).toBe('somebody else')
    expect(folder.disk.writes).toEqual([])
  })

  it.each(['open', 'write', 'close'] as const)(
    'leaves everything as it was when it cannot %s',
    async (work) => {
      const folder = project()
      const before = await seen(folder, 'prisma/schema/a.prisma')
      for (const name of ['a.prisma', 'new.prisma']) {
        folder.disk.break(work, name, 'QuotaExceededError')
      }
      await expect(writeFile(folder, 'prisma/schema/a.prisma', 'x', before)).rejects.toThrow(work)
      await expect(writeFile(folder, 'new.prisma', 'x', null)).rejects.toThrow(work)
      expect(folder.text('prisma/schema/a.prisma')).toBe(A)
      expect(folder.text('new.prisma')).toBe(null)
    },
  )
})

describe('deleteFile', () => {
  it('deletes, and is content when it is gone already', async () => {
    const folder = project()
    const before = await seen(folder, 'prisma/schema/a.prisma')
    await deleteFile(folder, 'prisma/schema/a.prisma', before)
    expect(folder.text('prisma/schema/a.prisma')).toBe(null)
    await deleteFile(folder, 'prisma/schema/a.prisma', before)
    await deleteFile(folder, 'gone/a.prisma', before)
  })
})

it('folderAt goes down to a folder', async () => {
  expect((await folderAt(project(), 'prisma/schema')).name).toBe('schema')
  expect((await folderAt(project(), '')).name).toBe('shop')
})

it.each([
  ['NotAllowedError', /Reconnect/],
  ['NotFoundError', /moved, renamed or deleted/],
  ['NoModificationAllowedError', /locked/],
  ['QuotaExceededError', /no room/],
  ['DataError', /could not be used: what/],
])('says of a %s what to do', (name, words) => {
  expect(folderTrouble(new DOMException('what', name), './prisma')).toMatch(words)
})
