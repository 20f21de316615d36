import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryEdits, arbitrarySchemaText, resolveEdits } from '@/lib/psl/random-text'
import { changeSet } from '@/lib/text/change-set'
import { normalizeText } from '@/lib/text/line-endings'
import {
  addFileChange,
  applyStep,
  createDocument,
  designFiles,
  designFromDocument,
  documentFromDesign,
  type FileChange,
  type SchemaDocument,
  type Step,
} from './document'
import { closeEntry, EMPTY_HISTORY, type History, recordEntry, takeRedo, takeUndo } from './history'
import { detectPrismaVersion } from './prisma-version'
import { openWithSession, sessionOf } from './session'

const NOWHERE = new Map<string, { x: number; y: number }>()

function edit(
  document: SchemaDocument,
  path: string,
  from: number,
  to: number,
  insert: string,
): FileChange {
  const length = document.files.get(path)?.syntax.text.length ?? 0
  return { kind: 'edit', path, changes: changeSet(length, [{ from, to, insert }]) }
}

function apply(
  document: SchemaDocument,
  files: readonly FileChange[],
  positions: Step['positions'] = NOWHERE,
) {
  const result = applyStep(document, { files, positions })
  if (!result) throw new Error('nothing changed')
  return result
}

/** A document with a history, typed into as a person would. */
class Editor {
  history: History = EMPTY_HISTORY
  constructor(public document: SchemaDocument) {}

  do(step: Step, { isTyping = false, time = 0 } = {}): void {
    const result = applyStep(this.document, step)
    if (!result) return
    this.document = result.document
    const entry = { label: '', isTyping, time, forward: step, backward: result.inverse }
    this.history = recordEntry(this.history, entry)
  }

  undo(): boolean {
    const taken = takeUndo(this.history)
    if (!taken) return false
    this.history = taken.history
    this.document = applyStep(this.document, taken.entry.backward)?.document ?? this.document
    return true
  }

  redo(): boolean {
    const taken = takeRedo(this.history)
    if (!taken) return false
    this.history = taken.history
    this.document = applyStep(this.document, taken.entry.forward)?.document ?? this.document
    return true
  }

  type(at: number, text: string, time: number): void {
    const change = edit(this.document, 'a.prisma', at, at, text)
    this.do({ files: [change], positions: NOWHERE }, { isTyping: true, time })
  }

  get text(): string {
    return designFiles(this.document)
      .map((file) => file.text)
      .join('\0')
  }
}

