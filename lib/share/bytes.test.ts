import fc from 'fast-check'
import { deflateSync, strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { fnv1a, fromBase64Url, inflateWithin, toBase64Url } from './bytes'

describe('inflateWithin', () => {
  const dictionary = strToU8('dictionary')

  test('stops soon after the limit', () => {
    const bomb = deflateSync(new Uint8Array(64 * 1024 * 1024), { level: 1, mem: 8 })
    const before = process.memoryUsage().arrayBuffers
    expect(inflateWithin(bomb, dictionary, 8 * 1024 * 1024)).toBe('too-large')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40 * 1024 * 1024)
  })

  test('says damaged for data that is cut or wrong', () => {
    const data = deflateSync(strToU8('some text that is not very long'), { dictionary })
    expect(inflateWithin(data.subarray(0, 10), dictionary, 1000)).toBe('damaged')
    expect(inflateWithin(new Uint8Array([7, 7, 7]), dictionary, 1000)).toBe('damaged')
    expect(inflateWithin(new Uint8Array(0), dictionary, 1000)).toBe('damaged')
  })
})

describe('base64url', () => {
  test('is the identity on bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes)
      }),
      { seed: 6, numRuns: 100 },
    )
  })

  test.each(['a', 'ab=', 'a+b/', 'a b', 'é'])('refuses %j', (text) => {
    expect(fromBase64Url(text)).toBeNull()
  })
})

test('fnv1a has the values of its definition and sees every changed character', () => {
  expect(fnv1a('')).toBe(0x811c9dc5)
  expect(fnv1a('foobar')).toBe(0xbf9cf968)
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(0xffff), (text, place, unit) => {
      const index = place % text.length
      fc.pre(text.charCodeAt(index) !== unit)
      const changed = text.slice(0, index) + String.fromCharCode(unit) + text.slice(index + 1)
      expect(fnv1a(changed)).not.toBe(fnv1a(text))
    }),
    { seed: 7, numRuns: 500 },
  )
})
