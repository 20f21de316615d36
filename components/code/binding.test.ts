import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addFileChange, type Step } from '@/lib/document/document'
import { createFacetStore } from '@/lib/store/store'
import { changeSet, diffTexts } from '@/lib/text/change-set'
import { bindEditor } from './binding'
import { asFake, createFakeMonaco } from './fake-monaco'

const NOWHERE: Step['positions'] = new Map()

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function setUp(...texts: string[]) {
  const store = createFacetStore(() => 0)
  const { actions } = store.getState()
  const open = (...contents: string[]) =>
    actions.open(
      {
        name: 'Test',
        files: contents.map((text, index) => ({ path: `${'abc'[index]}.prisma`, text })),
        layout: { positions: {} },
        viewport: null,
        prismaVersion: null,
      },
      'design',
    )
  open(...texts)
  const { monaco, editor, fakeEditor } = createFakeMonaco()
  const binding = bindEditor({ monaco, editor, store, onModelsChange: () => {} })
  const textOf = (path: string) => store.getState().document.files.get(path)?.syntax.text
  /** What a gesture on the canvas does to one file. */
  const replace = (path: string, text: string) =>
    actions.applyStep(
      {
        files: [{ kind: 'edit', path, changes: diffTexts(textOf(path) ?? '', text) }],
        positions: NOWHERE,
      },
      'Change',
    )
  const model = (path: string) => asFake(binding.models.get(path))
  return { store, actions, open, binding, fakeEditor, textOf, replace, model }
}

const typed = (rangeOffset: number, text: string, rangeLength = 0) => ({
  rangeOffset,
  rangeLength,
  text,
})

/** The last place at or before an offset that is not within a character. */
function wholeOffset(text: string, offset: number): number {
  const at = Math.min(offset, text.length)
  const around = text.slice(Math.max(0, at - 1), at + 1)
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(around) ? at - 1 : at
}

