// @ts-check
// Where the project is and how its command-line entry points speak. Nothing here may need
// node_modules, which does not exist yet on a fresh clone.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The absolute path of the project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The package that each command-line tool of the project comes from. */
const toolPackages = {
  biome: '@biomejs/biome',
  next: 'next',
  playwright: '@playwright/test',
  tsc: 'typescript',
  tsx: 'tsx',
  vitest: 'vitest',
}

/** @typedef {keyof typeof toolPackages} Tool */

/** @typedef {Record<string, string | undefined>} Env environment variables */

/**
 * Whether the project has a tool of this name.
 * @param {string} name
 * @returns {name is Tool}
 */
export function isTool(name) {
  return Object.hasOwn(toolPackages, name)
}

/**
 * The script that Node runs for a tool. Going to it directly avoids the shims in
 * node_modules/.bin, which differ between systems and stand between us and the process.
 * @param {Tool} tool
 * @returns {string} an absolute path
 */
export function toolPath(tool) {
  const folder = join(root, 'node_modules', toolPackages[tool])
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[tool])
}

/**
 * Tells the person at the terminal what is being done.
 * @param {string} text
 */
export function say(text) {
  console.log(`▸ ${text}`)
}

/**
 * The time since `start`, for people.
 * @param {number} start a `performance.now()`
 */
export function elapsed(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`
}

/**
 * A failure that is explained by its message alone; entry points print it without a stack.
 */
export class PlainError extends Error {}

/**
 * Runs an entry point: reports what goes wrong, and exits with 1 when something does.
 * @param {() => Promise<number>} main returns the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    console.error(error instanceof PlainError ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}
