import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactDesign } from './arbitrary-design'
import { designFromJson, designToJson } from './design-json'

describe('.facet.json files', () => {
  test('are the identity on every design', () => {
    fc.assert(
      fc.property(exactDesign, (design) => {
        expect(designFromJson(designToJson(design))).toEqual({ ok: true, design, repairs: [] })
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  test('survive an editor that adds a byte order mark and changes line ends', () => {
    const [design] = fc.sample(exactDesign, { seed: 2, numRuns: 1 })
    const edited = `\uFEFF${designToJson(design!).replaceAll('\n', '\r\n')}`
    expect(designFromJson(edited)).toMatchObject({ ok: true, design })
  })

  test.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['{', 'corrupt'],
    ['model User {}', 'corrupt'],
    ['[]', 'unrecognised'],
    ['null', 'unrecognised'],
    ['{"name":"package"}', 'unrecognised'],
    ['{"format":"facet-design","version":2}', 'unsupported-version'],
    ['{"format":"facet-design","version":"1"}', 'unsupported-version'],
    ['{"format":"facet-design","version":1}', 'invalid-design'],
    ['{"format":"facet-design","version":1,"files":[{"path":"../a","text":""}]}', 'invalid-design'],
  ])('%j is refused as %s', (text, reason) => {
    const result = designFromJson(text)
    expect(result).toMatchObject({ ok: false, reason })
    if (!result.ok) expect(result.message).toMatch(/your designs are unchanged\.$/)
  })

  test('are refused when cut anywhere', () => {
    const [design] = fc.sample(exactDesign, { seed: 3, numRuns: 1 })
    const text = designToJson(design!).trimEnd()
    for (let length = 0; length < text.length; length += 1) {
      expect(designFromJson(text.slice(0, length)).ok).toBe(false)
    }
  })
})
