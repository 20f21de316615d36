/** All checks of one schema. */

import type { DesignFile, PrismaVersion } from '@/lib/document/design'
import { checkAgreement } from './agreement'
import { findCommandFault } from './commands'
import type { CheckName, Failure } from './failure'
import { findDriftUnderEdits } from './incremental'
import { findLoss } from './lossless'
import { createRandom } from './random'
import type { SchemaSource } from './schema-files'

export interface CheckOptions {
  readonly seed: number
  /** Random edits, and random commands, for a schema of ordinary size. */
  readonly rounds: number
}

export interface SchemaReport {
  readonly label: string
  /** The Prisma version whose engine accepts the schema, and with which it was compared. */
  readonly version: PrismaVersion | null
  readonly failures: readonly Failure[]
}

/** Schemas longer than this, in characters, get fewer rounds: each takes as long as they are. */
const ORDINARY_SIZE = 40_000
const LEAST_ROUNDS = 4

/** Never throws: what a check throws is a failure of the schema. */
export function checkSchema({ label, files }: SchemaSource, options: CheckOptions): SchemaReport {
  const failures: Failure[] = []
  const attempt = (check: CheckName, find: () => string | null) => {
    const reason = explained(find)
    if (reason !== null) failures.push({ check, reason })
  }
  const texts = files.map(({ path, bytes }): DesignFile => {
    return { path, text: Buffer.from(bytes).toString('utf8') }
  })
  const size = texts.reduce((sum, { text }) => sum + text.length, 0)
  const share = Math.min(1, ORDINARY_SIZE / size)
  const rounds = Math.max(LEAST_ROUNDS, Math.round(options.rounds * share))
  const random = (check: CheckName) => createRandom(options.seed, label, check)

  let version: PrismaVersion | null = null
  attempt('lossless', () => findLoss(files))
  attempt('incremental', () => findDriftUnderEdits(texts, random('incremental'), rounds))
  attempt('engine', () => {
    const agreement = checkAgreement(texts)
    version = agreement.version
    return agreement.fault
  })
  attempt('commands', () => findCommandFault(texts, random('commands'), rounds))
  return { label, version, failures }
}

function explained(find: () => string | null): string | null {
  try {
    return find()
  } catch (error) {
    return `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  }
}
