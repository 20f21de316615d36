// @ts-check
// Installs the dependencies when they are missing or differ from package-lock.json.
//
// npm records what it put into node_modules in node_modules/.package-lock.json. Comparing that
// record with the lock file is cheaper and truer than a stamp of our own: it also notices an
// `npm install` done by hand, a branch switch, and a node_modules copied from another system.

import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { elapsed, PlainError, root, say } from './project.mjs'
import { run } from './run.mjs'

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 */
/** @typedef {{ packages: Record<string, LockedPackage> }} LockFile */

/**
 * Whether what npm installed is what the lock file asks for. Optional packages may be absent
 * (most are builds for other systems), but one for another system must not be present.
 * @param {LockFile} wanted package-lock.json
 * @param {LockFile} installed node_modules/.package-lock.json
 * @param {{ platform: string, arch: string }} system as in `process`
 */
export function isInstalled(wanted, installed, system) {
  for (const [path, locked] of Object.entries(wanted.packages)) {
    if (path === '') continue
    const found = installed.packages[path]
    if (!found && locked.optional) continue
    if (!found || found.version !== locked.version) return false
    if (found.integrity !== locked.integrity) return false
    if (!admits(found.os, system.platform) || !admits(found.cpu, system.arch)) return false
  }
  return Object.keys(installed.packages).every((path) => path in wanted.packages)
}

/**
 * Installs the dependencies from the lock file unless they are there already.
 * @throws {PlainError} when npm fails
 */
export async function ensureInstalled() {
  const wanted = readLock('package-lock.json')
  if (!wanted) throw new PlainError('package-lock.json is missing or damaged; restore it with git.')
  const installed = readLock('node_modules/.package-lock.json')
  if (installed && isInstalled(wanted, installed, process)) return

  say(installed ? 'Updating the dependencies (npm ci)…' : 'Installing the dependencies (npm ci)…')
  const start = performance.now()
  const [command, ...args] = npmCommand()
  // Building needs the development dependencies too, whatever NODE_ENV says.
  const code = await run(command, [...args, 'ci', '--include=dev'])
  if (code !== 0) {
    throw new PlainError(
      'The dependencies could not be installed; npm says why above. ' +
        'Check the network connection and run the same command again.',
    )
  }
  say(`Dependencies installed in ${elapsed(start)}`)
}

/**
 * @param {readonly string[] | undefined} list names, or names to exclude as `!name`
 * @param {string} name
 */
function admits(list, name) {
  if (!list) return true
  if (list.includes(`!${name}`)) return false
  return list.includes(name) || list.every((entry) => entry.startsWith('!'))
}

/**
 * @param {string} path relative to the project
 * @returns {LockFile | null}
 */
function readLock(path) {
  try {
    const lock = JSON.parse(readFileSync(join(root, path), 'utf8'))
    return lock.packages ? lock : null
  } catch {
    return null
  }
}

/** @returns {[string, ...string[]]} */
function npmCommand() {
  // Under `npm start` npm tells where it is, which spares us the npm.cmd of Windows.
  const path = process.env.npm_execpath
  if (path && basename(path) === 'npm-cli.js') return [process.execPath, path]
  return process.platform === 'win32' ? ['cmd.exe', '/d', '/s', '/c', 'npm'] : ['npm']
}
