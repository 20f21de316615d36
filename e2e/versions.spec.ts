import type { Page } from '@playwright/test'
import { axe } from './support/axe'
import { designColor, openCode } from './support/code'
import { expect, test } from './support/test'

const MODELS = `model Author {
  id        Int      @id
  email     String   @unique
  books     Book[]
  createdAt DateTime @default(now())
}

model Book {
  id        Int      @id
  title     String
  authorId  Int
  author    Author   @relation(fields: [authorId], references: [id], onDelete: Cascade)
  createdAt DateTime @default(now())
}
`

const FOR_7 = `datasource db {
  provider = "postgresql"
}

${MODELS}`

const FOR_6 = `datasource db {
  provider = "postgresql"
  url      = env("MY_DATABASE")
}

generator client {
  provider = "prisma-client-js"
}

${MODELS}`

const versionMenu = (page: Page, version: number) =>
  page.getByRole('button', { name: `Prisma version: Prisma ${version}` })

async function choose(page: Page, from: number, name: string): Promise<void> {
  await versionMenu(page, from).press('Enter')
  await page.getByRole('menuitemradio', { name }).press('Enter')
}

test('a problem is mended by a fix of ours, by keyboard alone', async ({ page }) => {
  const text = FOR_7.replace('  books     Book[]\n', '')
  const { facet, code } = await openCode(page, text)
  await expect(facet.validity).toHaveText('1 error')
  await code.tab('Problems').click()
  const problem = page.getByRole('button', { name: /^Error .*missing an opposite relation/ })
  await problem.focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const fix = page.getByRole('menuitem', { name: 'Add the missing field to Author' })
  await expect(fix).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(facet.validity).toHaveText('Valid')
  await expect(facet.row('model Author', 'books Book[]')).toBeVisible()
  await facet.button('Undo').click()
  await expect(facet.validity).toHaveText('1 error')
})

test('a hint says why, is mended, accepted and switched off, and undone', async ({ page }) => {
  const { facet, code } = await openCode(page, FOR_7)
  await code.tab('Problems').click()
  const hints = page.getByRole('region', { name: 'Hints' })
  const rule = hints.getByRole('region', { name: 'Foreign key without an index' })
  await expect(rule).toBeVisible()
  await expect(facet.validity, 'hints are not counted').toHaveText('Valid')
  await rule.getByRole('button', { name: /^Why\?/ }).click()
  await expect(rule).toContainText('reads the whole table')
  expect(await axe(page, '[data-slot="code-side"]')).toEqual([])

  const choose = async (name: string) => {
    await rule.getByRole('button', { name: /^Fix…/ }).press('Enter')
    await page.getByRole('menuitem', { name, exact: true }).press('Enter')
    await expect(rule).toBeHidden()
  }
  await choose('Add @@index([authorId])')
  expect(await facet.text()).toContain('@@index([authorId])')
  await facet.button('Undo').click()
  await expect(rule).toBeVisible()

  await choose('Accept here')
  // What was done tells how to undo it, where one looks.
  await page.locator('[data-slot="toast"]').getByRole('button', { name: 'Undo' }).click()
  await expect(rule).toBeVisible()

  await choose('Switch off this rule')
  await hints.getByRole('button', { name: 'Rules (1 off)' }).press('Enter')
  const item = page.getByRole('menuitemcheckbox', { name: 'Foreign key without an index' })
  await expect(item).not.toBeChecked()
  await item.press('Space')
  await expect(item).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(rule).toBeVisible()
  expect(await facet.text()).toBe(FOR_7)
})

