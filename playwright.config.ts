import { availableParallelism } from 'node:os'
import { defineConfig, devices } from '@playwright/test'
import { findChromium } from './bin/lib/chromium.mjs'
import { anyFreePort } from './bin/lib/ports.mjs'

// Playwright loads this file again in every worker process, which inherits the environment: what
// is found here once is handed on there.
process.env.CHROMIUM_PATH ??= (await findChromium()) ?? ''
process.env.FACET_E2E_PORT ??= String(await anyFreePort())

/** An app that is already running; without it, the tests start and stop their own. */
const runningApp = process.env.FACET_BASE_URL
const port = process.env.FACET_E2E_PORT
const baseURL = runningApp ?? `http://localhost:${port}`

/** The measurements are kept apart: they need the machine to themselves. */
const measuring = process.env.FACET_PERFORMANCE === '1'

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // So that one stumble does not hide what the other tests say. It is named, and has a cause.
  retries: measuring ? 0 : 1,
  // A page keeps more than one core busy, but not all the time: on two, two workers take four fifths
  // of the time of one, and each test takes longer, for which the time limits have room.
  workers: measuring ? 1 : Math.min(4, availableParallelism()),
  timeout: measuring ? 180_000 : 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    viewport: { width: 1440, height: 900 },
    contextOptions: { reducedMotion: measuring ? 'no-preference' : 'reduce' },
    permissions: ['clipboard-read', 'clipboard-write'],
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    // A trace costs a fifth of the time; ask for one when a failure cannot be understood without.
    trace: process.env.FACET_TRACE === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        // No name resolves but the local ones, so nothing can leave the machine even by mistake.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      ],
    },
  },
  projects: measuring
    ? [{ name: 'performance', testMatch: 'performance/**/*.spec.ts' }]
    : [{ name: 'chromium', testIgnore: 'performance/**' }],
  webServer: runningApp
    ? undefined
    : {
        name: 'Facet',
        command: 'node bin/start.mjs',
        env: { PORT: port },
        url: baseURL,
        reuseExistingServer: false,
        timeout: 240_000,
        gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
      },
})
