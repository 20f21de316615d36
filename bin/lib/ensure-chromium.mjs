// @ts-check
// Makes sure that there is a Chromium for the end-to-end tests, installing one if need be.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium, playwrightChromium, runs } from './chromium.mjs'
import { PlainError, say } from './project.mjs'
import { run, runTool } from './run.mjs'

/** How long one attempt to install may take, in ms. */
const TIME_LIMIT = 4 * 60_000

const ADVICE =
  'No Chromium was found, and none could be installed. Install Chromium, Chrome or Edge, or set ' +
  'CHROMIUM_PATH to the executable of one, and run the same command again.'

/**
 * A Chromium that runs: one that is there, else Playwright's download, else the one of the
 * system's package manager.
 * @returns {Promise<string>} the path of its executable
 * @throws {PlainError} when there is none and none can be installed
 */
export async function ensureChromium() {
  const found = (await findChromium()) ?? (await download()) ?? (await installFromSystem())
  if (!found) throw new PlainError(ADVICE)
  return found
}

/** @returns {Promise<string | null>} */
async function download() {
  say('Downloading a Chromium for the tests (playwright install chromium)…')
  await runTool('playwright', ['install', '--no-shell', 'chromium'], {
    timeout: TIME_LIMIT,
    // Where downloads are blocked, better to learn it soon and ask the package manager.
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
  })
  const path = await playwrightChromium()
  if (runs(path)) return path
  if (!existsSync(path) || process.platform !== 'linux' || !privilege()) return null

  say('Installing the system libraries it needs (playwright install-deps chromium)…')
  await runTool('playwright', ['install-deps', 'chromium'], { timeout: TIME_LIMIT })
  return runs(path) ? path : null
}

/** @returns {Promise<string | null>} */
async function installFromSystem() {
  for (const { program, steps, needsRoot } of managers) {
    const prefix = needsRoot ? privilege() : []
    if (!prefix || !succeeds(program, ['--version'])) continue
    say(`Installing Chromium with ${program}…`)
    for (const step of steps) {
      const [command = program, ...args] = [...prefix, program, ...step]
      const env = { DEBIAN_FRONTEND: 'noninteractive' }
      if ((await run(command, args, { timeout: TIME_LIMIT, env })) !== 0) break
    }
    const found = await findChromium()
    if (found) return found
  }
  return null
}

/** @type {readonly { program: string, steps: string[][], needsRoot: boolean }[]} */
const managers = [
  {
    program: 'apt-get',
    steps: [['update'], ['install', '-y', '--no-install-recommends', 'chromium']],
    needsRoot: true,
  },
  { program: 'dnf', steps: [['install', '-y', 'chromium']], needsRoot: true },
  { program: 'apk', steps: [['add', '--no-cache', 'chromium']], needsRoot: true },
  { program: 'brew', steps: [['install', '--cask', 'chromium']], needsRoot: false },
]

/**
 * What to put before a command so that it runs with all rights: nothing as root, `sudo` when it
 * asks for no password.
 * @returns {string[] | null} `null` when those rights cannot be had
 */
function privilege() {
  if (process.getuid?.() === 0) return []
  return succeeds('sudo', ['-n', 'true']) ? ['sudo', '-n'] : null
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function succeeds(command, args) {
  return spawnSync(command, args, { stdio: 'ignore', timeout: 20_000 }).status === 0
}
