/** Checks schemas in as many processes as there are processors. */

import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { CheckOptions, SchemaReport } from './check-schema'
import type { SchemaSource } from './schema-files'
import type { WorkerTask } from './worker'

/** A schema that takes longer than this, in ms, is in an endless loop. */
const TIME_LIMIT = 120_000

const MOST_PROCESSES = 8

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url))

/** Checks all schemas; `onReport` is called as each is done, in no certain order. */
export async function checkAll(
  sources: readonly SchemaSource[],
  options: CheckOptions,
  onReport: (report: SchemaReport) => void,
): Promise<void> {
  const queue = [...sources]
  const count = Math.min(availableParallelism(), MOST_PROCESSES, queue.length)
  const lane = async () => {
    let worker: ChildProcess | null = null
    for (let source = queue.shift(); source; source = queue.shift()) {
      worker ??= fork(WORKER, { serialization: 'advanced' })
      const answer = await ask(worker, { source, options })
      if ('died' in answer) worker = null
      onReport('died' in answer ? stopped(source, answer.died) : answer)
    }
    worker?.kill()
  }
  await Promise.all(Array.from({ length: count }, lane))
}

/** The worker's report, or how it died. */
function ask(worker: ChildProcess, task: WorkerTask): Promise<SchemaReport | { died: string }> {
  return new Promise((resolve) => {
    const settle = (answer: SchemaReport | { died: string }) => {
      clearTimeout(timer)
      worker.removeAllListeners()
      resolve(answer)
    }
    const timer = setTimeout(() => {
      worker.kill('SIGKILL')
      settle({ died: `was not done after ${TIME_LIMIT / 1000} s` })
    }, TIME_LIMIT)
    worker.on('message', (report: SchemaReport) => settle(report))
    worker.on('error', (error) => settle({ died: `could not be checked: ${error.message}` }))
    worker.on('exit', (code, signal) => settle({ died: `ended the checks (${signal ?? code})` }))
    worker.send(task)
  })
}

function stopped({ label }: SchemaSource, reason: string): SchemaReport {
  return { label, refusal: null, version: null, failures: [{ check: 'process', reason }] }
}
