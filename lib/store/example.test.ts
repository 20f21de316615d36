import { expect, test } from 'vitest'
import { createDocument, layoutKeys } from '@/lib/document/document'
import { layoutGraph } from '@/lib/layout/layout-graph'
import { exampleDesign } from './example'
import { layoutInput } from './placement'

test('the example stands as the automatic layout would arrange it', () => {
  const design = exampleDesign()
  const { graph } = createDocument(design.files)
  const arranged = layoutGraph(layoutInput(graph))
  const byName = [...layoutKeys(graph.blocks)].map(([key, id]) => [key, arranged.get(id)])
  expect(design.layout.positions).toEqual(Object.fromEntries(byName))
})
