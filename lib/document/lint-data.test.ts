import { describe, expect, it } from 'vitest'
import { ALL_ON, withAccepted, withRule } from '@/lib/lint/switches'
import { changeSet } from '@/lib/text/change-set'
import {
  applyStep,
  createDocument,
  designFromDocument,
  documentFromDesign,
  type SchemaDocument,
} from './document'
import { EMPTY_HISTORY, recordEntry } from './history'
import { openWithSession, sessionOf } from './session'

const TEXT = 'model User {\n  id    Int @id\n  email String\n}\n\nenum Role {\n  ADMIN\n}\n'
const ABOUT = { name: 'x', viewport: null }
const NOWHERE = new Map<string, null>()

function open(text = TEXT): SchemaDocument {
  return createDocument([{ path: 'schema.prisma', text }])
}

/** The document with some lint off, and the step that led there. */
function withLint(document: SchemaDocument) {
  const [user, role] = document.graph.blocks
  let lint = withRule(ALL_ON, 'unused-enum', false)
  lint = withAccepted(lint, 'missing-unique', user?.fields[1]?.id ?? '', true)
  lint = withAccepted(lint, 'inconsistent-naming', role?.values[0]?.id ?? '', true)
  lint = withAccepted(lint, 'inconsistent-naming', user?.id ?? '', true)
  lint = withAccepted(lint, 'reserved-word', 'gone', true)
  const step = { files: [], positions: NOWHERE, lint }
  const applied = applyStep(document, step)
  if (!applied) throw new Error('Nothing changed')
  return { ...applied, step }
}

describe('which lint is off', () => {
  it('goes with a design by name, without what is gone', () => {
    const design = designFromDocument(withLint(open()).document, ABOUT)
    expect(design.lint).toEqual({
      off: ['unused-enum'],
      accepted: {
        'missing-unique': ['User.email'],
        'inconsistent-naming': ['Role.ADMIN', 'User'],
      },
    })
    const again = documentFromDesign(design)
    expect(designFromDocument(again, ABOUT)).toEqual(design)
  })

  it('is nothing to write down while all is on', () => {
    expect(designFromDocument(open(), ABOUT)).not.toHaveProperty('lint')
    const { document } = withLint(open())
    const back = applyStep(document, { files: [], positions: NOWHERE, lint: ALL_ON })
    expect(designFromDocument(back?.document ?? document, ABOUT)).not.toHaveProperty('lint')
  })

  it('can be undone', () => {
    const before = open()
    const { document, inverse } = withLint(before)
    expect(applyStep(document, inverse)?.document).toEqual(before)
    expect(document.version).toBe(before.version)
  })

  it('stays with what is renamed', () => {
    const { document } = withLint(open())
    const at = TEXT.indexOf('email')
    const changes = changeSet(TEXT.length, [{ from: at, to: at + 5, insert: 'mail' }])
    const next = applyStep(document, {
      files: [{ kind: 'edit', path: 'schema.prisma', changes }],
      positions: NOWHERE,
    })
    const design = designFromDocument(next?.document ?? document, ABOUT)
    expect(design.lint?.accepted?.['missing-unique']).toEqual(['User.mail'])
  })

  it('outlives a reload together with its undo', () => {
    const { document, inverse, step } = withLint(open())
    const history = recordEntry(EMPTY_HISTORY, {
      label: 'Switch off',
      isTyping: false,
      time: 0,
      forward: step,
      backward: inverse,
    })
    const design = designFromDocument(document, ABOUT)
    const session = structuredClone(sessionOf(document, history))
    const opened = openWithSession(design, session)
    expect(opened.history).toEqual(history)
    const back = applyStep(opened.document, opened.history.undo[0]?.backward ?? step)
    expect(back?.document.lint).toEqual(ALL_ON)
  })

  it('is dropped with a history that is no history', () => {
    const { document, inverse, step } = withLint(open())
    const entry = { label: '', isTyping: false, time: 0, forward: step, backward: inverse }
    const session = sessionOf(document, { undo: [entry], redo: [] })
    const odd = {
      ...session,
      history: { undo: [{ ...entry, forward: { ...step, lint: {} } }], redo: [] },
    }
    expect(openWithSession(designFromDocument(document, ABOUT), odd).history).toBe(EMPTY_HISTORY)
  })
})

describe('switches', () => {
  it('stay the same object when nothing changes, and are plain when all is on', () => {
    const off = withRule(ALL_ON, 'a', false)
    expect(withRule(off, 'a', false)).toBe(off)
    expect(withRule(off, 'a', true)).toBe(ALL_ON)
    const accepted = withAccepted(ALL_ON, 'a', 'x', true)
    expect(withAccepted(accepted, 'a', 'x', true)).toBe(accepted)
    expect(withAccepted(accepted, 'a', 'x', false)).toBe(ALL_ON)
  })
})
