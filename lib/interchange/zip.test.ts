import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { unzipSchemas, zipFiles } from './zip'
import { crc32, looksLikeZip, readZipEntries } from './zip-entries'

function archive(files: Record<string, string>, level: 0 | 9 = 9): Uint8Array {
  const contents = Object.entries(files).map(([path, text]) => [path, strToU8(text)])
  return zipSync(Object.fromEntries(contents), { level })
}

function paths(bytes: Uint8Array): string[] {
  const result = unzipSchemas(bytes)
  if ('error' in result) throw new Error(result.error)
  return result.files.map((file) => file.path)
}

function error(bytes: Uint8Array): string {
  const result = unzipSchemas(bytes)
  if (!('error' in result)) throw new Error('Opened.')
  return result.error
}

/** Changes every occurrence of a 32-bit number in the archive's headers. */
function patched(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (let offset = 0; offset + 4 <= copy.length; offset += 1) {
    if (view.getUint32(offset, true) === from) view.setUint32(offset, to, true)
  }
  return copy
}

describe('zipFiles', () => {
  test('keeps every byte', () => {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    const text = fc.string({ unit: 'binary' }).map((content) => `\uFEFF${content}\r\n`)
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        const files = texts.map((content, index) => ({ path: `é/${index}.prisma`, text: content }))
        const result = unzipSchemas(zipFiles(files))
        if ('error' in result) throw new Error(result.error)
        expect(
          result.files.map(({ path, bytes }) => ({ path, text: decoder.decode(bytes) })),
        ).toEqual(files)
      }),
      { seed: 1, numRuns: 100 },
    )
  })

  test('gives the same archive every time, dated 1980', () => {
    const files = [{ path: 'schema.prisma', text: 'model A {}' }]
    const bytes = zipFiles(files)
    expect(zipFiles(files)).toEqual(bytes)
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    expect([view.getUint16(10, true), view.getUint16(12, true)]).toEqual([0, (1 << 5) | 1])
  })
})

