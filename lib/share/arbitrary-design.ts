/** Designs for property tests: anything that the rest of the app may hold, and then some. */

import fc from 'fast-check'
import type { Design } from '@/lib/document/design'
import { COLORS } from '@/lib/document/diagram'
import type { DiagramData } from '@/lib/document/diagram-data'
import { MAX_COORDINATE } from './check-value'

/** Any sequence of code units: lone surrogates, NUL, byte order marks, line separators. */
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.constantFrom(0, 1, 9, 10, 13, 32, 0xfeff, 0xd83d, 0xde00, 0x2028),
    ),
    { maxLength: 60 },
  )
  .map((units) => String.fromCharCode(...units))

/** Lines like those of a schema, aligned or not, so that squeezing has something to squeeze. */
const schemaLikeText = fc
  .record({
    mark: fc.constantFrom('', '\uFEFF'),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    lines: fc.array(
      fc.oneof(
        fc.constantFrom(
          'model User {',
          'model 名前 {',
          'enum Role {',
          '}',
          '',
          '  // id',
          '\u0001',
        ),
        fc
          .tuple(
            fc.constantFrom('  ', '\t', ' '),
            fc.constantFrom('id', 'createdAt', '名前', '\u0001x'),
            fc.constantFrom(' ', '  ', '        ', '\t'),
            fc.constantFrom('Int', 'String?', 'DateTime', '='),
            fc.constantFrom('', ' ', '  @id', '     @default("a   b")  ', ' // 😀'),
          )
          .map((parts) => parts.join('')),
      ),
      { maxLength: 25 },
    ),
  })
  .map(({ mark, lineEnd, lines }) => mark + lines.join(lineEnd))

export const schemaText = fc.oneof(anyText, schemaLikeText)

const path = fc
  .array(fc.stringMatching(/^[\p{L}\d_ -]{1,8}$/u), { minLength: 1, maxLength: 3 })
  .map((segments) => `${segments.join('/')}.prisma`)

const key = fc.oneof(
  fc.constantFrom('User', 'Role', '名前', 'constructor', 'toString', 'User#2', '1', ''),
  fc.string({ unit: 'binary' }).filter((text) => text !== '__proto__'),
)

const keys = fc.uniqueArray(key, { maxLength: 6 })
const color = fc.constantFrom(...COLORS)
const text = fc.oneof(fc.string({ unit: 'binary' }), anyText)

/** In the form that the check leaves: no empty part, nothing twice, nothing that refers to nothing. */
function diagramOf(coordinate: fc.Arbitrary<number>): fc.Arbitrary<DiagramData | undefined> {
  const length = coordinate.map(Math.abs)
  const area = fc.record({ x: coordinate, y: coordinate, width: length, height: length })
  const views = fc
    .array(fc.record({ name: text, blocks: keys, places: fc.array(fc.option(area)) }), {
      maxLength: 3,
    })
    .map((items) =>
      items.map(({ name, blocks, places }, index) => ({
        id: `v${index}`,
        name,
        blocks,
        positions: Object.fromEntries(
          blocks.flatMap((block, at) => {
            const place = places[at]
            return place ? [[block, { x: place.x, y: place.y }]] : []
          }),
        ),
      })),
    )
  const groups = fc
    .tuple(keys, fc.array(fc.record({ title: text, color, area, count: fc.nat(3) })))
    .map(([blocks, items]) => {
      let taken = 0
      return items.map(({ title, color, area, count }, index) => {
        const own = blocks.slice(taken, taken + count)
        taken += count
        const group = { id: String(index), title, color, blocks: own }
        return own.length > 0 ? group : { ...group, area }
      })
    })
  const notes = fc
    .array(fc.record({ text, color, area, on: fc.option(fc.nat(2)) }), { maxLength: 4 })
    .map((items) => items.map((note, index) => ({ ...note, id: String(index) })))
  const colors = fc.uniqueArray(fc.tuple(key, color), { selector: ([name]) => name, maxLength: 5 })
  return fc
    .record({
      detail: fc.constantFrom('auto', 'full', 'keys', 'names'),
      nameMode: fc.constantFrom('model', 'database'),
      groups,
      notes,
      views,
      collapsed: keys,
      hidden: keys,
      colors,
    })
    .map((raw) => {
      const { detail, nameMode, groups, views, collapsed, hidden } = raw
      const notes = raw.notes.map(({ on, ...note }) => {
        const view = on === null ? undefined : views[on]?.id
        return view === undefined ? note : { ...note, view }
      })
      const colors = Object.fromEntries(raw.colors)
      const parts = { groups, notes, views, collapsed, hidden }
      const data = {
        ...(detail !== 'auto' && { detail }),
        ...(nameMode !== 'model' && { nameMode }),
        ...Object.fromEntries(Object.entries(parts).filter(([, part]) => part.length > 0)),
        ...(raw.colors.length > 0 && { colors }),
      }
      return Object.keys(data).length > 0 ? (data as DiagramData) : undefined
    })
}

