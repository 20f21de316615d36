import 'fake-indexeddb/auto'
import { forceCloseDatabase } from 'fake-indexeddb'
import { openDB } from 'idb'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Design } from '@/lib/document/design'
import type { DesignReader, DesignStorage, StorageChange } from './design-storage'
import { newId, revisionOf } from './design-storage'
import { createMemoryStorage } from './memory-storage'
import { openDesignStorage } from './open-storage'

function isDesign(value: unknown): value is Design {
  return (
    typeof value === 'object' && value !== null && 'files' in value && Array.isArray(value.files)
  )
}

const readDesign: DesignReader = (value) =>
  isDesign(value) ? { ok: true, design: value } : { ok: false, message: 'It has no files.' }

function design(text: string, name = 'Shop'): Design {
  return {
    name,
    files: [{ path: 'schema.prisma', text }],
    layout: { positions: { User: { x: 1, y: 2 } } },
    viewport: null,
    prismaVersion: 7,
  }
}

const open: DesignStorage[] = []

async function openTab(name: string, now?: () => number): Promise<DesignStorage> {
  const storage = await openDesignStorage({ readDesign, name, now, openTimeoutMs: 200 })
  open.push(storage)
  return storage
}

/** Changes records behind the storage's back. */
async function tamper(name: string, store: string, value: unknown): Promise<void> {
  const database = await openDB(name)
  await database.put(store, value)
  database.close()
}

