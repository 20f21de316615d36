/**
 * What is inside a version 1 link once it is decompressed: one line of JSON, a line feed, and the
 * texts of the files one after another.
 *
 * The texts stay outside the JSON because escaping would break up the phrases that the compressor
 * knows. Most positions need no names: the texts already name the blocks, so positions are listed
 * in the order in which block headers appear. The JSON line:
 *
 * - `n` name;
 * - `f` files: `[path, length]` with the length of its squeezed text (see `alignment.ts`),
 *   `[path, length, 1]` for a text that is not squeezed, or `[path, text]` for a text that UTF-8
 *   cannot hold (lone surrogates), which JSON can;
 * - `v` viewport `[x, y, zoom]`, left out for "fit everything";
 * - `e` Prisma version, left out for "detected";
 * - `p` positions `x, y, x, y, …` in the order of block headers, `null` for a block without one;
 * - `q` positions by key, for keys that are no block header;
 * - `d` groups, notes, named views and the like, left out for none (see `pack-diagram.ts`);
 * - `l` which lint is off: `[rules, {rule: places}]`, left out while all is on;
 * - `c` what `prisma.config.ts` says of the database, left out when nobody said;
 * - `s` the id of the named view that is shown, left out for the whole diagram.
 *
 * A reader ignores properties that it does not know and text beyond the files.
 */

import type { Design, Point, Viewport } from '@/lib/document/design'
import { restoreAlignment, squeezeAlignment } from './alignment'
import { isRecord, own } from './check-value'
import { packDiagram, roundDiagram, roundPoint, unpackDiagram } from './pack-diagram'

/** A line that opens a block. Part of link version 1: never change it. */
const BLOCK_HEADER = /^[ \t]*(?:model|view|enum|type)[ \t]+([^\s{]+)/gm

/** Finds surrogates without a partner: with the `u` flag a proper pair is one code point. */
const LONE_SURROGATE = /\p{Surrogate}/u

/**
 * The design as a link shows it: positions and the view in whole pixels, the zoom in thousandths,
 * and no positions that are not on the canvas. Files and name are untouched.
 */
export function roundForLink(design: Design): Design {
  const positions: [string, Point][] = []
  for (const [key, point] of Object.entries(design.layout.positions)) {
    const rounded = roundPoint(point)
    if (rounded && key !== '__proto__') positions.push([key, rounded])
  }
  const { diagram, shown } = design.layout
  const rounded = diagram && roundDiagram(diagram)
  return {
    ...design,
    layout: {
      positions: Object.fromEntries(positions),
      ...(rounded && { diagram: rounded }),
      ...(shown === undefined ? {} : { shown }),
    },
    viewport: roundViewport(design.viewport),
  }
}

export function packDesign(design: Design): string {
  const texts: string[] = []
  const files = design.files.map(({ path, text }) => {
    if (LONE_SURROGATE.test(text)) return [path, text]
    const squeezed = squeezeAlignment(text)
    texts.push(squeezed ?? text)
    return squeezed === null ? [path, text.length, 1] : [path, squeezed.length]
  })
  const { positions, diagram, shown } = design.layout
  const headers = blockHeaders(design.files.map((file) => file.text))
  const ordered = [...headers].map((key) => {
    const point = Object.hasOwn(positions, key) ? positions[key] : undefined
    return point === undefined ? null : [point.x, point.y]
  })
  while (ordered.length > 0 && ordered.at(-1) === null) ordered.pop()
  const named = Object.entries(positions)
    .filter(([key]) => !headers.has(key))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, { x, y }]) => [key, [x, y]])

  const { viewport } = design
  const line = JSON.stringify({
    n: design.name,
    f: files,
    v: viewport === null ? undefined : [viewport.x, viewport.y, viewport.zoom],
    e: design.prismaVersion ?? undefined,
    y: design.system,
    p: ordered.length === 0 ? undefined : ordered.flat(),
    q: named.length === 0 ? undefined : Object.fromEntries(named),
    d: diagram && packDiagram(diagram, headers),
    l: packLint(design.lint),
    c: design.connection,
    s: shown,
  })
  return `${line}\n${texts.join('')}`
}

