import { describe, expect, it } from 'vitest'
import { applyStep, createDocument, designFromDocument } from '@/lib/document/document'
import { benchmarkSchema } from '@/lib/psl/benchmark-schema'
import { parse } from '@/lib/psl/parse'
import { changeSet } from '@/lib/text/change-set'
import { checkSchema } from './check-schema'
import { findCommandFault, findEditsFault, findHistoryFault, findSpoiled } from './commands'
import { findDrift, findGraphDifference, findRepeatedId } from './document-faults'
import { findDriftUnderEdits, findFileDifference } from './incremental'
import { findUnknownName } from './language'
import { findLoss, findParseFault } from './lossless'
import { readOptions } from './options'
import { findPreviewFault } from './previews'
import { createRandom } from './random'
import type { SchemaSource } from './schema-files'
import { findUntoldError, findVerdictFault } from './verdict'

const TEXT =
  'model A {\n  id Int @id\n  b  B[]\n}\nmodel B {\n  id Int @id\n  a  A? @relation(fields: [x], references: [id])\n  x  Int?\n}\n'
const FILES = [{ path: 'schema.prisma', text: TEXT }]
const document = createDocument(FILES)

function source(text: string): SchemaSource {
  const file = { path: 'schema.prisma', text, bytes: Buffer.from(text) }
  return { label: 'schema.prisma', files: [file], refusal: null }
}

describe('lossless', () => {
  it('passes any text, whatever its line endings', () => {
    for (const text of [TEXT, '', '\ufeffmodel A {\r\n}\r', '}{"'.repeat(9)]) {
      expect(findLoss(source(text).files)).toBeNull()
    }
  })

  it('sees bytes that are not those of the file', () => {
    const [file] = source(TEXT).files
    const other = { ...file, path: 'schema.prisma', text: TEXT, bytes: Buffer.from(`${TEXT} `) }
    expect(findLoss([other])).toContain('byte for byte')
  })

  it('sees a parser that loses text', () => {
    expect(findParseFault(TEXT, () => parse('model A {\n}\n'))).toContain('another text')
    expect(findParseFault(TEXT, (text) => ({ ...parse(text), items: [] }))).toContain('items')
  })
})

describe('incremental', () => {
  it('passes random edits', () => {
    expect(findDriftUnderEdits(FILES, createRandom(1), 40)).toBeNull()
  })

  it('makes the same edits of the same seed', () => {
    const numbers = (seed: number) => {
      const random = createRandom(seed, 'schema.prisma')
      return [random(), random(), random()]
    }
    expect(numbers(1)).toEqual(numbers(1))
    expect(numbers(1)).not.toEqual(numbers(2))
  })

  it('sees a tree that is not the one of its text', () => {
    const file = document.files.get('schema.prisma')
    if (!file) throw new Error('no file')
    const [first, ...rest] = file.syntax.items
    if (first?.kind !== 'block') throw new Error('no block')
    const syntax = {
      ...file.syntax,
      items: [{ ...first, members: first.members.slice(1) }, ...rest],
    }
    const drifted = { ...document, files: new Map([['schema.prisma', { ...file, syntax }]]) }
    expect(findDrift(drifted)).toContain('item 0')
    expect(findDrift(document)).toBeNull()
  })

  it('sees a graph that is not the one of its text', () => {
    const other = createDocument([{ path: 'schema.prisma', text: TEXT.replace('Int?', 'Int') }])
    expect(findGraphDifference(document, other)).toContain('blocks')
    const { graph } = document
    const stale = { ...document, graph: { ...graph, relations: [] } }
    expect(findDrift(stale)).toContain('relations')
  })

  it('sees ids that are given twice', () => {
    const { graph } = document
    const [a, b] = graph.blocks
    if (!a || !b) throw new Error('no blocks')
    const twins = { graph: { ...graph, blocks: [a, { ...b, id: a.id }] } }
    expect(findRepeatedId(twins)).toContain('two blocks')
    const lost = { graph: { ...graph, blockById: new Map() } }
    expect(findRepeatedId(lost)).toContain('not found by its id')
    const members = { ...a, fields: [...a.fields, ...a.fields.slice(0, 1)] }
    const sameField = {
      graph: { ...graph, blocks: [members], blockById: new Map([[a.id, members]]) },
    }
    expect(findRepeatedId(sameField)).toContain('not unique')
    const doubled = { graph: { ...graph, relations: [...graph.relations, ...graph.relations] } }
    expect(findRepeatedId(doubled)).toContain('two relations')
  })

  it('sees files that are not restored', () => {
    expect(findFileDifference(document, FILES)).toBeNull()
    const edited = [{ path: 'schema.prisma', text: TEXT.replace('Int?', 'Int') }]
    expect(findFileDifference(document, edited)).toContain('is not restored: at')
    expect(findFileDifference(document, [])).toBe('1 files, not 0')
  })
})