afterEach(() => {
  for (const storage of open.splice(0)) storage.close()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe.each([
  ['browser', () => openTab(newId(), () => 1000)],
  ['memory', async () => createMemoryStorage('Not kept.', () => 1000)],
])('a %s storage', (persistence, openStorage) => {
  test('says what it is', async () => {
    const storage = await openStorage()
    expect(storage.persistence).toBe(persistence)
    expect(storage.notice).toBe(persistence === 'memory' ? 'Not kept.' : null)
  })

  test('gives back exactly what was saved', async () => {
    const storage = await openStorage()
    const text = '\uFEFFmodel A {\r\n}\0\uD83D'
    const session = { undo: [1, { at: new Date(5) }] }
    expect(await storage.save('a', 0, { design: design(text), session })).toEqual({
      ok: true,
      revision: 1,
      savedAt: 1000,
    })
    expect(await storage.load('a')).toEqual({
      kind: 'found',
      stored: {
        id: 'a',
        revision: 1,
        savedAt: 1000,
        writer: storage.writer,
        design: design(text),
        session,
      },
    })
  })

  test('counts revisions and refuses a save based on another one', async () => {
    const storage = await openStorage()
    await storage.save('a', 0, { design: design('one') })
    expect(await storage.save('a', 1, { design: design('two') })).toMatchObject({ revision: 2 })
    for (const stale of [0, 1, 3]) {
      const refused = await storage.save('a', stale, { design: design('stale') })
      expect(refused).toMatchObject({
        ok: false,
        current: { kind: 'found', stored: { revision: 2, design: design('two') } },
      })
    }
    expect(await storage.load('a')).toMatchObject({ stored: { design: design('two') } })
  })

  test('does not bring a deleted design back by itself', async () => {
    const storage = await openStorage()
    await storage.save('a', 0, { design: design('one') })
    await storage.remove('a')
    const refused = await storage.save('a', 1, { design: design('two') })
    expect(refused).toEqual({ ok: false, current: { kind: 'missing' } })
    expect(await storage.list()).toEqual([])
    if (!refused.ok) {
      const again = await storage.save('a', revisionOf(refused.current), { design: design('two') })
      expect(again).toMatchObject({ ok: true, revision: 1 })
    }
  })

  test('is not changed by what happens to the saved objects', async () => {
    const storage = await openStorage()
    const session = { undo: ['one'] }
    await storage.save('a', 0, { design: design('one'), session })
    session.undo.push('two')
    expect(await storage.load('a')).toMatchObject({ stored: { session: { undo: ['one'] } } })
  })

  test('keeps what it has when something cannot be stored', async () => {
    const storage = await openStorage()
    await storage.save('a', 0, { design: design('one', 'One') })
    const session = { callback: () => {} }
    await expect(
      storage.save('a', 1, { design: design('two', 'Two'), session }),
    ).rejects.toMatchObject({ name: 'StorageError', reason: 'unexpected' })
    expect(await storage.load('a')).toMatchObject({
      stored: { revision: 1, design: { name: 'One' } },
    })
    expect(await storage.list()).toMatchObject([{ name: 'One', revision: 1 }])
  })

  test('remembers the design opened last', async () => {
    const storage = await openStorage()
    expect(await storage.lastOpened()).toBeNull()
    await storage.setLastOpened('a')
    expect(await storage.lastOpened()).toBe('a')
    await storage.setLastOpened(null)
    expect(await storage.lastOpened()).toBeNull()
  })
})

describe('the list', () => {
  test('shows the last saved first, with facts and without texts', async () => {
    let time = 0
    const storage = await openTab(newId(), () => ++time)
    const facts = { blockCount: 3, provider: 'sqlite' }
    await storage.save('a', 0, { design: design('', 'A') })
    await storage.save('b', 0, { design: design('', 'B'), facts })
    await storage.save('a', 1, { design: design('', 'A2') })
    expect(await storage.list()).toEqual([
      { id: 'a', name: 'A2', savedAt: 3, revision: 2, fileCount: 1, facts: null, damaged: false },
      { id: 'b', name: 'B', savedAt: 2, revision: 1, fileCount: 1, facts, damaged: false },
    ])
  })

  test('restores a lost or damaged summary from its design', async () => {
    const name = newId()
    const storage = await openTab(name)
    await storage.save('a', 0, { design: design('', 'A') })
    await storage.save('b', 0, { design: design('', 'B') })
    await tamper(name, 'summaries', { id: 'a', name: 7 })
    const database = await openDB(name)
    await database.delete('summaries', 'b')
    database.close()
    const listed = await storage.list()
    expect(listed.map((summary) => [summary.name, summary.revision]).sort()).toEqual([
      ['A', 1],
      ['B', 1],
    ])
  })

  test('shows a damaged design as such, beside the others', async () => {
    const name = newId()
    const storage = await openTab(name)
    await storage.save('good', 0, { design: design('') })
    await tamper(name, 'designs', { id: 'bad', revision: 4, design: { text: 'model Rescued {}' } })
    expect(await storage.list()).toMatchObject([
      { id: 'good', damaged: false },
      { id: 'bad', damaged: true, name: 'Damaged design' },
    ])
    const loaded = await storage.load('bad')
    if (loaded.kind !== 'damaged') throw new Error(loaded.kind)
    expect(loaded.message).toContain('It has no files. Nothing was deleted')
    expect(loaded.raw).toContain('model Rescued {}')
    expect(await storage.save('bad', 0, { design: design('') })).toMatchObject({ ok: false })
    expect(await storage.save('bad', revisionOf(loaded), { design: design('') })).toMatchObject({
      ok: true,
      revision: 5,
    })
  })

  test('survives records that are nothing like ours', async () => {
    const name = newId()
    const storage = await openTab(name)
    await tamper(name, 'designs', { id: 'odd', revision: 'x', design: null, big: 1n })
    expect(await storage.list()).toMatchObject([{ id: 'odd', damaged: true, revision: 0 }])
    expect(await storage.load('odd')).toMatchObject({ kind: 'damaged', revision: 0 })
  })
})

describe('two tabs', () => {
  test('share designs, and the second to save is told', async () => {
    const name = newId()
    const [one, two] = [await openTab(name), await openTab(name)]
    await one.save('a', 0, { design: design('start') })
    expect(await two.load('a')).toMatchObject({ stored: { writer: one.writer } })

    expect(await two.save('a', 1, { design: design('two') })).toMatchObject({ ok: true })
    expect(await one.save('a', 1, { design: design('one') })).toMatchObject({
      ok: false,
      current: { stored: { revision: 2, writer: two.writer, design: design('two') } },
    })
    expect(await one.load('a')).toMatchObject({ stored: { design: design('two') } })
  })

  test('saving at the same moment: exactly one wins each round', async () => {
    const name = newId()
    const tabs = [await openTab(name), await openTab(name), await openTab(name)]
    for (let revision = 0; revision < 20; revision += 1) {
      const results = await Promise.all(
        tabs.map((tab) => tab.save('a', revision, { design: design(tab.writer) })),
      )
      const winners = tabs.filter((_, index) => results[index]!.ok)
      expect(winners).toHaveLength(1)
      expect(await tabs[0]!.load('a')).toMatchObject({
        stored: {
          revision: revision + 1,
          writer: winners[0]!.writer,
          design: design(winners[0]!.writer),
        },
      })
    }
  })

  test('hear what the other did, and not what they did themselves', async () => {
    const name = newId()
    const [one, two] = [await openTab(name), await openTab(name)]
    const heard: StorageChange[] = []
    const own: StorageChange[] = []
    const stop = two.onChange((change) => heard.push(change))
    one.onChange((change) => own.push(change))
    await one.save('a', 0, { design: design('') })
    await one.save('a', 0, { design: design('refused') })
    await one.remove('a')
    await vi.waitFor(() => expect(heard).toHaveLength(2))
    expect(heard).toEqual([
      { kind: 'saved', id: 'a', revision: 1, writer: one.writer },
      { kind: 'removed', id: 'a', writer: one.writer },
    ])
    expect(own).toEqual([])

    stop()
    await one.save('b', 0, { design: design('') })
    await two.save('c', 0, { design: design('') })
    await vi.waitFor(() => expect(own).toHaveLength(1))
    expect(heard).toHaveLength(2)
  })

  test('ignore messages that they do not understand', async () => {
    const name = newId()
    const tab = await openTab(name)
    const heard: StorageChange[] = []
    tab.onChange((change) => heard.push(change))
    const channel = new BroadcastChannel(`${name}-designs`)
    const understood = { kind: 'saved', id: 'a', revision: 1, writer: 'w' }
    for (const message of [
      null,
      'x',
      { kind: 'saved', id: 1 },
      { kind: 'future', id: 'a', writer: 'w' },
    ]) {
      channel.postMessage(message)
    }
    channel.postMessage(understood)
    await vi.waitFor(() => expect(heard).toEqual([understood]))
    channel.close()
  })
})

describe('trouble', () => {
  test('no database at all: memory, and a notice', async () => {
    vi.stubGlobal('indexedDB', undefined)
    const storage = await openTab(newId())
    expect(storage.persistence).toBe('memory')
    expect(storage.notice).toMatch(/^Designs cannot be kept in this browser/)
    expect(await storage.save('a', 0, { design: design('') })).toMatchObject({ ok: true })
  })

  test('a database that refuses: memory, and a notice', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('No.', 'SecurityError')
    })
    expect(await openTab(newId())).toMatchObject({ persistence: 'memory' })
  })

  test('a database that never answers: memory, after a while', async () => {
    const real = indexedDB.open.bind(indexedDB)
    vi.spyOn(indexedDB, 'open').mockImplementation((name) => {
      // An open connection of an older version that does not give way.
      return real(name, 2)
    })
    const name = newId()
    const request = real(name, 1)
    await new Promise((resolve) => {
      request.onsuccess = resolve
    })
    expect(await openTab(name)).toMatchObject({ persistence: 'memory' })
    request.result.close()
  })

  test('a database of a newer version: memory, and the reason', async () => {
    const name = newId()
    const newer = await openDB(name, 99)
    newer.close()
    const storage = await openTab(name)
    expect(storage).toMatchObject({ persistence: 'memory' })
    expect(storage.notice).toContain('newer version of Facet')
  })

  test('a newer version that arrives later is let through, and saving says why it stops', async () => {
    const name = newId()
    const storage = await openTab(name)
    await storage.save('a', 0, { design: design('') })
    const newer = await openDB(name, 99)
    await expect(storage.save('a', 1, { design: design('') })).rejects.toMatchObject({
      reason: 'outdated',
    })
    expect(await newer.get('designs', 'a')).toMatchObject({ revision: 1 })
    newer.close()
  })

  test('a connection that the browser closed is opened again', async () => {
    const opened: IDBDatabase[] = []
    const real = indexedDB.open.bind(indexedDB)
    vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
      const request = real(name, version)
      request.addEventListener('success', () => opened.push(request.result))
      return request
    })
    const storage = await openTab(newId())
    await storage.save('a', 0, { design: design('one') })
    opened[0]!.close()
    expect(await storage.save('a', 1, { design: design('two') })).toMatchObject({ revision: 2 })
    // Its declared parameter is the class instead of an instance.
    Reflect.apply(forceCloseDatabase, undefined, [opened[1]])
    expect(await storage.load('a')).toMatchObject({ stored: { design: design('two') } })
    expect(opened).toHaveLength(3)
  })

  test('a full disk is named, and nothing is half written', async () => {
    const storage = await openTab(newId())
    await storage.save('a', 0, { design: design('', 'One') })
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('Full.', 'QuotaExceededError')
    })
    await expect(storage.save('a', 1, { design: design('', 'Two') })).rejects.toMatchObject({
      reason: 'full',
    })
    put.mockRestore()
    expect(await storage.load('a')).toMatchObject({ stored: { revision: 1 } })
    expect(await storage.list()).toMatchObject([{ name: 'One', revision: 1 }])
  })

  test('a closed storage says so instead of hanging', async () => {
    const storage = await openTab(newId())
    storage.close()
    await expect(storage.list()).rejects.toMatchObject({ reason: 'unavailable' })
  })
})
