/**
 * A design in memory: its files with their syntax trees, the graph derived from them, and where
 * its blocks are drawn. Immutable: every change makes a new one that shares what did not change.
 *
 * This is the one place where text, tree and graph are brought into step, whoever made the edit.
 */

import { ALL_ON, type LintSwitches } from '@/lib/lint/switches'
import { parse, reparse } from '@/lib/psl/parse'
import type { SyntaxFile } from '@/lib/psl/syntax'
import type { ConnectionSettings } from '@/lib/schema/connection'
import { type DerivedGraph, deriveGraph, type Identities, updateGraph } from '@/lib/schema/derive'
import { type Block, type BlockId, isDrawn } from '@/lib/schema/graph'
import { applyChanges, type ChangeSet, invertChanges } from '@/lib/text/change-set'
import {
  isSameEndings,
  type LineEndings,
  mapLineEndings,
  normalizeText,
  PLAIN_LINE_ENDINGS,
  restoreText,
} from '@/lib/text/line-endings'
import type { Design, DesignFile, Point, PrismaVersion, Viewport } from './design'
import { type DiagramState, PLAIN_DIAGRAM } from './diagram'
import { diagramData, diagramFromData } from './diagram-data'
import { lintData, lintFromData } from './lint-data'

export interface DocumentFile {
  readonly path: string
  readonly syntax: SyntaxFile
  readonly endings: LineEndings
}

export type Positions = ReadonlyMap<BlockId, Point>

export interface SchemaDocument {
  /** Goes up with every change of the text; replies of workers carry it back. */
  readonly version: number
  /** By path, sorted. */
  readonly files: ReadonlyMap<string, DocumentFile>
  readonly graph: DerivedGraph
  /**
   * Top-left corners of blocks, in pixels. A block without one is not placed yet; an entry
   * without a block is kept, because undo may bring the block back.
   */
  readonly positions: Positions
  readonly diagram: DiagramState
  /**
   * Blocks that came to be on the canvas, and whose text is ours to lay out. As with positions, an
   * entry without a block is kept.
   */
  readonly drawn: ReadonlySet<BlockId>
  /** Which lint is off, and where. */
  readonly lint: LintSwitches
  /**
   * What `prisma.config.ts` says of the database, where the schema does not; `null` while nobody
   * said. What was once said stays while the schema has a connection again.
   */
  readonly connection: ConnectionSettings | null
  /** The Prisma that was chosen; `null` means: detected from the text. */
  readonly prismaVersion: PrismaVersion | null
}

/** What a step changes as a whole, or not at all. */
export const WHOLE_PARTS = ['diagram', 'lint', 'connection', 'prismaVersion'] as const

type WholeParts = Pick<SchemaDocument, (typeof WHOLE_PARTS)[number]>

export type FileChange =
  | {
      readonly kind: 'edit'
      readonly path: string
      readonly changes: ChangeSet
      /** The line endings afterwards; without them, those before are carried along. */
      readonly endings?: LineEndings
    }
  | {
      readonly kind: 'add'
      readonly path: string
      readonly text: string
      readonly endings: LineEndings
    }
  | { readonly kind: 'remove'; readonly path: string }
  /** Its text stays the same object, so its blocks stay the same blocks. */
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }

/**
 * Everything that changes at once. A `null` position takes a block's place away; a part that is
 * left out stays as it is.
 */
export interface Step extends Partial<WholeParts> {
  readonly files: readonly FileChange[]
  readonly positions: ReadonlyMap<BlockId, Point | null>
}

const NO_POSITIONS: Positions = new Map()

/** @throws Error when two files have one path. */
export function createDocument(
  files: readonly DesignFile[],
  identities?: Identities,
): SchemaDocument {
  const entries = files.map((file): [string, DocumentFile] => {
    const { text, endings } = normalizeText(file.text)
    return [file.path, { path: file.path, syntax: parse(text), endings }]
  })
  const sorted = sortFiles(new Map(entries))
  if (sorted.size !== files.length) throw new Error('Two files of a design have the same path')
  return {
    version: 1,
    files: sorted,
    graph: deriveGraph(syntaxOf(sorted), identities),
    positions: NO_POSITIONS,
    diagram: PLAIN_DIAGRAM,
    drawn: new Set(),
    lint: ALL_ON,
    connection: null,
    prismaVersion: null,
  }
}

