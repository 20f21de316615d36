import { describe, expect, it } from 'vitest'
import { applyStep, createDocument, designFiles } from './document'
import { outsideChanges, takeFiles } from './outside-changes'
import { unsavedFiles } from './unsaved'

type Files = Record<string, string>
const texts = (files: Files) => new Map(Object.entries(files))

function check(base: Files, mine: Files, theirs: Files) {
  const { taken, conflicts } = outsideChanges(texts(base), texts(mine), texts(theirs))
  return {
    taken: Object.fromEntries(taken.map(({ path, text }) => [path, text])),
    conflicts: conflicts.map(({ path }) => path),
  }
}

describe('outsideChanges', () => {
  it('takes over what only the folder changed', () => {
    expect(
      check(
        { same: '1', changed: '1', gone: '1', mine: '1' },
        { same: '1', changed: '1', gone: '1', mine: '2' },
        { same: '1', changed: '2', mine: '1', fresh: '1' },
      ),
    ).toEqual({ taken: { changed: '2', gone: null, fresh: '1' }, conflicts: [] })
  })

  it('merges what both changed in different places', () => {
    expect(check({ a: '1\n2\n3\n' }, { a: 'x\n2\n3\n' }, { a: '1\n2\ny\n' })).toEqual({
      taken: { a: 'x\n2\ny\n' },
      conflicts: [],
    })
  })

  it('asks about what both changed in one place, and what one deleted', () => {
    expect(
      check(
        { a: '1\n', mineGone: '1', theirsGone: '1' },
        { a: '2\n', theirsGone: '2', bothNew: '1' },
        { a: '3\n', mineGone: '2', bothNew: '2' },
      ),
    ).toEqual({ taken: {}, conflicts: ['a', 'mineGone', 'theirsGone', 'bothNew'] })
  })

  it('has nothing to do where both did the same', () => {
    expect(check({ a: '1', gone: '1' }, { a: '2', fresh: '1' }, { a: '2', fresh: '1' })).toEqual({
      taken: {},
      conflicts: [],
    })
  })
})

describe('takeFiles', () => {
  it('leads to the very bytes, keeps who is who, and leads back', () => {
    const document = createDocument([
      { path: 'a.prisma', text: 'model A {\n}\n\nmodel B {\n}\n' },
      { path: 'b.prisma', text: 'model C {\n}\n' },
      { path: 'c.prisma', text: 'model D {\n}\n' },
    ])
    const taken = [
      { path: 'a.prisma', text: '\ufeff// Top\r\nmodel A2 {\r\n}\r\n\r\nmodel B {\r\n}\r\n' },
      { path: 'b.prisma', text: null },
      { path: 'c.prisma', text: 'model D {\r\n}\r\n' },
      { path: 'd/e.prisma', text: 'model C {\n}\n' },
    ]
    const result = applyStep(document, takeFiles(document, taken))
    if (!result) throw new Error('nothing changed')
    expect(designFiles(result.document)).toEqual(taken.filter(({ text }) => text !== null))
    const ids = (of: typeof document) => of.graph.blocks.map(({ id }) => id).sort()
    expect(ids(result.document)).toEqual(ids(document))
    const undone = applyStep(result.document, result.inverse)
    expect(undone && designFiles(undone.document)).toEqual(designFiles(document))
  })
})

it('unsavedFiles tells changed, added and removed apart', () => {
  expect(unsavedFiles(texts({ a: '1', b: '1', c: '1' }), texts({ a: '1', b: '2', d: '' }))).toEqual(
    { changed: ['b'], added: ['d'], removed: ['c'] },
  )
})