describe('commands', () => {
  const edit = (from: number, to: number, insert: string) => ({ from, to, insert })
  const edits = (...items: ReturnType<typeof edit>[]) => [{ path: 'schema.prisma', edits: items }]

  it('passes random commands', () => {
    expect(findCommandFault(FILES, createRandom(1), 40)).toBeNull()
  })

  it.each([
    ['none', [], 'no edits'],
    ['an unknown file', [{ path: 'b.prisma', edits: [] }], 'does not exist'],
    ['a file twice', [...edits(), ...edits()], 'twice'],
    ['one beyond the end', edits(edit(0, TEXT.length + 1, '')), 'outside'],
    ['one backwards', edits(edit(2, 1, '')), 'outside'],
    ['overlapping ones', edits(edit(4, 6, ''), edit(0, 5, '')), 'overlaps'],
    ['a carriage return', edits(edit(0, 0, '\r\n')), 'carriage return'],
  ])('sees edits that are not well formed: %s', (_, wrong, reason) => {
    expect(findEditsFault(document, wrong)).toContain(reason)
  })

  it('accepts edits that touch', () => {
    expect(findEditsFault(document, edits(edit(0, 5, 'x'), edit(5, 5, 'y')))).toBeNull()
  })

  it('sees text that changed outside the edits', () => {
    const good = edits(edit(6, 7, 'User'))
    const after = createDocument([{ path: 'schema.prisma', text: TEXT.replace('A', 'User') }])
    expect(findSpoiled(document, after, good)).toBeNull()
    const more = createDocument([{ path: 'schema.prisma', text: `${TEXT.replace('A', 'User')}\n` }])
    expect(findSpoiled(document, more, good)).toContain('outside the edits')
  })

  it('sees new syntax problems', () => {
    const after = createDocument([{ path: 'schema.prisma', text: TEXT.replace('{', '') }])
    expect(findSpoiled(document, after, edits(edit(8, 9, '')))).toContain('new syntax problems')
  })

  it('sees undo and redo that miss a text or a position', () => {
    const about = { name: '', viewport: null }
    const [block] = document.graph.blocks
    const changes = changeSet(TEXT.length, [edit(6, 7, 'User')])
    const applied = applyStep(document, {
      files: [{ kind: 'edit', path: 'schema.prisma', changes }],
      positions: new Map([[block?.id ?? '', { x: 1, y: 2 }]]),
    })
    if (!applied) throw new Error('nothing changed')
    const before = designFromDocument(document, about)
    const after = designFromDocument(applied.document, about)
    const history = (first: typeof before, second: typeof after) =>
      findHistoryFault(applied.document, [applied.inverse], [first, second])
    expect(history(before, after)).toBeNull()
    expect(history(after, after)).toContain('undoing step 1: schema.prisma')
    expect(history(before, before)).toContain('redoing step 1: schema.prisma')
    expect(history({ ...before, layout: after.layout }, after)).toContain(
      'undoing step 1: positions',
    )
    expect(history(before, { ...after, layout: before.layout })).toContain(
      'redoing step 1: positions',
    )
  })
})

