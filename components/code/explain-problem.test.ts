import { describe, expect, it } from 'vitest'
import { createDocument } from '@/lib/document/document'
import type { Diagnostic } from '@/lib/store/state'
import { explainer } from './explain-problem'

function errorAt(from: number): Diagnostic {
  return { path: 'a.prisma', from, to: from + 1, message: `at ${from}`, severity: 'error' }
}

describe('explainer', () => {
  it('tells of old syntax where the engine stumbled, and only there', () => {
    const text =
      'datasource {\n  provider = "sqlite"\n  url = "file:x"\n}\n\nmodel A {\n  id Int @id\n}\n'
    const old = createDocument([{ path: 'a.prisma', text }])
    const [atDatasource, atModel] = [0, text.indexOf('model')].map(errorAt)
    if (!atDatasource || !atModel) throw new Error('There are two')
    const explain = explainer(old, { state: 'checked', diagnostics: [atDatasource, atModel] })
    expect(explain(atDatasource)).toBe('Every datasource has a name: write datasource db { … }.')
    expect(explain(atModel)).toBeNull()
  })
})