/**
 * Gives a value for `checkDesign` to judge: only its outer form is looked at here. `maxLength`
 * bounds the length of all texts together (UTF-16 code units).
 */
export function unpackDesign(
  payload: string,
  maxLength: number,
): { readonly value: unknown } | 'damaged' | 'too-large' {
  const lineEnd = payload.indexOf('\n')
  if (lineEnd < 0) return 'damaged'
  let header: unknown
  try {
    header = JSON.parse(payload.slice(0, lineEnd))
  } catch {
    return 'damaged'
  }
  if (!isRecord(header)) return 'damaged'
  const files = unpackFiles(own(header, 'f'), payload.slice(lineEnd + 1), maxLength)
  if (typeof files === 'string') return files

  const headers = blockHeaders(files.map((file) => file.text))
  const named = own(header, 'q')
  const positions = orderedPositions(own(header, 'p'), headers)
  if (isRecord(named)) {
    for (const [key, pair] of Object.entries(named)) positions.push([key, toPoint(pair)])
  }
  return {
    value: {
      name: own(header, 'n'),
      files,
      layout: {
        positions: Object.fromEntries(positions),
        diagram: unpackDiagram(own(header, 'd'), headers),
        shown: own(header, 's'),
      },
      viewport: toViewport(own(header, 'v')),
      prismaVersion: own(header, 'e') ?? null,
      system: own(header, 'y'),
      lint: unpackLint(own(header, 'l')),
      connection: own(header, 'c'),
    },
  }
}

function packLint(lint: Design['lint']): unknown {
  return lint && [lint.off ?? [], lint.accepted ?? {}]
}

function unpackLint(value: unknown): unknown {
  return Array.isArray(value) ? { off: value[0], accepted: value[1] } : undefined
}

function unpackFiles(
  entries: unknown,
  texts: string,
  maxLength: number,
): { path: unknown; text: string }[] | 'damaged' | 'too-large' {
  if (!Array.isArray(entries)) return 'damaged'
  const files: { path: unknown; text: string }[] = []
  let offset = 0
  let room = maxLength
  for (const entry of entries) {
    if (!Array.isArray(entry)) return 'damaged'
    const [path, content, verbatim]: unknown[] = entry
    let text: string | null
    if (typeof content === 'string') {
      text = content
    } else {
      if (typeof content !== 'number' || !Number.isSafeInteger(content) || content < 0) {
        return 'damaged'
      }
      if (content > texts.length - offset) return 'damaged'
      const stored = texts.slice(offset, offset + content)
      offset += content
      text = verbatim === 1 ? stored : restoreAlignment(stored, room)
    }
    if (text === null || text.length > room) return 'too-large'
    room -= text.length
    files.push({ path, text })
  }
  return files
}

/** The names after block keywords, each once, in the order of the texts. */
function blockHeaders(texts: readonly string[]): Set<string> {
  const names = new Set<string>()
  for (const text of texts) {
    for (const match of text.matchAll(BLOCK_HEADER)) names.add(match[1]!)
  }
  return names
}

function orderedPositions(list: unknown, headers: ReadonlySet<string>): [string, unknown][] {
  if (!Array.isArray(list)) return []
  const positions: [string, unknown][] = []
  let index = 0
  for (const key of headers) {
    if (index >= list.length) break
    if (list[index] === null) {
      index += 1
    } else {
      positions.push([key, { x: list[index], y: list[index + 1] }])
      index += 2
    }
  }
  return positions
}

function toPoint(pair: unknown): unknown {
  return Array.isArray(pair) ? { x: pair[0], y: pair[1] } : pair
}

function toViewport(list: unknown): unknown {
  return Array.isArray(list) ? { x: list[0], y: list[1], zoom: list[2] } : (list ?? null)
}

function roundViewport(viewport: Viewport | null): Viewport | null {
  if (viewport === null) return null
  const point = roundPoint(viewport)
  const zoom = Math.max(1, Math.round(viewport.zoom * 1000)) / 1000
  return point && Number.isFinite(zoom) ? { ...point, zoom } : null
}