const rule = fc.constantFrom('unused-enum', 'missing-unique', 'of-a-newer-version')
const places = fc.uniqueArray(
  key.filter((each) => each !== ''),
  { minLength: 1, maxLength: 3 },
)
const lint = fc
  .record({
    off: fc.uniqueArray(rule, { maxLength: 2 }),
    accepted: fc.uniqueArray(fc.tuple(rule, places), { selector: ([id]) => id, maxLength: 2 }),
  })
  .map(({ off, accepted }) => ({
    ...(off.length > 0 && { off }),
    ...(accepted.length > 0 && { accepted: Object.fromEntries(accepted) }),
  }))

const connection = fc.constantFrom(
  { url: 'env("DATABASE_URL")' },
  { url: '"file:./dev.db"', shadowDatabaseUrl: 'env("SHADOW")' },
  { url: 'env("POOLED")', directUrl: 'env("DIRECT_URL")' },
)

function designOf(coordinate: fc.Arbitrary<number>, zoom: fc.Arbitrary<number>) {
  const point = { x: coordinate, y: coordinate }
  return fc.record({
    name: fc.oneof(fc.string({ unit: 'binary' }), anyText),
    files: fc
      .uniqueArray(path, { minLength: 1, maxLength: 4 })
      .chain((paths) =>
        fc.tuple(...paths.map((path) => schemaText.map((text) => ({ path, text })))),
      ),
    layout: fc.record({
      positions: fc.uniqueArray(fc.tuple(key, fc.record(point)), {
        selector: ([name]) => name,
        maxLength: 12,
      }),
      diagram: fc.option(diagramOf(coordinate), { nil: undefined }),
      shown: fc.option(fc.nat(2), { nil: undefined }),
    }),
    viewport: fc.option(fc.record({ ...point, zoom })),
    prismaVersion: fc.constantFrom<Design['prismaVersion']>(6, 7, null),
    system: fc.constantFrom('tidb', 'prisma-postgres'),
    lint: fc.option(lint, { nil: undefined }),
    connection: fc.option(connection, { nil: undefined }),
  })
}

function finish(
  raw: fc.Arbitrary<ReturnType<typeof designOf> extends fc.Arbitrary<infer T> ? T : never>,
): fc.Arbitrary<Design> {
  return raw.map((value) => {
    const { positions, diagram, shown } = value.layout
    const view = shown === undefined ? undefined : diagram?.views?.[shown]
    const layout = {
      positions: Object.fromEntries(positions),
      ...(diagram && { diagram }),
      ...(view && { shown: view.id }),
    }
    const { lint, connection, ...rest } = value
    const isPlain = !lint?.off && !lint?.accepted
    return { ...rest, layout, ...(isPlain ? {} : { lint }), ...(connection && { connection }) }
  })
}

/** Whole pixels and thousandths of zoom: what a link carries exactly. */
export const linkDesign = finish(
  designOf(
    fc.integer({ min: -MAX_COORDINATE, max: MAX_COORDINATE }),
    fc.integer({ min: 1, max: 100_000 }).map((thousandths) => thousandths / 1000),
  ),
)

/** Fractions of a pixel as well: what a file or the browser's storage carries exactly. */
export const exactDesign = finish(
  designOf(
    fc
      .double({ min: -MAX_COORDINATE, max: MAX_COORDINATE, noNaN: true })
      .map((coordinate) => coordinate + 0),
    fc.double({ min: 0.001, max: 100, noNaN: true }),
  ),
)
