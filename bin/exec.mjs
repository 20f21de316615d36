// @ts-check
// `node bin/exec.mjs TOOL [ARGUMENT…]`: runs one of the project's own tools, installing the
// dependencies first if need be, and hands on its exit code.

import './lib/require-node.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { ensureCluster } from './lib/postgres-cluster.mjs'
import { isTool, PlainError, runMain } from './lib/project.mjs'
import { runTool } from './lib/run.mjs'

async function main() {
  const [tool = '', ...args] = process.argv.slice(2)
  if (!isTool(tool)) throw new PlainError(`Not a tool of this project: "${tool}"`)
  await ensureInstalled()
  if (tool === 'next') await ensureCluster()
  return runTool(tool, args, { stdin: 'inherit' })
}

await runMain(main)
