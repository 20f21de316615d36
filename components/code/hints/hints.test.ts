import { describe, expect, it } from 'vitest'
import { unsaidByEngine } from '@/components/fixes/faults'
import { acceptHint, hearAccepted, hintFixes, switchRule } from '@/components/fixes/hint-actions'
import { Linter } from '@/lib/lint/linter'
import type { Diagnostic } from '@/lib/store/state'
import { commandContext, createFacetStore } from '@/lib/store/store'
import { listHints } from './list-hints'

const TEXT = `datasource db {
  provider = "postgresql"
}

model Author {
  id        Int      @id
  email     String
  books     Book[]
  createdAt DateTime @default(now())
}

model Book {
  id        Int      @id
  authorId  Int
  author    Author   @relation(fields: [authorId], references: [id], onDelete: Cascade)
  createdAt DateTime @default(now())
}
`

const RULE = 'foreign-key-without-index'

function setUp() {
  const store = createFacetStore(() => 0)
  const { actions } = store.getState()
  const files = [{ path: 'schema.prisma', text: TEXT }]
  const layout = { positions: {} }
  actions.open({ name: 'Test', files, layout, viewport: null, prismaVersion: null }, 'design')
  const linter = new Linter()
  const find = () => {
    const { document } = store.getState()
    return linter.run(commandContext(document), document.lint)
  }
  const hint = () => {
    const found = find().find(({ rule }) => rule === RULE)
    if (!found) throw new Error('Nothing was found')
    return found
  }
  const rules = () => find().map(({ rule }) => rule)
  return { store, actions, find, hint, rules, document: () => store.getState().document }
}

describe('listHints', () => {
  it('goes by rule, with lines and columns', () => {
    const { document, find } = setUp()
    const listed = listHints(document(), find()).map(({ rule, hints }) => [
      rule.id,
      ...hints.map(({ line, column }) => `${line}:${column}`),
    ])
    expect(listed).toEqual([
      [RULE, '15:3'],
      ['missing-unique', '7:3'],
    ])
  })

  it('leaves to the engine what it warns of itself', () => {
    const { document, find } = setUp()
    const from = TEXT.indexOf('@relation')
    const warning = (message: string): Diagnostic => {
      return { path: 'schema.prisma', from, to: from + 9, severity: 'warning', message }
    }
    const left = (message: string) =>
      unsaidByEngine(document(), find(), [warning(message)]).map(({ rule }) => rule)
    expect(left('With `relationMode = "prisma"`, no foreign keys are used, so …')).toEqual([
      'missing-unique',
    ])
    expect(left('Something else')).toEqual(['missing-unique', RULE])
  })
})

describe('what can be done about a hint', () => {
  it('mends it as one step', () => {
    const { store, hint, rules, document, actions } = setUp()
    const [fix] = hintFixes(store, hint())
    expect(fix?.title).toBe('Add @@index([authorId])')
    fix?.run()
    expect(document().files.get('schema.prisma')?.syntax.text).toContain('@@index([authorId])')
    expect(rules()).toEqual(['missing-unique'])
    actions.undo()
    expect(document().files.get('schema.prisma')?.syntax.text).toBe(TEXT)
  })

  it('accepts it at its field, and says so', () => {
    const { store, hint, rules, actions } = setUp()
    acceptHint(store, hint())
    expect(rules()).toEqual(['missing-unique'])
    expect(store.getState().notice?.text).toBe(
      'Accept “Foreign key without an index” at Book.author.',
    )
    hearAccepted(store)
    expect(rules()).toEqual(['missing-unique', RULE])
    actions.undo()
    expect(rules()).toEqual(['missing-unique'])
    actions.undo()
    expect(rules()).toEqual(['missing-unique', RULE])
  })

  it('switches the rule off and on', () => {
    const { store, rules, actions } = setUp()
    switchRule(store, RULE, false)
    expect(rules()).toEqual(['missing-unique'])
    switchRule(store, RULE, true)
    expect(rules()).toEqual(['missing-unique', RULE])
    actions.undo()
    store.getState().notice?.action?.run()
    expect(rules()).toEqual(['missing-unique'])
  })
})
