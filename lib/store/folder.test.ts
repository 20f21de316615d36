import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Design } from '@/lib/document/design'
import { FakeFolder } from '@/lib/storage/fake-folder'
import { changeSet } from '@/lib/text/change-set'
import { Browser, Page } from './folder-testing'

const USER = '\ufeffmodel User {\r\n  id Int @id\r\n}\r\n'
const POST = 'model Post {\n  id    Int    @id\n  title String\n  kind  Int\n  body  String\n}\n'

let disk: FakeFolder
let browser: Browser
let page: Page
beforeEach(async () => {
  disk = new FakeFolder('shop')
  disk.put('prisma/schema/user.prisma', USER)
  disk.put('prisma/schema/blog/post.prisma', POST)
  browser = new Browser()
  page = new Page(browser)
  await page.folder.open(disk)
})

const onDisk = (path: string) => disk.text(`prisma/schema/${path}`)
const putOnDisk = (path: string, text: string) => disk.put(`prisma/schema/${path}`, text)

describe('a folder', () => {
  it('opens as a design with its paths and bytes', () => {
    expect(page.texts).toEqual({ 'blog/post.prisma': POST, 'user.prisma': USER })
    expect(page.state).toMatchObject({ phase: 'open', title: './shop/prisma/schema' })
    expect(page.store.getState().name).toBe('shop')
  })

  it('gets only the files that changed, to the byte', async () => {
    page.replace('user.prisma', 'Int', 'BigInt')
    await page.save()
    expect(disk.disk.writes).toEqual(['user.prisma'])
    expect(onDisk('user.prisma')).toBe(USER.replace('Int', 'BigInt'))
    expect(page.said).toBe('Saved user.prisma in ./shop/prisma/schema')
    await page.save()
    expect(disk.disk.writes).toEqual(['user.prisma'])
  })

  it('is told what is not saved, as soon as typing pauses', async () => {
    page.replace('user.prisma', 'Int', 'BigInt')
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(page.state.unsaved).toEqual({ changed: ['user.prisma'], added: [], removed: [] })
  })

  it('gets and loses files only when that is agreed to', async () => {
    const rename = { kind: 'rename', path: 'user.prisma', to: 'people/user.prisma' } as const
    page.store.getState().actions.applyStep({ files: [rename], positions: new Map() }, 'Rename')
    await page.save(false)
    expect(onDisk('user.prisma')).toBe(USER)
    expect(onDisk('people/user.prisma')).toBe(null)
    await page.save()
    expect(onDisk('user.prisma')).toBe(null)
    expect(onDisk('people/user.prisma')).toBe(USER)
    expect(page.said).toContain('Saved people/user.prisma and deleted user.prisma')
  })

  it('gives what only it changed, as one step that undo takes back', async () => {
    const { blocks } = page.store.getState().document.graph
    putOnDisk('user.prisma', USER.replace('User', 'Person'))
    putOnDisk('blog/tag.prisma', 'model Tag {\n}\n')
    disk.remove('prisma/schema/blog/post.prisma')
    await page.folder.check('known')
    expect(page.texts).toEqual({
      'blog/tag.prisma': 'model Tag {\n}\n',
      'user.prisma': USER.replace('User', 'Person'),
    })
    const person = page.store.getState().document.graph.blockByName.get('Person')
    expect(person?.id).toBe(blocks.find(({ name }) => name === 'User')?.id)
    expect(page.store.getState().history.undo.map(({ label }) => label)).toEqual([
      'Changes from disk',
    ])
    page.store.getState().actions.undo()
    expect(page.texts).toEqual({ 'blog/post.prisma': POST, 'user.prisma': USER })
  })

  it('is merged with what was changed here in other lines, and then saved', async () => {
    page.replace('blog/post.prisma', 'title', 'heading')
    putOnDisk('blog/post.prisma', POST.replace('body  String', 'body  String?'))
    await page.save()
    const merged = POST.replace('title', 'heading').replace('body  String', 'body  String?')
    expect(page.texts['blog/post.prisma']).toBe(merged)
    expect(onDisk('blog/post.prisma')).toBe(merged)
  })

  describe('when the same line was changed on both sides', () => {
    const MINE = POST.replace('title', 'mine')
    const THEIRS = POST.replace('title', 'theirs')
    beforeEach(async () => {
      page.replace('blog/post.prisma', 'title', 'mine')
      page.replace('user.prisma', 'Int', 'BigInt')
      putOnDisk('blog/post.prisma', THEIRS)
      await page.save()
    })

    it('writes nothing, and asks', () => {
      expect(disk.disk.writes).toEqual([])
      expect(page.state.question).toEqual({ kind: 'conflicts' })
      expect(page.state.conflicts).toMatchObject([
        { path: 'blog/post.prisma', mine: MINE, theirs: THEIRS },
      ])
      expect(page.texts['blog/post.prisma']).toBe(MINE)
    })

    it('keeps asking until it is decided, also after a reload', async () => {
      await page.folder.check('known')
      expect(page.state.conflicts).toHaveLength(1)
      browser.keep(page)
      const next = new Page(browser)
      next.store.getState().actions.open(browser.designs.get('d1') as Design, 'd1')
      await next.settle()
      expect(next.state.conflicts).toHaveLength(1)
    })

    it('writes mine when that is chosen', async () => {
      page.folder.resolve('blog/post.prisma', 'mine')
      expect(page.state).toMatchObject({ conflicts: [], question: null })
      await page.save()
      expect(onDisk('blog/post.prisma')).toBe(MINE)
    })

    it('takes theirs when that is chosen', async () => {
      page.folder.resolve('blog/post.prisma', 'theirs')
      expect(page.texts['blog/post.prisma']).toBe(THEIRS)
      await page.save()
      expect(disk.disk.writes).toEqual(['user.prisma'])
    })

    it('keeps both when that is chosen', async () => {
      page.folder.resolve('blog/post.prisma', 'both')
      expect(page.texts['blog/post.prisma']).toMatch(/ mine String\n[\s\S]*theirs String/)
    })

    it('tells so, with a way to choose while there is something to choose', () => {
      const { notice } = page.store.getState()
      expect(notice).toMatchObject({ kind: 'warning', action: { label: 'Choose' } })
      page.folder.resolve('blog/post.prisma', 'theirs')
      notice?.action?.run()
      expect(page.state.question).toBeNull()
    })

    it('is over once both sides agree again', async () => {
      putOnDisk('blog/post.prisma', MINE)
      await page.folder.check('known')
      expect(page.state).toMatchObject({ conflicts: [], question: null })
    })
  })

  it('keeps the design when all its files are gone', async () => {
    disk.remove('prisma/schema/user.prisma')
    disk.remove('prisma/schema/blog/post.prisma')
    await page.folder.check('known')
    expect(page.texts).toEqual({ 'blog/post.prisma': POST, 'user.prisma': USER })
    expect(page.said).toContain('no schema files')
    await page.save()
    expect(onDisk('user.prisma')).toBe(USER)
  })

  it('says what failed, and what was saved before', async () => {
    page.replace('user.prisma', 'Int', 'BigInt')
    page.replace('blog/post.prisma', 'title', 'heading')
    disk.disk.break('close', 'user.prisma', 'QuotaExceededError')
    await page.save()
    expect(page.said).toMatch(/no room left/)
    expect(onDisk('user.prisma')).toBe(USER)
    expect(page.state.unsaved.changed).toEqual(['user.prisma'])
    disk.disk.break('close', 'user.prisma', null)
    await page.save()
    expect(page.state.unsaved.changed).toEqual([])
  })

  it('is away when the browser takes the permission back, and comes back when asked', async () => {
    const schema = await (await disk.getDirectoryHandle('prisma')).getDirectoryHandle('schema')
    schema.permission = 'prompt'
    page.replace('user.prisma', 'Int', 'BigInt')
    await page.folder.check('known')
    expect(page.state).toMatchObject({ phase: 'away' })
    expect(page.said).toContain('Reconnect')
    await page.save()
    expect(page.state).toMatchObject({ phase: 'open', trouble: null })
    expect(onDisk('user.prisma')).toContain('BigInt')
  })

  it('says when the browser takes the permission back in the middle of saving', async () => {
    page.replace('user.prisma', 'Int', 'BigInt')
    page.replace('blog/post.prisma', 'title', 'heading')
    disk.disk.break('open', 'user.prisma', 'NotAllowedError')
    await page.save()
    expect(page.said).toMatch(/no longer allows access .* kept in this browser/)
    expect(page.state).toMatchObject({ phase: 'away', unsaved: { changed: ['user.prisma'] } })
    expect(onDisk('user.prisma')).toBe(USER)
    expect(onDisk('blog/post.prisma')).toContain('heading')
    disk.disk.break('open', 'user.prisma', null)
    await page.save()
    expect(page.state).toMatchObject({ phase: 'open', trouble: null })
    expect(onDisk('user.prisma')).toContain('BigInt')
  })

  it('asks about a file that was changed here and deleted there', async () => {
    page.replace('user.prisma', 'Int', 'BigInt')
    disk.remove('prisma/schema/user.prisma')
    await page.folder.check('known')
    expect(page.texts['user.prisma']).toContain('BigInt')
    expect(page.state.conflicts).toMatchObject([{ path: 'user.prisma', theirs: null }])
    page.folder.resolve('user.prisma', 'theirs')
    expect(Object.keys(page.texts)).toEqual(['blog/post.prisma'])
    page.store.getState().actions.undo()
    await page.save()
    expect(onDisk('user.prisma')).toContain('BigInt')
  })

  it('is merged into what is being typed, which goes on where it was', async () => {
    page.replace('blog/post.prisma', 'title', 'titles')
    putOnDisk('blog/post.prisma', `// Theirs.\n${POST}`)
    await page.folder.check('known')
    page.replace('blog/post.prisma', 'titles', 'titles2')
    expect(page.texts['blog/post.prisma']).toBe(`// Theirs.\n${POST.replace('title', 'titles2')}`)
    const { history, actions } = page.store.getState()
    expect(history.undo.map(({ label }) => label)).toEqual([
      'Typing',
      'Changes from disk',
      'Typing',
    ])
    actions.undo()
    actions.undo()
    expect(page.texts['blog/post.prisma']).toBe(POST.replace('title', 'titles'))
  })

  it('is found again after a reload, with what was not saved and what changed meanwhile', async () => {
    page.replace('blog/post.prisma', 'title', 'heading')
    browser.keep(page)
    page.folder.stop()
    putOnDisk('blog/post.prisma', POST.replace('body  String', 'body  String?'))
    const next = new Page(browser)
    next.store.getState().actions.open(browser.designs.get('d1') as Design, 'd1')
    await next.settle()
    expect(next.state.phase).toBe('open')
    expect(next.texts['blog/post.prisma']).toBe(
      POST.replace('title', 'heading').replace('body  String', 'body  String?'),
    )
  })

  it('opens as the design that it was, when it is picked again', async () => {
    page.replace('user.prisma', 'Int', 'BigInt')
    browser.keep(page)
    const next = new Page(browser)
    await next.folder.open(disk)
    expect(next.store.getState().designId).toBe('d1')
    expect(next.texts['user.prisma']).toContain('BigInt')
    expect(next.state.unsaved.changed).toEqual(['user.prisma'])
  })

  it('is left when another design is opened, and when that is asked for', async () => {
    const design = browser.designs.get('d1') as Design
    page.store.getState().actions.open(design, 'other')
    expect(page.state.phase).toBe('none')
    page.store.getState().actions.open(design, 'd1')
    await page.settle()
    expect(page.state.phase).toBe('open')
    await page.folder.disconnect()
    expect(page.state.phase).toBe('none')
    expect(await browser.records.load('d1')).toBe(null)
  })
})

