// @ts-check
// `npm test`: every check of the project, from a fresh clone, in one run. See lib/options.mjs
// for the command line. A failed stage does not keep the later ones from running, so one run
// shows everything that is wrong.

import './lib/require-node.mjs'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { countPlaywright, countsLine, countVitest, stageCounts, sum } from './lib/counts.mjs'
import { ensureChromium } from './lib/ensure-chromium.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { HELP, readOptions } from './lib/options.mjs'
import { elapsed, PlainError, runMain } from './lib/project.mjs'
import { runTool } from './lib/run.mjs'

/** @typedef {import('./lib/counts.mjs').Counts} Counts */
/** @typedef {import('./lib/options.mjs').TestOptions} TestOptions */
/** @typedef {(options: TestOptions, reports: string) => Promise<Counts>} Stage */

/** A stage that takes longer than this, in ms, hangs; the end-to-end one takes about a quarter of an hour on two slow cores. */
const TIME_LIMIT = 30 * 60_000

/** @type {Record<import('./lib/options.mjs').StageName, { title: string, run: Stage }>} */
const stages = {
  types: { title: 'Types', run: checkTypes },
  lint: { title: 'Lint', run: checkLint },
  unit: { title: 'Unit and property tests', run: runUnitTests },
  build: { title: 'Production build', run: build },
  e2e: { title: 'End-to-end tests', run: runEndToEndTests },
  performance: { title: 'Performance in the browser', run: runPerformanceTests },
}

async function main() {
  const options = readOptions(process.argv.slice(2))
  if (options.help) {
    console.log(HELP)
    return 0
  }
  const reports = mkdtempSync(join(tmpdir(), 'facet-test-'))
  process.on('exit', () => rmSync(reports, { recursive: true, force: true }))

  /** @type {{ title: string, counts: Counts, time: string }[]} */
  const results = []
  /**
   * @param {string} title
   * @param {() => Promise<Counts>} run
   */
  const record = async (title, run) => {
    console.log(`\n── ${title} ${'─'.repeat(Math.max(3, 72 - title.length))}\n`)
    const start = performance.now()
    const counts = await explained(run)
    const time = elapsed(start)
    results.push({ title, counts, time })
    console.log(`\n${counts.failed === 0 ? '✓' : '✗'} ${title}: ${countsLine(counts)} (${time})`)
  }

  const installed = await explained(async () => {
    await ensureInstalled()
    return { passed: 0, failed: 0, skipped: 0 }
  })
  if (installed.failed > 0) results.push({ title: 'Dependencies', counts: installed, time: '' })
  else
    for (const name of options.stages) {
      const { title, run } = stages[name]
      await record(title, () => run(options, reports))
    }

  const total = sum(results.map(({ counts }) => counts))
  console.log(`\n── Summary ${'─'.repeat(65)}\n`)
  for (const { title, counts, time } of results) {
    const mark = counts.failed === 0 ? '✓' : '✗'
    console.log(`${mark} ${title.padEnd(28)} ${time.padStart(8)}   ${countsLine(counts)}`)
  }
  console.log(`\n${countsLine(total)}`)
  return total.failed === 0 ? 0 : 1
}

/**
 * The counts of a step; one that throws is one failure, and its message is printed.
 * @param {() => Promise<Counts>} step
 * @returns {Promise<Counts>}
 */
async function explained(step) {
  try {
    return await step()
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/** @type {Stage} */
async function checkTypes() {
  // On a fresh clone the types of routes and assets, which Next.js generates, do not exist yet.
  const generated = await runTool('next', ['typegen'], { timeout: TIME_LIMIT })
  return one(generated === 0 && (await runTool('tsc', ['--noEmit'], { timeout: TIME_LIMIT })) === 0)
}

/** @type {Stage} */
async function checkLint() {
  return one((await runTool('biome', ['ci', '.'], { timeout: TIME_LIMIT })) === 0)
}

/** @type {Stage} */
async function runUnitTests({ stages: chosen, filters }, reports) {
  const report = join(reports, 'unit.json')
  const args = ['run', '--allowOnly=false', '--reporter=default', '--reporter=json']
  args.push(`--outputFile.json=${report}`, ...(chosen.length === 1 ? filters : []))
  const code = await runTool('vitest', args, { timeout: TIME_LIMIT })
  const data = readReport(report)
  return stageCounts(code, data && countVitest(data))
}

/** @type {Promise<boolean> | undefined} */
let built

/** Builds at most once in a run, also when it fails. */
function buildOnce() {
  built ??= ensureBuilt()
  return built
}

/** @type {Stage} */
async function build() {
  return one(await buildOnce())
}

/** @type {Stage} */
async function runEndToEndTests(options, reports) {
  return runPlaywright(options, reports, {})
}

/** @type {Stage} */
async function runPerformanceTests(options, reports) {
  return runPlaywright(options, reports, { FACET_PERFORMANCE: '1' })
}

/**
 * @param {TestOptions} options
 * @param {string} reports
 * @param {import('./lib/project.mjs').Env} env
 */
async function runPlaywright({ grep, filters }, reports, env) {
  const chromium = await ensureChromium()
  if (!(await buildOnce())) throw new PlainError('Not run, because the build failed.')
  const report = join(reports, 'e2e.json')
  const args = ['test', '--forbid-only', '--reporter=list,json', ...filters]
  if (grep !== undefined) args.push('--grep', grep)
  const code = await runTool('playwright', args, {
    timeout: TIME_LIMIT,
    // Only on an interrupt does Playwright close its browsers and stop the server.
    stopSignal: 'SIGINT',
    env: { ...env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  })
  const data = readReport(report)
  const flaky = data?.stats.flaky ?? 0
  if (flaky > 0)
    console.log(`\n! ${flaky} passed only when tried again; they are named above. Find out why.`)
  return stageCounts(code, data && countPlaywright(data))
}

/**
 * The counts of a stage that has no tests of its own.
 * @param {boolean} passed
 * @returns {Counts}
 */
function one(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 }
}

/** @param {string} path */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

await runMain(main)
