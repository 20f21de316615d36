import { describe, expect, it } from 'vitest'
import { PLAIN_DIAGRAM } from '@/lib/document/diagram'
import { memberName, nodeShape, rowOfField } from '@/lib/layout/node-shape'
import { NODE } from '@/lib/layout/node-size'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import type { Block } from '@/lib/schema/graph'
import { drawnShape, layoutInput } from './placement'

const ORDER = `model Order {
  id         Int      @id
  code       String   @unique
  note       String?  @map("remark")
  userId     Int
  user       User     @relation(fields: [userId], references: [id])
  lines      Line[]
  tenant     String
  number     Int

  @@unique([tenant, number])
  @@map("orders")
  @@schema("sales")
}
enum State {
  OPEN
  CLOSED
}
`

function block(name: string): Block {
  const graph = deriveGraph(new Map([['schema.prisma', parse(ORDER)]]))
  const found = graph.blockByName.get(name)
  if (!found) throw new Error(`no block ${name}`)
  return found
}

const rows = (...args: Parameters<typeof nodeShape>) =>
  nodeShape(...args).members.map((member) => memberName(member, args[2] ?? 'model'))

describe('nodeShape', () => {
  it('keeps the fields of keys and their relation', () => {
    const order = block('Order')
    expect(rows(order, 'keys')).toEqual(['id', 'code', 'userId', 'user', 'tenant', 'number'])
    expect(nodeShape(order, 'keys').leftOut).toBe(2)
    expect(rowOfField(nodeShape(order, 'keys'), 'userId')).toBe(2)
    expect(rowOfField(nodeShape(order, 'keys'), 'lines')).toBe(-1)
  })

  it('has room for every row, and for the footer when rows are left out', () => {
    const order = block('Order')
    const height = (count: number) =>
      NODE.headerHeight + count * NODE.rowHeight + NODE.paddingBottom
    expect(nodeShape(order).size.height).toBe(height(8))
    expect(nodeShape(order, 'keys').size.height).toBe(height(7))
    expect(nodeShape(order, 'none').size.height).toBe(NODE.headerHeight)
    expect(nodeShape(block('State'), 'keys').size.height).toBe(height(1))
    expect(nodeShape(block('State'), 'keys').leftOut).toBe(2)
  })

  it('calls things as in the database', () => {
    const order = block('Order')
    expect(nodeShape(order, 'all', 'database').title).toBe('sales.orders')
    expect(nodeShape(order).title).toBe('Order')
    expect(rows(order, 'all', 'database')[2]).toBe('remark')
  })

  it('is the same object for the same block', () => {
    const order = block('Order')
    expect(nodeShape(order, 'keys')).toBe(nodeShape(order, 'keys'))
    expect(nodeShape(order, 'keys')).not.toBe(nodeShape(order))
  })
})

describe('drawnShape', () => {
  it('follows the detail of the diagram, and the folding of the block', () => {
    const order = block('Order')
    const collapsed = new Set([order.id])
    expect(drawnShape(PLAIN_DIAGRAM, order)).toBe(nodeShape(order))
    expect(drawnShape({ ...PLAIN_DIAGRAM, detail: 'keys' }, order)).toBe(nodeShape(order, 'keys'))
    expect(drawnShape({ ...PLAIN_DIAGRAM, detail: 'full', collapsed }, order).isFolded).toBe(true)
  })

  it('is what the layout makes room for', () => {
    const graph = deriveGraph(new Map([['schema.prisma', parse(ORDER)]]))
    const { nodes } = layoutInput(graph, undefined, { ...PLAIN_DIAGRAM, detail: 'names' })
    expect(nodes.map(({ height }) => height)).toEqual([NODE.headerHeight, NODE.headerHeight])
  })
})
