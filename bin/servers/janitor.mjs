// @ts-check
// Cleans up after another process, however that ends, even killed outright. It reads from that
// process what is to be run, a line of JSON each, and runs it all once there is nobody left who
// could write. It must be in a process group of its own, which an interrupt does not reach.

import { spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'

/** @type {import('./client').Invocation[]} */
const invocations = []
const lines = createInterface({ input: process.stdin })
lines.on('line', (line) => invocations.push(JSON.parse(line)))
lines.on('close', () => {
  for (const { command, args, env, input } of invocations) {
    spawnSync(command, args, { env: { ...process.env, ...env }, input, timeout: 60_000 })
  }
})
