import { describe, expect, test } from 'vitest'
import { checkDesign, pathProblem, UNTITLED_DESIGN } from './check-design'
import { MAX_COORDINATE } from './check-value'

const GOOD = {
  name: 'Shop',
  files: [{ path: 'schema.prisma', text: 'model A {}' }],
  layout: { positions: { A: { x: 1.5, y: -2 } } },
  viewport: { x: 0, y: 0, zoom: 1 },
  prismaVersion: 7,
}

function repaired(changes: Record<string, unknown>) {
  const check = checkDesign({ ...GOOD, ...changes })
  if (!check.ok) throw new Error(`Refused: ${check.message}`)
  expect(check.repairs).toHaveLength(1)
  return check.design
}

function refusal(changes: Record<string, unknown>): string {
  const check = checkDesign({ ...GOOD, ...changes })
  if (check.ok) throw new Error('Accepted')
  return check.message
}

describe('checkDesign', () => {
  test('gives a clean design back as it is', () => {
    expect(checkDesign(GOOD)).toEqual({ ok: true, design: GOOD, repairs: [] })
  })

  test('ignores properties that it does not know, at every level', () => {
    const check = checkDesign({
      ...GOOD,
      future: 1,
      files: [{ ...GOOD.files[0], mode: 'x' }],
      layout: { ...GOOD.layout, groups: [] },
    })
    expect(check).toEqual({ ok: true, design: GOOD, repairs: [] })
  })

  test.each([null, undefined, 1, 'x', [], [GOOD], () => GOOD])('refuses %s', (value) => {
    expect(checkDesign(value).ok).toBe(false)
  })

  test.each([
    ['no files', []],
    ['files that are an object', { 0: GOOD.files[0] }],
    ['a file that is text', ['schema.prisma']],
    ['a path that is a number', [{ path: 1, text: '' }]],
    ['a text that is missing', [{ path: 'a.prisma' }]],
    ['too many', Array.from({ length: 5001 }, (_, index) => ({ path: `${index}`, text: '' }))],
  ])('refuses %s', (_, files) => {
    expect(refusal({ files })).toMatch(/file/)
  })

  test('refuses two files of one name', () => {
    const file = GOOD.files[0]
    expect(refusal({ files: [file, file] })).toBe('Two files are called "schema.prisma".')
  })

  test.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    MAX_COORDINATE + 1,
    -1e300,
    '1',
    null,
    undefined,
    {},
  ])('drops a position with the coordinate %s and keeps the others', (x) => {
    const positions = { A: { x: 1, y: 2 }, B: { x, y: 0 }, C: { x: 0, y: x } }
    expect(repaired({ layout: { positions } }).layout.positions).toEqual({ A: { x: 1, y: 2 } })
  })

  test('keeps positions of blocks named like members of Object', () => {
    const positions = { constructor: { x: 1, y: 2 }, toString: { x: 3, y: 4 } }
    expect(checkDesign({ ...GOOD, layout: { positions } })).toMatchObject({ repairs: [] })
  })

  test('a prototype key changes nothing but itself', () => {
    const hostile: unknown = JSON.parse(
      '{"__proto__":{"name":"x"},"files":[{"path":"a","text":"","__proto__":{"path":"b"}}],"layout":{"positions":{"__proto__":{"x":1,"y":2}}},"viewport":null}',
    )
    const check = checkDesign(hostile)
    if (!check.ok) throw new Error(check.message)
    expect(check.design.name).toBe(UNTITLED_DESIGN)
    expect(check.design.files).toEqual([{ path: 'a', text: '' }])
    expect(Object.keys(check.design.layout.positions)).toEqual([])
    expect(Object.getPrototypeOf(check.design.layout.positions)).toBe(Object.prototype)
    expect({}).not.toHaveProperty('x')
  })

  test('does not read inherited properties', () => {
    expect(checkDesign(Object.create(GOOD)).ok).toBe(false)
  })

  test.each([
    [{ x: 0, y: 0, zoom: 0 }],
    [{ x: 0, y: 0, zoom: -1 }],
    [{ x: 0, y: 0, zoom: Number.NaN }],
    [{ x: 0, y: 0, zoom: 1e9 }],
    [{ x: 0, y: 0 }],
    [{ zoom: 1 }],
    ['1 1 1'],
    [[0, 0, 1]],
  ])('shows everything instead of the view %j', (viewport) => {
    expect(repaired({ viewport }).viewport).toBeNull()
  })

  test.each([5, 8, '7', {}])('detects the Prisma version instead of %j', (prismaVersion) => {
    expect(repaired({ prismaVersion }).prismaVersion).toBeNull()
  })

  test.each([undefined, null, 5, []])('replaces the layout %j', (layout) => {
    expect(repaired({ layout }).layout).toEqual({ positions: {} })
  })

  test('replaces a missing name and cuts an absurd one', () => {
    expect(repaired({ name: 7 }).name).toBe(UNTITLED_DESIGN)
    expect(repaired({ name: 'x'.repeat(1_000_000) }).name).toHaveLength(1000)
  })
})

describe('pathProblem', () => {
  test.each(['schema.prisma', 'schema/user.prisma', 'a b/ç/名前.prisma', '.hidden', 'a..b', '...'])(
    'accepts %s',
    (path) => expect(pathProblem(path)).toBeNull(),
  )

  test.each([
    '',
    '/etc/passwd',
    '//server/share',
    'C:/x.prisma',
    'c:x.prisma',
    '..',
    '../x.prisma',
    'a/../../x.prisma',
    'a/./x.prisma',
    'a//x.prisma',
    'a/',
    'a\\x.prisma',
    '..\\x.prisma',
    'a\0.prisma',
    'a\nb.prisma',
    '__proto__',
    'a/__proto__/b.prisma',
    'x'.repeat(401),
  ])('refuses %j', (path) => expect(pathProblem(path)).toMatch(/^(A|The) file .*\.$/))
})
