import { expect, it } from 'vitest'
import { arrangeInRows } from './arrange-in-rows'

it('sets nodes one beside the other, in rows that do not overlap', () => {
  const nodes = Array.from({ length: 10 }, (_, index) => ({
    id: `n${index}`,
    width: 200 + 10 * index,
    height: 100 + 37 * (index % 4),
  }))
  const points = arrangeInRows({ nodes, edges: [] })
  const rects = nodes.map((node) => ({ ...node, ...(points.get(node.id) ?? { x: -1, y: -1 }) }))
  expect(rects[0]).toMatchObject({ x: 0, y: 0 })
  expect(new Set(rects.map(({ y }) => y)).size).toBeGreaterThan(1)
  for (const [index, a] of rects.entries()) {
    for (const b of rects.slice(index + 1)) {
      const isApart =
        a.x + a.width <= b.x ||
        b.x + b.width <= a.x ||
        a.y + a.height <= b.y ||
        b.y + b.height <= a.y
      expect(isApart, `${a.id} and ${b.id}`).toBe(true)
    }
  }
})
