// @ts-check
// Finds a Chromium for the end-to-end tests among those that are on the machine. It installs
// nothing: that is ensure-chromium.mjs.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { PlainError } from './project.mjs'

/** The variables that name a Chromium, the first one set wins. */
const VARIABLES = ['CHROMIUM_PATH', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH']

/**
 * A Chromium that runs: the one named by the environment, else Playwright's own, else one that
 * is installed on the system.
 * @returns {Promise<string | null>} the path of its executable
 * @throws {PlainError} when the environment names one that does not run
 */
export async function findChromium() {
  for (const variable of VARIABLES) {
    const path = process.env[variable]
    if (!path) continue
    if (runs(path)) return path
    throw new PlainError(`${variable} is "${path}", but no Chromium runs from there.`)
  }
  const own = await playwrightChromium()
  if (runs(own)) return own
  return systemPlaces(process.platform, process.env, homedir()).find(runs) ?? null
}

/**
 * Where Playwright keeps the Chromium of its own version, whether or not it is there.
 * @returns {Promise<string>}
 */
export async function playwrightChromium() {
  // Imported late because this module is also loaded before the dependencies are installed.
  const { chromium } = await import('@playwright/test')
  return chromium.executablePath()
}

/**
 * Whether a browser can be started from here. On Linux a downloaded browser may lack system
 * libraries, and Ubuntu's `chromium-browser` may be a stub that only recommends a snap.
 * @param {string} path
 */
export function runs(path) {
  if (!existsSync(path)) return false
  // On Windows `--version` would open a window.
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}

/**
 * The places where Chromium, Chrome and Edge are usually installed, most suitable first.
 * @param {string} platform as in `process`
 * @param {import('./project.mjs').Env} env
 * @param {string} home the person's home folder
 * @returns {string[]}
 */
export function systemPlaces(platform, env, home) {
  if (platform === 'darwin') {
    const names = ['Chromium', 'Google Chrome', 'Microsoft Edge']
    return names.flatMap((name) =>
      ['/Applications', `${home}/Applications`].map(
        (folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
      ),
    )
  }
  if (platform === 'win32') {
    const programs = [
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]
    const folders = [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']]
    return programs.flatMap((program) =>
      folders.flatMap((folder) => (folder ? [`${folder}\\${program}`] : [])),
    )
  }
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ]
  const path = (env.PATH ?? '').split(':').filter(Boolean)
  const folders = [...path, '/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/snap/bin']
  return names.flatMap((name) => [...new Set(folders)].map((folder) => `${folder}/${name}`))
}
