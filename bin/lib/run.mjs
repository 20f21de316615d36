// @ts-check
// Child processes that never outlive us. Every child is registered while it lives; when we are
// told to stop, each is asked to stop, given a moment, and then ended.
//
// Children share our process group on purpose: a terminal or a CI runner that signals the whole
// group then reaches them even if we are killed outright.
//
// Under npm there is a shell between npm and us, and it does not pass on the signal that ends it.
// Losing our parent is therefore taken as being told to stop.

import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root, toolPath } from './project.mjs'

/** How long a child may take to stop, in ms, before it is killed. */
const GRACE = 8000

/** How often, in ms, we look whether our parent is still there. */
const PARENT_CHECK = 500

/** A second Ctrl-C means "now"; a repeat within this many ms is only npm passing on the first. */
const REPEAT = 700

/**
 * @typedef {object} RunOptions
 * @property {import('./project.mjs').Env} [env] variables added to ours; `undefined` removes one
 * @property {number} [timeout] ms after which the child is stopped and counts as failed
 * @property {NodeJS.Signals} [stopSignal] what asks this child to stop, if not the signal we got
 * @property {'ignore' | 'inherit'} [stdin]
 * @property {(text: string) => void} [onOutput] receives what the child prints to standard output,
 *   instead of the terminal
 */

/** @type {Map<import('node:child_process').ChildProcess, { options: RunOptions, ended: Promise<void> }>} */
const children = new Map()

/** @type {number | null} */
let stoppedAt = null
/** @type {number | null} */
let codeWhenStopped = null

/**
 * Sets the exit code for being told to stop; the default is the conventional 128 + signal. For a
 * server, being stopped is a success.
 * @param {number} code
 */
export function exitWhenStopped(code) {
  codeWhenStopped = code
}

/**
 * Runs a command to its end. Once we have been told to stop, the promise stays pending, so that
 * no further step starts while we are on the way out.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} the exit code; 1 for a child that was killed or timed out, 127 for
 *   one that could not be started
 */
export async function run(command, args, options = {}) {
  if (stoppedAt !== null) await new Promise(() => {})
  listenForSignals()
  const output = options.onOutput ? 'pipe' : 'inherit'
  const child = spawn(command, args, {
    cwd: root,
    env: /** @type {NodeJS.ProcessEnv} */ ({ ...process.env, ...options.env }),
    stdio: [options.stdin ?? 'ignore', output, 'inherit'],
  })
  if (options.onOutput) child.stdout?.setEncoding('utf8').on('data', options.onOutput)

  /** @type {Promise<number>} */
  const exit = new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`Could not run ${command}: ${error.message}`)
      resolve(127)
    })
    child.once('close', (code) => resolve(code ?? 1))
  })
  const ended = exit.then(() => {})
  children.set(child, { options, ended })

  let timedOut = false
  const timer = options.timeout
    ? setTimeout(() => {
        timedOut = true
        console.error(`Stopped after ${options.timeout} ms without an end: ${command}`)
        stop(child, options.stopSignal ?? 'SIGTERM')
      }, options.timeout)
    : undefined
  const code = await exit
  clearTimeout(timer)
  children.delete(child)
  if (stoppedAt !== null) await new Promise(() => {})
  return timedOut ? 1 : code
}

/**
 * Runs one of the project's own tools. See {@link run}.
 * @param {import('./project.mjs').Tool} tool
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runTool(tool, args, options = {}) {
  // NODE_ENV belongs to each tool; one left in the shell would build or test the wrong thing.
  const env = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: undefined, ...options.env }
  return run(process.execPath, [toolPath(tool), ...args], { ...options, env })
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function stop(child, signal) {
  child.kill(signal)
  setTimeout(() => child.kill('SIGKILL'), GRACE).unref()
}

/** @type {readonly NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']
let listening = false

function listenForSignals() {
  if (listening) return
  listening = true
  for (const signal of SIGNALS) process.on(signal, () => void onSignal(signal))
  // Only under npm: someone who runs us directly may well close the terminal and keep the server.
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid
    const timer = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(timer)
      void onSignal('SIGTERM')
    }, PARENT_CHECK)
    timer.unref()
  }
  // Covers an exit that nobody planned, such as an uncaught error of ours.
  process.on('exit', () => {
    for (const child of children.keys()) child.kill('SIGKILL')
  })
}

/** @param {NodeJS.Signals} signal */
async function onSignal(signal) {
  const code = codeWhenStopped ?? 128 + constants.signals[signal]
  if (stoppedAt !== null) {
    if (performance.now() - stoppedAt > REPEAT) process.exit(code)
    return
  }
  stoppedAt = performance.now()
  for (const [child, { options }] of children) stop(child, options.stopSignal ?? signal)
  await Promise.all([...children.values()].map(({ ended }) => ended))
  process.exit(code)
}