describe('bindEditor', () => {
  it('makes typing a change of the document, and no edit of the model', () => {
    const { model, textOf, store } = setUp('model A {\n}\n')
    model('a.prisma').change([typed(6, 'B')])
    expect(textOf('a.prisma')).toBe('model BA {\n}\n')
    expect(store.getState().lastStep.origin).toBe('editor')
    expect(model('a.prisma').edits).toBe(0)
  })

  it('makes the typing of several cursors one step', () => {
    const { model, textOf, actions, store } = setUp('a\nb\n')
    model('a.prisma').change([typed(0, 'x'), typed(2, 'x')])
    expect(textOf('a.prisma')).toBe('xa\nxb\n')
    expect(store.getState().history.undo).toHaveLength(1)
    actions.undo()
    expect(model('a.prisma').getValue()).toBe('a\nb\n')
  })

  it('applies what others change as the same edits', () => {
    const { model, replace, store } = setUp('model A {\n}\n')
    replace('a.prisma', 'model B {\n}\n')
    expect(model('a.prisma').getValue()).toBe('model B {\n}\n')
    expect(model('a.prisma').edits).toBe(1)
    expect(store.getState().history.undo).toHaveLength(1)
  })

  it('follows undo and redo of typing', () => {
    const { model, actions } = setUp('one')
    model('a.prisma').change([typed(3, ' two')])
    actions.undo()
    expect(model('a.prisma').getValue()).toBe('one')
    actions.redo()
    expect(model('a.prisma').getValue()).toBe('one two')
  })

  it('takes whoever undoes in the editor to what changed', () => {
    const { model, actions, fakeEditor } = setUp('model A {\n}\n')
    model('a.prisma').change([typed(6, 'Other')])
    fakeEditor.isFocused = true
    actions.undo()
    expect(fakeEditor.position).toEqual({ lineNumber: 1, column: 7 })
    actions.redo()
    expect(fakeEditor.position).toEqual({ lineNumber: 1, column: 12 })
  })

  it('opens the file in which something was undone, if the editor has the focus', () => {
    const { actions, replace, fakeEditor, binding } = setUp('one', 'two')
    replace('b.prisma', 'three')
    actions.undo()
    expect(binding.shownPath).toBe('a.prisma')
    fakeEditor.isFocused = true
    actions.redo()
    expect(binding.shownPath).toBe('b.prisma')
    expect(fakeEditor.model?.getValue()).toBe('three')
  })

  it('keeps where each file was left', () => {
    const { actions, binding, fakeEditor } = setUp('one', 'two')
    actions.setActivePath('b.prisma')
    expect(binding.shownPath).toBe('b.prisma')
    actions.setActivePath('a.prisma')
    expect(fakeEditor.restored).toEqual({ path: '/a.prisma' })
  })

  it('keeps files in step that are not on show', () => {
    const { actions, replace, model } = setUp('one', 'two')
    actions.setActivePath('b.prisma')
    replace('a.prisma', 'ONE')
    expect(model('a.prisma').getValue()).toBe('ONE')
  })

  it('drops the model of a file that goes, and shows another', () => {
    const { actions, model, binding, fakeEditor } = setUp('one', 'two')
    const gone = model('a.prisma')
    actions.applyStep({ files: [{ kind: 'remove', path: 'a.prisma' }], positions: NOWHERE }, 'Go')
    expect(gone.isDisposed).toBe(true)
    expect(binding.shownPath).toBe('b.prisma')
    expect(fakeEditor.model?.getValue()).toBe('two')
  })

  it('starts anew when another design is opened', () => {
    const { open, model, binding } = setUp('one')
    const old = model('a.prisma')
    open('other')
    expect(old.isDisposed).toBe(true)
    expect(model('a.prisma').getValue()).toBe('other')
    expect(binding.models.size).toBe(1)
  })

  it('replaces whole characters only', () => {
    const { model, replace } = setUp('😀')
    replace('a.prisma', '😁')
    expect(model('a.prisma').getValue()).toBe('😁')
  })

  it('mends a model that has parted from the document', () => {
    const { model } = setUp('one')
    const broken = model('a.prisma')
    Object.assign(broken, { text: 'xyz' })
    broken.change([typed(3, '!')])
    // Nothing looks wrong from the lengths, so it is found once the typing pauses.
    vi.advanceTimersByTime(2000)
    expect(broken.getValue()).toBe('one!')
  })

  it('gives a renamed file a model of its new address, left as the old one was', () => {
    const { actions, binding, fakeEditor, model, store } = setUp('one', 'two')
    const old = model('a.prisma')
    // Whoever hears that the old model went may ask for the new file already.
    fakeEditor.onModel = (next) => {
      if (next === null) binding.show(store.getState().activePath)
    }
    const rename = { kind: 'rename', path: 'a.prisma', to: 'x/z.prisma' } as const
    actions.applyStep({ files: [rename], positions: NOWHERE }, 'Rename')
    expect(binding.shownPath).toBe('x/z.prisma')
    expect([...binding.models.keys()]).toEqual(['x/z.prisma'])
    expect(model('x/z.prisma').getValue()).toBe('one')
    expect(old.isDisposed).toBe(true)
    expect(fakeEditor.restored).toEqual({ path: '/a.prisma' })
    actions.undo()
    expect(binding.shownPath).toBe('a.prisma')
  })

  it('does nothing more once disposed of', () => {
    const { binding, model, replace } = setUp('one')
    const old = model('a.prisma')
    binding.dispose()
    replace('a.prisma', 'two')
    expect(old.isDisposed).toBe(true)
    expect(old.getValue()).toBe('one')
  })

  it('keeps every model equal to its file, whatever happens', () => {
    const text = fc.array(fc.constantFrom('a', '\n', '😀', '😁', 'model M {\n}\n'), {
      maxLength: 4,
    })
    const piece = text.map((parts) => parts.join(''))
    const step = fc.oneof(
      fc.record({ kind: fc.constant('type'), at: fc.nat(100), length: fc.nat(2), insert: piece }),
      fc.record({ kind: fc.constant('change'), at: fc.nat(100), length: fc.nat(3), insert: piece }),
      fc.record({
        kind: fc.constantFrom('undo', 'redo', 'switch', 'toggle', 'open', 'rename'),
        at: fc.nat(1),
        length: fc.constant(0),
        insert: piece,
      }),
    )
    fc.assert(
      fc.property(piece, piece, fc.array(step, { maxLength: 25 }), (first, second, steps) => {
        const { store, actions, open, binding, model, textOf } = setUp(first, second)
        for (const { kind, at, length, insert } of steps) {
          const path = store.getState().activePath
          const old = textOf(path) ?? ''
          // A keyboard does not halve characters; a gesture may.
          const from = kind === 'type' ? wholeOffset(old, at) : Math.min(at, old.length)
          const to =
            kind === 'type' ? wholeOffset(old, from + length) : Math.min(from + length, old.length)
          if (kind === 'type') model(path).change([typed(from, insert, to - from)])
          else if (kind === 'change') {
            const changes = changeSet(old.length, [{ from, to, insert }])
            actions.applyStep({ files: [{ kind: 'edit', path, changes }], positions: NOWHERE }, 'C')
          } else if (kind === 'undo') actions.undo()
          else if (kind === 'redo') actions.redo()
          else if (kind === 'switch') actions.setActivePath(at === 0 ? 'a.prisma' : 'b.prisma')
          else if (kind === 'open') open(insert, first)
          else if (kind === 'rename') {
            const { files } = store.getState().document
            const [path, to] = files.has('b.prisma')
              ? ['b.prisma', 'd.prisma']
              : ['d.prisma', 'b.prisma']
            actions.applyStep({ files: [{ kind: 'rename', path, to }], positions: NOWHERE }, 'R')
          } else {
            const file = store.getState().document.files.has('c.prisma')
              ? ({ kind: 'remove', path: 'c.prisma' } as const)
              : addFileChange({ path: 'c.prisma', text: insert })
            actions.applyStep({ files: [file], positions: NOWHERE }, 'T')
          }
          expect(binding.shownPath).toBe(store.getState().activePath)
          for (const shown of binding.models.keys()) {
            expect(model(shown).getValue()).toBe(textOf(shown))
          }
        }
        binding.dispose()
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  it('makes models of files that nobody has looked at yet, and knows them by their addresses', () => {
    const { binding, replace, model, store } = setUp('model A {\n}\n', 'model B {\n}\n')
    expect(binding.models.has('b.prisma')).toBe(false)
    const made = binding.modelOf('b.prisma')
    expect(made?.getValue()).toBe('model B {\n}\n')
    expect(binding.modelOf('b.prisma')).toBe(made)
    expect(binding.shownPath).toBe('a.prisma')
    expect(binding.pathOf(made?.uri ?? '')).toBe('b.prisma')
    expect(binding.pathOf('facet://elsewhere/b.prisma')).toBeNull()
    expect(binding.modelOf('c.prisma')).toBeNull()
    replace('b.prisma', 'model C {\n}\n')
    expect(model('b.prisma').getValue()).toBe('model C {\n}\n')
    expect(store.getState().activePath).toBe('a.prisma')
  })
})
