import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { deflateSync, strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Design } from '@/lib/document/design'
import { exactDesign, linkDesign } from './arbitrary-design'
import { fnv1a, toBase64Url } from './bytes'
import { DICTIONARY_1 } from './dictionary'
import { decodeShareLink, encodeShareLink } from './link'
import { roundForLink } from './payload'
import type { ShareRefusal } from './share-result'

const DESIGN: Design = {
  name: 'Blog – 日本語 😀',
  files: [
    {
      path: 'schema/user.prisma',
      text: '\uFEFFmodel User {\r\n  id    Int    @id\r\n  email String @unique\r\n}\r\n',
    },
    { path: 'schema/post.prisma', text: 'model Post {\n  id Int @id // ←\n\tname  String\0\n}' },
  ],
  layout: { positions: { Post: { x: -320, y: 0 }, Gone: { x: 5, y: 6 } } },
  viewport: { x: -12, y: 34, zoom: 0.75 },
  prismaVersion: 6,
}

/** A link that is sound on the outside, around any payload. */
function linkAround(payload: Uint8Array | string, version = '1'): string {
  const bytes = typeof payload === 'string' ? strToU8(payload) : payload
  const text = toBase64Url(deflateSync(bytes, { level: 9, dictionary: strToU8(DICTIONARY_1) }))
  return sealed(text, version)
}

function sealed(text: string, version = '1'): string {
  const body = `${version}.${text.length.toString(36)}.${text}`
  return body + fnv1a(body).toString(36).padStart(7, '0')
}

function expectRefused(link: string, reason: ShareRefusal): void {
  const result = decodeShareLink(link)
  if (result.ok) throw new Error('Accepted')
  expect(result.reason).toBe(reason)
  expect(result.message).toMatch(/Your own designs are unchanged\. \S/)
}

