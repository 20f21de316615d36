import type { Page } from '@playwright/test'
import { Facet } from './support/facet'
import { expect, test } from './support/test'

// Ways of looking at a schema: detail, names, focus, what is hidden, and paths.

const TEAMS = `model User {
  id          Int          @id
  email       String       @unique @map("email_address")
  name        String
  memberships Membership[]

  @@map("users")
}

model Membership {
  userId Int
  teamId Int
  user   User @relation(fields: [userId], references: [id])
  team   Team @relation(fields: [teamId], references: [id])

  @@id([userId, teamId])
}

model Team {
  id          Int          @id
  title       String
  memberships Membership[]
}

model Setting {
  id    Int    @id
  value String
}
`

async function openTeams(page: Page): Promise<Facet> {
  const facet = new Facet(page)
  await facet.start()
  await facet.openFiles({ name: 'teams.prisma', text: TEAMS })
  await expect(facet.block('model Setting')).toBeVisible()
  return facet
}

async function choose(facet: Facet, option: string): Promise<void> {
  await facet.button('View options').click()
  await facet.page.getByRole('menuitemradio', { name: option }).click()
  // While the menu closes, keys are still its own.
  await expect(facet.page.getByRole('menu')).toHaveCount(0)
}

async function select(facet: Facet, name: string): Promise<void> {
  await facet.block(name).click({ position: { x: 40, y: 16 } })
}

test('shows keys only, names only, and everything again by key', async ({ page }) => {
  const facet = await openTeams(page)
  await choose(facet, 'Keys only')
  await expect(facet.row('model User', 'email String')).toBeVisible()
  await expect(facet.row('model User', 'name String')).toHaveCount(0)
  await expect(facet.block('model User').getByText('+2 fields')).toBeVisible()
  await choose(facet, 'Names only')
  await expect(facet.block('model User').getByRole('listitem')).toHaveCount(0)
  await page.keyboard.press('1')
  await expect(facet.row('model User', 'name String')).toBeVisible()
  await facet.button('Undo').click()
  await expect(facet.block('model User').getByRole('listitem')).toHaveCount(0)
})

test('collapses and expands one block', async ({ page }) => {
  const facet = await openTeams(page)
  const user = facet.block('model User')
  await select(facet, 'model User')
  await user.getByRole('button', { name: 'Collapse' }).click()
  await expect(user.getByRole('listitem')).toHaveCount(0)
  await expect(facet.row('model Team', 'title String')).toBeVisible()
  await page.keyboard.press('c')
  await expect(facet.row('model User', 'name String')).toBeVisible()
})

test('calls models and fields as in the database', async ({ page }) => {
  const facet = await openTeams(page)
  await choose(facet, 'Names in the database')
  await expect(facet.row('model users', 'email_address String')).toBeVisible()
  await choose(facet, 'Names in Prisma')
  await expect(facet.row('model User', 'email String')).toBeVisible()
})

test('focuses on a model to a depth, and leaves by Escape with all in its place', async ({
  page,
}) => {
  const facet = await openTeams(page)
  await select(facet, 'model User')
  await page.keyboard.press('f')
  const bar = page.getByRole('group', { name: 'Focus' })
  await expect(bar.getByText('User and 1 neighbour')).toBeVisible()
  await expect(facet.block('model Team')).toHaveCount(0)
  await bar.getByRole('radio', { name: 'Depth 2' }).check()
  await expect(facet.block('model Team')).toBeVisible()
  await expect(facet.block('model Setting')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(facet.block('model Setting')).toBeVisible()
  expect(await facet.text()).toBe(TEAMS)
})

test('keeps a focus as a view', async ({ page }) => {
  const facet = await openTeams(page)
  await select(facet, 'model User')
  await page.keyboard.press('f')
  await facet.button('Save as view').click()
  await expect(page.getByText('Saved as the view User')).toBeVisible()
  await expect(facet.block('model Membership')).toBeVisible()
  await expect(facet.block('model Setting')).toHaveCount(0)
})

test('hides a block, says how many are hidden, and shows them again', async ({ page }) => {
  const facet = await openTeams(page)
  await select(facet, 'model Setting')
  await page.keyboard.press('h')
  await expect(facet.block('model Setting')).toHaveCount(0)
  await expect(facet.diagram.getByText('1 hidden')).toBeVisible()
  await facet.button('Show all').click()
  await expect(facet.block('model Setting')).toBeVisible()
})

test('going to a hidden block brings it back and says so', async ({ page }) => {
  const facet = await openTeams(page)
  await select(facet, 'model Setting')
  await page.keyboard.press('h')
  await expect(facet.block('model Setting')).toHaveCount(0)
  await page.getByRole('treeitem', { name: /^Setting/ }).click()
  await expect(facet.block('model Setting')).toBeVisible()
  await expect(page.getByText('Setting was hidden and is shown again')).toBeVisible()
})

test('isolates what is selected', async ({ page }) => {
  const facet = await openTeams(page)
  await select(facet, 'model User')
  await page.keyboard.press('i')
  await expect(page.getByText('only User', { exact: true })).toBeVisible()
  await expect(facet.diagram.getByRole('group', { name: /^model / })).toHaveCount(1)
})

test('finds a path between two models and says it', async ({ page }) => {
  const facet = await openTeams(page)
  await select(facet, 'model User')
  await facet.runAction('find path')
  const dialog = page.getByRole('dialog', { name: 'Find a path' })
  await dialog.getByRole('combobox', { name: 'To' }).click()
  await page.getByRole('option', { name: 'Setting' }).click()
  await dialog.getByRole('button', { name: 'Find path' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('No relations lead from User to Setting.')
  await dialog.getByRole('combobox', { name: 'To' }).click()
  await page.getByRole('option', { name: 'Team' }).click()
  await dialog.getByRole('button', { name: 'Find path' }).click()
  const words = 'User → Membership → Team, by Membership.userId and Membership.teamId'
  const bar = page.getByRole('group', { name: 'Path' })
  await expect(bar.getByText(words)).toBeVisible()
  await bar.getByRole('button', { name: 'Isolate' }).click()
  await expect(facet.block('model Setting')).toHaveCount(0)
  await expect(facet.block('model Team')).toBeVisible()
})
