/**
 * The records in the database, and reading them without trusting them: they may come from another
 * version of Facet, a crashed browser or a person with developer tools.
 */

import type {
  DesignFacts,
  DesignReader,
  DesignSnapshot,
  DesignSummary,
  LoadResult,
} from './design-storage'

export interface DesignRecord extends DesignSnapshot {
  readonly id: string
  readonly revision: number
  readonly savedAt: number
  readonly writer: string
}

const DAMAGED_NAME = 'Damaged design'

export function summaryOf(record: DesignRecord): DesignSummary {
  return {
    id: record.id,
    name: record.design.name,
    savedAt: record.savedAt,
    revision: record.revision,
    fileCount: record.design.files.length,
    facts: record.facts ?? null,
    damaged: false,
  }
}

/** Reads a value of the designs store; `undefined` is what the database gives for a missing one. */
export function readRecord(id: string, value: unknown, readDesign: DesignReader): LoadResult {
  if (value === undefined) return { kind: 'missing' }
  const record = isRecord(value) ? value : {}
  const check = readDesign(record.design)
  if (!check.ok) {
    const message = `This design cannot be opened because what the browser kept of it is damaged. ${check.message} Nothing was deleted: download what is there to rescue its text.`
    return { kind: 'damaged', revision: recordRevision(value), message, raw: toJson(value) }
  }
  return {
    kind: 'found',
    stored: {
      id,
      revision: recordRevision(value),
      savedAt: typeof record.savedAt === 'number' ? record.savedAt : 0,
      writer: typeof record.writer === 'string' ? record.writer : '',
      design: check.design,
      session: record.session,
    },
  }
}

/** The revision of whatever is in the designs store; 0 when there is nothing, or none is told. */
export function recordRevision(value: unknown): number {
  const revision = isRecord(value) ? value.revision : undefined
  return typeof revision === 'number' && Number.isSafeInteger(revision) && revision > 0
    ? revision
    : 0
}

/** Reads a value of the summaries store, or gives `null` when it is not usable. */
export function readSummary(value: unknown): DesignSummary | null {
  if (!isRecord(value)) return null
  const { id, name, savedAt, revision, fileCount } = value
  if (typeof id !== 'string' || typeof name !== 'string') return null
  if (!isCount(savedAt) || !isCount(revision) || !isCount(fileCount)) return null
  return { id, name, savedAt, revision, fileCount, facts: readFacts(value.facts), damaged: false }
}

/** The summary of a record whose own summary is lost. */
export function rebuildSummary(
  id: string,
  value: unknown,
  readDesign: DesignReader,
): DesignSummary | null {
  const result = readRecord(id, value, readDesign)
  if (result.kind === 'missing') return null
  if (result.kind === 'found') return summaryOf({ ...result.stored, facts: undefined })
  const { revision } = result
  return {
    id,
    name: DAMAGED_NAME,
    savedAt: 0,
    revision,
    fileCount: 0,
    facts: null,
    damaged: true,
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readFacts(value: unknown): DesignFacts | null {
  if (!isRecord(value) || !isCount(value.blockCount)) return null
  const { blockCount, provider } = value
  return { blockCount, provider: typeof provider === 'string' ? provider : null }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function toJson(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2) ?? ''
  } catch {
    // A clone may hold what JSON cannot: cycles, or very large integers.
    return String(value)
  }
}
