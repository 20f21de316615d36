import type { Page } from '@playwright/test'
import { axe } from './support/axe'
import { type Code, openCode } from './support/code'
import type { Facet } from './support/facet'
import { expect, test } from './support/test'

const SCHEMA = `datasource db {
  provider = "postgresql"
}

model Book {
  id    Int    @id
  title String
}
`

/** Prisma has two fixes for it, and so have we. */
const UNKNOWN_TYPE = SCHEMA.replace('title String', 'title String\n  shelf Shelf')

/**
 * What goes wrong in the engine's worker, at the next text that it is given: a panic of WebAssembly,
 * no memory left, or no end. Nothing of it is of our own making but when it happens.
 */
const FAILURES = {
  panic: () => {
    // (module (func (export "f") unreachable))
    const code = '0061736d0100000001040160000003020100070501016600000a05010300000b'
    const bytes = Uint8Array.from(code.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes))
    String.prototype.toWellFormed = exports.f as () => string
  },
  memory: () => {
    String.prototype.toWellFormed = () => String(new ArrayBuffer(Number.MAX_SAFE_INTEGER))
  },
  hang: () => {
    String.prototype.toWellFormed = () => {
      for (;;);
    }
  },
}

/**
 * Breaks the engine that runs as soon as it is asked for this, whatever else it is asked for before;
 * whichever follows it is sound.
 */
async function breakEngine(
  page: Page,
  failure: keyof typeof FAILURES,
  asked: 'lint' | 'format' | 'fixes',
): Promise<void> {
  let broken = 0
  for (const worker of page.workers()) {
    if ((await worker.evaluate(() => self.name)) !== 'prisma-schema') continue
    // Seen as soon as the worker looks at what it is asked for.
    await worker.evaluate(`{
      const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')
      Object.defineProperty(MessageEvent.prototype, 'data', {
        get() {
          const data = get.call(this)
          if (data.method === '${asked}') (${FAILURES[failure]})()
          return data
        },
      })
    }`)
    broken++
  }
  expect(broken).toBe(1)
}

/** Messages that interrupt; Next.js has an empty one of its own. */
const alerts = (page: Page) => page.getByRole('alert').filter({ hasText: /./ })

const NOT_FORMATTED = 'Prisma’s formatter is not running, so nothing was changed.'

function fixButton(page: Page) {
  const problems = page.getByRole('tabpanel', { name: 'Problems' })
  return problems.getByRole('button', { name: /^Fix….*Shelf/ })
}

async function undoAll(page: Page, facet: Facet, code: Code): Promise<void> {
  await code.editor.focus()
  await expect(facet.button('Undo')).toBeEnabled()
  for (let step = 0; step < 10 && (await facet.button('Undo').isEnabled()); step++) {
    await page.keyboard.press('ControlOrMeta+z')
  }
}

/** Lets the ten seconds that the engine has for an answer pass in half the time. */
async function hurry(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { setTimeout } = window
    const hurried = (run: () => void, delay?: number) =>
      setTimeout(run, delay === 10_000 ? 5_000 : delay)
    Object.assign(window, { setTimeout: hurried })
  })
}

for (const failure of ['panic', 'memory'] as const) {
  test.describe(failure === 'panic' ? 'an engine that panics' : 'an engine without memory', () => {
    test('is replaced while one types, and nobody notices', async ({ page }) => {
      const { facet, code } = await openCode(page, SCHEMA)
      await expect(facet.validity).toHaveText('Valid')
      await code.goToEndOf('title')
      await breakEngine(page, failure, 'lint')
      await page.keyboard.type('\nshelf Shelf', { delay: 30 })
      await expect(facet.row('model Book', 'shelf Shelf')).toBeVisible()
      await expect(facet.validity).toHaveText('1 error')
      await expect(alerts(page)).toHaveCount(0)
      await page.keyboard.press('Escape')
      await breakEngine(page, failure, 'lint')
      await undoAll(page, facet, code)
      await expect(facet.validity).toHaveText('Valid')
      expect(await facet.text()).toBe(SCHEMA)
      await expect(alerts(page)).toHaveCount(0)
    })

    test('does not format, says so once, and formats when asked again', async ({ page }) => {
      const ragged = SCHEMA.replace('id    Int    @id', 'id Int @id')
      const { facet, code } = await openCode(page, ragged)
      await expect(facet.validity).toHaveText('Valid')
      await code.goToEndOf('title')
      await breakEngine(page, failure, 'format')
      await page.keyboard.press('Shift+Alt+F')
      await expect(alerts(page)).toHaveText([new RegExp(NOT_FORMATTED)])
      await expect(facet.validity).toHaveText('Valid')
      await expect(facet.button('Undo')).toBeDisabled()
      await expect(code.editor).toBeFocused()
      await page.keyboard.press('Shift+Alt+F')
      await expect(code.line('id    Int    @id')).toBeVisible()
      await undoAll(page, facet, code)
      expect(await facet.text()).toBe(ragged)
    })

    test('leaves the fixes that need none of it, in the text and in Problems', async ({ page }) => {
      const { facet, code } = await openCode(page, UNKNOWN_TYPE)
      await expect(facet.validity).toHaveText('1 error')
      await code.goToEndOf('shelf')
      await breakEngine(page, failure, 'fixes')
      await page.keyboard.press('ControlOrMeta+.')
      await expect(page.getByText('Create the model Shelf')).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(facet.validity).toHaveText('1 error')

      await code.tab('Problems').click()
      // The worker that follows is not there before something is asked.
      await fixButton(page).press('Enter')
      await expect(page.getByRole('menuitem', { name: 'Create the model Shelf' })).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menu')).toHaveCount(0)
      await breakEngine(page, failure, 'fixes')
      await fixButton(page).press('Enter')
      const note = page.getByRole('menuitem', { name: 'Prisma’s own fixes cannot be had now' })
      await expect(note).toBeDisabled()
      await page.getByRole('menuitem', { name: 'Create the model Shelf' }).press('Enter')
      await expect(facet.block('model Shelf')).toBeVisible()
      await expect(facet.validity).toHaveText('Valid')
      await expect(alerts(page)).toHaveCount(0)
    })
  })
}