/** `identities` are those that the same files had before, so that a kept history still fits. */
export function documentFromDesign(design: Design, identities?: Identities): SchemaDocument {
  const document = createDocument(design.files, identities)
  const positions = new Map<BlockId, Point>()
  const ids = layoutKeys(document.graph.blocks)
  for (const [key, id] of ids) {
    const point = positionOf(design, key)
    if (point) positions.set(id, point)
  }
  const diagram = diagramFromData(design.layout.diagram, ids)
  const lint = lintFromData(design.lint, ids, document.graph.blockById)
  const drawn = drawnOf(design, ids)
  const { prismaVersion, connection = null } = design
  return { ...document, positions, diagram, drawn, lint, connection, prismaVersion }
}

/** Which blocks were drawn here, of those that have layout keys. */
export function drawnOf({ layout }: Design, ids: ReadonlyMap<string, BlockId>): Set<BlockId> {
  return new Set(layout.drawn?.flatMap((key) => ids.get(key) ?? []))
}

/** `shown` is the id of the named view that is shown. */
export function designFromDocument(
  document: SchemaDocument,
  about: {
    readonly name: string
    readonly viewport: Viewport | null
    readonly system?: string
  },
  shown: string | null = null,
): Design {
  const ids = layoutKeys(document.graph.blocks)
  const placed = [...ids].flatMap(([key, id]) => {
    const point = document.positions.get(id)
    return point ? [[key, point] as const] : []
  })
  const diagram = diagramData(document.diagram, new Map([...ids].map(([key, id]) => [id, key])))
  const drawn = [...ids].flatMap(([key, id]) => (document.drawn.has(id) ? [key] : []))
  const layout = {
    positions: Object.fromEntries(placed),
    ...(diagram && { diagram }),
    ...(shown === null ? {} : { shown }),
    ...(drawn.length === 0 ? {} : { drawn }),
  }
  const lint = lintData(document.lint, ids, document.graph.blockById)
  const { connection, prismaVersion } = document
  return {
    ...about,
    prismaVersion,
    files: designFiles(document),
    layout,
    ...(lint && { lint }),
    ...(connection && { connection }),
  }
}

/** The position that a design has for a layout key. A model may well be called `constructor`. */
export function positionOf({ layout }: Design, key: string): Point | null {
  return Object.hasOwn(layout.positions, key) ? (layout.positions[key] ?? null) : null
}

/** The files as a download must give them. */
export function designFiles(document: SchemaDocument): DesignFile[] {
  return [...document.files.values()].map((file) => ({ path: file.path, text: fileText(file) }))
}

/** What a file holds outside memory: byte order mark and line endings included. */
export function fileText({ syntax, endings }: DocumentFile): string {
  return restoreText(syntax.text, endings)
}

/**
 * The keys by which layout is kept outside memory: a block's name, and `Name#2` for a second
 * block of that name.
 */
export function layoutKeys(blocks: readonly Block[]): Map<string, BlockId> {
  const keys = new Map<string, BlockId>()
  for (const { id, kind, name } of blocks) {
    if (!isDrawn(kind) || name === '') continue
    let key = name
    for (let count = 2; keys.has(key); count++) key = `${name}#${count}`
    keys.set(key, id)
  }
  return keys
}

/**
 * Applies a step and gives the step that leads back, or `null` when it changes nothing.
 * @throws RangeError or Error when the step does not fit the document.
 */
