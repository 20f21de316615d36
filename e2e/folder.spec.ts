import type { Page } from '@playwright/test'
import { Code } from './support/code'
import { Facet } from './support/facet'
import { PrivateFolder } from './support/private-folder'
import {
  openShop,
  POST,
  POST_PATH,
  pickShop,
  renameField,
  SHOP,
  TITLE,
  USER,
} from './support/shop-folder'
import { expect, test } from './support/test'

// Schemas that are edited in place, in a folder on disk.

test('a folder gets only what changed, and new files when that is agreed to', async ({ page }) => {
  const { facet, folder } = await openShop(page)
  const before = await folder.read()
  await renameField(facet, 'kind', 'sort')
  await expect(page.getByRole('button', { name: `1 unsaved file in ${TITLE}` })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByRole('button', { name: `${TITLE} saved` })).toBeVisible()
  const after = await folder.read()
  const post = POST_PATH
  expect(after[post]?.text).toBe(POST.replace('kind   Kind', 'sort   Kind'))
  const { [post]: _one, ...others } = after
  const { [post]: _other, ...othersBefore } = before
  expect(others).toEqual(othersBefore)

  await facet.runAction('New schema file')
  await expect(page.getByRole('textbox', { name: 'Path of the new file' })).toBeFocused()
  await page.keyboard.type('models/tag')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+s')
  const question = page.getByRole('alertdialog', { name: /create files/ })
  await expect(question).toContainText('models/tag.prisma')
  await question.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => folder.text('prisma/schema/models/tag.prisma')).toBe('')
})

