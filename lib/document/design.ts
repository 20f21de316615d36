/**
 * A design as it exists outside memory: in storage, in a link, in a file.
 *
 * Everything here is plain data without ids: layout is keyed by block name, so that a design
 * survives being rewritten by another tool.
 */

import type { ConnectionSettings } from '@/lib/schema/connection'
import type { DiagramData } from './diagram-data'
import type { LintData } from './lint-data'

/** A point on the canvas, in pixels at zoom 1; `y` grows downwards. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** What part of the canvas is in view: the React Flow transform (pixels) and the zoom factor. */
export interface Viewport extends Point {
  readonly zoom: number
}

/** One file, with the exact text that a download must give back: byte order mark and line endings included. */
export interface DesignFile {
  /** Relative path with `/` separators, for example `schema.prisma` or `schema/user.prisma`. */
  readonly path: string
  readonly text: string
}

/** Prisma major versions that Facet has an engine for. */
export type PrismaVersion = 6 | 7

/** Where things are drawn. Never part of the schema text. */
export interface DesignLayout {
  /** Top-left corner of each placed block, by layout key (see `layoutKeys`). */
  readonly positions: Readonly<Record<string, Point>>
  /** Groups, notes, named views and the like; left out while there are none. */
  readonly diagram?: DiagramData
  /** The id of the named view that was shown; left out for the whole diagram. */
  readonly shown?: string
  /** The layout keys of the blocks that were drawn here (see `SchemaDocument.drawn`). */
  readonly drawn?: readonly string[]
}

export interface Design {
  readonly name: string
  readonly files: readonly DesignFile[]
  readonly layout: DesignLayout
  /** `null` asks for "fit everything". */
  readonly viewport: Viewport | null
  /** `null` means: detected from the text. */
  readonly prismaVersion: PrismaVersion | null
  /** Which lint is switched off, and where; left out while all is on. */
  readonly lint?: LintData
  /** What `prisma.config.ts` says of the database; absent when nobody said. */
  readonly connection?: ConnectionSettings
  /** The hosted system or database it was begun for, by its id; absent when nobody said. */
  readonly system?: string
}
