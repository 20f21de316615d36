/** All checks of one schema. */

import { basename } from 'node:path'
import type { PrismaVersion } from '@/lib/document/design'
import { checkAgreement } from './agreement'
import { findCommandFault } from './commands'
import type { CheckName, Failure } from './failure'
import { findDriftUnderEdits } from './incremental'
import { findUnknownName } from './language'
import { findLoss } from './lossless'
import { findPreviewFault } from './previews'
import { createRandom } from './random'
import type { SchemaSource } from './schema-files'
import { findVerdictFault } from './verdict'

export interface CheckOptions {
  readonly seed: number
  /** Random edits, and random commands, for a schema of ordinary size. */
  readonly rounds: number
}

export interface SchemaReport {
  readonly label: string
  /** Why the schema is not opened, which no check can then say anything about. */
  readonly refusal: string | null
  /** The Prisma version whose engine accepts the schema, and with which it was compared. */
  readonly version: PrismaVersion | null
  readonly failures: readonly Failure[]
}

/** Schemas longer than this, in characters, get fewer rounds: each takes as long as they are. */
const ORDINARY_SIZE = 40_000
const LEAST_ROUNDS = 4

/** Never throws: what a check throws is a failure of the schema. */
export function checkSchema(source: SchemaSource, options: CheckOptions): SchemaReport {
  const { label, files, refusal } = source
  const failures: Failure[] = []
  let version: PrismaVersion | null = null
  if (refusal !== null) return { label, refusal, version, failures }
  const attempt = (check: CheckName, find: () => string | null) => {
    const reason = explained(find)
    if (reason !== null) failures.push({ check, reason })
  }
  const size = files.reduce((sum, { text }) => sum + text.length, 0)
  const share = Math.min(1, ORDINARY_SIZE / size)
  const rounds = Math.max(LEAST_ROUNDS, Math.round(options.rounds * share))
  // The name alone, so that it does not matter from where the folder is reached.
  const random = (check: CheckName) => createRandom(options.seed, basename(label), check)

  attempt('lossless', () => findLoss(files))
  attempt('incremental', () => findDriftUnderEdits(files, random('incremental'), rounds))
  attempt('engine', () => {
    const agreement = checkAgreement(files)
    version = agreement.version
    return agreement.fault
  })
  attempt('commands', () => findCommandFault(files, random('commands'), rounds))
  attempt('verdict', () =>
    version === null ? null : findVerdictFault(files, version, random('verdict'), rounds),
  )
  attempt('language', () => (version === null ? null : findUnknownName(files, version)))
  attempt('preview', () => (version === null ? null : findPreviewFault(files, version)))
  return { label, refusal, version, failures }
}

function explained(find: () => string | null): string | null {
  try {
    return find()
  } catch (error) {
    return `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  }
}
