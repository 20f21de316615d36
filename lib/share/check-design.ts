/**
 * Decides whether a value from outside (a link, a file, a database record) is a design.
 *
 * Nothing about the value is taken on trust, and nothing is thrown. What a person wrote (the files)
 * must be intact, or the whole is refused. What can be made again (positions, the view, the name)
 * is repaired, and each repair is reported. Unknown properties are ignored, so that a newer Facet
 * can add some.
 */

import { checkConnection } from '@/lib/document/connection-data'
import type {
  Design,
  DesignFile,
  DesignLayout,
  Point,
  PrismaVersion,
  Viewport,
} from '@/lib/document/design'
import { checkDiagram, checkShown } from './check-diagram'
import { checkLint } from './check-lint'
import { checkPoint, isRecord, own } from './check-value'

export type DesignCheck =
  | {
      readonly ok: true
      readonly design: Design
      /** What was replaced because it was unusable, one sentence each. Empty for a clean design. */
      readonly repairs: readonly string[]
    }
  | {
      readonly ok: false
      /** What is wrong with the value, as one sentence. */
      readonly message: string
    }

/** The name of a design that has none. */
export const UNTITLED_DESIGN = 'Untitled schema'

const MAX_NAME_LENGTH = 1000
const MAX_PATH_LENGTH = 400
const SYSTEM_ID = /^[a-z][a-z-]{0,39}$/
const MAX_FILES = 5000
const MIN_ZOOM = 0.001
const MAX_ZOOM = 100

export function checkDesign(value: unknown): DesignCheck {
  if (!isRecord(value)) return refuse('There is no design in it.')
  const files = checkFiles(own(value, 'files'))
  if (typeof files === 'string') return refuse(files)

  const repairs: string[] = []
  const system = own(value, 'system')
  const design: Design = {
    name: checkName(own(value, 'name'), repairs),
    files,
    layout: checkLayout(own(value, 'layout'), repairs),
    viewport: checkViewport(own(value, 'viewport'), repairs),
    prismaVersion: checkPrismaVersion(own(value, 'prismaVersion'), repairs),
    ...checkedLint(own(value, 'lint'), repairs),
    ...checkedConnection(own(value, 'connection')),
    // A newer Facet may know systems that this one does not.
    ...(typeof system === 'string' && SYSTEM_ID.test(system) && { system }),
  }
  return { ok: true, design, repairs }
}

function checkedLint(value: unknown, repairs: string[]): Pick<Design, 'lint'> {
  const lint = checkLint(value, repairs)
  return lint ? { lint } : {}
}

function checkedConnection(value: unknown): Pick<Design, 'connection'> {
  const connection = checkConnection(value)
  return connection ? { connection } : {}
}

/**
 * Says what is wrong with a file's path, or `null` when it is a relative path with `/` separators
 * that stays inside its folder on every operating system.
 */
export function pathProblem(path: string): string | null {
  if (path === '') return 'A file has no name.'
  if (path.length > MAX_PATH_LENGTH) return 'A file has a name that is too long.'
  const shown = JSON.stringify(path)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\u0000-\u001f\u007f\\]/.test(path)) {
    return `The file name ${shown} holds characters that a file name cannot have.`
  }
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) {
    return `The file name ${shown} is not relative to the design's folder.`
  }
  for (const segment of path.split('/')) {
    if (segment === '..' || segment === '.') return `The file name ${shown} leaves its folder.`
    if (segment === '') return `The file name ${shown} has an empty part.`
    // As a key of a plain object this would change the object instead of naming a file.
    if (segment === '__proto__') return `The file name ${shown} cannot be used.`
  }
  return null
}

function refuse(message: string): DesignCheck {
  return { ok: false, message }
}

/** The files, or a sentence that says why they cannot be used. */
function checkFiles(value: unknown): DesignFile[] | string {
  if (!Array.isArray(value) || value.length === 0) return 'There is no schema file in it.'
  if (value.length > MAX_FILES) return `It has more than ${MAX_FILES} files.`
  const files: DesignFile[] = []
  const paths = new Set<string>()
  for (const item of value) {
    if (!isRecord(item)) return 'One of its files is not readable.'
    const path = own(item, 'path')
    const text = own(item, 'text')
    if (typeof path !== 'string' || typeof text !== 'string') {
      return 'One of its files is not readable.'
    }
    const problem = pathProblem(path)
    if (problem !== null) return problem
    if (paths.has(path)) return `Two files are called ${JSON.stringify(path)}.`
    paths.add(path)
    files.push({ path, text })
  }
  return files
}

function checkName(value: unknown, repairs: string[]): string {
  if (typeof value !== 'string') {
    repairs.push(`The name was missing, so it is called “${UNTITLED_DESIGN}”.`)
    return UNTITLED_DESIGN
  }
  if (value.length <= MAX_NAME_LENGTH) return value
  repairs.push('The name was very long and has been cut.')
  return value.slice(0, MAX_NAME_LENGTH)
}

function checkLayout(value: unknown, repairs: string[]): DesignLayout {
  const layout = isRecord(value) ? value : {}
  const positions = checkPositions(own(layout, 'positions'), repairs)
  const diagram = checkDiagram(own(layout, 'diagram'), repairs)
  const shown = checkShown(own(layout, 'shown'), diagram, repairs)
  const drawn = checkDrawn(own(layout, 'drawn'))
  return {
    positions,
    ...(diagram && { diagram }),
    ...(shown === null ? {} : { shown }),
    ...(drawn.length === 0 ? {} : { drawn }),
  }
}

/** Which columns are ours to lay out is not worth a word when it cannot be read. */
function checkDrawn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((key) => typeof key === 'string') : []
}

function checkPositions(positions: unknown, repairs: string[]): Record<string, Point> {
  if (!isRecord(positions)) {
    repairs.push('The positions were missing, so every block is placed anew.')
    return {}
  }
  const kept: [string, Point][] = []
  let dropped = 0
  for (const [key, value] of Object.entries(positions)) {
    const point = checkPoint(value)
    if (point === null || key === '__proto__') dropped += 1
    else kept.push([key, point])
  }
  if (dropped > 0) {
    const blocks = dropped === 1 ? 'One block' : `${dropped} blocks`
    repairs.push(`${blocks} had no usable position and will be placed anew.`)
  }
  return Object.fromEntries(kept)
}

function checkViewport(value: unknown, repairs: string[]): Viewport | null {
  if (value === null || value === undefined) return null
  const point = checkPoint(value)
  const zoom = isRecord(value) ? own(value, 'zoom') : undefined
  if (point !== null && typeof zoom === 'number' && zoom >= MIN_ZOOM && zoom <= MAX_ZOOM) {
    return { ...point, zoom }
  }
  repairs.push('The saved view was not usable, so the whole diagram is shown.')
  return null
}

function checkPrismaVersion(value: unknown, repairs: string[]): PrismaVersion | null {
  if (value === 6 || value === 7) return value
  if (value !== null && value !== undefined) {
    repairs.push('Its Prisma version is not known here, so the version is detected from the text.')
  }
  return null
}
