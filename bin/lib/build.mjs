// @ts-check
// Builds the app for production when its sources changed since the last build.

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureCluster } from './postgres-cluster.mjs'
import { elapsed, root, say } from './project.mjs'
import { runTool } from './run.mjs'

/**
 * What the app is not built from. Everything else counts, so that a new folder or configuration
 * file can at worst cause a build too many, never serve an old one.
 */
const NOT_BUILT = new Set([
  'LICENSE',
  'bin',
  'biome.json',
  'docs',
  'e2e',
  'next-env.d.ts',
  'node_modules',
  'out',
  'playwright-report',
  'playwright.config.ts',
  'test-results',
  'vitest.config.ts',
])

const output = join(root, '.next')
const stamp = join(output, 'facet-build')

/**
 * A hash of everything the production build depends on: the sources, the lock file, and the
 * environment variables that Next.js compiles in.
 * @param {string} folder the project's folder
 * @param {import('./project.mjs').Env} env
 */
export function hashSources(folder, env) {
  const hash = createHash('sha256')
  for (const name of sorted(Object.keys(env))) {
    if (name.startsWith('NEXT_PUBLIC_')) hash.update(`${name}=${env[name]}\0`)
  }
  /** @param {string} path relative to the folder, '' for itself */
  const visit = (path) => {
    const entries = readdirSync(join(folder, path), { withFileTypes: true })
    const byName = new Map(entries.map((entry) => [entry.name, entry]))
    for (const name of sorted([...byName.keys()])) {
      if (path === '' ? !isRootInput(name) : !isInput(name)) continue
      const child = path === '' ? name : `${path}/${name}`
      if (byName.get(name)?.isDirectory()) visit(child)
      else {
        const content = readFileSync(join(folder, child))
        hash.update(`${child}\0${content.length}\0`).update(content)
      }
    }
  }
  visit('')
  return hash.digest('hex')
}

/**
 * Builds for production unless the last build is of these very sources.
 * @returns {Promise<boolean>} whether there is a good build now
 */
export async function ensureBuilt() {
  await ensureCluster()
  const sources = hashSources(root, process.env)
  if (isBuilt(sources)) {
    say('The production build is up to date')
    return true
  }
  say('Building for production…')
  const start = performance.now()
  rmSync(stamp, { force: true })
  const code = await runTool('next', ['build'])
  if (code !== 0) return false
  // The hash from before the build: a file saved meanwhile may not be in it.
  writeFileSync(stamp, sources)
  say(`Built in ${elapsed(start)}`)
  return true
}

/** @param {string} sources */
function isBuilt(sources) {
  return (
    existsSync(join(output, 'BUILD_ID')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === sources
  )
}

/** @param {string} name */
function isRootInput(name) {
  if (name.startsWith('.')) return name.startsWith('.env')
  return !NOT_BUILT.has(name) && !/\.(md|tsbuildinfo|log)$/.test(name)
}

/** @param {string} name */
function isInput(name) {
  return name !== '.DS_Store' && !/\.(test|bench)\.tsx?$/.test(name)
}

/**
 * @param {string[]} names
 */
function sorted(names) {
  return names.sort((a, b) => (a < b ? -1 : 1))
}
