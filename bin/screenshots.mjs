// @ts-check
// Takes the README's screenshots of the built app: `npm run screenshots`.
import { spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import { findChromium } from './lib/chromium.mjs'
import { anyFreePort } from './lib/ports.mjs'

const port = await anyFreePort()
const address = `http://localhost:${port}`
const server = spawn('node', ['bin/start.mjs'], {
  env: { ...process.env, PORT: String(port) },
  stdio: 'inherit',
})
try {
  await untilServed()
  await mkdir('docs', { recursive: true })
  const browser = await chromium.launch({ executablePath: (await findChromium()) ?? undefined })
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    const page = await browser.newPage({
      viewport: { width: 1600, height: 900 },
      colorScheme,
      reducedMotion: 'reduce',
    })
    await page.goto(address)
    const diagram = page.getByRole('region', { name: 'Diagram' })
    await diagram.getByRole('group', { name: 'model Order', exact: true }).click({
      position: { x: 30, y: 10 },
    })
    await page
      .getByRole('status')
      .filter({ hasText: /^Valid$/ })
      .waitFor()
    await page.getByRole('textbox', { name: 'Schema editor' }).waitFor()
    await page.mouse.move(0, 0)
    await page.waitForTimeout(1000)
    await page.screenshot({ path: `docs/facet-${colorScheme}.png` })
    if (colorScheme === 'light') await showInspector(page)
    await page.close()
  }
  await browser.close()
} finally {
  server.kill('SIGTERM')
}

/**
 * A group, and a relation in the inspector.
 * @param {import('@playwright/test').Page} page
 */
async function showInspector(page) {
  const diagram = page.getByRole('region', { name: 'Diagram' })
  const header = { position: { x: 30, y: 10 } }
  await diagram.getByRole('group', { name: 'model Product', exact: true }).click(header)
  await diagram
    .getByRole('group', { name: 'model Category', exact: true })
    .click({ ...header, modifiers: ['Shift'] })
  await page.keyboard.press('g')
  await page.getByRole('textbox', { name: 'Group title' }).fill('Catalogue')
  await page.keyboard.press('Enter')
  await diagram
    .getByRole('listitem', { name: /^customer Customer/ })
    .last()
    .click()
  await page.mouse.move(0, 0)
  await page.waitForTimeout(1000)
  await page.screenshot({ path: 'docs/facet-inspector.png' })
}

async function untilServed() {
  for (let attempt = 0; attempt < 600; attempt++) {
    const isServed = await fetch(address).then(
      (response) => response.ok,
      () => false,
    )
    if (isServed) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error('The app did not start')
}
