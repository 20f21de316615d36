/**
 * The process that checks schemas, one at a time, as it is given them. It is a process of its own
 * so that nothing that happens here, not even an endless loop, ends the whole run.
 */

import { type CheckOptions, checkSchema } from './check-schema'
import type { SchemaSource } from './schema-files'

export interface WorkerTask {
  readonly source: SchemaSource
  readonly options: CheckOptions
}

process.on('message', ({ source, options }: WorkerTask) => {
  process.send?.(checkSchema(source, options))
})
process.on('disconnect', () => process.exit())