test('an upgrade is shown, applied with prisma.config.ts, and undone', async ({ page }) => {
  const { facet, code } = await openCode(page, FOR_6)
  await page.getByRole('button', { name: 'Prisma version: Prisma 6' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Upgrade to Prisma 7…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Upgrade to Prisma 7' })
  await expect(dialog.getByRole('list', { name: 'What to know' })).toContainText('driver adapter')
  await expect(dialog.getByRole('region', { name: /^Changes of/ })).toContainText('prisma-client')
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Prisma version: Prisma 7' })).toBeVisible()
  await expect(facet.validity).toHaveText('Valid')

  await page.getByRole('tab', { name: 'prisma.config.ts' }).click()
  const config = page.getByRole('region', { name: 'prisma.config.ts' })
  await expect(config).toContainText("url: env('MY_DATABASE')")
  const url = page.getByRole('textbox', { name: 'url', exact: true })
  await url.fill('whatever')
  await expect(page.getByText('Nothing is changed yet')).toBeVisible()
  await url.fill("env('OTHER')")
  await url.press('Enter')
  await expect(config).toContainText("url: env('OTHER')")
  await facet.button('Undo').click()
  await expect(config).toContainText("url: env('MY_DATABASE')")
  await test.step('a project names what the design reads', async () => {
    await facet.button('Export').click()
    await page.getByRole('menuitem', { name: 'Export as a project…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Export as a project' })
    await dialog.getByRole('radio', { name: '.env.example' }).press('Space')
    await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText('MY_DATABASE="')
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })
  await test.step('a fix brings the schema back to where it reads from', async () => {
    await choose(page, 7, 'Prisma 6')
    await expect(facet.validity).toHaveText('1 error')
    await code.tab('Problems').click()
    await page.getByRole('button', { name: /^Fix…/ }).first().press('Enter')
    await page
      .getByRole('menuitem', { name: 'Bring the whole schema back to Prisma 6' })
      .press('Enter')
    await expect(facet.validity).toHaveText('Valid')
    expect(await facet.text()).toContain('env("MY_DATABASE")')
    await facet.button('Undo').click()
    await facet.button('Undo').click()
    await code.tab('Schema').click()
  })
  await facet.button('Undo').click()
  await expect(page.getByRole('tab', { name: 'prisma.config.ts' })).toBeHidden()
  await expect(code.line('MY_DATABASE')).toBeVisible()
  expect(await facet.text()).toBe(FOR_6)
})

test('choosing a version is a step like any other, and outlives a reload', async ({ page }) => {
  const { facet } = await openCode(page, FOR_7)
  const menu = (version: number) => versionMenu(page, version)
  await choose(page, 7, 'Prisma 6')
  await expect(menu(6)).toBeVisible()
  await expect(facet.validity, 'there is no url').toHaveText('1 error')
  await facet.button('Add enum').click()
  await page.keyboard.press('Escape')
  await expect(facet.block('enum Enum')).toBeVisible()

  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.reload()
  await expect(menu(6)).toBeVisible()
  await facet.button('Undo').click()
  await expect(facet.block('enum Enum')).toBeHidden()
  await expect(menu(6)).toBeVisible()
  await facet.button('Undo').click()
  await expect(menu(7)).toBeVisible()
  await expect(facet.validity).toHaveText('Valid')
  await facet.button('Redo').click()
  await expect(menu(6)).toBeVisible()

  const link = await facet.shareLink()
  await page.goto('about:blank')
  await page.goto(link)
  await expect(menu(6)).toBeVisible()
})

test('old syntax is explained beside the engine’s words, and written anew', async ({ page }) => {
  const { facet, code } = await openCode(page, FOR_6.replace('datasource db {', 'datasource {'))
  await expect(facet.validity).toHaveText(/error/)
  await code.tab('Problems').click()
  const problem = page.getByRole('button', { name: /^Error / }).first()
  await expect(problem).toContainText('Every datasource has a name')
  const problems = page.getByRole('tabpanel', { name: 'Problems' })
  await problems.getByRole('button', { name: /^Fix…/ }).first().press('Enter')
  await page
    .getByRole('menuitem', { name: /as Prisma does now$/ })
    .first()
    .press('Enter')
  await expect(facet.validity).toHaveText('Valid')
  expect(await facet.text()).toMatch(/^datasource \w+ \{/)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`prisma.config.ts is coloured as TypeScript (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await openCode(page, FOR_7)
    await page.getByRole('tab', { name: 'prisma.config.ts' }).click()
    const config = page.getByRole('region', { name: 'prisma.config.ts' })
    for (const [text, name] of [
      ['import', '--accent'],
      ["'prisma/config'", '--success'],
      ['defineConfig', '--kind-type'],
    ] as const) {
      const piece = config.locator('code span').getByText(text, { exact: true }).last()
      await expect(piece).toHaveCSS('color', await designColor(page, name))
    }
    expect(await axe(page, '[data-slot="code-side"]')).toEqual([])
  })
}