describe('unzipSchemas', () => {
  test.each([0, 9] as const)('opens schemas packed with level %s and nothing else', (level) => {
    const bytes = archive(
      {
        'shop/prisma/schema.prisma': 'a',
        'shop/prisma/models/user.prisma': 'b',
        'shop/README.md': 'c',
        'shop/prisma/migrations/1/old.prisma': 'd',
        'shop/node_modules/x/schema.prisma': 'e',
        'shop/node_modules/.prisma/client/schema.prisma': 'e',
        '__MACOSX/shop/prisma/._schema.prisma': 'f',
        'shop/prisma/._schema.prisma': 'g',
        'shop/.git/x.prisma': 'h',
        'shop/empty.prisma/': '',
      },
      level,
    )
    expect(paths(bytes)).toEqual(['shop/prisma/schema.prisma', 'shop/prisma/models/user.prisma'])
  })

  test('leaves out paths that leave the archive', () => {
    const result = unzipSchemas(
      archive({ '../../etc/x.prisma': 'a', 'a\\..\\..\\b.prisma': 'b', 'ok.prisma': 'c' }),
    )
    expect(result).toMatchObject({ files: [{ path: 'ok.prisma' }] })
    if (!('error' in result)) expect(result.problems).toHaveLength(2)
  })

  test('makes absolute and Windows paths relative', () => {
    expect(
      paths(archive({ '/abs/x.prisma': '', 'C:\\dir\\y.prisma': '', './z.prisma': '' })),
    ).toEqual(['abs/x.prisma', 'dir/y.prisma', 'z.prisma'])
  })

  test('keeps both of two files whose paths become equal', () => {
    expect(paths(archive({ 'x.prisma': 'a', './x.prisma': 'b' }))).toEqual([
      'x.prisma',
      'x-2.prisma',
    ])
  })

  test('stops bombs, whatever size they claim', () => {
    const size = 32 * 1024 * 1024
    const bomb = zipSync({ 'bomb.prisma': new Uint8Array(size) }, { level: 9, mem: 4 })
    expect(error(bomb)).toContain('bomb.prisma was left out: it is too large.')
    expect(error(patched(bomb, size, 10))).toContain('too large')
  })

  test('stops when all files together are too large', () => {
    const files = Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [`${index}.prisma`, new Uint8Array(4_900_000)]),
    )
    const result = unzipSchemas(zipSync(files, { level: 1 }))
    expect(result).toMatchObject({ files: { length: 4 }, problems: { length: 2 } })
  })

  test('notices a damaged file and opens the others', () => {
    const bytes = archive({ 'a.prisma': 'model A {}', 'b.prisma': 'model B {}' }, 0)
    const at = Buffer.from(bytes).indexOf('model A')
    bytes[at] = 'M'.charCodeAt(0)
    expect(unzipSchemas(bytes)).toMatchObject({
      files: [{ path: 'b.prisma' }],
      problems: ['a.prisma was left out: it is damaged.'],
    })
  })

  test('refuses an archive that is damaged all over without trying it all', () => {
    const files = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${i}.prisma`, 'x']))
    expect(error(patched(archive(files), crc32(strToU8('x')), 1))).toContain('in many places')
  })

  test('says that an encrypted file cannot be read', () => {
    const bytes = archive({ 'a.prisma': 'x' })
    const directory = Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    bytes[directory + 8]! |= 1
    expect(error(bytes)).toContain('encrypted')
  })

  test.each([
    ['nothing', new Uint8Array(0)],
    ['text', strToU8('model User {}')],
    ['zeros', new Uint8Array(100)],
  ])('refuses %s', (_, bytes) => expect(error(bytes)).toContain('damaged or incomplete'))

  test('refuses an archive without schemas', () => {
    expect(error(archive({ 'a.txt': 'x' }))).toBe('There is no schema file in this ZIP archive.')
    expect(error(archive({}))).toBe('There is no schema file in this ZIP archive.')
  })

  test('refuses an archive with absurdly many schemas', () => {
    const files = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`${i}.prisma`, '']))
    expect(error(archive(files, 0))).toContain('more than 1000')
  })

  test('cut or altered anywhere, never throws and never gives a wrong text', () => {
    const texts = ['model A { id Int @id }'.repeat(10), 'enum B { X }']
    const whole = archive({ 'a.prisma': texts[0]!, 'b.prisma': texts[1]! })
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.integer({ min: 0, max: 255 }),
        fc.boolean(),
        (at, byte, cut) => {
          const bytes = cut ? whole.slice(0, at) : whole.slice()
          if (!cut) bytes[at] = byte
          const result = unzipSchemas(bytes)
          if ('error' in result) return
          for (const file of result.files) {
            // An altered checksum or an altered text is found; altered names cannot be.
            expect(texts).toContain(new TextDecoder().decode(file.bytes))
          }
        },
      ),
      { seed: 2, numRuns: 2000 },
    )
  })
})

describe('readZipEntries', () => {
  test('finds the directory before a comment', () => {
    const bytes = archive({ 'a.prisma': 'x' })
    const comment = strToU8('made by hand')
    const commented = new Uint8Array(bytes.length + comment.length)
    commented.set(bytes)
    commented.set(comment, bytes.length)
    new DataView(commented.buffer).setUint16(bytes.length - 2, comment.length, true)
    expect(readZipEntries(commented)?.map((entry) => entry.path)).toEqual(['a.prisma'])
  })

  test('reads from the middle of a larger buffer', () => {
    const bytes = archive({ 'a.prisma': 'x' })
    const larger = new Uint8Array(bytes.length + 20)
    larger.set(bytes, 10)
    expect(paths(larger.subarray(10, 10 + bytes.length))).toEqual(['a.prisma'])
  })
})

test('crc32 has the check value of its definition', () => {
  expect(crc32(strToU8('123456789'))).toBe(0xcbf43926)
})

test('looksLikeZip', () => {
  expect(looksLikeZip(archive({ a: 'x' }))).toBe(true)
  expect(looksLikeZip(archive({}))).toBe(true)
  expect(looksLikeZip(strToU8('PK'))).toBe(false)
  expect(looksLikeZip(strToU8('model User {}'))).toBe(false)
})