describe('share links', () => {
  test('carry a design there and back', () => {
    expect(decodeShareLink(encodeShareLink(DESIGN))).toEqual({
      ok: true,
      design: DESIGN,
      repairs: [],
    })
  })

  test('are the identity on every design at link precision', () => {
    fc.assert(
      fc.property(linkDesign, (design) => {
        expect(decodeShareLink(encodeShareLink(design))).toEqual({ ok: true, design, repairs: [] })
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  test('round other designs to the pixel and nothing else', () => {
    fc.assert(
      fc.property(exactDesign, (design) => {
        const result = decodeShareLink(encodeShareLink(design))
        if (!result.ok) throw new Error(result.message)
        expect(result.design).toEqual(roundForLink(design))
        expect(result.design.files).toEqual(design.files)
        for (const [key, { x, y }] of Object.entries(design.layout.positions)) {
          expect(Math.abs(result.design.layout.positions[key]!.x - x)).toBeLessThanOrEqual(0.5)
          expect(Math.abs(result.design.layout.positions[key]!.y - y)).toBeLessThanOrEqual(0.5)
        }
      }),
      { seed: 2, numRuns: 200 },
    )
  })

  test('leave out positions that no canvas has', () => {
    const positions = {
      User: { x: Number.NaN, y: 0 },
      Post: { x: 1, y: Number.POSITIVE_INFINITY },
      Role: { x: 1, y: 2 },
    }
    const viewport = { x: 0, y: Number.NaN, zoom: 1 }
    const result = decodeShareLink(encodeShareLink({ ...DESIGN, layout: { positions }, viewport }))
    expect(result).toEqual({
      ok: true,
      design: { ...DESIGN, layout: { positions: { Role: { x: 1, y: 2 } } }, viewport: null },
      repairs: [],
    })
  })

  test('need no escaping, end in a letter or digit, and do not depend on key order', () => {
    const link = encodeShareLink(DESIGN)
    expect(link).toMatch(/^1\.[\w.-]+[0-9a-z]$/)
    const entries = Object.entries({ User: { x: 1, y: 2 }, B: { x: 3, y: 4 }, A: { x: 5, y: 6 } })
    const [one, other] = [entries, [...entries].reverse()].map((list) =>
      encodeShareLink({ ...DESIGN, layout: { positions: Object.fromEntries(list) } }),
    )
    expect(one).toBe(other)
  })

  test('of a small schema are short', () => {
    const text = `generator client {
  provider = "prisma-client-js"
}

datasource db {
  provider = "postgresql"
  url      = env("DATABASE_URL")
}

model User {
  id        Int      @id @default(autoincrement())
  email     String   @unique
  createdAt DateTime @default(now())
  posts     Post[]
}

model Post {
  id        Int     @id @default(autoincrement())
  title     String
  published Boolean @default(false)
  author    User    @relation(fields: [authorId], references: [id])
  authorId  Int
}
`
    const layout = { positions: { User: { x: 0, y: 0 }, Post: { x: 360, y: 0 } } }
    const design = { ...DESIGN, name: 'Blog', files: [{ path: 'schema.prisma', text }], layout }
    expect(encodeShareLink(design).length).toBeLessThan(220)
  })

  test('survive what mail programs do to them', () => {
    const link = encodeShareLink(DESIGN)
    const wrapped = link.replace(/.{60}/g, '$&\r\n')
    for (const seen of [`#${link}`, ` ${link}\n`, wrapped, `${link}).`, `${link}&utm_source=x`]) {
      expect(decodeShareLink(seen)).toMatchObject({ ok: true, design: DESIGN })
    }
    expect(decodeShareLink(encodeURIComponent(wrapped))).toMatchObject({ ok: true })
  })

  test('made by version 1 stay readable', () => {
    const link =
      '1.4v.gyREJ2CnR-FRw2SFZ9OXPpuz5sWqeQof5s9oQEuQ-iBt8FRpaharA5cBeQcuY2IBS626hkY6xiY6BnrmppA0awZJs7rgBAsUKlSyqlZyBw5YAAVNdcxia2u53u_ej5x4eFHiHsTDFqe8XLW8qBUlI0qSAU7SPmqbwMUJTh5QvQxctQA0r2n2j3'
    expect(decodeShareLink(link)).toEqual({ ok: true, design: DESIGN, repairs: [] })
  })

  test('the dictionary of version 1 is frozen', () => {
    expect(createHash('sha256').update(DICTIONARY_1).digest('hex')).toBe(
      '1d1c669d2e71b23f04b33939c04aa82446c43daadc6bfe2993c3f6b62dfba033',
    )
    expect(strToU8(DICTIONARY_1)).toHaveLength(DICTIONARY_1.length)
  })
})

describe('damaged links', () => {
  test.each<[string, ShareRefusal]>([
    ['', 'empty'],
    ['#', 'empty'],
    [' \n%20', 'empty'],
    ['section-2', 'unrecognised'],
    ['v1.abc', 'unrecognised'],
    ['../../etc', 'unrecognised'],
    ['%', 'unrecognised'],
    ['2.4.abcd0000000', 'unsupported-version'],
    ['0.4.abcd0000000', 'unsupported-version'],
    ['1', 'truncated'],
    ['1.', 'truncated'],
    ['1.2s', 'truncated'],
    ['1.2s.', 'truncated'],
    ['1.0.', 'truncated'],
    ['1..abcd', 'corrupt'],
    ['1.-1.abcd', 'corrupt'],
    ['1.4.abcd0000000', 'corrupt'],
  ])('%j is refused as %s', (link, reason) => expectRefused(link, reason))

  test('that are cut anywhere say so', () => {
    const link = encodeShareLink(DESIGN)
    for (let length = 1; length < link.length; length += 1) {
      expectRefused(link.slice(0, length), 'truncated')
    }
  })

  test('with one changed character never open', () => {
    const link = encodeShareLink(DESIGN)
    const other = fc.constantFrom(...'0123456789abcxyzABCXYZ-_.%#é')
    fc.assert(
      fc.property(fc.nat(link.length - 1), other, (index, character) => {
        fc.pre(link[index] !== character)
        const changed = link.slice(0, index) + character + link.slice(index + 1)
        expect(decodeShareLink(changed).ok).toBe(false)
      }),
      { seed: 3, numRuns: 3000 },
    )
  })

  test('with removed, repeated or exchanged parts never open as another design', () => {
    const link = encodeShareLink(DESIGN)
    const place = fc.nat(link.length)
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        const [from, to] = a < b ? [a, b] : [b, a]
        const moved = link.slice(0, from) + link.slice(to)
        const changed = moved.slice(0, c) + link.slice(from, to) + moved.slice(c)
        const result = decodeShareLink(changed)
        if (result.ok) expect(result.design).toEqual(DESIGN)
        expect(decodeShareLink(moved).ok).toBe(from === to)
      }),
      { seed: 4, numRuns: 1000 },
    )
  })

  test('of any characters at all never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeShareLink(text).ok).toBe(false)
        expect(decodeShareLink(`1.${text.length.toString(36)}.${text}0000000`).ok).toBe(false)
        const sound = decodeShareLink(sealed(toBase64Url(strToU8(text))))
        expect(sound.ok).toBe(false)
      }),
      { seed: 5, numRuns: 1000 },
    )
  })
})