it('asks which schema is meant where there are several, and leaves the others alone', async () => {
  const datasource = 'datasource db {\n  provider = "sqlite"\n}\n'
  const folder = new FakeFolder('shop')
  folder.put('one.prisma', datasource)
  folder.put('two.prisma', datasource)
  const other = new Page(new Browser())
  const opening = other.folder.open(folder)
  await other.settle()
  const { question } = other.state
  if (question?.kind !== 'schema') throw new Error('nothing was asked')
  expect(question.choices.map(({ title }) => title)).toEqual(['one.prisma', 'two.prisma'])
  question.answer(question.choices[1] ?? null)
  await opening
  await other.folder.check('thorough')
  expect(Object.keys(other.texts)).toEqual(['two.prisma'])
  expect(other.state.unsaved.removed).toEqual([])
})

it('says when there is no schema in a folder', async () => {
  const other = new Page(new Browser())
  await other.folder.open(new FakeFolder('empty'))
  expect(other.said).toBe('There is no Prisma schema in empty. The open design is unchanged.')
})

it('never loses a line of either side, in whatever order things happen', async () => {
  const line = fc.record({ file: fc.nat(1), at: fc.nat(7) })
  const deed = fc.oneof(
    line.map((place) => ({ ...place, kind: 'mine' as const })),
    line.map((place) => ({ ...place, kind: 'theirs' as const })),
    fc.constant({ kind: 'check' as const }),
    fc.constant({ kind: 'save' as const }),
    fc.constant({ kind: 'both' as const }),
  )
  let merges = 0
  let conflicts = 0
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 25 }), async (deeds) => {
      const names = ['user.prisma', 'blog/post.prisma']
      const folder = new FakeFolder('shop')
      for (const name of names) folder.put(name, POST + POST.replace('Post', 'Two'))
      const person = new Page(new Browser())
      await person.folder.open(folder)
      /** Lines that a side wrote, by file. */
      const written = { mine: [] as [string, string][], theirs: [] as [string, string][] }
      for (const [index, done] of deeds.entries()) {
        if (done.kind === 'check') {
          await person.folder.check('known')
          conflicts += person.state.conflicts.length
        } else if (done.kind === 'save') await person.folder.save()
        else if (done.kind === 'both') {
          const [conflict] = person.state.conflicts
          if (conflict) person.folder.resolve(conflict.path, 'both')
        } else {
          const name = names[done.file] as string
          const text = (done.kind === 'mine' ? person.texts[name] : folder.text(name)) ?? ''
          const lines = text.split('\n')
          const at = done.at % lines.length
          const before = lines.slice(0, at).join('\n').length + (at > 0 ? 1 : 0)
          const added = `// ${done.kind} ${index}\n`
          if (done.kind === 'mine') {
            const changes = changeSet(text.length, [{ from: before, to: before, insert: added }])
            person.store.getState().actions.type(name, changes)
          } else folder.put(name, text.slice(0, before) + added + text.slice(before))
          written[done.kind].push([name, added])
        }
        for (const [name, added] of written.mine) expect(person.texts[name]).toContain(added)
        for (const [name, added] of written.theirs) expect(folder.text(name)).toContain(added)
      }
      merges += person.store
        .getState()
        .history.undo.filter(({ label }) => label === 'Changes from disk').length
      person.folder.stop()
    }),
    { seed: 5, numRuns: 150 },
  )
  // What was tried is what can happen.
  expect(Math.min(merges, conflicts)).toBeGreaterThan(20)
})
