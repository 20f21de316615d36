import { expect, it } from 'vitest'
import type { BlockChange } from '@/lib/schema/compare-graphs'
import { paintChangeSign, signRadius, tintChange } from './overview-changes'
import type { Ink } from './overview-paint'

const INK = {
  node: 'node',
  changes: { added: 'green', changed: 'blue', lost: 'red' },
} as unknown as Ink

const ADDED: BlockChange = { kind: 'added', name: 'A', members: new Map(), removed: [] }
const CHANGED: BlockChange = { ...ADDED, kind: 'changed', members: new Map([['f', 'added']]) }
const LOST: BlockChange = { ...ADDED, kind: 'changed', removed: ['b'] }

/** What is painted, in short: fills and strokes with their colours, arcs and lines with their places. */
function recorder() {
  const calls: string[] = []
  const state = { globalAlpha: 1, fillStyle: '', strokeStyle: '', lineWidth: 0, lineCap: 'butt' }
  const context = Object.assign(state, {
    beginPath() {},
    arc: (x: number, y: number, radius: number) => calls.push(`arc ${x} ${y} ${radius}`),
    moveTo: (x: number, y: number) => calls.push(`from ${x} ${y}`),
    lineTo: (x: number, y: number) => calls.push(`to ${x} ${y}`),
    fill: () => calls.push(`fill ${state.fillStyle} ${state.globalAlpha}`),
    stroke: () => calls.push(`stroke ${state.strokeStyle}`),
  })
  return { calls, state, context: context as unknown as CanvasRenderingContext2D }
}

function signs(change: BlockChange, height: number): readonly string[] {
  const { calls, context } = recorder()
  const rect = { x: 0, y: 10, width: 100, height }
  paintChangeSign(context, change, rect, { x: 5, y: 0, zoom: 0.1 }, INK)
  return calls
}

it('keeps a sign within its block, and large enough to be seen', () => {
  expect([1, 5, 10, 15, 20, 100, 1000].map(signRadius)).toEqual([3, 3, 3, 4.5, 6, 7, 7])
})

it('puts a sign on the corner of the block, as large on the screen wherever one stands', () => {
  const disc = ['arc 15 1 7', 'fill green 1', 'stroke node']
  expect(signs(ADDED, 400)).toEqual([
    ...disc,
    ...['from 11.5 1', 'to 18.5 1', 'from 15 -2.5', 'to 15 4.5', 'stroke node'],
  ])
  expect(signs(CHANGED, 400).slice(1)).toEqual([
    ...['fill blue 1', 'stroke node', 'arc 15 1 2.625', 'stroke node'],
  ])
  expect(signs(LOST, 400).slice(1)).toEqual([
    ...['fill red 1', 'stroke node', 'from 11.5 1', 'to 18.5 1', 'stroke node'],
  ])
})

it('is a dot where there is no room', () => {
  expect(signs(ADDED, 60)).toEqual(['arc 15 1 3', 'fill green 1', 'stroke node'])
})

it('lays the colour over the block, fainter where that is dimmed', () => {
  const { calls, state, context } = recorder()
  state.globalAlpha = 0.5
  tintChange(context, LOST, INK)
  expect(calls).toEqual(['fill red 0.1'])
  expect(state.globalAlpha).toBe(0.5)
})
