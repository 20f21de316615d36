/** Two tabs in which the design of one folder is open. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FakeFolder } from '@/lib/storage/fake-folder'
import { Browser, Page } from './folder-testing'

const USER = 'model User {\n  id Int @id\n}\n'
const POST = 'model Post {\n  id    Int @id\n  title String\n}\n'

let disk: FakeFolder
let page: Page
let other: Page
beforeEach(async () => {
  // What the browser's locks do: one after another.
  let turn: Promise<unknown> = Promise.resolve()
  const request = (_: string, work: () => Promise<unknown>) => {
    const result = turn.then(work)
    turn = result.catch(() => {})
    return result
  }
  vi.stubGlobal('navigator', { locks: { request } })
  disk = new FakeFolder('shop')
  disk.put('prisma/schema/user.prisma', USER)
  disk.put('prisma/schema/blog/post.prisma', POST)
  const browser = new Browser()
  page = new Page(browser)
  await page.folder.open(disk)
  other = new Page(browser)
  await other.folder.open(disk)
})
afterEach(() => vi.unstubAllGlobals())

it('shows each what the other wrote', async () => {
  page.replace('user.prisma', 'Int', 'BigInt')
  await page.save()
  await other.folder.check('known')
  expect(other.texts['user.prisma']).toContain('BigInt')
  expect(other.store.getState().notice?.kind).toBe('note')
  expect(other.said).toContain('Took over changes of user.prisma')
  other.replace('blog/post.prisma', 'title', 'heading')
  await other.save()
  await page.folder.check('known')
  expect(page.texts['blog/post.prisma']).toContain('heading')
  expect(page.state.unsaved.changed).toEqual([])
})

it('writes over nothing that the other wrote', async () => {
  page.replace('blog/post.prisma', 'title', 'mine')
  other.replace('blog/post.prisma', 'title', 'other')
  await page.save()
  await other.save()
  expect(disk.text('prisma/schema/blog/post.prisma')).toBe(POST.replace('title', 'mine'))
  expect(other.state.conflicts).toHaveLength(1)
  expect(other.store.getState().notice?.kind).toBe('warning')
})

it('writes over nothing when both save at the same moment', async () => {
  page.replace('blog/post.prisma', 'title', 'mine')
  other.replace('blog/post.prisma', 'title', 'other')
  await Promise.all([page.save(), other.save()])
  expect(disk.disk.writes).toEqual(['post.prisma'])
  expect(disk.text('prisma/schema/blog/post.prisma')).toBe(POST.replace('title', 'mine'))
  expect(other.texts['blog/post.prisma']).toBe(POST.replace('title', 'other'))
  expect(other.state.conflicts).toHaveLength(1)
})