describe('document', () => {
  it('gives the files back to the byte, whatever their line endings', () => {
    const files = [
      { path: 'a.prisma', text: '\ufeffmodel A {\r\n  id Int @id\n}\r\n' },
      { path: 'b/ü.prisma', text: 'enum E {\rX\r}' },
    ]
    expect(designFiles(createDocument(files))).toEqual(files)
  })

  it('keeps layout by name', () => {
    const files = [{ path: 'a.prisma', text: 'model A {\n}\nmodel A {\n}\nmodel B {\n}\n' }]
    const positions = { A: { x: 1, y: 2 }, 'A#2': { x: 3, y: 4 }, B: { x: 5, y: 6 } }
    const design = { name: 'd', files, layout: { positions }, viewport: null, prismaVersion: null }
    expect(designFromDocument(documentFromDesign(design), design)).toEqual(design)
  })

  it('is not confused by names that objects have by themselves', () => {
    const files = [{ path: 'a.prisma', text: 'model constructor {\n}\nmodel __proto__ {\n}\n' }]
    const design = {
      name: 'd',
      files,
      layout: { positions: {} },
      viewport: null,
      prismaVersion: null,
    }
    const document = documentFromDesign(design)
    expect(document.positions.size).toBe(0)
    const [, second] = document.graph.blocks
    const placed = { ...document, positions: new Map([[second?.id ?? '', { x: 1, y: 2 }]]) }
    const again = documentFromDesign(designFromDocument(placed, design))
    expect([...again.positions.values()]).toEqual([{ x: 1, y: 2 }])
  })

  it('refuses what does not fit', () => {
    const document = createDocument([{ path: 'a.prisma', text: 'x' }])
    expect(() => apply(document, [edit(document, 'b.prisma', 0, 0, 'x')])).toThrow('no file')
    expect(() => apply(document, [addFileChange({ path: 'a.prisma', text: '' })])).toThrow(
      'already',
    )
  })

  it('adds and removes files, and back', () => {
    const document = createDocument([{ path: 'b.prisma', text: 'model B {\n}\n' }])
    const added = apply(document, [addFileChange({ path: 'a.prisma', text: 'model A {\r\n}' })])
    expect([...added.document.files.keys()]).toEqual(['a.prisma', 'b.prisma'])
    expect(added.document.graph.blocks.map((block) => block.name)).toEqual(['A', 'B'])
    const removed = apply(added.document, added.inverse.files)
    expect(designFiles(removed.document)).toEqual(designFiles(document))
    const again = apply(removed.document, removed.inverse.files)
    expect(designFiles(again.document)).toEqual(designFiles(added.document))
  })

  it('changes nothing but line endings when these are all that differ, and back', () => {
    const document = createDocument([{ path: 'a.prisma', text: 'model A {\n}\n' }])
    const { endings } = normalizeText('model A {\r\n}\r\n')
    const change = { kind: 'edit', path: 'a.prisma', changes: changeSet(12, []), endings } as const
    const changed = apply(document, [change])
    expect(designFiles(changed.document)[0]?.text).toBe('model A {\r\n}\r\n')
    expect(changed.document.graph.blocks[0]).toBe(document.graph.blocks[0])
    const back = apply(changed.document, changed.inverse.files)
    expect(designFiles(back.document)).toEqual(designFiles(document))
    expect(applyStep(changed.document, { files: [change], positions: NOWHERE })).toBe(null)
  })
})

describe('history', () => {
  const start = () => new Editor(createDocument([{ path: 'a.prisma', text: 'model A {\r\n}\r\n' }]))

  it('joins adjacent typing within half a second, and not after', () => {
    const editor = start()
    const before = editor.text
    editor.type(6, 'B', 0)
    editor.type(7, 'C', 400)
    expect(editor.history.undo).toHaveLength(1)
    editor.type(8, 'D', 1000)
    expect(editor.history.undo).toHaveLength(2)
    editor.type(0, '/', 1100)
    expect(editor.history.undo).toHaveLength(3)
    while (editor.undo());
    expect(editor.text).toBe(before)
    while (editor.redo());
    expect(editor.text).toBe('/model BCDA {\r\n}\r\n')
  })

  it('does not join over a closed entry', () => {
    const editor = start()
    editor.type(6, 'B', 0)
    editor.history = closeEntry(editor.history)
    editor.type(7, 'C', 10)
    expect(editor.history.undo).toHaveLength(2)
  })

  it('undoes moves and text in the order they happened', () => {
    const editor = start()
    const [block] = editor.document.graph.blocks
    const id = block?.id ?? ''
    editor.do({ files: [], positions: new Map([[id, { x: 1, y: 1 }]]) })
    editor.type(6, 'B', 0)
    editor.do({ files: [], positions: new Map([[id, { x: 9, y: 9 }]]) })
    editor.undo()
    expect(editor.document.positions.get(id)).toEqual({ x: 1, y: 1 })
    expect(editor.document.graph.blocks[0]?.name).toBe('BA')
    editor.undo()
    expect(editor.document.graph.blocks[0]?.name).toBe('A')
    editor.undo()
    expect(editor.document.positions.has(id)).toBe(false)
  })

  it('restores the exact text and positions, in both directions', () => {
    fc.assert(
      fc.property(
        arbitrarySchemaText,
        fc.array(fc.tuple(arbitraryEdits, fc.nat(900), fc.boolean()), { maxLength: 6 }),
        (text, rounds) => {
          const editor = new Editor(createDocument([{ path: 'a.prisma', text }]))
          const states = [editor.text]
          let time = 0
          for (const [edits, pause, moves] of rounds) {
            time += pause
            const length = editor.document.files.get('a.prisma')?.syntax.text.length ?? 0
            const resolved = resolveEdits(length, edits).map((item) => ({
              ...item,
              insert: item.insert.replace(/\r\n?/g, '\n'),
            }))
            const changes = changeSet(length, resolved)
            const [block] = editor.document.graph.blocks
            const positions = new Map(moves && block ? [[block.id, { x: time, y: time }]] : [])
            const count = editor.history.undo.length
            const step: Step = { files: [{ kind: 'edit', path: 'a.prisma', changes }], positions }
            editor.do(step, { isTyping: true, time })
            if (editor.history.undo.length > count) states.push(editor.text)
            else states[states.length - 1] = editor.text
          }
          for (const state of states.slice(0, -1).reverse()) {
            editor.undo()
            expect(editor.text).toBe(state)
          }
          for (const state of states.slice(1)) {
            editor.redo()
            expect(editor.text).toBe(state)
          }
        },
      ),
      { seed: 5, numRuns: 1500 },
    )
  })
})