test('a folder is merged when others change it, and a conflict is shown', async ({ page }) => {
  const { facet, folder } = await openShop(page)
  const path = POST_PATH
  await renameField(facet, 'kind', 'sort')
  const theirs = POST.replace('What people write', 'Theirs').replace('NEWS', 'NEWS\n  TALK')
  await folder.write({ [path]: theirs })
  await expect(facet.row('enum Kind', 'TALK')).toBeVisible()
  await expect(facet.row('model Post', 'sort')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+s')
  const merged = theirs.replace('kind   Kind', 'sort   Kind')
  await expect.poll(() => folder.text(path)).toBe(merged)

  await renameField(facet, 'sort', 'mine')
  await folder.write({ [path]: merged.replace('sort  ', 'other ') })
  await expect(page.getByRole('button', { name: `1 conflict in ${TITLE}` })).toBeVisible()
  const toast = page.locator('[data-slot="toast"]').filter({ hasText: 'in the same lines' })
  await expect(toast.locator('.lucide-triangle-alert')).toBeVisible()
  await expect(toast.locator('.lucide-circle-check')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+s')
  const dialog = page.getByRole('dialog', { name: 'Changed here and in the folder' })
  await expect(dialog.getByRole('cell', { name: 'mine Kind' })).toBeVisible()
  await expect(dialog.getByRole('cell', { name: 'other Kind' })).toBeVisible()
  expect(await folder.text(path)).toBe(merged.replace('sort  ', 'other '))
  await dialog.getByRole('button', { name: 'Take the folder’s version' }).click()
  await expect(dialog).toBeHidden()
  await expect(facet.row('model Post', 'other')).toBeVisible()
  await facet.button('Undo').click()
  await expect(facet.row('model Post', 'mine')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+s')
  await expect.poll(() => folder.text(path)).toBe(merged.replace('sort  ', 'mine  '))
})

test('a folder is there again after a reload, once the person agrees', async ({ page }) => {
  // The private file system needs no permission, so the browser's question is stood in for.
  await page.addInitScript(() => {
    const isAllowed = () => sessionStorage.getItem('asked') !== 'yes'
    Object.assign(FileSystemHandle.prototype, {
      queryPermission: async () => (isAllowed() ? 'granted' : 'prompt'),
      requestPermission: async () => {
        sessionStorage.removeItem('asked')
        return 'granted'
      },
    })
  })
  const { facet, folder } = await openShop(page)
  await renameField(facet, 'kind', 'sort')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.evaluate(() => sessionStorage.setItem('asked', 'yes'))
  await page.reload()
  await expect(facet.row('model Post', 'sort')).toBeVisible()
  await page.getByRole('button', { name: `Reconnect ${TITLE}` }).click()
  await page.getByRole('button', { name: `1 unsaved file in ${TITLE}` }).click()
  await page.getByRole('menuitem', { name: 'Save to the folder' }).click()
  await expect.poll(() => folder.text(POST_PATH)).toBe(POST.replace('kind   Kind', 'sort   Kind'))
})

test('files that are not saved are marked in the tabs and in the tree', async ({ page }) => {
  const { facet } = await openShop(page)
  await facet.button('Show files').click()
  const tree = page.getByRole('tree', { name: 'Files' })
  const row = tree.getByRole('treeitem', { name: /^post\.prisma, / })
  const tab = page.getByRole('tablist', { name: 'Files' }).getByRole('tab', { name: /^post/ })
  await expect(tab).toHaveAccessibleName('post.prisma')
  await renameField(facet, 'kind', 'sort')
  await expect(row).toHaveAccessibleName('post.prisma, 2 blocks, unsaved')
  await expect(row.getByRole('img', { name: 'unsaved' })).toBeVisible()
  await expect(tab).toHaveAccessibleName('post.prisma unsaved')
  await expect(page.getByRole('img', { name: 'unsaved' })).toHaveCount(2)
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByRole('img', { name: 'unsaved' })).toHaveCount(0)
  await expect(row).toHaveAccessibleName('post.prisma, 2 blocks')
})

test('what others write while one types is merged in, and typing goes on', async ({ page }) => {
  const { facet, folder } = await openShop(page)
  const code = new Code(page)
  await page.getByRole('tab', { name: /^post/ }).click()
  await code.goToEndOf('userId Int')
  await page.keyboard.type(' // one')
  await folder.write({ [POST_PATH]: `// Theirs.\n${POST.replace('NEWS', 'NEWS\n  TALK')}` })
  // Until it is there, and after that, without ever putting the cursor anywhere.
  await expect(async () => {
    await page.keyboard.type('.')
    await expect(facet.row('enum Kind', 'TALK')).toBeVisible({ timeout: 300 })
  }).toPass()
  await page.keyboard.type(' two')
  await expect(code.line('userId Int // one')).toContainText(/one\.+\stwo$/)
  await expect(code.line('// Theirs.')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+s')
  await expect
    .poll(() => folder.text(POST_PATH))
    .toMatch(/^\/\/ Theirs\.\n[\s\S]*userId Int \/\/ one\.+ two\n[\s\S]*TALK/)
})

test('a file that is deleted by others goes, and is a conflict where it was changed', async ({
  page,
}) => {
  const { facet, folder } = await openShop(page)
  await folder.remove('prisma/schema/models/user.prisma')
  await expect(facet.block('model User')).toBeHidden()
  await expect(page.getByText(/Took over changes of models\/user\.prisma/).first()).toBeVisible()
  await facet.button('Undo').click()
  await expect(facet.block('model User')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+s')
  const question = page.getByRole('alertdialog', { name: /create files/ })
  await question.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => folder.text('prisma/schema/models/user.prisma')).toBe(USER)

  await renameField(facet, 'kind', 'sort')
  await folder.remove(POST_PATH)
  await page.getByRole('button', { name: `1 conflict in ${TITLE}` }).click()
  await page.getByRole('menuitem', { name: 'Resolve conflicts…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Changed here and in the folder' })
  await expect(dialog).toContainText('was changed here, and deleted in the folder')
  await dialog.getByRole('button', { name: 'Keep my version' }).click()
  await expect(facet.row('model Post', 'sort')).toBeVisible()
})

test('a permission that is taken back costs nothing', async ({ page }) => {
  // The private file system needs no permission, so the browser's refusal is stood in for.
  await page.addInitScript(() => {
    const isRefused = () => sessionStorage.getItem('refused') === 'yes'
    const { createWritable } = FileSystemFileHandle.prototype
    Object.assign(FileSystemHandle.prototype, {
      queryPermission: async () => (isRefused() ? 'prompt' : 'granted'),
      requestPermission: async () => (isRefused() ? 'denied' : 'granted'),
    })
    FileSystemFileHandle.prototype.createWritable = function (...options) {
      if (isRefused()) throw new DOMException('refused', 'NotAllowedError')
      return createWritable.apply(this, options)
    }
  })
  const { facet, folder } = await openShop(page)
  await renameField(facet, 'kind', 'sort')
  await page.evaluate(() => sessionStorage.setItem('refused', 'yes'))
  await page.keyboard.press('ControlOrMeta+s')
  const alert = page.getByRole('alert').filter({ hasText: 'no longer allows access' })
  await expect(alert).toContainText('Your design is kept in this browser.')
  await page.getByRole('button', { name: `Reconnect ${TITLE}` }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'was not allowed to use' })).toBeVisible()
  await expect(facet.row('model Post', 'sort')).toBeVisible()
  expect(await folder.text(POST_PATH)).toBe(POST)

  await page.evaluate(() => sessionStorage.removeItem('refused'))
  await page.keyboard.press('ControlOrMeta+s')
  await expect.poll(() => folder.text(POST_PATH)).toBe(POST.replace('kind   Kind', 'sort   Kind'))
})

test('two tabs on one folder see what the other wrote, and write over nothing', async ({
  page,
  context,
}) => {
  const { facet, folder } = await openShop(page)
  const second = await context.newPage()
  const other = new Facet(second)
  await PrivateFolder.make(second, 'shop', {})
  await other.start()
  await pickShop(other)

  await renameField(facet, 'kind', 'sort')
  await page.keyboard.press('ControlOrMeta+s')
  await expect.poll(() => folder.text(POST_PATH)).toContain('sort   Kind')
  await second.bringToFront()
  await expect(other.row('model Post', 'sort')).toBeVisible()
  await expect(second.getByRole('button', { name: `${TITLE} saved` })).toBeVisible()

  await renameField(other, 'sort', 'theirs')
  await second.keyboard.press('ControlOrMeta+s')
  await expect.poll(() => folder.text(POST_PATH)).toContain('theirs Kind')
  await page.bringToFront()
  await expect(facet.row('model Post', 'theirs')).toBeVisible()
  await expect(page.getByRole('button', { name: `${TITLE} saved` })).toBeVisible()
  await expect(page.getByText(/changed in another tab/)).toHaveCount(0)
})

/** Drops the private folder on the window; a script cannot make such a drop, so its items are stood in for. */
async function dropShop(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const handle = await root.getDirectoryHandle('shop')
    const file = (path: string, text: string) => ({
      isFile: true,
      isDirectory: false,
      name: path.split('/').at(-1),
      fullPath: `/${path}`,
      file: (resolve: (file: File) => void) => resolve(new File([text], path)),
    })
    const entries = [file('shop/copied.prisma', 'model Copied {\n  id Int @id\n}\n')]
    const entry = {
      isFile: false,
      isDirectory: true,
      name: 'shop',
      createReader: () => ({
        readEntries: (resolve: (found: unknown[]) => void) => resolve(entries.splice(0)),
      }),
    }
    const item = {
      kind: 'file',
      webkitGetAsEntry: () => entry,
      getAsFileSystemHandle: async () => handle,
    }
    for (const type of ['dragenter', 'drop']) {
      const event = new DragEvent(type, { bubbles: true, cancelable: true })
      const dataTransfer = { types: ['Files'], items: [item], files: [], dropEffect: 'none' }
      Object.defineProperty(event, 'dataTransfer', { value: dataTransfer })
      document.body.dispatchEvent(event)
    }
  })
}

test('a folder that is dropped on the window is edited in place', async ({ page }) => {
  const folder = await PrivateFolder.make(page, 'shop', SHOP)
  const facet = new Facet(page)
  await facet.start()
  await dropShop(page)
  await expect(facet.block('model Post')).toBeVisible()
  await expect(page.getByText(`Opened ${TITLE}`).first()).toBeVisible()
  await renameField(facet, 'kind', 'sort')
  await page.keyboard.press('ControlOrMeta+s')
  await expect.poll(() => folder.text(POST_PATH)).toBe(POST.replace('kind   Kind', 'sort   Kind'))
})

test('a folder that may not be written is opened as a copy, which is said', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(FileSystemHandle.prototype, {
      queryPermission: async () => 'prompt',
      requestPermission: async () => 'denied',
    })
  })
  await PrivateFolder.make(page, 'shop', SHOP)
  const facet = new Facet(page)
  await facet.start()
  await dropShop(page)
  await expect(facet.block('model Copied')).toBeVisible()
  await expect(
    page.getByText(/It is a copy: the folder on disk stays as it is/).first(),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: /shop.* saved$/ })).toHaveCount(0)
})
