import { describe, expect, it } from 'vitest'
import { identitiesOf } from '@/lib/schema/derive'
import { checkConnection } from './connection-data'
import type { Design } from './design'
import { applyStep, designFromDocument, documentFromDesign } from './document'
import { openWithSession } from './session'

const DESIGN: Design = {
  name: 'Test',
  files: [{ path: 'schema.prisma', text: 'datasource db {\n  provider = "postgresql"\n}\n' }],
  layout: { positions: {} },
  viewport: null,
  prismaVersion: null,
  connection: { url: 'env("DATABASE_URL")' },
}

describe('what prisma.config.ts says of the database', () => {
  it('is kept with the design, and changes as a step', () => {
    const document = documentFromDesign(DESIGN)
    expect(document.connection).toEqual({ url: 'env("DATABASE_URL")' })
    const connection = { url: '"file:./dev.db"' }
    const changed = applyStep(document, { files: [], positions: new Map(), connection })
    if (!changed) throw new Error('Nothing changed')
    const about = { name: 'Test', viewport: null }
    expect(designFromDocument(changed.document, about).connection).toEqual(connection)
    const back = applyStep(changed.document, changed.inverse)
    expect(back?.document.connection).toEqual(DESIGN.connection)
  })

  it('comes back with a kept history only when it is text', () => {
    const { graph } = documentFromDesign(DESIGN)
    const open = (connection: unknown) => {
      const step = { files: [], positions: new Map(), connection }
      const entry = { label: 'Typed', isTyping: false, time: 0, forward: step, backward: step }
      const identities = identitiesOf(graph)
      const session = { format: 1, identities, history: { undo: [entry], redo: [] } }
      return openWithSession(DESIGN, session).history.undo.length
    }
    expect(open({ url: '"x"' })).toBe(1)
    expect(open(null)).toBe(1)
    expect(open({ url: 5 })).toBe(0)
  })
})

describe('checkConnection', () => {
  it('keeps what a schema could say, and nothing else', () => {
    const check = (url: unknown) => checkConnection({ url })?.url ?? null
    expect(check('env("A")')).toBe('env("A")')
    expect(check('"file:./a \\"b\\".db"')).toBe('"file:./a \\"b\\".db"')
    for (const bad of ['env("A"', '"a', 'process.exit()', '"a")', '"a\nb"', 5, null]) {
      expect(check(bad)).toBeNull()
    }
    expect(checkConnection([])).toBeNull()
    expect(checkConnection('env("A")')).toBeNull()
    expect(checkConnection({ other: '"a"', directUrl: '"b"' })).toEqual({ directUrl: '"b"' })
  })
})
