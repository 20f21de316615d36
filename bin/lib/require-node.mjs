// @ts-check
// Stops with a plain message on a Node that is too old. Every entry point imports this first, so
// it and whatever is imported beside it must load on old versions: no newer syntax, no newer names.

import { readFileSync } from 'node:fs'
import { nodeProblem } from './node-version.mjs'

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
const problem = nodeProblem(process.versions.node, manifest.engines.node)
if (problem) {
  console.error(problem)
  process.exit(1)
}