test.describe('an engine that hangs', () => {
  test.beforeEach(({ page }) => hurry(page))

  test('keeps nobody from typing, and is replaced when its time is over', async ({ page }) => {
    const { facet, code } = await openCode(page, SCHEMA)
    await expect(facet.validity).toHaveText('Valid')
    await code.goToEndOf('title')
    await breakEngine(page, 'hang', 'lint')
    await page.keyboard.type('\nshelf Shelf', { delay: 30 })
    await expect(facet.row('model Book', 'shelf Shelf')).toBeVisible()
    // What was right of another text is not said of this one for long.
    await expect(page.getByRole('status').filter({ hasText: /^Checking…$/ })).toBeVisible()
    await expect(facet.validity).toHaveText('1 error')
    await page.keyboard.press('Escape')
    await undoAll(page, facet, code)
    await expect(facet.validity).toHaveText('Valid')
    expect(await facet.text()).toBe(SCHEMA)
    await expect(alerts(page)).toHaveCount(0)
  })

  test('with one text is not asked of it again until told to', async ({ page }) => {
    const { facet, code } = await openCode(page, UNKNOWN_TYPE)
    await expect(facet.validity).toHaveText('1 error')
    await code.goToEndOf('title')
    await breakEngine(page, 'hang', 'lint')
    await page.keyboard.press('Enter')
    const given = page.getByRole('status').filter({ hasText: /^Validation unavailable$/ })
    await expect(given).toBeVisible()
    await code.tab('Problems').click()
    await expect(page.getByText('Prisma’s schema checker is not running')).toBeVisible()
    await expect(page.getByText('No mistakes of spelling or structure')).toBeVisible()
    await page.getByRole('button', { name: 'Check again' }).press('Enter')
    await expect(facet.validity).toHaveText('1 error')
    await expect(page.getByText('Prisma’s schema checker is not running')).toBeHidden()
    await expect(page.locator('[data-slot="problem-list"]')).toBeFocused()
    await expect(alerts(page)).toHaveCount(0)
  })

  test('says that it formats, then that it could not, and formats when asked again', async ({
    page,
  }) => {
    const { facet, code } = await openCode(page, SCHEMA.replace('id    Int    @id', 'id Int @id'))
    await expect(facet.validity).toHaveText('Valid')
    await code.goToEndOf('title')
    await breakEngine(page, 'hang', 'format')
    await page.keyboard.press('Shift+Alt+F')
    const notices = page.getByRole('status')
    await expect(notices.filter({ hasText: 'Formatting…' }).first()).toBeVisible()
    await expect(alerts(page)).toHaveText([new RegExp(NOT_FORMATTED)])
    await page.keyboard.press('Shift+Alt+F')
    await expect(code.line('id    Int    @id')).toBeVisible()
    await expect(facet.validity).toHaveText('Valid')
  })

  test('keeps no fix of ours back, and formats once it is replaced', async ({ page }) => {
    const { facet, code } = await openCode(page, UNKNOWN_TYPE)
    await expect(facet.validity).toHaveText('1 error')
    await code.tab('Problems').click()
    await breakEngine(page, 'hang', 'fixes')
    await fixButton(page).press('Enter')
    await expect(page.getByRole('menuitem', { name: 'Looking for fixes…' })).toBeVisible()
    await expect(page.getByRole('menuitem', { name: 'Create the model Shelf' })).toBeVisible()
    await page.keyboard.press('Escape')
    await facet.runAction('Format schema')
    const done = page.getByRole('status').filter({ hasText: 'The schema is formatted already' })
    await expect(done).toBeVisible()
    await expect(facet.validity).toHaveText('1 error')
    await expect(alerts(page)).toHaveCount(0)
  })
})

test('an engine that cannot be loaded takes nothing along, and is loaded when told to', async ({
  page,
  pageErrors,
}) => {
  pageErrors.allow(/Failed to load resource/)
  let refused = 0
  await page.route('**/*.wasm', (route) => {
    refused++
    return route.abort()
  })
  const { facet, code } = await openCode(page, UNKNOWN_TYPE)
  const given = page.getByRole('status').filter({ hasText: /^Validation unavailable$/ })
  await expect(given).toBeVisible()
  await expect(alerts(page)).toHaveCount(0)
  await code.goToEndOf('title')
  await page.keyboard.type('?')
  await expect(facet.row('model Book', 'title String?')).toBeVisible()
  for (let press = 0; press < 2; press++) {
    const before = refused
    await page.keyboard.press('Shift+Alt+F')
    await expect.poll(() => refused).toBe(before + 1)
    await expect(alerts(page)).toHaveText([new RegExp(NOT_FORMATTED)])
  }
  await code.tab('Problems').click()
  await expect(page.getByText('Prisma’s schema checker is not running')).toBeVisible()
  expect(await axe(page, '[data-slot="code-side"]')).toEqual([])
  await page.unroute('**/*.wasm')
  await page.getByRole('button', { name: 'Check again' }).press('Enter')
  await expect(facet.validity).toHaveText('1 error')
  await expect(fixButton(page)).toBeVisible()
  expect(await facet.text()).toBe(UNKNOWN_TYPE.replace('title String', 'title String?'))
})
