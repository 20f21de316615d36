import type { Locator, Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { Facet } from './support/facet'
import { near } from './support/places'
import { POST, USER } from './support/shop-folder'
import { expect, test } from './support/test'

async function openTwo(page: Page): Promise<{ facet: Facet; tree: Locator }> {
  const facet = new Facet(page)
  await facet.start()
  await facet.openFiles({ name: 'a.prisma', text: USER }, { name: 'b.prisma', text: POST })
  await expect(facet.block('model Post')).toBeVisible()
  await facet.button('Show files').click()
  return { facet, tree: page.getByRole('tree', { name: 'Files' }) }
}

/** The rows that are files or folders, as they are called. */
const names = (tree: Locator) =>
  tree
    .locator('[data-key^="file "], [data-key^="folder "]')
    .evaluateAll((rows) => rows.map((row) => row.dataset.key?.replace(/^\S+ /, '')))

const file = (tree: Locator, name: string) =>
  tree.getByRole('treeitem', { name: new RegExp(`^${name}, `) })

test('files are added, renamed and deleted by keyboard, and each can be undone', async ({
  page,
}) => {
  const { facet, tree } = await openTwo(page)
  const before = await facet.offsets('model User', 'model Post')
  const path = page.getByRole('textbox', { name: 'Path of the file' })

  await facet.button('File').click()
  await page.getByRole('menuitem', { name: 'New schema file…' }).click()
  await expect(page.getByRole('textbox', { name: 'Path of the new file' })).toBeFocused()
  await page.keyboard.type('models/tag')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => names(tree))
    .toEqual(['models', 'models/tag.prisma', 'a.prisma', 'b.prisma'])
  await expect(file(tree, 'tag.prisma')).toHaveAttribute('aria-current', 'true')
  await expect(tree).toBeFocused()

  // The last file is the one above its blocks, Kind and Post.
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('F2')
  await expect(path).toBeFocused()
  await page.keyboard.type('A')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').getByText('There is already a file a.prisma.')).toBeVisible()
  await path.fill('models/post')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => names(tree))
    .toEqual(['models', 'models/post.prisma', 'models/tag.prisma', 'a.prisma'])
  expect(await facet.offsets('model User', 'model Post')).toEqual(near(before))
  await facet.button('Undo').click()
  await expect.poll(() => names(tree)).toContain('b.prisma')

  await tree.focus()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Delete')
  const question = page.getByRole('alertdialog', { name: 'Delete b.prisma?' })
  await expect(question).toContainText('Post, Kind')
  await question.getByRole('button', { name: 'Delete' }).click()
  await expect(facet.block('model Post')).toBeHidden()
  await expect(facet.row('model User', 'posts')).toBeHidden()
  await facet.button('Undo').click()
  await expect(facet.row('model User', 'posts')).toBeVisible()
  expect(await facet.offsets('model User', 'model Post')).toEqual(near(before))
  await facet.button('Undo').click()
  await expect.poll(() => names(tree)).toEqual(['a.prisma', 'b.prisma'])
})

test('blocks are dragged onto files, and files into folders', async ({ page }) => {
  const { facet, tree } = await openTwo(page)
  await tree.getByRole('treeitem', { name: 'Kind', exact: true }).dragTo(file(tree, 'a.prisma'))
  await expect(file(tree, 'a.prisma')).toHaveAttribute('aria-label', 'a.prisma, 2 blocks')
  const archive = async () =>
    Object.fromEntries(
      Object.entries(unzipSync(await facet.downloadSchema())).map(([path, bytes]) => [
        path,
        new TextDecoder().decode(bytes),
      ]),
    )
  const kind = POST.slice(POST.indexOf('// How'))
  const moved = { 'a.prisma': `${USER}\n${kind}`, 'b.prisma': POST.replace(`\n${kind}`, '') }
  expect(await archive()).toEqual(moved)

  await file(tree, 'b.prisma').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Rename or move…' }).click()
  await page.getByRole('textbox', { name: 'Path of the file' }).fill('more/b')
  await page.keyboard.press('Enter')
  await expect.poll(() => names(tree)).toEqual(['more', 'more/b.prisma', 'a.prisma'])
  await file(tree, 'a.prisma').dragTo(tree.getByRole('treeitem', { name: 'more' }))
  await expect.poll(() => names(tree)).toEqual(['more', 'more/a.prisma', 'more/b.prisma'])
  expect(await archive()).toEqual({
    'more/a.prisma': moved['a.prisma'],
    'more/b.prisma': moved['b.prisma'],
  })

  await facet.button('Undo').click()
  await facet.button('Undo').click()
  await facet.button('Undo').click()
  expect(await archive()).toEqual({ 'a.prisma': USER, 'b.prisma': POST })
})

test('a model is renamed in all files', async ({ page }) => {
  const { facet, tree } = await openTwo(page)
  await tree.getByRole('treeitem', { name: 'User', exact: true }).click()
  await tree.focus()
  await page.keyboard.press('F2')
  await expect(facet.diagram.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Author')
  await page.keyboard.press('Enter')
  await expect(facet.block('model Author')).toBeVisible()
  await expect(facet.row('model Post', 'user Author')).toBeVisible()
  const files = unzipSync(await facet.downloadSchema())
  expect(new TextDecoder().decode(files['b.prisma'])).toContain('user   Author @relation')
})
