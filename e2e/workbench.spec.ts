import type { Page } from '@playwright/test'
import { axe } from './support/axe'
import { Facet } from './support/facet'
import { boxOf } from './support/places'
import { expect, test } from './support/test'

const SCHEMA = 'model Alpha {\n  id Int @id\n}\n\nmodel Beta {\n  id Int @id\n  note String\n}\n'

const alert = (page: Page, text: RegExp) => page.getByRole('alert').filter({ hasText: text })

/** Drops files on the window as a file manager would. */
async function drop(page: Page, ...files: { name: string; text: string }[]): Promise<void> {
  const transfer = await page.evaluateHandle((files) => {
    const data = new DataTransfer()
    for (const { name, text } of files) data.items.add(new File([text], name))
    return data
  }, files)
  const target = page.locator('body')
  await target.dispatchEvent('dragenter', { dataTransfer: transfer })
  await expect(page.getByText('Drop to open as a new design')).toBeVisible()
  await target.dispatchEvent('drop', { dataTransfer: transfer })
  await expect(page.getByText('Drop to open as a new design')).toBeHidden()
}

test.describe('files', () => {
  test('a new design is empty, and the one before stays among the recent ones', async ({
    page,
  }) => {
    const facet = new Facet(page)
    await facet.start()
    await facet.openFiles({ name: 'first.prisma', text: SCHEMA })
    await expect(facet.block('model Alpha')).toBeVisible()
    await facet.button('File').click()
    await page.getByRole('menuitem', { name: 'New design', exact: true }).click()
    await expect(facet.block('model Alpha')).toBeHidden()
    await expect(facet.diagram.getByText('Nothing here yet')).toBeVisible()

    await facet.button('File').click()
    await page.getByRole('menuitem', { name: 'Recent designs…' }).click()
    const designs = page.getByRole('list', { name: 'Designs' })
    await designs.getByRole('button', { name: /^first/ }).click()
    await expect(facet.block('model Alpha')).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Design name' })).toHaveValue('first')
  })

  test('a deleted design comes back by undo', async ({ page }) => {
    const facet = new Facet(page)
    await facet.start()
    await facet.openFiles({ name: 'doomed.prisma', text: SCHEMA })
    await expect(facet.block('model Alpha')).toBeVisible()
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
    await facet.openFiles({ name: 'other.prisma', text: 'model Other {\n  id Int @id\n}\n' })
    await expect(facet.block('model Other')).toBeVisible()

    await facet.button('File').click()
    await page.getByRole('menuitem', { name: 'Recent designs…' }).click()
    await page.getByRole('button', { name: 'Delete doomed' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
    const doomed = page.getByRole('list', { name: 'Designs' }).getByText('doomed')
    await expect(doomed).toBeHidden()
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect(doomed).toBeVisible()
  })

  test('pasted schema text opens, and other text says why it does not', async ({ page }) => {
    const facet = new Facet(page)
    await facet.start()
    await facet.button('File').click()
    await page.getByRole('menuitem', { name: 'Open pasted schema…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Open a pasted schema' })
    await dialog.getByRole('textbox', { name: 'Schema text' }).fill('hello, world')
    await dialog.getByRole('button', { name: 'Open' }).click()
    await expect(dialog.getByText(/no model, enum or other block/)).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Schema text' }).fill(SCHEMA)
    await dialog.getByRole('button', { name: 'Open' }).click()
    await expect(dialog).toBeHidden()
    await expect(facet.block('model Beta')).toBeVisible()
    expect(await facet.text()).toBe(SCHEMA)
  })

  test('several dropped files open as one design and leave as an archive', async ({ page }) => {
    const facet = new Facet(page)
    await facet.start()
    await drop(
      page,
      { name: 'alpha.prisma', text: 'model Alpha {\n  id Int @id\n}\n' },
      { name: 'beta.prisma', text: 'model Beta {\n  id Int @id\n}\n' },
    )
    await expect(facet.block('model Alpha')).toBeVisible()
    await expect(facet.block('model Beta')).toBeVisible()
    await expect(page.getByRole('list', { name: 'Counts' })).toContainText('2 files')
    expect((await facet.downloadSchema()).subarray(0, 2).toString()).toBe('PK')
  })

  test('a file that cannot be opened says why and changes nothing', async ({ page }) => {
    const facet = new Facet(page)
    await facet.start()
    await facet.openFiles({ name: 'mine.prisma', text: SCHEMA })
    await expect(facet.block('model Alpha')).toBeVisible()
    await drop(page, { name: 'photo.png', text: '\u0000\u0001PNG' })
    await expect(alert(page, /photo\.png/)).toBeVisible()
    await facet.openFiles({ name: 'broken.zip', text: 'PK\u0003\u0004 but not really' })
    await expect(alert(page, /archive/i)).toBeVisible()
    await expect(facet.block('model Alpha')).toBeVisible()
    expect(await facet.text()).toBe(SCHEMA)
  })

  test('the name can be changed, and Escape leaves it', async ({ page }) => {
    const facet = new Facet(page)
    await facet.start()
    const name = page.getByRole('textbox', { name: 'Design name' })
    await facet.button('File').click()
    await page.getByRole('menuitem', { name: 'Rename design' }).click()
    await expect(name).toBeFocused()
    await page.keyboard.type('Warehouse')
    await page.keyboard.press('Enter')
    await expect(name).toHaveValue('Warehouse')
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
    await name.fill('Something else')
    await page.keyboard.press('Escape')
    await expect(name).toHaveValue('Warehouse')
    await page.reload()
    await expect(name).toHaveValue('Warehouse')
  })

  test('an unsaved copy can be kept', async ({ page }) => {
    const facet = new Facet(page)
    await facet.start()
    await facet.button('Keep a copy').click()
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
    await page.reload()
    await expect(facet.block('model Customer')).toBeVisible()
    await expect(facet.button('Keep a copy')).toBeHidden()
  })
})

test.describe('palette', () => {
  test('finds blocks, fields and commands', async ({ page }) => {
    const facet = new Facet(page)
    await facet.start()
    await page.keyboard.press('ControlOrMeta+k')
    const palette = page.getByRole('dialog', { name: 'Search' })
    const box = palette.getByRole('combobox')
    await box.fill('paymentmeth')
    await page.keyboard.press('Enter')
    await expect(palette).toBeHidden()
    const tree = page.getByRole('tree', { name: 'Blocks' })
    await expect(tree.getByRole('treeitem', { name: 'PaymentMethod' })).toHaveAttribute(
      'aria-selected',
      'true',
    )

    await facet.button('Search').click()
    await box.fill('product.sku')
    await expect(palette.getByRole('option', { name: 'Product.sku' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('Product')

    await facet.button('Search').click()
    await box.fill('add enum')
    await page.keyboard.press('Enter')
    await expect(facet.block('enum Enum')).toBeVisible()
    // The name is being typed already: the palette gave the focus to the new block.
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('Colour')
    await page.keyboard.press('Enter')
    await expect(facet.block('enum Colour')).toBeVisible()
  })

  test('says when there is nothing, and closes by Escape', async ({ page }) => {
    const facet = new Facet(page)
    await facet.start()
    await facet.button('Search').click()
    const palette = page.getByRole('dialog', { name: 'Search' })
    await palette.getByRole('combobox').fill('qqqqqqq')
    await expect(palette.getByText('Nothing is called or says that.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(palette).toBeHidden()
    await expect(facet.button('Search')).toBeFocused()
  })
})

test.describe('share', () => {
  test('copies the link at once and says how long it is', async ({ page }) => {
    const facet = new Facet(page)
    await facet.start()
    await facet.button('Share').click()
    const dialog = page.getByRole('dialog', { name: 'Share this design' })
    await expect(dialog.getByRole('status').filter({ hasText: 'Link copied' })).toBeVisible()
    const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue()
    expect(link).toMatch(/^http:\/\/.+\/#1\./)
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)
    await expect(dialog.getByText(`${link.length.toLocaleString('en')} characters`)).toBeVisible()
    await expect(dialog.getByText('This link is long.')).toBeHidden()
  })

  test('warns about a long link and offers a file that opens again', async ({ page }) => {
    const facet = new Facet(page)
    await facet.start()
    // Random names do not compress.
    let seed = 1
    const word = () => {
      seed = (seed * 48271) % 2147483647
      return `W${seed.toString(36)}`
    }
    const models = Array.from(
      { length: 120 },
      () =>
        `model ${word()} {\n  id Int @id\n${Array.from({ length: 8 }, () => `  ${word()} String\n`).join('')}}\n`,
    )
    const text = `model Anchor {\n  id Int @id\n}\n\n${models.join('\n')}`
    await facet.openFiles({ name: 'long.prisma', text })
    await expect(facet.block('model Anchor')).toBeAttached()
    await facet.button('Share').click()
    const dialog = page.getByRole('dialog', { name: 'Share this design' })
    await expect(dialog.getByText('This link is long.')).toBeVisible()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Download a file instead' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('long.facet.json')
    await page.keyboard.press('Escape')
    await facet.openFiles({ name: 'small.prisma', text: SCHEMA })
    await expect(facet.block('model Alpha')).toBeVisible()
    const saved = test.info().outputPath('long.facet.json')
    await download.saveAs(saved)
    await page.getByLabel('Open schema files').setInputFiles(saved)
    await expect(facet.block('model Anchor')).toBeAttached()
    expect(await facet.text()).toBe(text)
  })
})

test.describe('window', () => {
  test('the theme can be chosen and is remembered', async ({ page }) => {
    const facet = new Facet(page)
    await facet.start()
    const html = page.locator('html')
    await expect(html).not.toHaveClass(/dark/)
    await facet.button('Theme').click()
    await page.getByRole('menuitemradio', { name: 'Dark' }).click()
    await expect(html).toHaveClass(/dark/)
    await page.reload()
    await expect(html).toHaveClass(/dark/)
  })

  test('shortcuts add, undo, redo, save and list themselves', async ({ page }) => {
    const facet = new Facet(page)
    await facet.start()
    await page.keyboard.press('m')
    await expect(facet.block('model Model')).toBeVisible()
    await page.keyboard.press('Escape')
    await facet.button('Zoom to fit').focus()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(facet.block('model Model')).toBeHidden()
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await expect(facet.block('model Model')).toBeVisible()
    await page.keyboard.press('ControlOrMeta+z')
    await page.keyboard.press('ControlOrMeta+y')
    await expect(facet.block('model Model')).toBeVisible()
    await page.keyboard.press('ControlOrMeta+s')
    await expect(
      page.getByRole('status').filter({ hasText: 'Saved in this browser' }),
    ).toBeVisible()
    // Letters are letters while one types.
    await page.getByRole('searchbox', { name: 'Filter blocks and fields' }).focus()
    await page.keyboard.type('me?')
    await expect(facet.block('model Model2')).toBeHidden()
    await facet.button('Zoom to fit').focus()
    await page.keyboard.press('?')
    const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(shortcuts).toContainText('Undo')
    await page.keyboard.press('Escape')
    await expect(shortcuts).toBeHidden()
  })

  test('panes open, close, resize, and are remembered', async ({ page }) => {
    const facet = new Facet(page)
    await facet.start()
    const explorer = page.getByRole('complementary', { name: 'Explorer' })
    const code = page.getByRole('complementary', { name: 'Code' })
    await expect(explorer).toBeVisible()
    await page.keyboard.press('ControlOrMeta+b')
    await expect(explorer).toBeHidden()
    const handle = page.getByRole('separator', { name: 'Resize code' })
    const before = (await boxOf(code)).width
    await handle.press('ArrowLeft')
    const after = (await boxOf(code)).width
    expect(after).toBeGreaterThan(before)
    await page.reload()
    await expect(code).toBeVisible()
    await expect(explorer).toBeHidden()
    expect((await boxOf(code)).width).toBe(after)
    await page.keyboard.press('ControlOrMeta+j')
    await expect(code).toBeHidden()
  })

  test('the status line counts, and its verdict leads to the problems', async ({ page }) => {
    const facet = new Facet(page)
    await facet.start()
    await expect(facet.validity).toHaveText('Valid')
    await expect(page.getByRole('list', { name: 'Counts' })).toContainText('8 models')
    await facet.openFiles({
      name: 'wrong.prisma',
      text: 'model Wrong {\n  id Int @id\n  a Nope\n  b Nada\n}\n',
    })
    await expect(facet.validity).toHaveText('2 errors')
    await facet.validity.getByRole('button').click()
    await expect(page.getByRole('tab', { name: 'Problems' })).toHaveAttribute(
      'aria-selected',
      'true',
    )
  })

  test('the Prisma version decides what is valid', async ({ page }) => {
    const facet = new Facet(page)
    await facet.start()
    await facet.openFiles({
      name: 'six.prisma',
      text: 'datasource db {\n  provider = "sqlite"\n  url = "file:x"\n}\n\nmodel A {\n  id Int @id\n}\n',
    })
    const choose = async (version: string) => {
      await page.getByRole('button', { name: /^Prisma version/ }).click()
      await page.getByRole('menuitemradio', { name: version, exact: true }).click()
    }
    await expect(facet.validity).toHaveText('Valid')
    await choose('Prisma 7')
    await expect(facet.validity).toHaveText('1 error')
    await choose('Prisma 6')
    await expect(facet.validity).toHaveText('Valid')
  })
})

test.describe('explorer and inspector', () => {
  test('finds fields, walks by keyboard and goes to a block', async ({ page }) => {
    const facet = new Facet(page)
    await facet.start()
    const search = page.getByRole('searchbox', { name: 'Filter blocks and fields' })
    const tree = page.getByRole('tree', { name: 'Blocks' })
    await search.fill('unitprice')
    await expect(tree.getByRole('treeitem')).toHaveCount(3)
    await expect(tree.getByRole('treeitem', { name: 'OrderLine' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(tree.getByRole('treeitem', { name: 'unitPrice' })).toHaveAttribute(
      'aria-selected',
      'true',
    )
    await page.keyboard.press('Escape')
    await expect(search).toHaveValue('')
    await search.fill('nothing like it')
    await expect(page.getByText('Nothing matches')).toBeVisible()
    await search.fill('')
    await tree.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await expect(tree.getByRole('treeitem', { name: 'street String' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('Name')
    await expect(tree.getByRole('treeitem', { name: 'Address', exact: true })).toHaveAttribute(
      'aria-selected',
      'true',
    )
  })

  test('every control of the inspector is a command on the text', async ({ page }) => {
    const facet = new Facet(page)
    await facet.start()
    await facet.openFiles({ name: 'shop.prisma', text: SCHEMA })
    await expect(facet.block('model Beta')).toBeVisible()
    await page.getByRole('treeitem', { name: 'Beta' }).click()
    const inspector = page.getByRole('complementary', { name: 'Inspector' })
    await inspector.getByRole('button', { name: /^note/ }).click()
    await inspector.getByRole('radio', { name: 'Optional' }).check({ force: true })
    await expect(facet.row('model Beta', 'note String?')).toBeVisible()
    await inspector.getByRole('switch', { name: /@unique/ }).click()
    await inspector.getByLabel('Default', { exact: true }).selectOption('Text')
    await inspector.getByRole('textbox', { name: 'Default value' }).fill('x')
    await page.keyboard.press('Enter')
    await inspector.getByRole('textbox', { name: 'Name', exact: true }).fill('remark')
    await page.keyboard.press('Enter')
    await expect(facet.row('model Beta', 'remark String?')).toBeVisible()
    expect(await facet.text()).toBe(
      'model Alpha {\n  id Int @id\n}\n\nmodel Beta {\n  id Int @id\n  remark String? @unique @default("x")\n}\n',
    )
    await inspector.getByRole('textbox', { name: 'Name', exact: true }).fill('id')
    await page.keyboard.press('Enter')
    await expect(inspector.getByText(/already has a field called id/)).toBeVisible()
    for (let step = 0; step < 4; step++) await facet.button('Undo').click()
    expect(await facet.text()).toBe(SCHEMA)
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('the window and its dialogs are accessible', async ({ page }) => {
      const facet = new Facet(page)
      await facet.start()
      await expect(facet.validity).toHaveText('Valid')
      expect(await axe(page)).toEqual([])
      await page.getByRole('treeitem', { name: 'Product' }).click()
      expect(await axe(page, 'aside[aria-label="Explorer"]')).toEqual([])
      expect(await axe(page, 'aside[aria-label="Inspector"]')).toEqual([])
      await page.getByRole('button', { name: /^sku/ }).click()
      expect(await axe(page, 'aside[aria-label="Inspector"]')).toEqual([])
      await page.getByRole('button', { name: 'Back to model Product' }).click()
      await facet.button('Search').click()
      await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible()
      expect(await axe(page, '[role="dialog"]')).toEqual([])
      await page.keyboard.press('Escape')
      await facet.button('Share').click()
      await expect(page.getByText('Link copied')).toBeVisible()
      expect(await axe(page, '[role="dialog"]')).toEqual([])
      await page.keyboard.press('Escape')
      await facet.button('File').click()
      await page.getByRole('menuitem', { name: 'Recent designs…' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await axe(page, '[role="dialog"]')).toEqual([])
    })
  })
}

test.describe('small window', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('a reader on a telephone sees, searches and reads', async ({ page }) => {
    const facet = new Facet(page)
    await facet.start()
    const code = page.getByRole('complementary', { name: 'Code' })
    await expect(code).toBeHidden()
    await facet.button('Code').click()
    await expect(code).toBeVisible()
    await page.getByRole('tab', { name: 'SQL' }).click()
    await expect(page.getByRole('region', { name: 'SQL preview' })).toContainText('CREATE TABLE')
    await facet.button('Close code').click()
    await facet.button('Explorer').click()
    await page.getByRole('treeitem', { name: 'Payment', exact: true }).click()
    await expect(page.getByRole('complementary', { name: 'Explorer' })).toBeHidden()
    await expect(facet.block('model Payment')).toBeVisible()
    await facet.button('More').click()
    await expect(page.getByRole('menuitem', { name: 'Add model' })).toBeVisible()
    await page.keyboard.press('Escape')
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
    expect(await axe(page, 'header:has(h1)')).toEqual([])
    expect(await axe(page, 'footer')).toEqual([])
  })
})
