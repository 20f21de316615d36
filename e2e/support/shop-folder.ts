import type { Page } from '@playwright/test'
import { Facet } from './facet'
import { PrivateFolder } from './private-folder'
import { expect } from './test'

export const USER = 'model User {\n  id    Int    @id\n  posts Post[]\n}\n'

export const POST = `/// What people write.
model Post {
  id     Int  @id
  user   User @relation(fields: [userId], references: [id])
  userId Int
  kind   Kind
}

// How it is meant.
enum Kind {
  NEWS
}
`

export const POST_PATH = 'prisma/schema/models/post.prisma'

export const SHOP = {
  'prisma/schema/main.prisma': '\ufeffdatasource db {\r\n  provider = "sqlite"\r\n}\r\n',
  'prisma/schema/models/user.prisma': USER,
  [POST_PATH]: POST,
  'node_modules/x/schema.prisma': 'model X {\n}\n',
}

/** As the folder with the schema is called in the status line. */
export const TITLE = './shop/prisma/schema'

/** Opens a folder with a schema in it by the file menu, to edit it in place. */
export async function openShop(page: Page): Promise<{ facet: Facet; folder: PrivateFolder }> {
  const folder = await PrivateFolder.make(page, 'shop', SHOP)
  const facet = new Facet(page)
  await facet.start()
  await pickShop(facet)
  return { facet, folder }
}

export async function pickShop(facet: Facet): Promise<void> {
  const { page } = facet
  await facet.button('File').click()
  await page.getByRole('menuitem', { name: 'Open folder…' }).click()
  await expect(facet.block('model Post')).toBeVisible()
  await expect(page.getByRole('button', { name: `${TITLE} saved` })).toBeVisible()
}

/** Gives a field of the model Post another name, on the canvas. */
export async function renameField(facet: Facet, row: string, name: string): Promise<void> {
  const { page, diagram } = facet
  await facet.row('model Post', row).getByText(row, { exact: true }).dblclick()
  await expect(diagram.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(facet.row('model Post', name)).toBeVisible()
}