describe('verdict', () => {
  const edits = (insert: string) => [
    { path: 'schema.prisma', edits: [{ from: TEXT.length, to: TEXT.length, insert }] },
  ]
  const untold = (insert: string, notes: string[] = []) =>
    findUntoldError(document, { edits: edits(insert), label: '', notes }, 7)

  it('passes random commands', () => {
    expect(findVerdictFault(FILES, 7, createRandom(1), 40)).toBeNull()
  })

  it('passes what Prisma accepts, and what it refuses if that is said', () => {
    expect(untold('model C {\n  id Int @id\n}\n')).toBeNull()
    expect(untold('model C {\n  id Int\n}\n', ['C has no key.'])).toBeNull()
  })

  it('sees what Prisma refuses without a word, and shows what changed', () => {
    const fault = untold('model C {\n  id Nowhere @id\n}\n')
    expect(fault).toContain('Prisma 7 refuses it without a word from us: Type "Nowhere"')
    expect(fault).toContain('+ "  id Nowhere @id"')
    expect(untold('')).toBe('its edits change nothing')
  })
})

describe('checkSchema', () => {
  const options = { seed: 1, rounds: 5 }

  it('reports a schema that passes, and the engine that accepts it', () => {
    expect(checkSchema(source(TEXT), options)).toEqual({
      label: 'schema.prisma',
      refusal: null,
      version: 7,
      failures: [],
    })
  })

  it('takes what a check throws as its failure', () => {
    const twice = { ...source(TEXT), files: [...source(TEXT).files, ...source(TEXT).files] }
    const { failures } = checkSchema(twice, options)
    expect(failures.map(({ check }) => check)).toEqual([
      'lossless',
      'incremental',
      'engine',
      'commands',
    ])
    expect(failures[0]?.reason).toContain('Two files of a design have the same path')
  })

  it('checks nothing of what is not opened', () => {
    const refused = { ...source(TEXT), refusal: 'it is not text' }
    expect(checkSchema(refused, options)).toMatchObject({ refusal: 'it is not text', failures: [] })
  })
})

describe('readOptions', () => {
  it('reads folders and numbers', () => {
    expect(readOptions(['a', '--seed', '7', 'b', '--only', 'x'])).toEqual({
      help: false,
      folders: ['a', 'b'],
      seed: 7,
      rounds: 20,
      only: 'x',
      servers: true,
    })
  })

  it.each([[[]], [['a', '--seed', 'x']], [['a', '--unknown']]])('refuses %j', (args) => {
    expect(() => readOptions(args)).toThrow()
  })
})

describe('preview', () => {
  const find = (text: string) => findPreviewFault([{ path: 'schema.prisma', text }], 7)
  const ofPostgres = (text: string) => `datasource db {\n  provider = "postgresql"\n}\n\n${text}`

  it('passes what other databases have something for, and what is told', () => {
    expect(find(TEXT)).toBeNull()
    expect(find(ofPostgres('model A {\n  id Int @id\n  b String[]\n  c Json\n}\n'))).toBeNull()
    expect(find(ofPostgres('model A {\n  id Int @id\n  b Unsupported("circle")?\n}\n'))).toBeNull()
  })

  it('sees what Prisma refuses without a word', () => {
    expect(find(ofPostgres('model A {\n  b Int\n}\n'))).toMatch(/^mysql: nothing is told/)
  })
})

describe('language', () => {
  const find = (text: string) => findUnknownName([{ path: 'schema.prisma', text }], 7)

  it('passes a schema whose names are all known', () => {
    expect(find(TEXT)).toBeNull()
    expect(find(benchmarkSchema(3))).toBeNull()
  })

  it('sees names that mean nothing, or that cannot stand where they do', () => {
    expect(find('model A {\n  id Missing\n}\n')).toBe('nothing is known of Missing in model A')
    expect(find('model A {\n  id Int @nothing\n}\n')).toBe('nothing is said of @nothing in model A')
    expect(find(`${TEXT}model C {\n  a A @unique\n}\n`)).toBeNull()
    expect(find(`${TEXT}model C {\n  a A @relation(fields: [a], references: [id])\n}\n`)).toBe(
      'a in model C is not on offer where it stands',
    )
  })
})
