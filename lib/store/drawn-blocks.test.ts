import { beforeEach, describe, expect, it } from 'vitest'
import { addBlock } from '@/lib/commands/add-block'
import { addFieldLine } from '@/lib/commands/add-field-line'
import { pasteBlocks } from '@/lib/commands/paste-blocks'
import { renameField } from '@/lib/commands/rename-field'
import { designFiles, designFromDocument } from '@/lib/document/document'
import { changeSet } from '@/lib/text/change-set'
import { emptyDesign } from './example'
import { createFacetStore, type FacetStore } from './store'

let store: FacetStore
beforeEach(() => {
  store = createFacetStore(() => 0)
})

const actions = () => store.getState().actions
const text = () => designFiles(store.getState().document)[0]?.text ?? ''
const block = (name: string) => store.getState().document.graph.blockByName.get(name)?.id ?? ''
const field = (name: string, of: string) =>
  store
    .getState()
    .document.graph.blockByName.get(name)
    ?.fields.find((it) => it.name === of)?.id ?? ''

function open(schema: string): void {
  const files = [{ path: 'schema.prisma', text: schema }]
  actions().open({ ...emptyDesign(), files }, null)
}

function add(name: string, line: string): void {
  actions().run(addFieldLine, { blockId: block(name), line })
}

function reload(): void {
  const { document } = store.getState()
  const about = { name: '', viewport: null }
  actions().open(designFromDocument(document, about), null)
}

/** An empty schema with a drawn model of three fields, of which the last is the longest. */
function draw(): void {
  open('')
  actions().run(addBlock, { kind: 'model', name: 'User' })
  add('User', 'email String? @unique')
  add('User', 'acceptedTermsAt DateTime @default(now())')
}

const DRAWN = `model User {
  id              Int      @id @default(autoincrement())
  email           String?  @unique
  acceptedTermsAt DateTime @default(now())
}
`

describe('the columns of what was drawn here', () => {
  it('follow what is in them, in one step each', () => {
    draw()
    expect(text()).toBe(DRAWN)
    actions().undo()
    expect(text()).not.toContain('acceptedTermsAt')
    expect(text()).toContain('  id    Int     @id')
    actions().redo()
    expect(text()).toBe(DRAWN)
    const args = { blockId: block('User'), fieldId: field('User', 'acceptedTermsAt') }
    actions().run(renameField, { ...args, name: 'at' })
    expect(text()).toContain('  id    Int      @id')
  })

  it('do so after a reload', () => {
    draw()
    reload()
    add('User', 'aStillLongerNameOfAField Int')
    expect(text()).toContain('  id                       Int      @id')
  })

  it('stay as a person laid them out', () => {
    draw()
    const at = text().indexOf('String?')
    const changes = changeSet(text().length, [{ from: at, to: at, insert: '    ' }])
    actions().type('schema.prisma', changes)
    add('User', 'aStillLongerNameOfAField Int')
    expect(text()).toContain('  id              Int      @id')
  })
})

describe('what was brought along', () => {
  it.each(['opened', 'pasted'])('differs in one line when it was %s', (way) => {
    const ragged = DRAWN.replace('acceptedTermsAt ', 'at ')
    if (way === 'opened') open(ragged)
    else {
      open('')
      actions().run(pasteBlocks, { text: ragged })
    }
    const before = text()
    add('User', 'aStillLongerNameOfAField Int')
    const lines = text().split('\n')
    expect(lines.filter((line) => !before.split('\n').includes(line))).toEqual([
      '  aStillLongerNameOfAField Int',
    ])
  })

  it('differs in one line when its columns were laid out', () => {
    open(DRAWN)
    add('User', 'aStillLongerNameOfAField Int')
    expect(text()).toBe(DRAWN.replace('}', '  aStillLongerNameOfAField Int\n}'))
  })
})
