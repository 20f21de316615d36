import { expect, type Page, test } from '@playwright/test'
import { Facet } from '../support/facet'
import { boxOf, middleOf } from '../support/places'
import { frameTimes, percentiles } from './frame-times'
import { generateSchema } from './generate-schema'

// Prints figures; asserts nothing about time. Each is measured in the built app.

const SIZES = [100, 300, 1000]

async function openGenerated(page: Page, models: number): Promise<Facet> {
  const facet = new Facet(page)
  await facet.start()
  const text = generateSchema(models)
  const started = Date.now()
  await facet.openFiles({ name: 'generated.prisma', text })
  await expect(facet.block('model Model0')).toBeVisible({ timeout: 60_000 })
  console.log(`${models} models: opened and drawn after ${Date.now() - started} ms`)
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 })
  return facet
}

for (const models of SIZES) {
  test(`frame times at ${models} models`, async ({ page }) => {
    test.setTimeout(180_000)
    const facet = await openGenerated(page, models)
    await facet.button('Zoom to fit').click()
    await page.waitForTimeout(1000)
    const centre = await middleOf(facet.diagram)

    const pan = async () => {
      for (let step = 0; step < 60; step++) {
        await page.mouse.wheel(step % 20 < 10 ? 12 : -12, step % 20 < 10 ? 8 : -8)
        await page.waitForTimeout(16)
      }
    }
    await page.mouse.move(centre.x, centre.y)
    console.log(
      `${models} models: panning with all in view: ${percentiles(await frameTimes(page, pan))}`,
    )

    const zoom = async () => {
      await page.keyboard.down('Control')
      for (let step = 0; step < 40; step++) {
        await page.mouse.wheel(0, step < 25 ? -60 : 60)
        await page.waitForTimeout(16)
      }
      await page.keyboard.up('Control')
    }
    console.log(
      `${models} models: zooming in and out: ${percentiles(await frameTimes(page, zoom))}`,
    )
    console.log(`${models} models: panning near: ${percentiles(await frameTimes(page, pan))}`)

    await facet.button('Zoom to fit').click()
    await page.waitForTimeout(800)
    const node = await boxOf(facet.block('model Model0'))
    const drag = async () => {
      await page.mouse.move(node.x + node.width / 2, node.y + Math.min(8, node.height / 3))
      await page.mouse.down()
      for (let step = 0; step < 40; step++) {
        await page.mouse.move(node.x + node.width / 2 + step * 3, node.y + 8 + step * 2)
        await page.waitForTimeout(16)
      }
      await page.mouse.up()
    }
    console.log(`${models} models: dragging a hub: ${percentiles(await frameTimes(page, drag))}`)
  })
}

test('from a keystroke to the repainted diagram at 100 models', async ({ page }) => {
  test.setTimeout(120_000)
  const facet = await openGenerated(page, 100)
  await facet.button('Zoom to fit').click()
  const editor = page.getByRole('textbox', { name: /schema editor/i })
  await editor.focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.waitForTimeout(1500)
  const times = await frameTimes(page, async () => {
    await page.keyboard.type('// some words that are typed at the very beginning\n', { delay: 40 })
  })
  console.log(`100 models: typing: ${percentiles(times)}`)
})

test('what the first load costs', async ({ page }) => {
  await page.addInitScript(() => {
    const drawn = new Promise<number>((resolve) => {
      const look = () => {
        const block = document.querySelector('[role="group"][aria-label="model Customer"]')
        // The frame after the one in which it is there has it on the screen.
        if (block) requestAnimationFrame(() => resolve(performance.now()))
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
    Object.assign(window, { drawn })
  })
  await page.goto('/')
  const { paint, drawn, resources } = await page.evaluate(async () => {
    const drawnAt = await (window as unknown as { drawn: Promise<number> }).drawn
    await new Promise((resolve) => setTimeout(resolve, 5000))
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    return {
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      drawn: drawnAt,
      resources: entries.map(({ name, startTime, encodedBodySize }) => {
        return { name, startTime, size: encodedBodySize }
      }),
    }
  })
  const scripts = resources.filter(({ name }) => /\.js(\?|$)/.test(name))
  const first = scripts.filter(({ startTime }) => startTime < drawn)
  for (const { name, size } of [...first].sort((a, b) => b.size - a.size)) {
    console.log(`  ${(size / 1000).toFixed(1)} kB ${new URL(name).pathname}`)
  }
  const sum = (items: readonly { size: number }[]) =>
    (items.reduce((total, { size }) => total + size, 0) / 1000).toFixed(0)
  const early = resources.filter(
    ({ name, startTime }) => name.includes('.wasm') && startTime < drawn,
  )
  console.log(
    `first load: first paint ${paint.toFixed(0)} ms, diagram on screen ${drawn.toFixed(0)} ms; until then ${sum(first)} kB of compressed JavaScript in ${first.length} files and ${early.length} WASM files; ${sum(scripts)} kB in all after 5 s`,
  )
})