describe('session', () => {
  const about = { name: 'd', viewport: null }
  const start = () => {
    const editor = new Editor(
      createDocument([{ path: 'a.prisma', text: 'model A {\n}\nmodel B {\n  id Int\n}\n' }]),
    )
    const [first, second] = editor.document.graph.blocks
    editor.do({ files: [], positions: new Map([[second?.id ?? '', { x: 5, y: 5 }]]) })
    editor.do({ files: [edit(editor.document, 'a.prisma', 0, 12, '')], positions: NOWHERE })
    expect(first?.name).toBe('A')
    return editor
  }

  it('undoes after a reload what was done before it', () => {
    const editor = start()
    const stored = structuredClone({
      design: designFromDocument(editor.document, about),
      session: sessionOf(editor.document, editor.history),
    })
    const opened = openWithSession(stored.design, stored.session)
    const again = new Editor(opened.document)
    again.history = opened.history
    const states = []
    for (const each of [editor, again]) {
      while (each.undo());
      states.push(designFromDocument(each.document, about))
      while (each.redo());
      states.push(designFromDocument(each.document, about))
    }
    expect(states[2]).toEqual(states[0])
    expect(states[3]).toEqual(states[1])
    expect(states[0]?.files[0]?.text).toMatch(/^model A/)
  })

  it.each([
    ['nothing', undefined],
    ['another form', { format: 2 }],
    ['damage', { format: 1, identities: { blocks: [{ id: 1 }] }, history: {} }],
  ])('opens the design without a history when there is %s', (_, session) => {
    const design = designFromDocument(start().document, about)
    expect(openWithSession(design, session).history).toEqual(EMPTY_HISTORY)
  })

  it('drops a session that does not fit the design', () => {
    const editor = start()
    const session = sessionOf(editor.document, editor.history)
    const files = [{ path: 'a.prisma', text: 'model A {\n  id Int\n}\nmodel B {\n}\n' }]
    const design = { ...designFromDocument(editor.document, about), files }
    expect(openWithSession(design, session).history).toEqual(EMPTY_HISTORY)
  })
})

describe('detectPrismaVersion', () => {
  it.each([
    ['datasource db {\n  provider = "sqlite"\n  url = "file:x"\n}', 6],
    ['datasource db {\n  provider = "sqlite"\n}', 7],
    ['model A {\n}', 7],
  ] as const)('reads %j as Prisma %i', (text, version) => {
    const { graph } = createDocument([{ path: 'a.prisma', text }])
    expect(detectPrismaVersion(graph)).toBe(version)
  })
})