describe('hostile links', () => {
  const header = (value: unknown, rest = '') => `${JSON.stringify(value)}\n${rest}`
  const file = ['a.prisma', 3]

  test('that unfold beyond the limit are stopped on the way', () => {
    const link = linkAround(new Uint8Array(64 * 1024 * 1024))
    expect(link.length).toBeLessThan(100_000)
    expectRefused(link, 'too-large')
  })

  test('that ask for endless padding are stopped', () => {
    const rows = `  ${'a'.repeat(120)} b\n${'  a b\n'.repeat(500_000)}`
    expectRefused(linkAround(header({ n: '', f: [['a', rows.length]] }, rows)), 'too-large')
  })

  test('that are absurdly long are not looked at', () => {
    expectRefused('1'.repeat(5_000_000), 'too-large')
  })

  test.each([
    'no line at all',
    '\n',
    '{"n":\n',
    '[]\n',
    'null\n',
    header({}),
    header({ f: {} }),
    header({ f: [null] }),
    header({ f: [['a.prisma']] }),
    header({ f: [['a.prisma', -1]] }, 'abc'),
    header({ f: [['a.prisma', 1.5]] }, 'abc'),
    header({ f: [['a.prisma', 4]] }, 'abc'),
    header({ f: [['a.prisma', 1e300]] }, 'abc'),
    `${'['.repeat(100_000)}\n`,
  ])('with the payload %.40j are corrupt', (payload) => {
    expectRefused(linkAround(payload), 'corrupt')
  })

  test('with bytes that are not UTF-8 are corrupt', () => {
    expectRefused(linkAround(new Uint8Array([0xff, 0xfe, 0x0a])), 'corrupt')
  })

  test.each([
    [[]],
    [[['../a.prisma', 3]]],
    [[['/a.prisma', 3]]],
    [[['', 3]]],
    [[[7, 3]]],
    [
      [
        ['a.prisma', 1],
        ['a.prisma', 2],
      ],
    ],
  ])('with the files %j are invalid', (f) => {
    expectRefused(linkAround(header({ n: '', f, p: [] }, 'abc')), 'invalid-design')
  })

  test('with unusable positions and view open with what is usable', () => {
    const text = 'model A {\nmodel B {\nmodel C {'
    const p = [1, 2, 'x', 1e99, null]
    const q = { D: [3, 4], E: 5, F: [1], G: null }
    const payload = { n: 5, f: [['a.prisma', text.length]], p, q, v: 'x', e: 99, future: {} }
    const result = decodeShareLink(linkAround(header(payload, `${text} and more`)))
    if (!result.ok) throw new Error(result.message)
    expect(result.design).toEqual({
      name: 'Untitled schema',
      files: [{ path: 'a.prisma', text }],
      layout: { positions: { A: { x: 1, y: 2 }, D: { x: 3, y: 4 } } },
      viewport: null,
      prismaVersion: null,
    })
    expect(result.repairs).toHaveLength(4)
  })

  test.each([{ p: {} }, { p: 'x' }, { q: [] }, { q: 'x' }, { p: [1] }, { p: [[1, 2]] }])(
    'with positions of the wrong form, %j, still open',
    (wrong) => {
      const link = linkAround(header({ n: '', f: [file], ...wrong }, 'abc'))
      expect(decodeShareLink(link)).toMatchObject({
        ok: true,
        design: { layout: { positions: {} } },
      })
    },
  )

  test('with prototype keys change nothing', () => {
    const link = linkAround(
      '{"n":"a","__proto__":{"e":6},"f":[["a.prisma",18]],"p":[1,2],"q":{"__proto__":[1,2]}}\nmodel __proto__ {}',
    )
    const result = decodeShareLink(link)
    if (!result.ok) throw new Error(result.message)
    expect(result.design.prismaVersion).toBeNull()
    expect(result.design.layout.positions).toEqual({})
    expect({}).not.toHaveProperty('x')
  })
})
