import { expect, it } from 'vitest'
import { centerOfView } from './center-of-view'

it('is the middle of the diagram, whatever the zoom', () => {
  const diagram = { width: 800, height: 600 }
  expect(centerOfView({ x: 0, y: 0, zoom: 1 }, diagram)).toEqual({ x: 310, y: 260 })
  expect(centerOfView({ x: 100, y: -200, zoom: 0.5 }, diagram)).toEqual({ x: 510, y: 960 })
})