export function applyStep(
  document: SchemaDocument,
  step: Step,
): { document: SchemaDocument; inverse: Step } | null {
  const files = new Map(document.files)
  const changes = new Map<string, ChangeSet>()
  const inverseFiles: FileChange[] = []
  for (const change of step.files) {
    const inverse = applyFileChange(files, change)
    if (!inverse) continue
    inverseFiles.unshift(inverse)
    if (change.kind === 'edit') changes.set(change.path, change.changes)
  }
  const inversePositions = new Map<BlockId, Point | null>()
  for (const [id, point] of step.positions) {
    const before = document.positions.get(id) ?? null
    if (before?.x !== point?.x || before?.y !== point?.y) inversePositions.set(id, before)
  }
  const { after, before } = wholeParts(document, step)
  const isSame = inversePositions.size === 0 && Object.keys(before).length === 0
  if (inverseFiles.length === 0 && isSame) return null
  const inverse: Step = { files: inverseFiles, positions: inversePositions, ...before }
  const positions = withPositions(document.positions, step.positions)
  if (inverseFiles.length === 0) {
    return { document: { ...document, positions, ...after }, inverse }
  }
  const sorted = inverseFiles.every(({ kind }) => kind === 'edit') ? files : sortFiles(files)
  const graph = updateGraph(document.graph, syntaxOf(sorted), changes)
  const version = document.version + 1
  return {
    document: { ...document, version, files: sorted, graph, positions, ...after },
    inverse,
  }
}

/** The parts that a step makes others than they are, as they are afterwards and before. */
function wholeParts(
  document: SchemaDocument,
  step: Step,
): { after: Partial<WholeParts>; before: Partial<WholeParts> } {
  const changed = WHOLE_PARTS.filter(
    (part) => step[part] !== undefined && step[part] !== document[part],
  )
  const pick = (from: Partial<WholeParts>): Partial<WholeParts> =>
    Object.fromEntries(changed.map((part) => [part, from[part]]))
  return { after: pick(step), before: pick(document) }
}

/** Applies one change to `files` and gives its inverse, or `null` when it changes nothing. */
function applyFileChange(files: Map<string, DocumentFile>, change: FileChange): FileChange | null {
  const { path } = change
  const file = files.get(path)
  if (change.kind === 'add') {
    if (file) throw new Error(`There is already a file ${path}`)
    files.set(path, { path, syntax: parse(change.text), endings: change.endings })
    return { kind: 'remove', path }
  }
  if (!file) throw new Error(`There is no file ${path}`)
  if (change.kind === 'remove') {
    files.delete(path)
    return { kind: 'add', path, text: file.syntax.text, endings: file.endings }
  }
  if (change.kind === 'rename') {
    const { to } = change
    if (to === path) return null
    if (files.has(to)) throw new Error(`There is already a file ${to}`)
    files.delete(path)
    files.set(to, { ...file, path: to })
    return { kind: 'rename', path: to, to: path }
  }
  const { text } = file.syntax
  const after = applyChanges(text, change.changes)
  const isSameText = after === text
  if (isSameText && (!change.endings || isSameEndings(change.endings, file.endings))) return null
  files.set(path, {
    path,
    syntax: isSameText ? file.syntax : reparse(file.syntax, change.changes, after),
    endings: change.endings ?? mapLineEndings(file.endings, change.changes),
  })
  const changes = invertChanges(text, change.changes)
  return { kind: 'edit', path, changes, endings: file.endings }
}

function withPositions(
  positions: Positions,
  changed: ReadonlyMap<BlockId, Point | null>,
): Positions {
  if (changed.size === 0) return positions
  const result = new Map(positions)
  for (const [id, point] of changed) {
    if (point) result.set(id, point)
    else result.delete(id)
  }
  return result
}

/** The step that adds a file with what a person's file holds. */
export function addFileChange(file: DesignFile): FileChange {
  const { text, endings } = normalizeText(file.text)
  return { kind: 'add', path: file.path, text, endings }
}

/** Line endings for a new file: those of the other files. */
export function usualEndings(document: SchemaDocument): LineEndings {
  const [first] = document.files.values()
  return { ...PLAIN_LINE_ENDINGS, usual: first?.endings.usual ?? '\n' }
}

function syntaxOf(files: ReadonlyMap<string, DocumentFile>): Map<string, SyntaxFile> {
  return new Map([...files].map(([path, file]) => [path, file.syntax]))
}

function sortFiles(files: ReadonlyMap<string, DocumentFile>): ReadonlyMap<string, DocumentFile> {
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
