import { describe, expect, it } from 'vitest'
import { earlierVersions, filesBefore } from '@/lib/document/earlier-versions'
import type { BaselineRecord, BaselineStorage } from '@/lib/storage/baseline-storage'
import { changeSet } from '@/lib/text/change-set'
import { createBaselineStore, filesOf, versionOf } from './baseline'
import { createFacetStore } from './store'

const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

/** A design that is open, and what a browser would keep beside it. */
function setUp(kept = new Map<string, BaselineRecord>()) {
  let time = 0
  const facet = createFacetStore(() => (time += 10_000))
  const storage: BaselineStorage = {
    load: async (id) => kept.get(id) ?? null,
    save: async (id, record) => {
      kept.set(id, record)
      return true
    },
  }
  const { actions } = facet.getState()
  const open = (text: string, id: string | null) => {
    const files = [{ path: 'a.prisma', text }]
    const layout = { positions: { A: { x: 0, y: 0 } } }
    actions.open({ name: 'A', files, layout, viewport: null, prismaVersion: null }, id)
  }
  const append = (insert: string) => {
    const length = facet.getState().document.files.get('a.prisma')?.syntax.text.length ?? 0
    actions.type('a.prisma', changeSet(length, [{ from: length, to: length, insert }]))
  }
  const baseline = createBaselineStore(facet, storage)
  const changed = () => [...baseline.getState().changes.blocks.values()].map(({ name }) => name)
  return { facet, actions, baseline, open, append, changed, kept }
}

const A = 'model A {\n  id Int @id\n}\n'
const B = 'model B {\n  id Int @id\n}\n'

describe('the baseline', () => {
  it('is nothing until one is chosen; what changed since follows the schema', () => {
    const { baseline, open, append, changed } = setUp()
    open(A, 'one')
    append(B)
    expect(changed()).toEqual([])
    baseline.choose(baseline.getState().opened)
    expect(changed()).toEqual(['B'])
    append('model C {\n  id Int @id\n}\n')
    expect(changed()).toEqual(['B', 'C'])
    baseline.choose(null)
    expect(changed()).toEqual([])
  })

  it('comes back with its design, and not with another', async () => {
    const { baseline, open, changed } = setUp()
    open(A, 'one')
    baseline.choose(versionOf('file', [{ path: 'x.prisma', text: B }]))
    await settle()
    open(A, 'two')
    await settle()
    expect(baseline.getState().baseline).toBeNull()
    open(A, 'one')
    await settle()
    expect(baseline.getState().baseline?.label).toBe('file')
    expect(changed()).toEqual(['A'])
  })

  it('is kept once a copy becomes a design of one’s own', async () => {
    const { baseline, actions, open, kept } = setUp()
    open(A, null)
    baseline.cameByLink()
    baseline.choose(baseline.getState().link)
    await settle()
    expect(kept.size).toBe(0)
    actions.setDesignId('one')
    await settle()
    expect(kept.get('one')?.baseline?.files).toEqual([{ path: 'a.prisma', text: A }])
  })

  it('reads files as the editor does', () => {
    expect(versionOf('x', [{ path: 'a', text: '\uFEFFmodel\r\n' }]).files).toEqual([
      { path: 'a', text: 'model\n' },
    ])
  })
})

describe('earlier versions', () => {
  it('are what the undo history leads back to', () => {
    const { facet, open, append } = setUp()
    open(A, 'one')
    append(B)
    append('// end\n')
    const { document, history } = facet.getState()
    expect(earlierVersions(history).map(({ label, steps }) => [label, steps])).toEqual([
      ['Typing', 1],
      ['Typing', 2],
    ])
    const textBefore = (steps: number) => {
      const files = filesBefore(document, history, steps)
      return files && filesOf(files).map(({ text }) => text)
    }
    expect(textBefore(1)).toEqual([A + B])
    expect(textBefore(2)).toEqual([A])
    expect(textBefore(3)).toBeNull()
  })
})
