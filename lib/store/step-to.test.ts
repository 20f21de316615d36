import { expect, test } from 'vitest'
import { applyStep, createDocument, designFromDocument } from '@/lib/document/document'
import { ALL_ON } from '@/lib/lint/switches'
import { stepTo } from './step-to'

const ABOUT = { name: '', viewport: null }
const FILES = [{ path: 'a.prisma', text: 'model A {\n  id Int @id\n}\n' }]

test('lint that is off in the other design is off afterwards, by name', () => {
  const document = createDocument(FILES)
  const design = designFromDocument(document, ABOUT)
  const lint = { off: ['unused-enum'], accepted: { 'missing-unique': ['A.id', 'Gone'] } }
  const step = stepTo(document, { ...design, lint })
  const next = applyStep(document, step)?.document ?? document
  expect(designFromDocument(next, ABOUT).lint).toEqual({
    off: ['unused-enum'],
    accepted: { 'missing-unique': ['A.id'] },
  })
  expect(stepTo(next, designFromDocument(next, ABOUT))).not.toHaveProperty('lint')
  expect(applyStep(next, stepTo(next, design))?.document.lint).toEqual(ALL_ON)
})
