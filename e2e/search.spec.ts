import type { Page } from '@playwright/test'
import { axe } from './support/axe'
import { Facet } from './support/facet'
import { expect, test } from './support/test'

// Finding things by all that the schema says of them, and going there.

const SHOP = `/// Somebody who buys.
model User {
  id     Int     @id
  email  String  @unique @db.VarChar(80)
  role   Role    @default(GUEST)
  orders Order[]

  @@map("people")
}

model Order {
  id     Int    @id
  total  Int    @map("total_cents")
  userId Int
  user   User   @relation(fields: [userId], references: [id])

  @@index([userId, total])
}

enum Role {
  GUEST
  ADMIN
}
`

async function openShop(page: Page): Promise<Facet> {
  const facet = new Facet(page)
  await facet.start()
  await facet.openFiles({ name: 'shop.prisma', text: SHOP })
  await expect(facet.block('enum Role')).toBeVisible()
  return facet
}

test('the explorer finds by what is said, says what, and goes there', async ({ page }) => {
  const facet = await openShop(page)
  const box = page.getByRole('searchbox', { name: 'Filter blocks and fields' })
  const row = (name: string) => page.getByRole('treeitem', { name, exact: true })

  await box.fill('people')
  await expect(row('User @@map people')).toBeVisible()
  await box.fill('@@index')
  await expect(row('Order @@index([userId, total])')).toBeVisible()
  await box.fill('buys')
  await expect(row('User Somebody who buys.')).toBeVisible()
  await box.fill('@db.varchar')
  await expect(row('email @db.VarChar(80)')).toBeVisible()
  await expect(row('Order')).toHaveCount(0)
  expect(await axe(page)).toEqual([])

  await box.fill('Int')
  await row('total Int').click()
  await expect(facet.row('model Order', 'total Int')).toBeInViewport()
  await expect(row('total Int')).toHaveAttribute('aria-selected', 'true')

  await box.fill('@unique')
  await box.press('Enter')
  await expect(row('email @unique')).toHaveAttribute('aria-selected', 'true')
  await expect(facet.row('model User', 'email String')).toBeInViewport()

  await box.fill('nowhere')
  await expect(page.getByText(/^Nothing is called or says that/)).toBeVisible()
})

test('the palette finds by what is said, after what is called so', async ({ page }) => {
  const facet = await openShop(page)
  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('dialog', { name: 'Search' })
  const options = palette.getByRole('option')

  await palette.getByRole('combobox').fill('role')
  await expect(options.first()).toHaveText(/^Role/)
  await palette.getByRole('combobox').fill('total_cents')
  await expect(options).toHaveText(['Order.total@map total_cents'])
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
  await expect(facet.row('model Order', 'total Int')).toBeInViewport()
  await expect(page.getByRole('treeitem', { name: 'Order', exact: true })).toBeVisible()
})

test('a block that is hidden is found and brought back', async ({ page }) => {
  const facet = await openShop(page)
  await facet.block('enum Role').click({ button: 'right', position: { x: 40, y: 16 } })
  await page.getByRole('menuitem', { name: /^Hide/ }).click()
  await expect(facet.block('enum Role')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('dialog', { name: 'Search' })
  await palette.getByRole('combobox').fill('role')
  await palette.getByRole('option', { name: /^Role enum/ }).click()
  await expect(facet.block('enum Role')).toBeInViewport()
})
