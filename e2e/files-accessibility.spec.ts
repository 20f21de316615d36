import type { Page } from '@playwright/test'
import { axe } from './support/axe'
import { Code } from './support/code'
import { Facet } from './support/facet'
import { PrivateFolder } from './support/private-folder'
import { openShop, POST, POST_PATH, renameField, TITLE, USER } from './support/shop-folder'
import { expect, test } from './support/test'

const DATASOURCE = 'datasource db {\n  provider = "sqlite"\n}\n'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('the file tree, its menus and the box for a name', async ({ page }) => {
      const { facet } = await openShop(page)
      await facet.button('Show files').click()
      const tree = page.getByRole('tree', { name: 'Files' })
      await renameField(facet, 'kind', 'sort')
      await expect(tree.getByRole('img', { name: 'unsaved' })).toBeVisible()
      expect(await axe(page)).toEqual([])

      for (const [row, item] of [
        ['post.prisma, ', 'Rename or move…'],
        ['models', 'Rename or move…'],
        ['Post', 'Rename'],
      ] as const) {
        await tree.getByRole('treeitem', { name: new RegExp(`^${row}`) }).click({ button: 'right' })
        await expect(page.getByRole('menuitem', { name: item })).toBeVisible()
        expect(await axe(page, '[role="menu"]'), row).toEqual([])
        await page.keyboard.press('Escape')
        await expect(page.getByRole('menu')).toHaveCount(0)
      }

      await tree.getByRole('treeitem', { name: /^post\.prisma, / }).click()
      await tree.focus()
      await page.keyboard.press('F2')
      const box = page.getByRole('textbox', { name: 'Path of the file' })
      await expect(box).toBeFocused()
      await page.keyboard.type('user')
      await page.keyboard.press('Enter')
      await expect(box).toHaveAccessibleDescription('There is already a file models/user.prisma.')
      expect(await axe(page, 'aside, [role="tree"]')).toEqual([])
    })

    test('what is asked about a folder', async ({ page }) => {
      const { facet, folder } = await openShop(page)
      await facet.runAction('New schema file')
      await expect(page.getByRole('textbox', { name: 'Path of the new file' })).toBeFocused()
      await page.keyboard.type('models/tag')
      await page.keyboard.press('Enter')
      await page.keyboard.press('ControlOrMeta+s')
      const question = page.getByRole('alertdialog', { name: /create files/ })
      await expect(question).toBeVisible()
      expect(await axe(page, '[role="alertdialog"]')).toEqual([])
      await page.keyboard.press('Escape')
      await expect(question).toBeHidden()

      await renameField(facet, 'kind', 'sort')
      await folder.write({ [POST_PATH]: POST.replace('kind  ', 'other ') })
      await page.getByRole('button', { name: `1 conflict in ${TITLE}` }).click()
      await page.getByRole('menuitem', { name: 'Resolve conflicts…' }).click()
      const conflict = page.getByRole('dialog', { name: 'Changed here and in the folder' })
      await expect(conflict.getByRole('cell', { name: 'other Kind' })).toBeVisible()
      expect(await axe(page, '[role="dialog"]')).toEqual([])
      await page.keyboard.press('Escape')
      await expect(conflict).toBeHidden()
    })

    test('which of several schemas', async ({ page }) => {
      await PrivateFolder.make(page, 'many', { 'one.prisma': DATASOURCE, 'two.prisma': DATASOURCE })
      const facet = new Facet(page)
      await facet.start()
      await facet.button('File').click()
      await page.getByRole('menuitem', { name: 'Open folder…' }).click()
      const choice = page.getByRole('dialog', { name: 'Which schema?' })
      await expect(choice.getByRole('list', { name: 'Schemas' })).toBeVisible()
      expect(await axe(page, '[role="dialog"]')).toEqual([])
      await choice.getByRole('button', { name: /^two\.prisma/ }).press('Enter')
      await expect(page.getByRole('button', { name: './many saved' })).toBeVisible()
    })
  })
}

test.describe('the box for a name in the file tree', () => {
  async function rename(page: Page) {
    const facet = new Facet(page)
    await facet.start()
    await facet.openFiles({ name: 'a.prisma', text: USER }, { name: 'b.prisma', text: POST })
    await expect(facet.block('model Post')).toBeVisible()
    await facet.button('Show files').click()
    const tree = page.getByRole('tree', { name: 'Files' })
    const row = (name: string) => tree.getByRole('treeitem', { name: new RegExp(`^${name}, `) })
    await row('b.prisma').click()
    const box = page.getByRole('textbox', { name: 'Path of the file' })
    const open = async () => {
      await tree.focus()
      await page.keyboard.press('F2')
      await expect(box).toBeFocused()
      await expect(box).toHaveValue('b.prisma')
    }
    await open()
    return { facet, tree, row, box, open }
  }

  test('opens with F2 and the name selected, takes it with Enter', async ({ page }) => {
    const { tree, row } = await rename(page)
    await page.keyboard.type('post')
    await page.keyboard.press('Enter')
    await expect(row('post.prisma')).toBeVisible()
    await expect(row('b.prisma')).toHaveCount(0)
    await expect(tree).toBeFocused()
  })

  test('leaves it be with Escape', async ({ page }) => {
    const { tree, row, box } = await rename(page)
    await page.keyboard.type('post')
    await page.keyboard.press('Escape')
    await expect(box).toBeHidden()
    await expect(row('b.prisma')).toBeVisible()
    await expect(tree).toBeFocused()
  })

  test('takes it when one goes elsewhere, and says when it cannot', async ({ page }) => {
    const { facet, row, box } = await rename(page)
    await page.keyboard.type('a')
    await facet.diagram.click({ position: { x: 5, y: 5 } })
    await expect(box).toBeHidden()
    await expect(
      page.getByRole('alert').getByText('There is already a file a.prisma'),
    ).toBeVisible()
    await expect(row('b.prisma')).toBeVisible()

    await row('b.prisma').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Rename or move…' }).click()
    await expect(box).toBeFocused()
    await page.keyboard.type('c')
    await facet.diagram.click({ position: { x: 5, y: 5 } })
    await expect(row('c.prisma')).toBeVisible()
  })

  test('keeps the focus when the editor is there only then', async ({ page }) => {
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/*.js', async (route) => {
      const response = await route.fetch()
      const body = await response.text()
      if (body.includes('onDidChangeCursorPosition')) await released
      await route.fulfill({ response, body })
    })
    const { box } = await rename(page)
    await page.keyboard.type('c')
    release()
    await expect(page.getByRole('textbox', { name: 'Schema editor' })).toBeAttached()
    await expect(new Code(page).line('model Post')).toBeVisible()
    await expect(box).toBeFocused()
    await expect(box).toHaveValue('c.prisma')
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  })

  test('says below what is wrong, and keeps what was typed', async ({ page }) => {
    const { row, box } = await rename(page)
    for (const [typed, problem] of [
      ['A', 'There is already a file a.prisma.'],
      ['a.prisma/x', 'a.prisma is a file, not a folder.'],
      [' ', 'The file needs a name.'],
      ['../b', /folder|path|name/i],
    ] as const) {
      await box.fill(typed)
      await expect(box).not.toHaveAttribute('aria-invalid')
      await page.keyboard.press('Enter')
      await expect(box).toHaveAccessibleDescription(problem)
      await expect(box).toHaveAttribute('aria-invalid', 'true')
      await expect(box).toHaveValue(typed)
      await expect(box).toBeFocused()
    }
    await box.fill('b')
    await page.keyboard.press('Enter')
    await expect(box).toBeHidden()
    await expect(row('b.prisma')).toBeVisible()
  })
})
